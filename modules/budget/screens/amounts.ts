import type { Search } from '../../../kit/nav.tsx'
import { figureUrl } from '../../metrics/screens/index.ts'
import type { ExecutionLine } from './execution.ts'

/** The two lines of basic spending; every other line is a project's code. */
const basic = ['people', 'public']
export type Amount = 'initial' | 'adjusted' | 'paid'
const metrics: Record<Amount, string> = {
  initial: 'fund.initial',
  adjusted: 'adjustment.amount',
  paid: 'payment.amount',
}

/** Where an amount of a line comes from: the figure that counts it, narrowed to the line. */
export function amountAddress(line: ExecutionLine, amount: Amount, year: number, asOf: number | null) {
  const isBasic = basic.includes(line.project)
  const metric = amount === 'paid' && isBasic ? 'basic-spending.amount' : metrics[amount]
  const search: Search = {
    period: String(year),
    'where.class': line.project,
    ...(isBasic && amount === 'paid' ? {} : { 'where.channel': line.budgetType }),
    named: line.name,
    ...(asOf === null ? {} : { asOf: String(asOf) }),
  }
  return { to: figureUrl(metric), search }
}
