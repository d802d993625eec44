import type { Fact, Understanding } from '../../understand/index.ts'
import { equalPoints, points, printed } from '../points.ts'
import type { Rule } from '../rule.ts'

const total = /(?:合计|总计|共计|总分|总得分|综合得分|[，、]共)(?:得|得分|为|是)?$/
/** From one item to the next: its name, and nothing that says points lost or to be had. */
const toNext = /^[、，；;]\p{Script=Han}{2,14}?(?:得分?|为)?$/u

/** 决策9分，管理18.5分，产出38分，效果27.5分，合计93分: the total right behind a list of scores is theirs. */
export const scoreSumAfter: Rule = {
  id: 'score-sum.total-after',
  kind: 'score-sum',
  title: '所列各项得分之和等于其后的合计得分',
  source: '绩效自评表：总分为各一级指标得分之和',
  fails: [
    '自评得分：决策9分，管理18.5分，产出38分，效果27.5分，合计94分，等次为“优”。',
    '投入得9.5分、过程得27分、产出得38.2分、效益得19分，综合得分93.5分。',
  ],
  holds: [
    '自评得分：决策9分，管理18.5分，产出38分，效果27.5分，合计93分，等次为“优”。',
    '决策9分，管理18.5分，产出38分。产出扣2分，效果扣1分，管理扣1.5分，合计扣4.5分。',
    '过程得18分，产出得38分，效果得27.5分，加上预算执行得分，合计93分。',
  ],
  *check(doc) {
    for (const { facts } of doc.sentences)
      for (const [at, whole] of facts.entries()) {
        if (!isScore(whole) || !total.test(before(doc, whole))) continue
        const items = itemsBefore(doc, facts, at)
        if (items.length < FEWEST) continue
        const sum = Number(items.reduce((all, { value }) => all + value, 0).toFixed(4))
        const formula = `${items.map(({ value }) => points(value)).join(' + ')} = ${points(sum)}`
        const places = [whole, ...items]
        if (equalPoints(sum, whole.value)) yield { verdict: 'consistent', formula, places }
        else if (Math.abs(sum - whole.value) <= MOST_OFF)
          yield {
            verdict: 'wrong',
            severity: 'error',
            certainty: 0.88,
            message: `合计得分写${printed(doc, whole)}分，前列${items.length}项得分相加为${points(sum)}分。`,
            formula: `${formula} ≠ ${points(whole.value)}`,
            claimed: printed(doc, whole),
            computed: points(sum),
            places,
          }
      }
  },
}

const FEWEST = 3
/** Farther off, something was left out of the list. */
const MOST_OFF = 5

const isScore = ({ unit, bound, range, approximate }: Fact) =>
  unit.dimension === 'score' && !bound && !range && !approximate
const before = ({ folded: { text } }: Understanding, { start }: Fact) => text.slice(Math.max(0, start - 8), start)

/** The scores that stand side by side in front of a total. */
function itemsBefore({ folded: { text } }: Understanding, facts: readonly Fact[], at: number): Fact[] {
  const items: Fact[] = []
  let next = facts[at] as Fact
  for (const fact of facts.slice(0, at).reverse()) {
    if (!isScore(fact) || !toNext.test(text.slice(fact.end, next.start))) break
    items.unshift(fact)
    next = fact
  }
  return items
}
