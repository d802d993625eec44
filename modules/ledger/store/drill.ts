import type { Day, Instant } from '../../../platform/clock.ts'
import type { Tx } from '../../../platform/db.ts'
import { invalid } from '../../../platform/errors.ts'
import {
  type ChainedEntry,
  calledBy,
  dataIn,
  type Ledger,
  type LedgerRecord,
  listedFields,
  recordFrom,
} from '../domain.ts'
import type { CountedInPieces } from './counts.ts'
import { entriesUntil } from './records.ts'

/** A counted entry with what its record says, now or at the seal it is seen from. Its `class` and `unit` are codes. */
export interface DrillRow {
  record: string
  seq: number
  number: string | null
  title: string
  on: Day
  unit: string
  grid: string
  class: string
  channel: string
  occurredAt: Instant
  closedAt: Instant | null
  inTime: boolean | null
  /** What a sum added, or either part of a ratio, in its smallest unit. */
  amount?: number
  /** Listed fields of the record, and those asked for by name; secret ones never. */
  data: Record<string, unknown>
}
interface Row {
  record: string
  seq: number
  number: string | null
  title: string
  on_day: Day
  unit: string
  grid: string
  class: string
  channel: string
  occurred_at: Instant
  closed_at: Instant | null
  in_time: boolean | null
  num: number
  den: number
  data: Record<string, unknown>
}

const readCursor = (cursor: string): [string, string, number] => {
  const [day, record, seq] = cursor.split('_')
  if (!day || !record || !/^\d+$/.test(seq ?? '')) throw invalid('metrics.cursor', '页码标识不对；请从第一页重新翻起。')
  return [day, record, Number(seq)]
}

/** The records that moved on after a seal, as they stood when it was made. */
async function recordsAt(
  tx: Tx,
  ledger: Ledger,
  records: readonly string[],
  asOf: number,
): Promise<Map<string, LedgerRecord>> {
  const moved = await tx.query<{ record: string }>(
    'select distinct record from ledger.entry where tenant = $1 and epoch > $2 and record = any($3::uuid[])',
    [tx.tenant, asOf, records],
  )
  if (!moved.length) return new Map()
  const groups = new Map<string, ChainedEntry[]>(moved.map(({ record }) => [record, []]))
  for (const entry of await entriesUntil(tx, [...groups.keys()], asOf)) groups.get(entry.record)!.push(entry)
  return new Map([...groups].map(([record, entries]) => [record, recordFrom(ledger, entries)!]))
}

/** A page of counted entries, newest day first. `asOf` is the seal they were counted as of: their records too are shown
 *  as they stood then, with what lists show of them and the fields named in `also`. */
export async function drillEntries(
  tx: Tx,
  ledger: Ledger,
  counted: CountedInPieces,
  {
    part,
    limit,
    cursor,
    amount,
    asOf,
    also = [],
  }: {
    part: 'num' | 'den' | 'all'
    limit: number
    cursor?: string
    amount?: 'num' | 'den'
    asOf?: number
    also?: readonly string[]
  },
): Promise<{ rows: DrillRow[]; next: string | null }> {
  const values = [...counted.values]
  const add = (value: unknown) => `$${values.push(value)}`
  const conditions = part === 'num' ? ['c.num <> 0'] : part === 'den' ? ['c.den <> 0'] : ['true']
  if (cursor) {
    const [day, record, seq] = readCursor(cursor)
    conditions.push(`(c.on_day, c.record, c.seq) < (${add(day)}::date, ${add(record)}::uuid, ${add(seq)}::int)`)
  }
  const most = add(limit + 1)
  const newest = (from: string) => `select c.* from (${from}) c where ${conditions.join(' and ')}
       order by c.on_day desc, c.record desc, c.seq desc limit ${most}`
  const pieces = counted.pieces.map((piece) => `(${newest(piece)})`).join(' union all ')
  const found = await tx.query<Row>(
    `select p.*, r.number, r.title, r.occurred_at, r.closed_at, r.data, e.in_time
     from (${counted.pieces.length > 1 ? newest(pieces) : pieces}) p
     join ledger.record r on r.tenant = $1 and r.id = p.record
     join ledger.entry e on e.tenant = $1 and e.record = p.record and e.seq = p.seq
     order by p.on_day desc, p.record desc, p.seq desc`,
    values,
  )
  const shown = found.slice(0, limit)
  const ids = [...new Set(shown.map(({ record }) => record))]
  const then = asOf === undefined ? undefined : await recordsAt(tx, ledger, ids, asOf)
  const rows = shown.map((row) => {
    const { number, title, closedAt, data } = then?.get(row.record) ?? { ...row, closedAt: row.closed_at }
    return {
      record: row.record,
      seq: row.seq,
      number: calledBy(ledger.fields, number, data),
      title,
      on: row.on_day,
      unit: row.unit,
      grid: row.grid,
      class: row.class,
      channel: row.channel,
      occurredAt: row.occurred_at,
      closedAt,
      inTime: row.in_time,
      ...(amount ? { amount: row[amount] } : {}),
      data: dataIn([...listedFields(ledger.fields), ...also.filter((name) => !ledger.fields[name]?.secret)], data),
    }
  })
  const last = found.length > limit ? rows.at(-1) : undefined
  return { rows, next: last ? `${last.on}_${last.record}_${last.seq}` : null }
}
