import type { Day } from '../../../platform/clock.ts'
import type { At, Ledger, Metric, Only, Standing } from '../domain.ts'

export type Dimension = 'unit' | 'grid' | 'class' | 'channel'
export const dimensions: readonly Dimension[] = ['unit', 'grid', 'class', 'channel']

/** Which entries are looked at. `days` is for recounting; `asOf` names a seal and sees nothing that came after it. */
export interface Scope {
  days?: readonly Day[]
  from?: Day
  to?: Day
  where?: Partial<Record<Dimension, string>>
  asOf?: number
  /** Of stocks: what entered and left, day by day, not what stands at the end. */
  changes?: true
}
/** A query that gives a row for each counted entry: record, seq, on, the four dimensions, num, den. */
export interface Counted {
  text: string
  values: unknown[]
}

/** The same in pieces, one a move where several are counted: each can be walked in the order of its days. */
export interface CountedInPieces extends Counted {
  pieces: string[]
}

export class Values {
  readonly list: unknown[] = []
  add(value: unknown, type = ''): string {
    this.list.push(value)
    return `$${this.list.length}${type}`
  }
}
export const movesOf = ({ at }: At): string[] => (typeof at === 'string' ? [at] : [...at])

/** One move is asked for by itself: only so does the index give its entries in the order of their days. */
const isMove = (e: string, at: At, values: Values) => {
  const [only, ...others] = movesOf(at)
  return others.length ? `${e}.move = any(${values.add(movesOf(at), '::text[]')})` : `${e}.move = ${values.add(only)}`
}

/** An entry stands unless a later one undid it; as of a seal only an undoing that lies before the seal counts. */
export const standing = (e: string, asOf: string | undefined) =>
  `not exists (select 1 from ledger.entry u where u.tenant = ${e}.tenant and u.record = ${e}.record and u.undoes = ${e}.seq${asOf ? ` and u.epoch <= ${asOf}` : ''})${asOf ? ` and ${e}.epoch <= ${asOf}` : ''}`

/** What an entry says of a field. */
export const says = (e: string, { field, is }: NonNullable<Only['only']>, values: Values): string =>
  `${e}.data->>${values.add(field)} = ${values.add(is)}`

interface Parts {
  values: Values
  tenant: string
  ledger: string
  asOf: string | undefined
}
const entriesAt = (at: At & Only, { days, from, to }: Scope, { values, tenant, ledger, asOf }: Parts) => {
  const conditions = [`e.tenant = ${tenant}`, `e.ledger = ${ledger}`, isMove('e', at, values), standing('e', asOf)]
  if (days) conditions.push(`e.happened_on = any(${values.add(days, '::date[]')})`)
  if (from) conditions.push(`e.happened_on >= ${values.add(from, '::date')}`)
  if (to) conditions.push(`e.happened_on <= ${values.add(to, '::date')}`)
  if (at.inTime !== undefined) conditions.push(`e.in_time = ${values.add(at.inTime)}`)
  if (at.only) conditions.push(says('e', at.only, values))
  return `ledger.entry e where ${conditions.join(' and ')}`
}
const own = 'e.record, e.seq, e.happened_on as on_day, e.unit, e.grid, e.class, e.channel'

/** Of the records that did `among` in the period, those that did `of` by the point it is seen from. A record stands where
 *  it stood last: the unit is known only after filing. */
function cohort(of: At, among: At, scope: Scope, parts: Parts): string {
  const later = [`o.tenant = e.tenant`, `o.record = e.record`, isMove('o', of, parts.values), standing('o', parts.asOf)]
  if (of.inTime !== undefined) later.push(`o.in_time = ${parts.values.add(of.inTime)}`)
  // Asked of each entry by itself, so that a page is walked in the order of its days and no more is read than it shows.
  // A record belongs to the cohort once, by its first standing entry: dispatched three times it is still one case.
  const earlier = `p.tenant = e.tenant and p.record = e.record and p.seq < e.seq and ${isMove('p', among, parts.values)} and ${standing('p', parts.asOf)}`
  const seen = parts.asOf ? ` and l.epoch <= ${parts.asOf}` : ''
  return `select e.record, e.seq, e.happened_on as on_day, last.unit, last.grid, last.class, last.channel,
      (exists (select 1 from ledger.entry o where ${later.join(' and ')}))::int::bigint as num, 1::bigint as den
    from (select e.* from ${entriesAt(among, scope, parts)} and (select true from ledger.entry p where ${earlier} limit 1) is null) e
    cross join lateral (select l.unit, l.grid, l.class, l.channel from ledger.entry l where l.tenant = e.tenant and l.record = e.record${seen} order by l.seq desc limit 1) last`
}

