import { type ExecutedLine, inWan, isFiscal, rateOf } from '../../budget/index.ts'
import { noRate, rateFormula } from './formula.ts'
import { dash, type FormCell, figure } from './model.ts'

export interface Amounts {
  initial: number
  full: number
  paid: number
}
type Line = Pick<ExecutedLine, 'budgetType' | keyof Amounts>

const sumOf = (lines: readonly Line[]): Amounts => ({
  initial: lines.reduce((sum, { initial }) => sum + initial, 0),
  full: lines.reduce((sum, { full }) => sum + full, 0),
  paid: lines.reduce((sum, { paid }) => sum + paid, 0),
})

/** The whole, and what of it is 财政拨款 and what is not. */
export const splitOf = (lines: readonly Line[]): Record<'all' | 'fiscal' | 'other', Amounts> => ({
  all: sumOf(lines),
  fiscal: sumOf(lines.filter(isFiscal)),
  other: sumOf(lines.filter((line) => !isFiscal(line))),
})

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
