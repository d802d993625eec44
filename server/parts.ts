import { ledgers } from '../catalog/index.ts'
import { roles } from '../catalog/roles.ts'
import { type LedgerRuntime, ledgerCatalog } from '../modules/ledger/index.ts'
import { loadOrg } from '../modules/org/index.ts'
import { type Clock, systemClock } from '../platform/clock.ts'
import { openDatabase } from '../platform/db.ts'
import { openSigner, type Signer } from '../platform/keys.ts'

export interface Parts {
  runtime: LedgerRuntime
  signer: Signer
  close(): Promise<void>
}
export interface PartsOptions {
  appUrl: string
  dataDir: string
  clock?: Clock
  poke?: (tenant: string) => void
}
const labels = new Map<string, string>(roles.map(({ id, label }) => [id, label]))

/** The engine with everything the catalog declares, without a server: what the command line and the server share. */
export function openParts({ appUrl, dataDir, clock = systemClock, poke = () => {} }: PartsOptions): Parts {
  const database = openDatabase(appUrl, { max: 12 })
  const runtime: LedgerRuntime = {
    database,
    ledgers: ledgerCatalog(ledgers),
    clock,
    world: (tenant) => loadOrg(database, tenant, clock),
    roleLabel: (role) => labels.get(role) ?? role,
    poke,
  }
  return { runtime, signer: openSigner(dataDir), close: () => database.close() }
}
