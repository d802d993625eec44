import type { Understanding } from '../../understand/index.ts'
import { base, type Quantity } from '../../understand/quantities.ts'
import { everyNode, type FundRow, type ScoreNode, scoresOf } from '../../understand/scores.ts'
import { type Executed, executionOf } from '../execution.ts'
import { near } from '../numbers.ts'
import { points, printed } from '../points.ts'
import type { Outcome, Rule } from '../rule.ts'
import { slipOf, slipSentence } from '../slip.ts'

const form = (score: string) =>
  [
    '项目资金（万元）|年初预算数|全年预算数（A）|全年执行数（B）|分值|执行率（B/A）|得分',
    `年度资金总额|60|80|72|10|90%|${score}`,
    '其中：当年财政拨款|60|80|72|—|90%|—',
  ].join('\n')

/** The score of the execution row is its points times the rate of execution. */
export const executionScore: Rule = {
  id: 'score-sum.execution',
  kind: 'score-sum',
  title: '预算执行率得分＝执行率×分值，不超过分值',
  source: '财预〔2020〕10号附件自评表：执行率＝全年执行数÷全年预算数，得分＝执行率×该指标分值',
  fails: [
    form('6'),
    '全年预算数200万元，全年执行数188.14万元，预算执行率94.07%。\n预算执行率指标满分20分，执行率94.70%，得18.81分。',
  ],
  holds: [
    form('9'),
    '全年预算数200万元，全年执行数188.14万元，预算执行率94.07%。\n预算执行率指标满分20分，执行率94.07%，得18.81分。',
  ],
  *check(doc) {
    const { sheets } = scoresOf(doc)
    for (const { funds } of sheets)
      for (const row of funds) {
        const outcome = judged(doc, row)
        if (outcome) yield outcome
      }
    for (const node of everyNode(scoresOf(doc))) {
      const row = rowOf(doc, node)
      const outcome = row && judged(doc, row, true)
      if (outcome) yield outcome
    }
  },
}

/** 预算执行率（10分）：…执行率90%，得9分. */
function rowOf(doc: Understanding, { name, actual, weight, got, place, from, parts }: ScoreNode): FundRow | undefined {
  if (parts.length || from === 'table') return undefined
  const said = /执行率(?:指标)?(?:自评)?得分?(?:为|：)?$/.test(
    doc.folded.text.slice(place.start, got?.start ?? place.start),
  )
  if (!said && !/预算执行率?|资金执行率?|执行率$/.test(name)) return undefined
  if (actual?.unit.dimension !== 'percent' || !weight || !got || weight === got) return undefined
  return { name: said ? '预算执行率' : name, place, rate: actual, weight, got, part: false }
}

function judged(doc: Understanding, row: FundRow, prose = false): Outcome | undefined {
  const { budget, spent, rate, weight, got } = row
  if (!weight || !got) return undefined
  const exact = budget && spent && base(budget) > 0 ? base(spent) / base(budget) : undefined
  const shares = [exact, rate && shareOf(rate)].filter((one): one is number => one !== undefined)
  const share = shares[0]
  if (share === undefined) return undefined
  const should = Math.min(weight.value, Math.round(share * weight.value * 100) / 100)
  const formula = `${points(Math.round(share * 10000) / 100)}% × ${points(weight.value)} = ${points(should)}`
  const places = [got, weight, ...(rate ? [rate] : []), ...(spent ? [spent] : [])]
  const tolerance = Math.max(0.0101, got.step / 2)
  if (shares.some((one) => near(Math.min(weight.value, one * weight.value), got.value, tolerance)))
    return { verdict: 'consistent', formula, places }
  const other = prose && rate ? executionOf(doc) : undefined
  if (rate && other && near(other.rate * weight.value, got.value, 0.0051) && got.value < weight.value)
    return otherRate(doc, { name: row.name, got, weight }, rate, other)
  const severity = severityOf(share, got, weight, should, prose)
  return {
    verdict: 'wrong',
    severity,
    certainty: severity === 'error' ? 0.9 : 0.6,
    message: `“${row.name || '预算执行率'}”执行率${points(Math.round(share * 10000) / 100)}%、分值${points(weight.value)}分，得分应为${points(should)}分，写为${printed(doc, got)}分${severity === 'question' ? '；如执行率得分另有办法，请写明' : ''}。`,
    formula: `${formula} ≠ ${points(got.value)}`,
    claimed: printed(doc, got),
    computed: points(should),
    places,
  }
}

/** The points are those of the rate as it is told elsewhere: not they are wrong, but the rate beside them. */
function otherRate(
  doc: Understanding,
  { name, got, weight }: { name: string; got: Quantity; weight: Quantity },
  rate: Quantity,
  { rate: share, places }: Executed,
) {
  const told = `${points(Math.round(share * 10000) / 100)}%`
  const slip = slipOf(rate, Math.round(share * 10000) / 100)
  return {
    verdict: 'wrong' as const,
    kind: 'cross-reference' as const,
    severity: 'error' as const,
    certainty: slip ? 0.93 : 0.85,
    message: `“${name}”执行率写${printed(doc, rate)}%，前后文执行率为${told}，得分也是按${told}计算的${slip ? `（${slipSentence(slip)}）` : ''}。`,
    formula: `${told} × ${points(weight.value)} = ${points(got.value)} ≠ ${points(Math.round(rate.value * weight.value) / 100)} = ${printed(doc, rate)}% × ${points(weight.value)}`,
    claimed: `${printed(doc, rate)}%`,
    computed: told,
    places: [rate, got, ...places],
  }
}

/** Some offices give all points from 90% or 95% on, and none below a border: those are asked, not blamed. */
function severityOf(share: number, got: Quantity, weight: Quantity, should: number, prose: boolean) {
  if (Math.abs(got.value - should) <= 0.1) return 'rounding' as const
  if (got.value > weight.value) return 'error' as const
  const stepped = (got.value === weight.value && share >= 0.8) || (got.value === 0 && share < 0.8)
  return stepped || prose ? ('question' as const) : ('error' as const)
}

/** 90%, 90 and 0.9 are all written. */
function shareOf({ value, unit }: Quantity): number {
  if (unit.dimension === 'percent') return value / 100
  return value > 1.5 ? value / 100 : value
}
