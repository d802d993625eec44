import type { Fact, Understanding } from '../understand/index.ts'
import { base, isExact } from '../understand/quantities.ts'

export interface Executed {
  /** A share of one, from the two sums where they are printed, else as printed. */
  rate: number
  places: Fact[]
}

const rateWords = /执行率(?:为|达到?|是|：|:)?$/
const budgetWords = /预算(?:数|总额|金额|安排|总数|指标)?|年初预算|调整后预算/
const spentWords = /执行|支出|支付|使用/

/** How much of its budget the whole was executed, where the document says so of the whole. */
export function executionOf(doc: Understanding): Executed | undefined {
  for (const { facts, text } of doc.sentences) {
    if (/项目支出执行率|上年/.test(text)) continue
    const rate = facts.find(
      (fact) => fact.unit.dimension === 'percent' && isExact(fact) && rateWords.test(before(doc, fact)),
    )
    if (!rate) continue
    const money = facts.filter((fact) => fact.unit.dimension === 'money' && isExact(fact) && fact.start < rate.start)
    const budget = money.find((fact) => budgetWords.test(fact.label) && !spentWords.test(fact.label))
    const spent = money.findLast((fact) => fact !== budget && spentWords.test(fact.label))
    const exact = budget && spent ? base(spent) / base(budget) : undefined
    const agrees = exact !== undefined && Math.abs(exact * 100 - rate.value) <= rate.step
    return { rate: agrees ? (exact as number) : rate.value / 100, places: [rate, ...(agrees ? [budget!, spent!] : [])] }
  }
  return undefined
}

const before = ({ folded }: Understanding, { start }: Fact) => folded.text.slice(Math.max(0, start - 10), start)