/** Counted over days, what entered and what left; at a day's end, what entered until then and has not left since. */
function standingRows({ enters, leaves }: Standing, scope: Scope, parts: Parts, [num, den]: readonly [string, string]) {
  const row = (sign: string) => `select ${own}, ${sign}${num}::bigint as num, ${sign}${den}::bigint as den`
  if (scope.days || scope.changes) {
    const entered = `${row('')} from ${entriesAt({ at: enters }, scope, parts)}`
    return leaves.length ? `${entered} union all ${row('-')} from ${entriesAt({ at: leaves }, scope, parts)}` : entered
  }
  const { from: _, ...until } = scope
  const later = [`o.tenant = e.tenant`, `o.record = e.record`, `o.seq > e.seq`, standing('o', parts.asOf)]
  if (scope.to) later.push(`o.happened_on <= ${parts.values.add(scope.to, '::date')}`)
  const left = leaves.length
    ? ` and not exists (select 1 from ledger.entry o where ${later.join(' and ')} and ${isMove('o', { at: leaves }, parts.values)})`
    : ''
  return `${row('')} from ${entriesAt({ at: enters }, until, parts)}${left}`
}

const each = (at: At & Only): (At & Only)[] => movesOf(at).map((move) => ({ ...at, at: move }))
function rowsOf(metric: Metric, scope: Scope, parts: Parts): string[] {
  switch (metric.kind) {
    case 'ratio': {
      const [of, among] = [metric.of, metric.among].map(
        (field) => `coalesce((e.data->>${parts.values.add(field)})::bigint, 0)`,
      )
      return [`select ${own}, ${of} as num, ${among} as den from ${entriesAt(metric, scope, parts)}`]
    }
    case 'stock':
      return [standingRows(metric.stands, scope, parts, ['1', '1'])]
    case 'stock-share':
      return [standingRows(metric.of, scope, parts, ['1', '0']), standingRows(metric.among, scope, parts, ['0', '1'])]
    case 'count':
      return each(metric).map(
        (at) => `select ${own}, 1::bigint as num, 1::bigint as den from ${entriesAt(at, scope, parts)}`,
      )
    case 'sum':
      return each(metric).map(
        (at) =>
          `select ${own}, coalesce((e.data->>${parts.values.add(metric.field)})::bigint, 0) as num, 1::bigint as den from ${entriesAt(at, scope, parts)}`,
      )
    case 'distinct':
      return [
        `select distinct on (e.data->>${parts.values.add(metric.field)}) ${own}, 1::bigint as num, 1::bigint as den from ${entriesAt(metric, scope, parts)} order by e.data->>$${parts.values.list.indexOf(metric.field) + 1}, e.record`,
      ]
    case 'duration':
      return [
        `select ${own}, (extract(epoch from e.happened_at - f.happened_at) / 60)::bigint as num, 1::bigint as den
        from (select e.* from ${entriesAt({ at: metric.to }, scope, parts)}) e
        cross join lateral (select f.happened_at from ledger.entry f where f.tenant = e.tenant and f.record = e.record and f.move = ${parts.values.add(metric.from)} and f.seq < e.seq order by f.seq desc limit 1) f`,
      ]
    case 'share':
      if (!metric.flow) return [cohort(metric.of, metric.among, scope, parts)]
      return [
        `select ${own}, 1::bigint as num, 0::bigint as den from ${entriesAt(metric.of, scope, parts)}`,
        `select ${own}, 0::bigint as num, 1::bigint as den from ${entriesAt(metric.among, scope, parts)}`,
      ]
  }
}

/** What a metric counts in a scope, as a query to be wrapped: summed, grouped, or listed. */
export function countedBy(ledger: Ledger, metric: Metric, tenant: string, scope: Scope): CountedInPieces {
  const values = new Values()
  const parts: Parts = {
    values,
    tenant: values.add(tenant),
    ledger: values.add(ledger.id),
    asOf: scope.asOf === undefined ? undefined : values.add(scope.asOf, '::int'),
  }
  const rows = rowsOf(metric, scope, parts)
  const filters = dimensions.flatMap((name) => {
    const key = scope.where?.[name]
    return key === undefined ? [] : [`c.${name} = ${values.add(key)}`]
  })
  const pieces = filters.length ? rows.map((row) => `select c.* from (${row}) c where ${filters.join(' and ')}`) : rows
  return { text: pieces.map((piece) => `(${piece})`).join(' union all '), pieces, values: values.list }
}
