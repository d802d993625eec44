import type { Instant } from '../../../platform/clock.ts'
import type { Tx } from '../../../platform/db.ts'
import type { ChainedEntry, LedgerRecord } from '../domain.ts'
import { type EntryRow, entryOf, type RecordRow, recordOf } from './records.ts'

export interface BatchState {
  batch: string
  /** The state of records that still belong to it; none for those set right and given on with another. */
  state: string | null
  records: number
}
const ofBatches = `from ledger.facet f join ledger.record r on r.tenant = f.tenant and r.id = f.record
  where f.tenant = $1 and f.ledger = $2 and f.field = $3`

/** The batches of a ledger, by the entries with which they went, and in which states their records are. */
export const batchStates = (tx: Tx, ledger: string, field: string, move: string): Promise<BatchState[]> =>
  tx.query<BatchState>(
    `select e.data->>$3 as batch, case when r.data->>$3 = e.data->>$3 then r.state end as state, count(*)::int as records
     from ledger.entry e join ledger.record r on r.tenant = e.tenant and r.id = e.record
     where e.tenant = $1 and e.ledger = $2 and e.move = $4 and e.data ? $3 group by 1, 2 order by 1, 2`,
    [tx.tenant, ledger, field, move],
  )

export async function recordsOfBatch(tx: Tx, ledger: string, field: string, batch: string): Promise<LedgerRecord[]> {
  const rows = await tx.query<RecordRow>(`select r.* ${ofBatches} and f.text_value = $4 order by r.number, r.id`, [
    tx.tenant,
    ledger,
    field,
    batch,
  ])
  return rows.map(recordOf)
}

/** By which entries the records went with a batch: also those that came back and went again with another. */
export async function entriesOfBatch(
  tx: Tx,
  ledger: string,
  { move, field, batch }: { move: string; field: string; batch: string },
): Promise<{ record: string; seq: number; at: Instant; actor: string }[]> {
  return tx.query(
    `select record, seq, happened_at as at, actor from ledger.entry
     where tenant = $1 and ledger = $2 and move = $3 and data->>$4 = $5 order by record`,
    [tx.tenant, ledger, move, field, batch],
  )
}

/** What these records had gone through up to and with the entry named for each. */
export async function entriesUpTo(
  tx: Tx,
  ends: readonly { record: string; seq: number }[],
): Promise<Map<string, ChainedEntry[]>> {
  const rows = await tx.query<EntryRow>(
    `select e.* from unnest($2::uuid[], $3::int[]) as t(record, seq)
     join ledger.entry e on e.tenant = $1 and e.record = t.record and e.seq <= t.seq order by e.record, e.seq`,
    [tx.tenant, ends.map(({ record }) => record), ends.map(({ seq }) => seq)],
  )
  const groups = new Map<string, ChainedEntry[]>()
  for (const row of rows) groups.set(row.record, [...(groups.get(row.record) ?? []), entryOf(row)])
  return groups
}
