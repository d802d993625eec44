import { gotOf, type ScoreNode, scoresOf } from '../../understand/scores.ts'
import { equalPoints, nameOf, points, stretch, sumOfPoints } from '../points.ts'
import type { Outcome, Rule } from '../rule.ts'

/** The goals or first-level indicators of a report carry 100 points, or 80 or 90 where those of execution are not listed. */
export const weightTotal: Rule = {
  id: 'weight-sum.total',
  kind: 'weight-sum',
  title: '各目标（一级指标）分值合计应为100分',
  source: '财预〔2020〕10号：绩效自评指标权重合计为100分',
  fails:
    '部门整体绩效自评得分94分。\n一、预算执行（10分），得10分。\n二、产出指标（50分），得49分。\n三、效益指标（30分），得25分。\n四、满意度指标（100分），得10分。',
  holds:
    '部门整体绩效自评得分94分。\n一、预算执行（10分），得10分。\n二、产出指标（50分），得49分。\n三、效益指标（30分），得25分。\n四、满意度指标（10分），得10分。',
  *check(doc) {
    const { tops, totals } = scoresOf(doc)
    const said = totals.find(({ whole, parts }) => whole && parts.filter(isScored).length > 1)?.parts
    const goals = (said ?? tops).filter(isScored)
    if (goals.length < 2 || goals.length !== (said ?? tops.filter(isWeighted)).length) return
    const sum = sumOfPoints(goals.map(({ weight }) => weight?.value))
    const outcome = judged(
      goals,
      sum,
      totals.map(({ quantity }) => quantity.value),
      said !== undefined,
    )
    if (outcome) yield outcome
  },
}

const isScored = (node: ScoreNode): boolean =>
  Boolean(node.weight && node.weight.value >= 3) && gotOf(node) !== undefined

/** 总分100分 is no goal beside the others. */
const isWeighted = (node: ScoreNode): boolean =>
  Boolean(node.weight) && !(node.weight && node.weight.value >= 100 && gotOf(node) === undefined)

function judged(
  goals: readonly ScoreNode[],
  sum: number,
  totals: readonly number[],
  said: boolean,
): Outcome | undefined {
  const formula = `${goals.map(({ weight }) => points(weight?.value ?? 0)).join(' + ')} = ${points(sum)}`
  const places = [...stretch(goals)]
  // Behind a hundred points come those of the levels below.
  const upTo = (at: number) => goals.slice(0, at + 1).reduce((total, { weight }) => total + (weight?.value ?? 0), 0)
  if (goals.some((_, at) => at > 0 && equalPoints(upTo(at), 100))) return { verdict: 'consistent', formula, places }
  if ([100, 90, 80].some((whole) => equalPoints(whole, sum))) return { verdict: 'consistent', formula, places }
  const got = goals.reduce((total, goal) => total + (gotOf(goal) ?? 0), 0)
  const complete = totals.some((total) => equalPoints(total, got)) || (said && sum > 100 && goals.length > 2)
  // Only where these make up the total is it known that they are all.
  if (!complete) return undefined
  const misfit = goals.find(({ weight }) => weight && 100 - (sum - weight.value) > 0 && sum > 100)
  const first = misfit?.weight ?? goals[0]?.weight
  return {
    verdict: 'wrong',
    severity: 'error',
    certainty: 0.93,
    message: `${goals.map((goal) => `“${nameOf(goal)}”${points(goal.weight?.value ?? 0)}分`).join('、')}，分值合计${points(sum)}分，满分应为100分。`,
    formula: `${formula} ≠ 100`,
    claimed: points(sum),
    computed: '100',
    places: [...(first ? [first] : []), ...places],
  }
}
