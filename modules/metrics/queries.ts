import { addDays, type Day } from '../../platform/clock.ts'
import type { Tx } from '../../platform/db.ts'
import { invalid } from '../../platform/errors.ts'
import {
  countedBy,
  type Dimension,
  type DrillRow,
  drillEntries,
  type Field,
  getLedger,
  getSeal,
  isRate,
  isStock,
  type Ledger,
  type LedgerCatalog,
  type Metric,
  type Scope,
} from '../ledger/index.ts'
import { getMetric, type Period, printed } from './domain.ts'
import { lockCounts, replaceDays } from './store/days.ts'
import { type By, countEntries, dirtyAmong, type Parts, sumDays, sumEntries, takeDirty } from './store.ts'

export interface FigureQuery {
  /** `case.closed` */
  metric: string
  from: Day
  to: Day
  where?: Partial<Record<Dimension, string>>
  /** The number of a seal. Left out: as things stand now. */
  asOf?: number
}
export interface FigureValue {
  metric: string
  kind: string
  label: string
  unit: string
  formula: string
  excludes?: string
  /** Numerator, or the count, or the sum in its smallest unit (分, thousandths, minutes). */
  num: number
  /** Denominator of a share or a duration; for sums the number of entries; for counts equal to `num`. */
  den: number
  value: string
  /** How many entries were counted. */
  entries: number
  asOf: number | null
}

const scopeOf = ({ from, to, where, asOf }: FigureQuery): Scope => ({
  from,
  to,
  ...(where ? { where } : {}),
  ...(asOf === undefined ? {} : { asOf }),
})

/** Days of a ledger. */
interface LedgerDays extends Period {
  ledger: Ledger
}
/** Recounts what is dirty of these days first, so that a figure never shows yesterday's count. Who finds days that another
 *  is recounting waits until that is done. */
export async function recountEach(tx: Tx, asked: readonly LedgerDays[]): Promise<void> {
  const due = asked.map(({ ledger, from, to }) => ({ ledger: ledger.id, from, to }))
  const dirty = await dirtyAmong(tx, due)
  if (dirty.length) await lockCounts(tx)
  for (const i of dirty) await replaceDays(tx, asked[i]!.ledger, await takeDirty(tx, due[i]!))
}
export const recountDirty = (tx: Tx, ledger: Ledger, { from, to }: Period): Promise<void> =>
  recountEach(tx, [{ ledger, from, to }])

/** What stands at a day's end entered on any day until then. */
export const sinceEver = <Q extends { from: Day }>(query: Q): Q => ({ ...query, from: '0001-01-01' })

const mostDays = 1100
/** The days or months of a period. Errors: more days than anybody reads (422). */
function keysOf({ from, to }: FigureQuery, by: 'day' | 'month'): string[] {
  if (by === 'day' && addDays(from, mostDays) < to)
    throw invalid('metrics.too-long', '按日看的期间不超过三年；请缩短期间，或按月看。')
  const keys = new Set<string>()
  for (let day = from; day <= to; day = addDays(day, 1)) keys.add(by === 'day' ? day : day.slice(0, 7))
  return [...keys]
}
/** Changes become what stands at the end of each day or month; a quiet one ends as it began. */
function standingAt(changes: readonly Parts[], query: FigureQuery, by: 'day' | 'month'): Parts[] {
  let next = 0
  let [num, den] = [0, 0]
  return keysOf(query, by).map((key) => {
    for (; next < changes.length && changes[next]!.key <= key; next++) {
      num += changes[next]!.num
      den += changes[next]!.den
    }
    return { key, num, den }
  })
}

const isByTime = (by: By | undefined) => by === 'day' || by === 'month'
const stoodAt = (metric: Metric, parts: readonly Parts[], asked: FigureQuery, by: By | undefined) =>
  isStock(metric) && (by === 'day' || by === 'month') ? standingAt(parts, asked, by) : [...parts]

