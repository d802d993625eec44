import type { ExecutedLine } from './domain.ts'
import { isFiscal } from './domain.ts'

/** 年初预算, 全年预算 and 执行, in 分. */
export interface Amounts {
  initial: number
  full: number
  paid: number
}
/** A line with what of it was entered as carried over from last year and as money from elsewhere. */
export interface SourcedLine extends ExecutedLine {
  carried?: Amounts
  other?: Amounts
}
/** The rows below 年度资金总额: this year's appropriation, what was carried over (预算法实施条例 art. 50), all else. */
export type Source = 'current' | 'carried' | 'other'
export type BySource = Record<Source, Amounts>

const none: Amounts = { initial: 0, full: 0, paid: 0 }
const eachOf = (of: (name: keyof Amounts) => number): Amounts => ({
  initial: of('initial'),
  full: of('full'),
  paid: of('paid'),
})
export const addAmounts = (some: readonly Amounts[]): Amounts =>
  eachOf((name) => some.reduce((sum, one) => sum + one[name], 0))

/** Payments that say nothing of their source were made of the only money there was. */
function paidOfOnly(parts: BySource): BySource {
  const stated = parts.carried.paid !== 0 || parts.other.paid !== 0
  const [only, ...more] = (['current', 'carried', 'other'] as const).filter((name) => parts[name].full !== 0)
  if (stated || !only || more.length || only === 'current') return parts
  return {
    ...parts,
    current: { ...parts.current, paid: 0 },
    [only]: { ...parts[only], paid: parts.current.paid },
  }
}

/** A line by source. What says nothing of its source is this year's appropriation; out of a budget that is none of 财政拨款
 *  it is money from elsewhere. */
export function bySource(line: SourcedLine): BySource {
  const { carried = none, other = none } = line
  const rest = eachOf((name) => line[name] - carried[name] - other[name])
  if (!isFiscal(line)) return paidOfOnly({ current: none, carried, other: addAmounts([other, rest]) })
  return paidOfOnly({ current: rest, carried, other })
}

/** What of a line is 财政拨款, of this year or of the last. */
export function fiscalOf(line: SourcedLine): Amounts {
  if (!isFiscal(line)) return none
  const { current, carried } = bySource(line)
  return addAmounts([current, carried])
}
