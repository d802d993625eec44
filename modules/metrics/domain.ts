import { Decimal } from 'decimal.js'
import type { Day } from '../../platform/clock.ts'
import { addDays, isDay } from '../../platform/clock.ts'
import { invalid, notFound } from '../../platform/errors.ts'
import { isRate, type Ledger, type LedgerCatalog, type Metric } from '../ledger/index.ts'

/** A period as people write it: a year `2022`, a month `2022-03`, a day, or `2022-01-01..2022-06-30`. */
export interface Period {
  from: Day
  to: Day
}
export function readPeriod(text: string): Period {
  const range = text.split('..')
  const [from, to] = range.length === 2 ? range : [text, text]
  const first = startOf(from ?? '')
  const last = endOf(to ?? '')
  if (!first || !last || first > last || range.length > 2 || first < '2000' || last > '2101')
    throw invalid(
      'metrics.period',
      `“${text}”不是期间；可以写2022（年）、2022-03（月）、2022-03-01（日）或2022-01-01..2022-06-30，在2000年至2100年之间。`,
    )
  return { from: first, to: last }
}
const checked = (day: string) => (isDay(day) ? day : undefined)
const startOf = (text: string) =>
  checked(/^\d{4}$/.test(text) ? `${text}-01-01` : /^\d{4}-\d{2}$/.test(text) ? `${text}-01` : text)
function endOf(text: string): Day | undefined {
  if (/^\d{4}$/.test(text)) return checked(`${text}-12-31`)
  if (!/^\d{4}-\d{2}$/.test(text)) return checked(text)
  const [year, month] = text.split('-').map(Number) as [number, number]
  const next = month === 12 ? `${year + 1}-01-01` : `${year}-${String(month + 1).padStart(2, '0')}-01`
  return isDay(next) ? addDays(next, -1) : undefined
}

/** Finds `case.closed` in the declarations. */
export function getMetric(catalog: LedgerCatalog, id: string): { ledger: Ledger; name: string; metric: Metric } {
  const dot = id.indexOf('.')
  const ledger = catalog.get(id.slice(0, dot))
  const metric = ledger?.metrics[id.slice(dot + 1)]
  if (!ledger || !metric) throw notFound('metrics.unknown', `没有“${id}”这个指标；可用的指标见“统计”。`)
  return { ledger, name: id.slice(dot + 1), metric }
}

/**
 * The printed value of parts: a count or a sum as it is, a share in percent, a duration in hours, both with two decimals
 * rounded half up. A share of nothing has no value.
 */
export function printed(ledger: Ledger, metric: Metric, num: number, den: number): string {
  const ratio = (times: number, by: number) =>
    den === 0 ? '—' : new Decimal(num).times(times).div(den).div(by).toFixed(2, Decimal.ROUND_HALF_UP)
  if (isRate(metric)) return ratio(100, 1)
  if (metric.kind === 'duration') return ratio(1, 60)
  if (metric.kind !== 'sum') return String(num)
  const { kind } = ledger.fields[metric.field]!
  if (kind === 'money') return new Decimal(num).div(100).toFixed(2)
  return kind === 'quantity' ? new Decimal(num).div(1000).toString() : String(num)
}
