import type { Day } from '../../../platform/clock.ts'
import type { Tx } from '../../../platform/db.ts'
import { type Counted, countedBy, countedOnDays, countsByDays, type Ledger } from '../../ledger/index.ts'

/** A query whose rows make up a ledger's days, for those metrics it counts. */
interface Counting {
  name: string
  metrics: readonly string[]
  counted: Counted
}

/** One for nearly all metrics of a ledger, one for each of the others. */
function countings(ledger: Ledger, tenant: string, days: readonly Day[]): Counting[] {
  const kept = Object.entries(ledger.metrics)
    .filter(([, { kind }]) => kind !== 'distinct')
    .map(([name, metric]) => [`${ledger.id}.${name}`, metric] as const)
  const together = kept.filter(([, metric]) => countsByDays(metric))
  const alone = kept.filter(([, metric]) => !countsByDays(metric))
  const metrics = together.map(([name]) => name)
  return [
    ...(together.length ? [{ name: ledger.id, metrics, counted: countedOnDays(ledger, together, tenant, days) }] : []),
    ...alone.map(([name, metric]) => {
      const { text, values } = countedBy(ledger, metric, tenant, { days })
      const named = `select $${values.length + 1}::text as metric, a.* from (${text}) a`
      return { name, metrics: [name], counted: { text: named, values: [...values, name] } }
    }),
  ]
}

const grouped = (text: string) => `
  select c.metric, c.on_day as day, coalesce(c.unit, c.grid, c.class, c.channel, '') as key,
    case when grouping(c.unit) = 0 then 'unit' when grouping(c.grid) = 0 then 'grid' when grouping(c.class) = 0 then 'class' when grouping(c.channel) = 0 then 'channel' else '' end as dim,
    sum(c.num)::bigint as num, sum(c.den)::bigint as den
  from (${text}) c
  group by grouping sets ((c.metric, c.on_day), (c.metric, c.on_day, c.unit), (c.metric, c.on_day, c.grid), (c.metric, c.on_day, c.class), (c.metric, c.on_day, c.channel))`

const same = (a: string, b: string) =>
  ['metric', 'dim', 'key', 'day'].map((column) => `${a}.${column} = ${b}.${column}`).join(' and ')

/** Makes the kept counts of some days and metrics say what is counted, and writes only what said otherwise: where one case
 *  moved, nearly all of a day stays as it is. Every part names the days, and all dimensions there are in the order of the
 *  key: whatever the planner expects, it finds them by the key and reads no others. */
function replacing({ metrics, counted: { text, values } }: Counting, days: readonly Day[]): Counted {
  const [ofMetrics, onDays] = [`$${values.length + 1}::text[]`, `$${values.length + 2}::date[]`]
  const ofDays = `d.tenant = $1 and d.metric = any(${ofMetrics}) and d.dim = any(array['', 'unit', 'grid', 'class', 'channel']) and d.day = any(${onDays})`
  return {
    text: `
with counted as (${grouped(text)}), kept as (
  select d.metric, d.dim, d.key, d.day, d.num, d.den from metrics.day_by d where ${ofDays}
), changed as materialized (
  select coalesce(c.metric, k.metric) as metric, coalesce(c.dim, k.dim) as dim, coalesce(c.key, k.key) as key,
    coalesce(c.day, k.day) as day, c.num, c.den, k.metric is not null as was, c.metric is not null as is
  from counted c full join kept k on ${same('k', 'c')}
  where c.num is distinct from k.num or c.den is distinct from k.den
), gone as (
  delete from metrics.day_by d using changed c where not c.is and ${ofDays} and ${same('d', 'c')}
), altered as (
  update metrics.day_by d set num = c.num, den = c.den from changed c where c.was and c.is and ${ofDays} and ${same('d', 'c')}
)
insert into metrics.day_by (tenant, metric, dim, key, day, num, den)
select $1, metric, dim, key, day, num, den from changed where not was`,
    values: [...values, metrics, days],
  }
}

/** Recounts of a bureau wait for each other until the end of their transactions. One lock for all ledgers: two that hold a
 *  ledger each and want the other's would wait for ever. */
export const lockCounts = (tx: Tx) => tx.query('select pg_advisory_xact_lock(79, hashtext($1))', [tx.tenant])

/** Makes the days' counts say what the entries say now, whatever they said before. */
export async function replaceDays(tx: Tx, ledger: Ledger, days: readonly Day[]): Promise<void> {
  if (!days.length) return
  await lockCounts(tx)
  for (const one of countings(ledger, tx.tenant, days)) {
    const { text, values } = replacing(one, days)
    await tx.named(`count ${one.name}`, text, values)
  }
}
