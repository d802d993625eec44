import type { Fact, Understanding } from '../../understand/index.ts'
import { base, isExact } from '../../understand/quantities.ts'
import { figures, inUnitOf, printed } from '../measure.ts'
import { clean, near } from '../numbers.ts'
import { quotientFit } from '../ratio.ts'
import type { Outcome, Rule } from '../rule.ts'
import { slipOf } from '../slip.ts'

const left = /(?<!年初|上年)(?:结余|结转结余|结转和结余|剩余|未执行|未支付)(?:资金|金额)?$/
const spent = /支出|执行|支付/
const budget = /预算|安排|下达|到位|批复/

/** 支出2743.17万元，执行率98.00%，年末结余59.58万元: the budget stands in another sentence; the rate says which it is. */
export const differenceLeft: Rule = {
  id: 'difference.left',
  kind: 'difference',
  title: '结余等于前文的全年预算减支出',
  source: '财预〔2020〕10号附件：全年预算数－全年执行数＝结转结余（B-16）',
  fails: '全年预算数为2799.15万元。支出2743.17万元，预算执行率98.00%，年末结转结余59.58万元。',
  holds: '全年预算数为2799.15万元。支出2743.17万元，预算执行率98.00%，年末结转结余55.98万元。',
  *check(doc) {
    for (const { facts } of doc.sentences)
      for (const [at, rest] of facts.entries()) {
        if (rest.unit.dimension !== 'money' || !isExact(rest) || !left.test(rest.label)) continue
        const before = facts.slice(0, at)
        const out = before.findLast(
          (fact) => fact.unit.dimension === 'money' && isExact(fact) && spent.test(fact.label),
        )
        const rate = before.findLast((fact) => fact.unit.dimension === 'percent' && /执行率|支付率/.test(fact.label))
        if (
          !out ||
          !rate ||
          before.some((fact) => fact !== out && fact.unit.dimension === 'money' && budget.test(fact.label))
        )
          continue
        const whole = budgetOf(doc, out, rate)
        if (whole) yield outcome(doc, rest, out, whole)
      }
  },
}

/** The budget told before of which the rate is the rate. */
const budgetOf = ({ facts }: Understanding, out: Fact, rate: Fact): Fact | undefined =>
  facts.findLast(
    (fact) =>
      fact.start < out.start &&
      fact.unit.dimension === 'money' &&
      isExact(fact) &&
      base(fact) > 0 &&
      budget.test(fact.label) &&
      quotientFit(rate, { top: out, bottom: fact, value: (base(out) / base(fact)) * 100 }) === 'equal',
  )

function outcome({ folded: { text } }: Understanding, rest: Fact, out: Fact, whole: Fact): Outcome {
  const should = base(whole) - base(out)
  const formula = `${printed(text, whole.digits)} - ${printed(text, out.digits)} = ${inUnitOf(rest, should)}`
  const places = [rest, whole, out]
  if (near(should, base(rest), rest.step * rest.unit.factor * 0.5)) return { verdict: 'consistent', formula, places }
  const slip = figures(rest) >= 3 && slipOf(rest, clean(should / rest.unit.factor))
  return {
    verdict: 'wrong',
    severity: slip ? 'error' : 'question',
    certainty: slip ? 0.85 : 0.6,
    message: `“${rest.label}”写为 ${printed(text, rest)}，按前文预算减支出为 ${inUnitOf(rest, should)}；如有收回、注销等，请写明。`,
    formula: `${formula} ≠ ${printed(text, rest)}`,
    claimed: printed(text, rest),
    computed: inUnitOf(rest, should),
    places,
  }
}
