import type { Day } from '../../platform/clock.ts'
import type { Tx } from '../../platform/db.ts'
import type { Counted, Dimension } from '../ledger/index.ts'
import type { Period } from './domain.ts'

export type By = Dimension | 'day' | 'month'
export interface Parts {
  key: string
  num: number
  den: number
}

export const markDirty = (tx: Tx, ledger: string, days: readonly Day[]) =>
  tx.query(
    'insert into metrics.dirty_day (tenant, ledger, day) select $1, $2, unnest($3::date[]) on conflict do nothing',
    [tx.tenant, ledger, days],
  )

/** Days of a ledger. */
export interface DaysOf extends Period {
  ledger: string
}
/** Which of these have days that are not counted yet, by their place in the list. */
export async function dirtyAmong(tx: Tx, asked: readonly DaysOf[]): Promise<number[]> {
  const rows = await tx.named<{ n: number }>(
    'metrics.dirty-among',
    `select n::int from unnest($2::text[], $3::date[], $4::date[]) with ordinality q(ledger, first, last, n)
     where exists (select from metrics.dirty_day d where d.tenant = $1 and d.ledger = q.ledger and d.day between q.first and q.last) order by n`,
    [tx.tenant, asked.map(({ ledger }) => ledger), asked.map(({ from }) => from), asked.map(({ to }) => to)],
  )
  return rows.map(({ n }) => n - 1)
}

/** Takes the dirty days of a period; who takes them recounts them in the same transaction. */
export async function takeDirty(tx: Tx, { ledger, from, to }: DaysOf): Promise<Day[]> {
  const rows = await tx.named<{ day: Day }>(
    'metrics.take-dirty',
    'delete from metrics.dirty_day where tenant = $1 and ledger = $2 and day between $3::date and $4::date returning day',
    [tx.tenant, ledger, from, to],
  )
  return rows.map((row) => row.day)
}
export async function dirtyLedgers(tx: Tx): Promise<{ ledger: string; from: Day; to: Day }[]> {
  return tx.query(
    'select ledger, min(day) as from, max(day) as to from metrics.dirty_day where tenant = $1 group by ledger',
    [tx.tenant],
  )
}

const groupKey = (by: By | undefined, day: string, dim: string) => {
  if (by === 'day') return `${day}::text`
  if (by === 'month') return `to_char(${day}, 'YYYY-MM')`
  return by === undefined ? `''` : dim
}

/** Sums the kept days of a period for each of some metrics. `where` names at most one dimension, and then `by` is a time or
 *  nothing. */
export async function sumDays(
  tx: Tx,
  metrics: readonly string[],
  { from, to }: Period,
  where: [Dimension, string] | undefined,
  by: By | undefined,
): Promise<Map<string, Parts[]>> {
  if (!metrics.length) return new Map()
  const dim = where?.[0] ?? (by && by !== 'day' && by !== 'month' ? by : '')
  const values: unknown[] = [tx.tenant, metrics, dim, from, to]
  if (where) values.push(where[1])
  const rows = await tx.query<Parts & { metric: string }>(
    `select metric, ${groupKey(by, 'day', 'key')} as key, sum(num)::bigint as num, sum(den)::bigint as den from metrics.day_by
     where tenant = $1 and metric = any($2::text[]) and dim = $3 and day between $4::date and $5::date${where ? ' and key = $6' : ''} group by 1, 2 order by 1, 2`,
    values,
  )
  const parts = new Map<string, Parts[]>(metrics.map((metric) => [metric, []]))
  for (const { metric, ...row } of rows) parts.get(metric)!.push(row)
  return parts
}

/** A question the kept days answer: a metric of one key of one dimension, or of the whole, over some days. */
export interface KeptQuestion extends Period {
  metric: string
  where?: [Dimension, string] | undefined
}
/** Sums the kept days for each question, in their order. */
export async function sumEach(tx: Tx, asked: readonly KeptQuestion[]): Promise<Pick<Parts, 'num' | 'den'>[]> {
  if (!asked.length) return []
  const lists = [
    asked.map(({ metric }) => metric),
    asked.map(({ where }) => where?.[0] ?? ''),
    asked.map(({ where }) => where?.[1] ?? ''),
    asked.map(({ from }) => from),
    asked.map(({ to }) => to),
  ]
  return tx.named(
    'metrics.sum-each',
    `select s.num, s.den from unnest($2::text[], $3::text[], $4::text[], $5::date[], $6::date[]) with ordinality q(metric, dim, key, first, last, n)
     cross join lateral (
       select coalesce(sum(d.num), 0)::bigint as num, coalesce(sum(d.den), 0)::bigint as den from metrics.day_by d
       where d.tenant = $1 and d.metric = q.metric and d.dim = q.dim and d.key = q.key and d.day between q.first and q.last
     ) s order by q.n`,
    [tx.tenant, ...lists],
  )
}

/** Counts straight from the entries: for a seal, for two filters at once, for distinct values. */
export function sumEntries(tx: Tx, counted: Counted, by: By | undefined): Promise<Parts[]> {
  return tx.query<Parts>(
    `select ${groupKey(by, 'c.on_day', `c.${by}`)} as key, coalesce(sum(c.num), 0)::bigint as num, coalesce(sum(c.den), 0)::bigint as den from (${counted.text}) c group by 1 order by 1`,
    counted.values,
  )
}

/** How many entries are counted, whatever each adds. */
export async function countEntries(tx: Tx, counted: Counted): Promise<number> {
  const [row] = await tx.query<{ n: number }>(`select count(*)::int as n from (${counted.text}) c`, counted.values)
  return row!.n
}