export const filtersOf = ({ where = {} }: FigureQuery) => Object.entries(where) as [Dimension, string][]
/** Whether the kept days say it, or only the entries do. */
export const isKept = (metric: Metric, query: FigureQuery) =>
  query.asOf === undefined && metric.kind !== 'distinct' && filtersOf(query).length <= 1

/** The parts of a figure: one without a breakdown, else one for each key that has any. */
export async function partsOf(
  tx: Tx,
  catalog: LedgerCatalog,
  asked: FigureQuery,
  by: By | undefined,
): Promise<Parts[]> {
  const { ledger, metric } = getMetric(catalog, asked.metric)
  const query = isStock(metric) ? sinceEver(asked) : asked
  if (query.asOf !== undefined) await getSeal(tx, query.asOf)
  const where = filtersOf(query)
  if (!isKept(metric, query) || (where.length && by !== undefined && !isByTime(by))) {
    const scope = isByTime(by) && isStock(metric) ? { ...scopeOf(query), changes: true as const } : scopeOf(query)
    return stoodAt(metric, await sumEntries(tx, countedBy(ledger, metric, tx.tenant, scope), by), asked, by)
  }
  await recountDirty(tx, ledger, query)
  const parts = (await sumDays(tx, [query.metric], query, where[0], by)).get(query.metric)!
  return stoodAt(metric, parts, asked, by)
}

/** Metres and lamps have no sum: without one kind chosen there is no value. */
const isMixed = ({ apart }: Metric, { where }: FigureQuery, by?: By) =>
  apart !== undefined && by !== apart && where?.[apart] === undefined
function unitOf(ledger: Ledger, { apart, unit }: Metric, { where }: FigureQuery): string {
  const field = apart && ledger.columns[apart]
  const chosen = apart && where?.[apart]
  return (field && ledger.fields[field]?.options?.find(({ value }) => value === chosen)?.measure) || unit
}

/** One figure of a period, with its parts. Errors: unknown metric (404), no such seal (404). */
export async function figure(tx: Tx, catalog: LedgerCatalog, query: FigureQuery): Promise<FigureValue> {
  const { ledger, metric } = getMetric(catalog, query.metric)
  const [parts = none] = await partsOf(tx, catalog, query, undefined)
  const value = figureValue(ledger, metric, query, parts)
  // Below the line of a ratio stands a sum: lamps looked at, not patrols.
  if (metric.kind !== 'ratio') return value
  return { ...value, entries: await countEntries(tx, countedBy(ledger, metric, tx.tenant, scopeOf(query))) }
}

export const none = { num: 0, den: 0 }
export type Sums = Pick<Parts, 'num' | 'den'>
function figureValue(ledger: Ledger, metric: Metric, query: FigureQuery, { num, den }: Sums): FigureValue {
  return {
    metric: query.metric,
    kind: metric.kind,
    label: metric.label,
    unit: unitOf(ledger, metric, query),
    formula: metric.formula,
    ...(metric.excludes ? { excludes: metric.excludes } : {}),
    num,
    den,
    value: isMixed(metric, query) ? '—' : printed(ledger, metric, num, den),
    entries: metric.kind === 'count' || metric.kind === 'stock' ? num : den,
    asOf: query.asOf ?? null,
  }
}

export interface FigureRow extends Parts {
  value: string
}
/** The same figure split by time or by one dimension; rows without a key (no unit yet) have the key ''. */
export async function figureBy(tx: Tx, catalog: LedgerCatalog, query: FigureQuery, by: By): Promise<FigureRow[]> {
  const { ledger, metric } = getMetric(catalog, query.metric)
  if (isUnranked(metric, by))
    throw invalid('metrics.not-ranked', `${metric.label}不能按单位或网格排列：${metric.notScored}。`)
  return rowsOf(ledger, metric, query, by, await partsOf(tx, catalog, query, by))
}

/** Where the law forbids to rank units by it. */
const isUnranked = ({ notScored }: Metric, by: By) => notScored !== undefined && (by === 'unit' || by === 'grid')

