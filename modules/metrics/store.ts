import type { Day } from '../../platform/clock.ts'
import type { Tx } from '../../platform/db.ts'
import { type Counted, countedBy, countedOnDays, countsByDays, type Dimension, type Ledger } from '../ledger/index.ts'
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

/** Takes the dirty days of a period; who takes them recounts them in the same transaction. */
export async function takeDirty(tx: Tx, ledger: string, { from, to }: Period): Promise<Day[]> {
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

const grouped = ({ text }: Counted) => `
insert into metrics.day_by (tenant, metric, dim, key, day, num, den)
select $1, c.metric, case when grouping(c.unit) = 0 then 'unit' when grouping(c.grid) = 0 then 'grid' when grouping(c.class) = 0 then 'class' when grouping(c.channel) = 0 then 'channel' else '' end,
  coalesce(c.unit, c.grid, c.class, c.channel, ''), c.on_day, sum(c.num), sum(c.den)
from (${text}) c
group by grouping sets ((c.metric, c.on_day), (c.metric, c.on_day, c.unit), (c.metric, c.on_day, c.grid), (c.metric, c.on_day, c.class), (c.metric, c.on_day, c.channel))`

/** The queries whose rows make up a ledger's days: one for nearly all metrics, one for each of the others. */
function countings(ledger: Ledger, tenant: string, days: readonly Day[]): { name: string; counted: Counted }[] {
  const kept = Object.entries(ledger.metrics)
    .filter(([, { kind }]) => kind !== 'distinct')
    .map(([name, metric]) => [`${ledger.id}.${name}`, metric] as const)
  const together = kept.filter(([, metric]) => countsByDays(metric))
  const alone = kept.filter(([, metric]) => !countsByDays(metric))
  return [
    ...(together.length ? [{ name: ledger.id, counted: countedOnDays(ledger, together, tenant, days) }] : []),
    ...alone.map(([name, metric]) => {
      const { text, values } = countedBy(ledger, metric, tenant, { days })
      const named = `select $${values.length + 1}::text as metric, a.* from (${text}) a`
      return { name, counted: { text: named, values: [...values, name] } }
    }),
  ]
}

/** Makes the days' counts say what the entries say now, whatever they said before. Two recounts of a ledger wait for each other. */
export async function replaceDays(tx: Tx, ledger: Ledger, days: readonly Day[]): Promise<void> {
  if (!days.length) return
  await tx.query('select pg_advisory_xact_lock(79, hashtext($1))', [`${tx.tenant}.${ledger.id}`])
  await tx.query(
    'delete from metrics.day_by where tenant = $1 and metric = any($2::text[]) and day = any($3::date[]) and dim = any($4::text[])',
    [
      tx.tenant,
      Object.keys(ledger.metrics).map((name) => `${ledger.id}.${name}`),
      days,
      ['', 'unit', 'grid', 'class', 'channel'],
    ],
  ) // prettier-ignore
  for (const { name, counted } of countings(ledger, tx.tenant, days))
    await tx.named(`count ${name}`, grouped(counted), counted.values)
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
