import type { Understanding } from '../../understand/index.ts'
import type { Quantity } from '../../understand/quantities.ts'
import { type ScoreNode, type StatedTotal, scoresOf } from '../../understand/scores.ts'
import { equalPoints, points, printed, roundingPoints, sumOfPoints } from '../points.ts'
import type { Outcome, Rule } from '../rule.ts'
import { slipOf, slipSentence } from '../slip.ts'

/** 自评得分96分，其中：投入15分、过程24分 …: what is said behind the total adds up to it. */
export const scoreSaidParts: Rule = {
  id: 'score-sum.said',
  kind: 'score-sum',
  title: '总分后所列各部分得分相加应等于总分',
  source: '财预〔2020〕10号：总分由各项指标得分汇总形成',
  fails: '2023年度部门整体支出绩效自评得分96.5分，其中履职效能47.5分、管理效率48分。',
  holds: '2023年度部门整体支出绩效自评得分96.5分，其中履职效能47.5分、管理效率49分。',
  *check(doc) {
    for (const total of scoresOf(doc).totals) {
      const outcome = judged(doc, total)
      if (outcome) yield outcome
    }
  },
}

const termOf = ({ got, weight, deducted }: ScoreNode): Quantity | undefined => got ?? (deducted ? undefined : weight)

function judged(doc: Understanding, { quantity, parts }: StatedTotal): Outcome | undefined {
  const terms = parts.flatMap((part) => termOf(part) ?? [])
  if (terms.length < 2 || terms.length < parts.length) return undefined
  const sum = sumOfPoints(terms.map(({ value }) => value))
  const end = Math.max(...parts.map(({ place }) => place.end))
  const formula = `${terms.map(({ value }) => points(value)).join(' + ')} = ${points(sum)}`
  const places = [quantity, ...terms]
  if (equalPoints(sum, quantity.value)) return { verdict: 'consistent', formula, places }
  // Nothing says that these are all: 等 is open, and more figures in the sentence may belong to them.
  const rest = /^[^。\n]*/.exec(doc.folded.text.slice(end, end + 300))?.[0] ?? ''
  if (/^等|\d分(?!钟)/.test(rest)) return undefined
  const slip =
    slipOf(quantity, sum) ?? terms.map((term) => slipOf(term, term.value + quantity.value - sum)).find(Boolean)
  const weights = parts.reduce((total, { got, weight }) => total + ((got && weight?.value) || 0), 0)
  const sure = slip !== undefined || sum > quantity.value || equalPoints(weights, 100)
  // Points that are not listed, those for execution mostly, make up the rest.
  if (weights > 0 && weights < 99.9 && sum < quantity.value) return undefined
  return {
    verdict: 'wrong',
    severity: roundingPoints(sum, quantity.value, terms.length) ? 'rounding' : sure ? 'error' : 'question',
    certainty: sure ? 0.93 : 0.6,
    message: `总分写${printed(doc, quantity)}分，其后所列${terms.length}个部分相加为${points(sum)}分${slip ? `（${slipSentence(slip)}）` : ''}。`,
    formula: `${formula} ≠ ${points(quantity.value)}`,
    claimed: printed(doc, quantity),
    computed: points(sum),
    places,
  }
}
