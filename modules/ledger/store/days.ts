import type { Day } from '../../../platform/clock.ts'
import type { At, Ledger, Metric, Only, Standing } from '../domain.ts'
import { type Counted, movesOf, says, standing, Values } from './counts.ts'

type Named<M = Metric> = readonly [metric: string, M]
type Share = Extract<Metric, { kind: 'share' }>
/** What one entry adds by itself, above and below the line: so many, or what stands in a field. */
interface Direct {
  metric: string
  at: At & Only
  num: number | string
  den: number | string
}

const isCohort = (one: Named): one is Named<Share> => one[1].kind === 'share' && !one[1].flow
function directsOf([metric, counted]: Named): Direct[] {
  const entering = ({ enters, leaves }: Standing, num: number, den: number): Direct[] => [
    { metric, at: { at: enters }, num, den },
    ...(leaves.length ? [{ metric, at: { at: leaves }, num: -num, den: -den }] : []),
  ]
  switch (counted.kind) {
    case 'count':
      return [{ metric, at: counted, num: 1, den: 1 }]
    case 'sum':
      return [{ metric, at: counted, num: counted.field, den: 1 }]
    case 'ratio':
      return [{ metric, at: counted, num: counted.of, den: counted.among }]
    case 'stock':
      return entering(counted.stands, 1, 1)
    case 'stock-share':
      return [...entering(counted.of, 1, 0), ...entering(counted.among, 0, 1)]
    case 'share':
      if (!counted.flow) return []
      return [
        { metric, at: counted.of, num: 1, den: 0 },
        { metric, at: counted.among, num: 0, den: 1 },
      ]
    default:
      return []
  }
}

/** Metrics that whole days are counted of in one statement; the others by themselves, with `countedBy`. */
export const countsByDays = ({ kind }: Metric): boolean => kind !== 'distinct' && kind !== 'duration'

/**
 * What all metrics of a ledger count on these days, as `countedBy` does for one of them: a row for each counted entry, with
 * its metric. The days' entries are read once; of the records that enter a cohort all entries are read once, and each share
 * is seen in that one pass.
 */
export function countedOnDays(
  ledger: Ledger,
  metrics: readonly Named[],
  tenant: string,
  days: readonly Day[],
): Counted {
  const values = new Values()
  const [inTenant, inLedger, onDays] = [values.add(tenant), values.add(ledger.id), values.add(days, '::date[]')]
  const directs = metrics.flatMap(directsOf)
  const cohorts = metrics.filter(isCohort)
  const ofMoves = (list: readonly At[]) => values.add([...new Set(list.flatMap(movesOf))], '::text[]')
  const is = (e: string, at: At & Only) =>
    [
      `${e}.move = any(${ofMoves([at])})`,
      ...(at.inTime === undefined ? [] : [`${e}.in_time = ${values.add(at.inTime)}`]),
      ...(at.only ? [says(e, at.only, values)] : []),
    ].join(' and ')
  const amongs = cohorts.map(([, { among }]) => among)
  const reads = directs.some(({ at, num, den }) => at.only || typeof num === 'string' || typeof den === 'string')

  const entries = `
    select e.record, e.move, e.happened_on as on_day, e.in_time, e.unit, e.grid, e.class, e.channel${reads ? ', e.data' : ''}
    from ledger.entry e
    where e.tenant = ${inTenant} and e.ledger = ${inLedger} and e.move = any(${ofMoves([...directs.map(({ at }) => at), ...amongs])})
      and e.happened_on = any(${onDays}) and ${standing('e', undefined)}`
  const added = (part: number | string) =>
    typeof part === 'number' ? String(part) : `coalesce((e.data->>${values.add(part)})::bigint, 0)`
  const rows = directs.map(
    (one) => `
    select ${values.add(one.metric)}::text as metric, e.on_day, e.unit, e.grid, e.class, e.channel,
      (${added(one.num)})::bigint as num, (${added(one.den)})::bigint as den
    from entries e where ${is('e', one.at)}`,
  )

  // A record stands where it stood last, and belongs to a cohort once, by its first standing entry.
  const lives = () => `
    select l.*, l.undone is null or l.seq <> all(l.undone) as stands from (
      select h.*, array_agg(h.undoes) filter (where h.undoes is not null) over r as undone,
        last_value(h.unit) over r as last_unit, last_value(h.grid) over r as last_grid,
        last_value(h.class) over r as last_class, last_value(h.channel) over r as last_channel
      from (select distinct record from entries where move = any(${ofMoves(amongs)})) m
      cross join lateral (
        select l.record, l.seq, l.move, l.happened_on, l.in_time, l.undoes, l.unit, l.grid, l.class, l.channel
        from ledger.entry l where l.tenant = ${inTenant} and l.record = m.record order by l.seq offset 0
      ) h
      window r as (partition by h.record order by h.seq rows between unbounded preceding and unbounded following)
    ) l`
  const seen = cohorts.map(
    ([, { of, among }], i) => `
      min(l.seq) filter (where l.stands and ${is('l', among)}) over r as first_${i},
      coalesce(bool_or(l.stands and ${is('l', of)}) over r, false) as did_${i}`,
  )
  const members = cohorts.map(([metric], i) => `(${values.add(metric)}::text, s.first_${i}, s.did_${i})`)
  if (cohorts.length)
    rows.push(`
    select v.metric, s.happened_on as on_day, s.last_unit, s.last_grid, s.last_class, s.last_channel,
      v.did::int::bigint as num, 1::bigint as den
    from (select l.*, ${seen.join(',')} from (${lives()}) l window r as (partition by l.record)) s
    cross join lateral (values ${members.join(', ')}) v(metric, first, did)
    where s.seq = v.first and s.happened_on = any(${onDays})`)
  return { text: `with entries as materialized (${entries}) ${rows.join(' union all ')}`, values: values.list }
}
