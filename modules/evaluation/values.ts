import { Decimal } from 'decimal.js'
import { isRate, type Ledger, type Metric } from '../ledger/index.ts'

/**
 * The value of a figure in an indicator's unit, as a decimal; undefined when there is nothing to divide by, and of what is
 * stated once a year when nobody has stated it. Shares are
 * percent, durations hours, money 元 or 万元 as the indicator says.
 */
export function valueIn(
  { ledger, metric }: { ledger: Ledger; metric: Metric },
  { num, den }: { num: number; den: number },
  measure: string,
): string | undefined {
  if (metric.stated && den === 0) return undefined
  if (isRate(metric)) return den === 0 ? undefined : percent(num, den)
  if (metric.kind === 'duration') return den === 0 ? undefined : round(new Decimal(num).div(den).div(60))
  if (metric.kind !== 'sum') return String(num)
  const { kind } = ledger.fields[metric.field]!
  if (kind === 'quantity') return new Decimal(num).div(1000).toString()
  if (kind === 'money') return new Decimal(num).div(measure === '万元' ? 1_000_000 : 100).toString()
  return String(num)
}

const round = (value: Decimal) => value.toDecimalPlaces(2, Decimal.ROUND_HALF_UP).toString()
const percent = (num: number, den: number) => round(new Decimal(num).times(100).div(den))
