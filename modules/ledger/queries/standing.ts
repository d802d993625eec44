import type { Tx } from '../../../platform/db.ts'
import { invalid } from '../../../platform/errors.ts'
import type { ListQuery } from '../contract.ts'
import type { Ledger, LedgerRecord } from '../domain.ts'
import { listPage } from '../queries.ts'
import { findRecord } from '../store/records.ts'
import type { Reader } from './row.ts'

/** A record that a list shows, whole: a list holds only the fields it has columns for. */
export interface StandingRecord {
  record: LedgerRecord
  late: boolean
}

/** The records of a reader's list as they stand now, the oldest first. Errors: more than `most` (422). */
export async function standingRecords(
  tx: Tx,
  ledger: Ledger,
  reader: Reader,
  query: ListQuery,
  most: number,
): Promise<StandingRecord[]> {
  const { rows, next } = await listPage(tx, ledger, reader, { ...query, limit: most })
  if (next) throw invalid('ledger.too-many', `符合条件的超过${most}条，排不成一份文件；请缩小期间或加上条件。`)
  const found: StandingRecord[] = []
  for (const { id, late } of rows.reverse()) {
    const record = await findRecord(tx, ledger.id, id)
    if (record) found.push({ record, late })
  }
  return found
}
