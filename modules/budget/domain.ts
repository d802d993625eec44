import { Decimal } from 'decimal.js'

/** A line of the budget: a project, or a kind of basic spending. All amounts in 分. */
export interface BudgetLine {
  /** The project's code, `people` or `public`. */
  code: string
  name: string
  budgetType: string
  /** Approved at the start of the year. */
  initial: number
  /** The sum of what was added and cut since. */
  adjusted: number
  paid: number
}
export interface ExecutedLine extends BudgetLine {
  /** 全年预算数 = 年初 + 调整: the denominator of the execution rate, not the budget at the start (rules B-08). */
  full: number
  /** Percent with two decimals, half up; null when there is no budget to divide by. */
  rate: string | null
  /** Why the rate is missing or asks for an explanation. */
  question?: string
}
export interface ExecutionTable {
  lines: ExecutedLine[]
  totals: Omit<ExecutedLine, 'code' | 'budgetType'>
}

/** 财政拨款 is what comes out of these three budgets, as the 财政拨款收支 tables of a 部门决算 add it up. */
const fiscal = new Set(['general', 'government-fund', 'state-capital'])
export const isFiscal = ({ budgetType }: Pick<BudgetLine, 'budgetType'>): boolean => fiscal.has(budgetType)

/** Percent of two amounts, two decimals, half up. No budget, no rate: not zero (rules B-08). */
export const rateOf = (paid: number, full: number): string | null =>
  full === 0 ? null : new Decimal(paid).times(100).div(full).toFixed(2, Decimal.ROUND_HALF_UP)

/** 万元 with two decimals, half up: `302.19`. */
export const inWan = (fen: number): string => new Decimal(fen).div(1_000_000).toFixed(2, Decimal.ROUND_HALF_UP)

/** A year's early warning: below this rate the report must say why (report of a real bureau: 70 %). */
const LOW_RATE = 70
/** A change of more than 30 % of the year-start budget asks for a reason (rules B-19). */
const LARGE_CHANGE = 30

function questionOf(line: BudgetLine, full: number, rate: string | null): string | undefined {
  if (rate === null) {
    if (line.paid === 0) return undefined
    return `${line.name}没有预算数却支出${inWan(line.paid)}万元，无法计算执行率；请补登年初预算或预算调整。`
  }
  if (full < 0) return `${line.name}全年预算数为负（${inWan(full)}万元）；请核对预算调整。`
  if (line.paid > full)
    return `${line.name}执行率${rate}%，超过100%；是否用了上年结转资金？如是，结转资金也应计入全年预算数。`
  const change = rateOf(Math.abs(line.adjusted), line.initial)
  if (change !== null && new Decimal(change).gt(LARGE_CHANGE))
    return `${line.name}年中调整幅度${change}%，超过${LARGE_CHANGE}%；请说明调整原因。`
  if (new Decimal(rate).lt(LOW_RATE)) return `${line.name}执行率${rate}%，低于${LOW_RATE}%；请说明原因。`
  return undefined
}

function executed<L extends BudgetLine>(line: L): L & ExecutedLine {
  const full = line.initial + line.adjusted
  const rate = rateOf(line.paid, full)
  const question = questionOf(line, full, rate)
  return { ...line, full, rate, ...(question ? { question } : {}) }
}

const total = (lines: readonly BudgetLine[], of: (line: BudgetLine) => number) =>
  lines.reduce((sum, line) => sum + of(line), 0)

/** 年初预算、全年预算、全年执行、执行率 of each line and of all of them. The total's rate is of the totals. */
export function executionTable(lines: readonly BudgetLine[]): ExecutionTable {
  const {
    code: _code,
    budgetType: _type,
    ...totals
  } = executed({
    code: '',
    name: '合计',
    budgetType: '',
    initial: total(lines, (line) => line.initial),
    adjusted: total(lines, (line) => line.adjusted),
    paid: total(lines, (line) => line.paid),
  })
  return { lines: lines.map(executed), totals }
}
