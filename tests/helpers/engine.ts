import { ledgers } from '../../catalog/index.ts'
import { roles } from '../../catalog/roles.ts'
import { type LedgerRuntime, ledgerCatalog } from '../../modules/ledger/index.ts'
import { loadOrg } from '../../modules/org/index.ts'
import type { Clock } from '../../platform/clock.ts'
import { type Database, openDatabase } from '../../platform/db.ts'
import { freshDatabase } from './database.ts'

/** The engine on a database of its own, with every declared ledger. */
export async function freshEngine(clock: Clock): Promise<LedgerRuntime & { ownerUrl: string; appUrl: string }> {
  const { appUrl, ownerUrl } = await freshDatabase()
  return { ...engineOn(openDatabase(appUrl, { max: 8 }), clock), ownerUrl, appUrl }
}

export const engineOn = (database: Database, clock: Clock): LedgerRuntime => ({
  database,
  ledgers: ledgerCatalog(ledgers),
  clock,
  world: (tenant) => loadOrg(database, tenant, clock),
  roleLabel: (role) => roles.find(({ id }) => id === role)?.label ?? role,
  poke: () => {},
})
