import { every } from '../../understand/every.ts'
import type { Understanding } from '../../understand/index.ts'
import type { Quantity } from '../../understand/quantities.ts'
import { clauseBefore, namesSame, residue } from '../../understand/scores/names.ts'
import { everyMention, type ScoreNode, scoresOf } from '../../understand/scores.ts'
import { equalPoints, nameOf, points, printed, wholePlace } from '../points.ts'
import type { Outcome, Rule } from '../rule.ts'

const section = (summary: string) =>
  `（二）过程指标（30分）\n1.资金管理（14分，得12.5分）。个别凭证附件不全，扣1.5分。\n2.资产管理（10分，得8分）。盘点不及时，扣2分。\n3.内控管理（6分，得5分）。制度未更新，扣1分。\n${summary}\n（三）效益指标（40分）\n1.社会效益（40分，得40分）。`

/** 满分 a 分，扣 b 分，得 c 分: a − b = c, and nothing gets more than its points. */
export const scoreArithmetic: Rule = {
  id: 'score-sum.item',
  kind: 'score-sum',
  title: '分值减扣分应等于得分，得分不超过分值',
  source: '《项目支出绩效评价管理办法》（财预〔2020〕10号）：各项指标得分不超过该指标权重',
  fails: [
    '设施完好率98%（目标值100%，满分5分，扣1分）得3分。',
    section('过程指标三项合计得25.5分，扣3.5分。'),
    section('过程指标共扣3.5分，得25.5分。'),
    section('以上三项合计得25.5分，扣3.5分。'),
    section('过程指标小计得25.5分，共扣3.5分。'),
  ],
  holds: [
    '设施完好率98%（目标值100%，满分5分，扣1分）得4分；机扫率达标，分值10分，得10分。',
    section('过程指标三项合计得25.5分，扣4.5分。'),
    section('过程指标共扣4.5分，得25.5分。'),
    section('上述三项共得25.5分，扣4.5分。'),
    section('过程指标小计得25.5分，共扣4.5分。'),
  ],
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
  if (isMadeUp(node)) return lostWrongly(doc, node)
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

/** Its items have all its points, and got exactly what it got: what it lost is the figure that is wrong. */
function isMadeUp({ weight, got, parts }: ScoreNode): boolean {
  const items = parts.filter((part) => part.weight)
  const all = (slot: 'weight' | 'got') => items.reduce((sum, part) => sum + (part[slot]?.value ?? Number.NaN), 0)
  return items.length > 1 && equalPoints(all('weight'), weight?.value ?? 0) && equalPoints(all('got'), got?.value ?? 0)
}

function lostWrongly(doc: Understanding, node: ScoreNode): Outcome {
  const { weight, deducted, got } = node as Required<Pick<ScoreNode, 'weight' | 'deducted' | 'got'>> & ScoreNode
  const lost = points(weight.value - got.value)
  const formula = `${points(weight.value)} − ${points(got.value)} = ${lost}`
  return {
    verdict: 'wrong',
    kind: 'deduction',
    severity: 'error',
    certainty: 0.97,
    message: `“${nameOf(node)}”分值${points(weight.value)}分，其下各项相加得${points(got.value)}分，应扣${lost}分，文中写扣${printed(doc, deducted)}分。`,
    formula: `${formula} ≠ ${points(Math.abs(deducted.value))}`,
    claimed: printed(doc, deducted),
    computed: lost,
    places: [deducted, got, weight, wholePlace(node)],
  }
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
