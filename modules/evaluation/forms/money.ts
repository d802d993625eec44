import { type Amounts, addAmounts, bySource, fiscalOf, inWan, rateOf, type SourcedLine } from '../../budget/index.ts'
import { noRate, rateFormula } from './formula.ts'
import { dash, type FormCell, figure } from './model.ts'

/** The rows below 年度资金总额, in their order. */
export const sources = ['current', 'carried', 'other'] as const

/** The whole, and what of it is this year's appropriation, carried over, and from elsewhere. */
export function splitOf(lines: readonly SourcedLine[]): Record<'all' | (typeof sources)[number], Amounts> {
  const parts = lines.map(bySource)
  return {
    all: addAmounts(lines),
    current: addAmounts(parts.map(({ current }) => current)),
    carried: addAmounts(parts.map(({ carried }) => carried)),
    other: addAmounts(parts.map(({ other }) => other)),
  }
}

/** The whole, and what of it is 财政拨款 of this year or the last, and what is not. */
export function fiscalSplitOf(lines: readonly SourcedLine[]): Record<'all' | 'fiscal' | 'rest', Amounts> {
  const [all, fiscal] = [addAmounts(lines), addAmounts(lines.map(fiscalOf))]
  const rest = {
    initial: all.initial - fiscal.initial,
    full: all.full - fiscal.full,
    paid: all.paid - fiscal.paid,
  }
  return { all, fiscal, rest }
}

/** What must be said of the rows by source. */
export function sourceNotes(lines: readonly SourcedLine[]): string[] {
  const { carried } = splitOf(lines)
  return [
    '资金来源按台账登记填列；没有登记的，财政预算列为当年财政拨款，其余列为其他资金。',
    ...(carried.full > 0 && carried.paid === 0
      ? ['支付台账没有登记哪些支付用的是上年结转资金，该行执行数为零；如有，请在支付台账登记资金来源。']
      : []),
  ]
}

type More = Partial<FormCell>
/** 万元 with two decimals on paper; a spreadsheet keeps the 分. */
export const wanCell = (fen: number, more: More = {}): FormCell =>
  figure(inWan(fen), { value: fen / 1_000_000, format: '0.00', ...more })

/** A rate of two named cells; a dash where there is neither budget nor payment. */
export function rateCell(
  { full, paid }: Pick<Amounts, 'full' | 'paid'>,
  names: { full: string; paid: string },
): FormCell {
  if (full === 0 && paid === 0) return dash()
  const formula = rateFormula(names.full, names.paid)
  const percent = full > 0 ? rateOf(paid, full) : null
  if (percent === null) return figure(noRate, { formula })
  return figure(`${percent}%`, { formula, value: Number(percent) / 100, format: '0.00%' })
}
