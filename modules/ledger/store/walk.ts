import type { Tx } from '../../../platform/db.ts'
import type { ChainedEntry, LedgerRecord } from '../domain.ts'
import { type EntryRow, entryOf, type RecordRow, recordColumns, recordOf } from './records.ts'

const recordsAPage = 2000
/** The entries of the next records, whole records only, in the order of their ids. */
export async function pageOfEntries(
  tx: Tx,
  after: string | undefined,
): Promise<{ groups: Map<string, ChainedEntry[]>; last: string | undefined }> {
  const ids = await tx.query<{ record: string }>(
    `select record from ledger.entry where tenant = $1 and record > $2::uuid group by record order by record limit ${recordsAPage}`,
    [tx.tenant, after ?? '00000000-0000-0000-0000-000000000000'],
  )
  const last = ids.at(-1)?.record
  const groups = new Map<string, ChainedEntry[]>()
  if (!last) return { groups, last: undefined }
  const rows = await tx.query<EntryRow>(
    'select * from ledger.entry where tenant = $1 and record > $2::uuid and record <= $3::uuid order by record, seq',
    [tx.tenant, after ?? '00000000-0000-0000-0000-000000000000', last],
  )
  for (const row of rows) {
    const { epoch: _, ...entry } = entryOf(row)
    groups.set(row.record, [...(groups.get(row.record) ?? []), entry])
  }
  return { groups, last: ids.length < recordsAPage ? undefined : last }
}

export async function recordsById(tx: Tx, ids: readonly string[]): Promise<Map<string, LedgerRecord>> {
  const rows = await tx.query<RecordRow>(
    `select ${recordColumns} from ledger.record where tenant = $1 and id = any($2::uuid[])`,
    [tx.tenant, ids],
  )
  return new Map(rows.map((row) => [row.id, recordOf(row)]))
}

/** Records whose entries are gone, and gaps in the numbers: a record removed together with its entries. */
export async function recordsWithout(tx: Tx): Promise<{ record: string; number: string | null; sentence: string }[]> {
  const orphans = await tx.query<{ id: string; number: string | null }>(
    'select r.id, r.number from ledger.record r where r.tenant = $1 and not exists (select 1 from ledger.entry e where e.tenant = r.tenant and e.record = r.id) limit 1000',
    [tx.tenant],
  )
  // A series is of a ledger's records, or of the papers whose number stands in a field.
  const series = await tx.query<{ series: string; last: number; used: number; year: number }>(
    `select c.series, c.year, c.last, count(distinct case when r.id is null then null when c.field = '' then e.effect->>'number' else e.data->>c.field end)::int as used
     from (select tenant, series, year, last, split_part(series, '.', 1) as ledger, split_part(series, '.', 2) as field from ledger.counter) c
     left join ledger.entry e on e.tenant = c.tenant and e.ledger = c.ledger and extract(year from e.happened_at at time zone 'Asia/Shanghai') = c.year
       and case when c.field = '' then e.effect ? 'number' else e.data ? c.field end
     left join ledger.record r on r.tenant = e.tenant and r.id = e.record
     where c.tenant = $1 group by c.series, c.year, c.last`,
    [tx.tenant],
  )
  const gaps = series
    .filter(({ last, used }) => last !== used)
    .map(({ series: name, year, last, used }) => ({
      record: '',
      number: null,
      sentence: `${year}年“${name}”已编到第${last}号，只有${used}条：有${last - used}条连同经过被删除`,
    }))
  return [...orphans.map(({ id, number }) => ({ record: id, number, sentence: '记录还在，它的经过被删除' })), ...gaps]
}