function rowsOf(ledger: Ledger, metric: Metric, query: FigureQuery, by: By, rows: readonly Parts[]): FigureRow[] {
  const mixed = isMixed(metric, query, by)
  return rows.map((row) => ({ ...row, value: mixed ? '—' : printed(ledger, metric, row.num, row.den) }))
}

/** Every figure of a ledger in a period, each split as well if asked and allowed. The kept days of all that are counted over
 *  days are summed in one pass, those of all that stand at its end in another. */
export async function figuresOf(
  tx: Tx,
  catalog: LedgerCatalog,
  ledgerId: string,
  period: Period,
  by?: By,
): Promise<(FigureValue & { rows?: FigureRow[] })[]> {
  const ledger = getLedger(catalog, ledgerId)
  const asked = Object.entries(ledger.metrics).map(([name, metric]) => ({
    metric,
    query: { metric: `${ledger.id}.${name}`, ...period },
  }))
  const kept = asked.filter(({ metric }) => metric.kind !== 'distinct')
  const idsOf = (stock: boolean) =>
    kept.filter(({ metric }) => isStock(metric) === stock).map(({ query }) => query.metric)
  const [flows, stocks] = [idsOf(false), idsOf(true)]
  await recountDirty(tx, ledger, stocks.length ? sinceEver(period) : period)
  const sums = new Map([
    ...(await sumDays(tx, flows, period, undefined, by)),
    ...(await sumDays(tx, stocks, sinceEver(period), undefined, by)),
  ])
  const figures: (FigureValue & { rows?: FigureRow[] })[] = []
  for (const { metric, query } of asked) {
    const parts = sums.get(query.metric)
    // Different values have no sum: they are counted for the whole and for each part.
    const value = parts ? figureValue(ledger, metric, query, totalOf(parts)) : await figure(tx, catalog, query)
    if (!by || isUnranked(metric, by)) figures.push(value)
    else if (!parts) figures.push({ ...value, rows: await figureBy(tx, catalog, query, by) })
    else figures.push({ ...value, rows: rowsOf(ledger, metric, query, by, stoodAt(metric, parts, query, by)) })
  }
  return figures
}
const totalOf = (parts: readonly Parts[]): Sums =>
  parts.reduce((all, { num, den }) => ({ num: all.num + num, den: all.den + den }), none)

/** What each entry of a sum or a ratio counts for: the field it is in. */
export function amountField(ledger: Ledger, metric: Metric, part: 'num' | 'den' = 'den'): Field | undefined {
  if (metric.kind === 'sum') return ledger.fields[metric.field]
  if (metric.kind !== 'ratio') return undefined
  return ledger.fields[part === 'num' ? metric.of : metric.among]
}

/** The entries a figure was counted from, newest day first. `part: 'num'` of a share leaves out what only the denominator
 *  counts; `also` names fields that no list shows. */
export function drillRows(
  tx: Tx,
  catalog: LedgerCatalog,
  query: FigureQuery & { part?: 'num' | 'den'; limit?: number; cursor?: string; also?: readonly string[] },
): Promise<{ rows: DrillRow[]; next: string | null }> {
  const { ledger, metric } = getMetric(catalog, query.metric)
  const limit = query.limit ?? 50
  if (limit < 1 || limit > 10_000) throw invalid('metrics.limit', '每页条数应在1到10000之间。')
  const counted = countedBy(ledger, metric, tx.tenant, scopeOf(query))
  const part = isRate(metric) ? (query.part ?? 'den') : 'all'
  const amount = metric.kind === 'sum' ? 'num' : metric.kind === 'ratio' ? (query.part ?? 'den') : undefined
  return drillEntries(tx, ledger, counted, {
    part,
    limit,
    ...(amount ? { amount } : {}),
    ...(query.cursor ? { cursor: query.cursor } : {}),
    ...(query.also ? { also: query.also } : {}),
    ...(query.asOf === undefined ? {} : { asOf: query.asOf }),
  })
}
