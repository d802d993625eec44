import { every } from '../../understand/every.ts'
import type { Understanding } from '../../understand/index.ts'
import type { Quantity } from '../../understand/quantities.ts'
import { clauseBefore, namesSame, residue } from '../../understand/scores/names.ts'
import { everyMention, type ScoreNode, scoresOf } from '../../understand/scores.ts'
import { equalPoints, nameOf, points, printed, wholePlace } from '../points.ts'
import type { Outcome, Rule } from '../rule.ts'

/** 满分 a 分，扣 b 分，得 c 分: a − b = c, and nothing gets more than its points. */
export const scoreArithmetic: Rule = {
  id: 'score-sum.item',
  kind: 'score-sum',
  title: '分值减扣分应等于得分，得分不超过分值',
  source: '《项目支出绩效评价管理办法》（财预〔2020〕10号）：各项指标得分不超过该指标权重',
  fails: '设施完好率98%（目标值100%，满分5分，扣1分）得3分。',
  holds: '设施完好率98%（目标值100%，满分5分，扣1分）得4分；机扫率达标，分值10分，得10分。',
  *check(doc) {
    for (const node of everyMention(scoresOf(doc))) {
      const outcome = subtracted(doc, node) ?? tooMany(doc, node)
      if (outcome) yield outcome
    }
  },
}

function subtracted(doc: Understanding, node: ScoreNode): Outcome | undefined {
  const { weight, deducted, got } = node
  if (!weight || !deducted || !got) return undefined
  const lost = Math.abs(deducted.value)
  const should = weight.value - lost
  const formula = `${points(weight.value)} − ${points(lost)} = ${points(should)}`
  if (equalPoints(should, got.value)) return { verdict: 'consistent', formula, places: [wholePlace(node)] }
  if (deducted.start > got.end && equalPoints(weight.value - lossesBehind(doc, node, deducted), got.value))
    return undefined
  return {
    verdict: 'wrong',
    severity: 'error',
    certainty: 0.97,
    message: `“${nameOf(node)}”分值${points(weight.value)}分，扣${points(lost)}分，应得${points(should)}分，文中写得${printed(doc, got)}分。`,
    formula: `${formula} ≠ ${points(got.value)}`,
    claimed: printed(doc, got),
    computed: points(should),
    places: [got, weight, deducted, wholePlace(node)],
  }
}

const loss = /(满分|得)?分?扣(?:减|除|了)?(\d+(?:\.\d+)?)分/g
/** 得4分。3条缺页，扣1分；2条变更后补，扣1分: all that is taken off in the paragraph, as far as another score. */
function lossesBehind({ folded: { text, lines } }: Understanding, { line }: ScoreNode, deducted: Quantity): number {
  const words = text.slice(deducted.start - 2, lines[line]?.end)
  const own = words.split(/满分|得\d/)[0] ?? ''
  return every(own, loss).reduce((sum, [, , points]) => sum + Number(points), 0)
}

function tooMany(doc: Understanding, node: ScoreNode): Outcome | undefined {
  const { weight, got } = node
  if (!weight || !got || weight === got || weight.unit.dimension === 'percent') return undefined
  if (got.value <= weight.value + 1e-9 || !besides(doc, node)) return undefined
  return {
    verdict: 'wrong',
    severity: 'error',
    certainty: 0.95,
    message: `“${nameOf(node)}”得${printed(doc, got)}分，超过了它的分值${printed(doc, weight)}分。`,
    formula: `${points(got.value)} > ${points(weight.value)}`,
    claimed: printed(doc, got),
    computed: `≤${points(weight.value)}`,
    places: [got, weight],
  }
}

/** In running text the two must stand side by side, with no other name between them that the score may be about. */
function besides({ folded }: Understanding, { from, weight, got, name }: ScoreNode): boolean {
  if (from === 'table') return true
  const [one, other] = [weight as Quantity, got as Quantity].sort((a, b) => a.start - b.start) as [Quantity, Quantity]
  const between = folded.text.slice(one.end, other.start)
  const behind = /^[^。；;\n]*/.exec(folded.text.slice(other.end, other.end + 14))?.[0] ?? ''
  if (/[。；;\n]|其中|包括/.test(between) || /折算|换算|折合|百分制/.test(between + behind)) return false
  const clause = clauseBefore(between, between.length)
  return residue(clause).length <= 3 || namesSame(clause, name)
}
