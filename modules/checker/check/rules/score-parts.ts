import type { Understanding } from '../../understand/index.ts'
import type { Quantity } from '../../understand/quantities.ts'
import { everyNode, gotOf, type ScoreNode, scoresOf } from '../../understand/scores.ts'
import { equalPoints, nameOf, points, printed, roundingPoints, stretch, sumOfPoints } from '../points.ts'
import type { Outcome, Rule } from '../rule.ts'
import { slipOf, slipSentence } from '../slip.ts'

type Slot = 'weight' | 'deducted' | 'got'
const slotWords: Record<Slot, string> = { weight: '分值', deducted: '扣分', got: '得分' }

interface Compared {
  slot: Slot
  whole: Quantity
  terms: number[]
  sum: number
  fit: 'equal' | 'rounding' | 'different'
}

/** The items of a group add up to it: points, points lost, points got. */
export const scoreParts: Rule = {
  id: 'score-sum.group',
  kind: 'score-sum',
  title: '各项分值、扣分、得分相加应等于所属大项',
  source: '绩效自评表：一级指标的分值、得分为其下各项之和',
  fails:
    '产出指标满分20分，扣3分，完成17分。具体情况是：清扫面积达标，得满分10分；清运率98%（目标值100%，满分10分，扣2分）得8分。',
  holds: [
    '产出指标满分20分，扣2分，完成18分。具体情况是：清扫面积达标，得满分10分；清运率98%（目标值100%，满分10分，扣2分）得8分。',
    '（三）产出（分值20分，得18.8分）\n1.产出数量（分值12分，得11.2分）。整治完成28条，完成率93.33%，按完成率计分得11.2分。\n2.产出时效（分值8分，得7.6分）。按期完工率95%，按比例得7.6分。',
    '（二）产出指标（30分）\n1.数量指标（18分，得17分）。补植苗木完成95%，扣1分。\n2.质量指标（12分，得11.5分）。局部退化，扣0.5分。\n产出指标两项合计得28.5分，扣1.5分。',
  ],
  *check(doc) {
    for (const node of everyNode(scoresOf(doc))) {
      if (!node.parts.length || isSheetRoot(node)) continue
      const all = (['weight', 'deducted', 'got'] as const).flatMap((slot) => compare(node, slot) ?? [])
      const compared = node.partial ? all.filter(({ fit }) => fit === 'equal') : all
      for (const one of compared) yield outcomeOf(doc, node, one, compared)
    }
  },
}

/** The total of a table has a rule of its own. */
const isSheetRoot = (node: ScoreNode) => node.from === 'table' && node.name === '总分'

function compare(node: ScoreNode, slot: Slot): Compared | undefined {
  const whole = node[slot]
  if (!whole) return undefined
  const terms = node.parts.map((part) => slotOf(part, slot))
  if (terms.some((term) => term === undefined)) return undefined
  const sum = sumOfPoints(terms)
  const value = slot === 'deducted' ? Math.abs(whole.value) : whole.value
  const fit = equalPoints(sum, value) ? 'equal' : roundingPoints(sum, value, terms.length) ? 'rounding' : 'different'
  return { slot, whole, terms: terms as number[], sum, fit }
}

function slotOf(part: ScoreNode, slot: Slot): number | undefined {
  if (slot === 'got') return gotOf(part)
  const own = part[slot]
  if (own) return Math.abs(own.value)
  if (slot === 'deducted') return part.got && (!part.weight || part.got.value === part.weight.value) ? 0 : undefined
  return undefined
}

function outcomeOf(doc: Understanding, node: ScoreNode, one: Compared, all: readonly Compared[]): Outcome {
  const { slot, whole, sum, fit, terms } = one
  const kind = slot === 'weight' ? 'weight-sum' : 'score-sum'
  const formula = `${terms.map(points).join(' + ')} = ${points(sum)}`
  if (fit === 'equal') return { verdict: 'consistent', kind, formula, places: [whole, ...stretch(node.parts)] }
  const slip = slipOf(whole, sum)
  // Not all that was taken off need be told.
  const open = slot === 'deducted' && !node.weight && sum < Math.abs(whole.value)
  const sure = !open && (isSure(node, one, all) || slip !== undefined)
  return {
    verdict: 'wrong',
    kind,
    severity: fit === 'rounding' ? 'rounding' : sure ? 'error' : 'question',
    certainty: sure ? 0.95 : 0.6,
    message: `“${nameOf(node)}”${slotWords[slot]}写${printed(doc, whole)}分，其下各项${slotWords[slot]}相加为${points(sum)}分${slip ? `（${slipSentence(slip)}）` : sure ? '' : '，请核对是否有未列出的指标'}。`,
    formula: `${formula} ≠ ${points(Math.abs(whole.value))}`,
    claimed: printed(doc, whole),
    computed: points(sum),
    places: [whole, ...stretch(node.parts)],
  }
}

/** The list of parts is complete: another sum of it holds, or it holds more than the whole, or the words say so. */
function isSure(node: ScoreNode, { slot, sum, whole }: Compared, all: readonly Compared[]): boolean {
  if (all.some((other) => other.slot !== slot && other.fit === 'equal' && other.sum > 0)) return true
  if (sum > Math.abs(whole.value)) return node.closed || node.parts.length > 1
  return node.closed && node.parts.length > 1 && all.length === 1
}
