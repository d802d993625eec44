import type { Tx } from '../../platform/db.ts'
import { daysOf } from '../ledger/index.ts'
import { markDirty } from './store.ts'

/** Marks the days that moved records touch. Runs with the outbox rows in one transaction. */
export async function onRecords(tx: Tx, records: readonly string[]): Promise<{ ledger: string; day: string }[]> {
  const days = records.length ? await daysOf(tx, records) : []
  for (const ledger of new Set(days.map((one) => one.ledger)))
    await markDirty(
      tx,
      ledger,
      days.filter((one) => one.ledger === ledger).map((one) => one.day),
    )
  return days
}
