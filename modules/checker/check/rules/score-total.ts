import type { Understanding } from '../../understand/index.ts'
import { gotOf, type ScoreNode, type StatedTotal, scoresOf, weightOf } from '../../understand/scores.ts'
import { executionOf } from '../execution.ts'
import { equalPoints, nameOf, points, printed, roundingPoints, stretch, sumOfPoints } from '../points.ts'
import type { Outcome, Rule, Wrong } from '../rule.ts'
import { slipOf, slipSentence } from '../slip.ts'

/** The stated total against what the items add up to, or can add up to at most. */
export const scoreTotal: Rule = {
  id: 'score-total.items',
  kind: 'score-total',
  title: '总分应等于各项得分之和',
  source: '财预〔2020〕10号：总分由各项指标得分汇总形成',
  fails: [
    '满意度指标（10分），得10分。\n其中投入指标15分，得13.8分；过程指标25分，得24.0分；产出指标35分，得34.2分；效益指标（含满意度）25分，得24.5分。总分100分，合计得95.5分。',
    '部门整体绩效自评得分93分。\n目标1（40分）市容管理。\n产出指标满分40分，扣5分，完成35分。\n目标2（40分）环卫管理。\n产出指标满分40分，扣4分，完成36分。',
  ],
  holds: [
    '自评得分96.80分。\n（一）预算执行率，分值10分，得分9.72分。\n（二）产出指标，分值50分，得分48.58分。其中：\n清扫，分值25分，得分25分；\n照明，分值25分，得分23.08分。\n（三）效益指标，分值40分，得分39分。',
    '部门整体绩效自评得分91分。预算数100万元，执行数100万元，执行率100%。\n目标1（40分）市容管理。\n产出指标满分40分，扣5分，完成35分。\n目标2（40分）环卫管理。\n产出指标满分40分，扣4分，完成36分。',
  ],
  *check(doc) {
    const { tops, totals } = scoresOf(doc)
    // What a body that scored again says behind its own total is none of this one.
    const others = new Set(totals.flatMap(({ whole, parts }) => (whole ? [] : parts)))
    const all = countable(tops.filter((node) => !others.has(node)))
    const stated = totals.filter(({ whole }) => whole)
    for (const total of stated.slice(0, 3)) {
      // What stands in the paragraph of the total and has all the points is what it is made of.
      const own = all.filter(({ line, place }) => line === total.quantity.line && place.start < total.quantity.start)
      const parts = own.length >= 2 && equalPoints(summed(own).weight, 100) ? own : all
      const outcome = parts.length >= 2 ? judged(doc, parts, total) : undefined
      if (outcome) yield outcome
    }
  },
}

/** Goals or first-level indicators with what they got. */
const countable = (tops: readonly ScoreNode[]): ScoreNode[] => tops.filter((node) => gotOf(node) !== undefined)

interface Summed {
  got: number
  weight: number
  weighted: boolean
}

function summed(parts: readonly ScoreNode[]): Summed {
  const weights = parts.map(weightOf)
  return { got: sumOfPoints(parts.map(gotOf)), weight: sumOfPoints(weights), weighted: !weights.includes(undefined) }
}

/** What a group got by its items, where their points are all of its own. */
function fromBelow(node: ScoreNode): number {
  const got = gotOf(node) ?? 0
  const weights = node.parts.map((part) => part.weight?.value)
  if (!node.weight || !node.parts.length || weights.includes(undefined)) return got
  if (node.parts.some((part) => gotOf(part) === undefined)) return got
  const all = (weights as number[]).reduce((sum, one) => sum + one, 0)
  return equalPoints(all, node.weight.value) ? node.parts.reduce((sum, part) => sum + (gotOf(part) ?? 0), 0) : got
}

