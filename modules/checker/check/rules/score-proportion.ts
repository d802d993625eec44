import type { Understanding } from '../../understand/index.ts'
import type { Quantity } from '../../understand/quantities.ts'
import { everyMention, type ScoreNode, scoresOf } from '../../understand/scores.ts'
import { points, printed } from '../points.ts'
import type { Outcome, Rule } from '../rule.ts'
import { slipOf, slipSentence } from '../slip.ts'

/** 清运率（8分）…完成目标的99%，按比例得7.92分: the share that is said, of the points that are said. */
export const scoreProportion: Rule = {
  id: 'score-sum.proportion',
  kind: 'score-sum',
  title: '写明按比例计分的，得分应等于分值×完成比例',
  source: '得分＝分值×完成率',
  fails: [
    '（1）垃圾按期清运率（8分）。全年按期清运率94.05%，相当于目标值的99.00%，按比例得7.29分。',
    '（2）泊位施划数量（10分）。施划1080个，完成年度目标的90%，按比例计分得9.9分。',
    '预算执行率（满分10分），全年执行率97.12%，按执行率计得9.17分。',
  ],
  holds: [
    '（1）垃圾按期清运率（8分）。全年按期清运率94.05%，相当于目标值的99.00%，按比例得7.92分。',
    '（2）泊位施划数量（10分）。施划1080个，完成年度目标的90%，按比例扣分后得8分。',
    '（3）公厕改造（6分）。完成目标的95.5%，按比例得5.7分。预算执行率（满分10分），全年执行率97.12%，按执行率计得9.71分。执行率（10分）为97.126%，按比例得9.7分。',
  ],
  *check(doc) {
    const lines = new Map<number, ScoreNode[]>()
    for (const node of everyMention(scoresOf(doc)))
      if (node.from === 'prose') lines.set(node.line, [...(lines.get(node.line) ?? []), node])
    for (const nodes of lines.values())
      for (const { weight, got } of nodes) {
        // （1）清运率（8分）。…按期清运率94.05%…，得7.92分: the only points of the line are its own.
        const weights = new Set(nodes.flatMap((node) => node.weight ?? []))
        const outcome = got && judged(doc, weight ?? (weights.size === 1 ? [...weights][0] : undefined), got)
        if (outcome) yield outcome
      }
  },
}

const before =
  /(?:(?:目标|任务|计划)(?:值|任务|数)?的|(?:预算|资金|项目)*(?:执行|完成)率(?:为|达到?)?)(\d{1,3}(?:\.\d+)?)%[，,](?:故|因此)?按(?:照)?(?:该|此|实际)?(?:完成)?(?:比例|执行率|完成率)(?:折算|计算|计分|计|折合)?(?:后)?(?:应|实)?得(?:分)?(?:为)?$/

function judged(doc: Understanding, weight: Quantity | undefined, got: Quantity): Outcome | undefined {
  if (!weight || got.start < weight.end || got.value > weight.value) return undefined
  const [, digits] = before.exec(doc.folded.text.slice(Math.max(weight.end, got.start - 60), got.start)) ?? []
  const share = Number(digits)
  if (!digits || share > 100) return undefined
  const should = Number(((weight.value * share) / 100).toFixed(6))
  const formula = `${points(weight.value)} × ${digits}% = ${points(should)}`
  const places = [got, weight]
  // Cut off or rounded, at the last place that is printed, and of a share that is itself rounded.
  if (Math.abs(should - got.value) <= got.step * 1.001 + weight.value * 1e-4)
    return { verdict: 'consistent', formula, places }
  const rounded = Number(should.toFixed(2))
  const slip = slipOf(got, rounded)
  return {
    verdict: 'wrong',
    severity: slip ? 'error' : 'question',
    certainty: slip ? 0.9 : 0.7,
    message: `分值${points(weight.value)}分，按${digits}%计应得${points(rounded)}分，文中写得${printed(doc, got)}分${slip ? `（${slipSentence(slip)}）` : ''}。`,
    formula: `${formula} ≠ ${points(got.value)}`,
    claimed: printed(doc, got),
    computed: points(rounded),
    places,
  }
}
