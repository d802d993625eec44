import { Refusal } from '../../../platform/errors.ts'
import type { Data, Ledger } from '../domain.ts'
import type { LedgerRuntime } from '../runtime.ts'
import { recordFound } from './moves.ts'

/** Something a module found, and what the record says of it that is opened for it. */
export interface Found {
  /** Of each key there is one record, also when it was taken back: what people undo is not done again. */
  key: string
  data: Data
}
export type Finder = (tenant: string) => Promise<readonly Found[]>

/** Opens the records that open by themselves (`finds`): one of each thing found, by whichever process comes first. Gives how
 *  many. What cannot be opened (a person opened it before, its unit is gone) waits alone. */
export async function makeFound(
  runtime: LedgerRuntime,
  tenant: string,
  finders: Readonly<Record<string, Finder>>,
): Promise<number> {
  let made = 0
  for (const ledger of runtime.ledgers.values())
    for (const [move, { finds }] of Object.entries(ledger.moves)) {
      if (finds === undefined) continue
      const find = finders[finds]
      if (!find) throw new Error(`nothing finds “${finds}” of ${ledger.id}.${move}`)
      for (const one of await find(tenant)) made += Number(await openOne(runtime, tenant, ledger, move, one))
    }
  return made
}

async function openOne(
  runtime: LedgerRuntime,
  tenant: string,
  { id }: Ledger,
  move: string,
  { key, data }: Found,
): Promise<boolean> {
  try {
    return await recordFound(runtime, tenant, id, { move, data, key: `${id}.${move}.${key}` })
  } catch (error) {
    if (error instanceof Refusal) return false
    throw error
  }
}
