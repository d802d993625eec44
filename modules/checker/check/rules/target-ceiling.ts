import type { Understanding } from '../../understand/index.ts'
import { base, isExact, type Quantity } from '../../understand/quantities.ts'
import { everyNode, scoresOf } from '../../understand/scores.ts'
import { isComparison, printed } from '../measure.ts'
import type { Rule } from '../rule.ts'
import { ceilings } from './target-budget.ts'

/** What all spending is limited by, whichever project it is of. */
const spending =
  /(?:^|[，,：:）)、|])(?:部门|整体|全年|年度)*(?:项目)?(?:支出|总成本|成本)(?:总额|成本|控制数?|控制额|规模)*[，,（(：:]?[^，,。；;\d]{0,8}$/u
const budget = /预算(?:数|总额|合计|安排|收入|支出)?$/

/** 项目支出成本≤10900万元, of a year's budget of 10620万元: it limits nothing. */
export const targetCeiling: Rule = {
  id: 'target-vs-budget.whole',
  kind: 'target-vs-budget',
  title: '支出控制目标不应高于全年预算',
  source: '财预〔2021〕101号：成本指标不得高于项目预算安排',
  fails:
    '年初预算8420.50万元，追加600.00万元，全年预算9020.50万元。\n（9）项目支出成本，目标≤9200万元，完成7650.20万元，得5分。',
  holds:
    '年初预算8420.50万元，追加600.00万元，全年预算9020.50万元。\n（9）项目支出成本，目标≤7800万元，完成7650.20万元，得5分。（10）园区总投资，目标≤32000万元。',
  *check(doc) {
    const largest = largestBudget(doc)
    if (!largest) return
    const { text } = doc.folded
    for (const target of limitsOf(doc)) {
      const places = [target, largest]
      const [one, other] = [printed(text, target), printed(text, largest)]
      if (base(target) <= base(largest)) {
        yield { verdict: 'consistent', formula: `${one} ≤ ${other}`, places }
        continue
      }
      yield {
        verdict: 'wrong',
        severity: 'question',
        certainty: 0.82,
        message: `支出控制目标写为 ${one}，高于全年预算 ${other}，起不到控制作用，请核实目标值。`,
        formula: `${one} > ${other}`,
        claimed: one,
        computed: `不高于 ${other}`,
        places,
      }
    }
  },
}

export function limitsOf(doc: Understanding): Quantity[] {
  const said = ceilings(doc)
    .filter(({ subject }) => spending.test(subject.replace(/[，,]?(?:目标值?|指标值?|计划|年度指标值?)?[≤<]?$/, '')))
    .map(({ target }) => target)
  const scored = [...everyNode(scoresOf(doc))].flatMap(({ name, target }) =>
    target?.sign === '≤' && target.quantity.unit.dimension === 'money' && spending.test(name) ? [target.quantity] : [],
  )
  return [...new Map([...said, ...scored].map((one) => [one.start, one])).values()]
}

/** Of all that is called a budget: what lies above the largest lies above the one that is meant. */
export function largestBudget({ facts }: Understanding): Quantity | undefined {
  return facts
    .filter(
      (fact) => fact.unit.dimension === 'money' && isExact(fact) && budget.test(fact.label) && !isComparison(fact),
    )
    .sort((one, other) => base(other) - base(one))[0]
}