function judged(doc: Understanding, parts: readonly ScoreNode[], total: StatedTotal): Outcome | undefined {
  const { got, weight, weighted } = summed(parts)
  const value = total.quantity.value
  const formula = `${parts.map((part) => points(gotOf(part) ?? 0)).join(' + ')} = ${points(got)}`
  const places = [total.quantity, ...stretch(parts)]
  if (equalPoints(got, value)) return { verdict: 'consistent', formula, places }
  const below = parts.map(fromBelow)
  const again = below.reduce((sum, one) => sum + one, 0)
  // A group that is not the sum of its items has a finding of its own; the total may be right all the same.
  if (equalPoints(again, value))
    return { verdict: 'consistent', formula: `${below.map(points).join(' + ')} = ${points(again)}`, places }
  if (weighted && weight >= 70 && weight < 100) return open(doc, parts, total, { got, weight, weighted })
  const slip = slipOf(total.quantity, got)
  if (weighted && equalPoints(weight, 100))
    return wrong(doc, total, got, formula, places, roundingPoints(got, value, parts.length) ? 'rounding' : 'error')
  return slip && got > 60 && got <= 100 ? wrong(doc, total, got, formula, places, 'error') : undefined
}

function wrong(
  doc: Understanding,
  { quantity }: StatedTotal,
  got: number,
  formula: string,
  places: Wrong['places'],
  severity: Wrong['severity'],
): Wrong {
  const slip = slipOf(quantity, got)
  return {
    verdict: 'wrong',
    severity,
    certainty: 0.93,
    message: `自评总分写${printed(doc, quantity)}分，所列各项得分相加为${points(got)}分${slip ? `（${slipSentence(slip)}）` : ''}。`,
    formula: `${formula} ≠ ${points(quantity.value)}`,
    claimed: printed(doc, quantity),
    computed: points(got),
    places,
  }
}

/** Points that are not listed, mostly those for execution: the total lies between none and all of them. */
function open(
  doc: Understanding,
  parts: readonly ScoreNode[],
  { quantity }: StatedTotal,
  { got, weight }: Summed,
): Outcome | undefined {
  const left = Number((100 - weight).toFixed(6))
  const most = got + left
  const listed = `所列${parts.length}个部分（${parts.map(nameOf).join('、')}）分值合计${points(weight)}分，得${points(got)}分`
  const executed = parts.some(({ name }) => /执行|预算/.test(name)) ? undefined : executionOf(doc)
  const likely = executed && Math.round((got + Math.min(1, executed.rate) * left) * 100) / 100
  const places = [quantity, ...stretch(parts), ...(executed?.places ?? [])]
  const sum =
    likely === undefined
      ? ''
      : `；按执行率${points(Math.round((executed?.rate ?? 0) * 10000) / 100)}%计应为${points(likely)}分`
  const base = { claimed: printed(doc, quantity), computed: points(likely ?? most), places }
  if (quantity.value > most + 1e-6)
    return {
      verdict: 'wrong',
      severity: 'error',
      certainty: 0.95,
      message: `自评总分写${printed(doc, quantity)}分，但${listed}，其余${points(left)}分即使全得，总分最多${points(most)}分${sum}。`,
      formula: `${points(got)} + ${points(left)} = ${points(most)} < ${points(quantity.value)}`,
      ...base,
    }
  if (quantity.value < got - 1e-6)
    return {
      verdict: 'wrong',
      severity: 'error',
      certainty: 0.93,
      message: `自评总分写${printed(doc, quantity)}分，但${listed}，总分不应更少${sum}。`,
      formula: `${points(got)} > ${points(quantity.value)}`,
      ...base,
    }
  if (likely === undefined) return undefined
  if (scoresOf(doc).sheets.some(({ root }) => root.got && equalPoints(root.got.value, quantity.value))) return undefined
  if (Math.abs(likely - quantity.value) <= 0.1 + quantity.step / 2)
    return { verdict: 'consistent', formula: `${points(got)} + ${points(left)} × 执行率 = ${points(likely)}`, places }
  return {
    verdict: 'wrong',
    severity: 'question',
    certainty: 0.65,
    message: `自评总分写${printed(doc, quantity)}分；${listed}${sum}。未列出的${points(left)}分如何得分，请写明。`,
    formula: `${points(got)} + ${points(left)} × 执行率 = ${points(likely)}`,
    ...base,
  }
}
