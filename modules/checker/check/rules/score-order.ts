import type { Understanding } from '../../understand/index.ts'
import { type ScoreList, scoresOf } from '../../understand/scores.ts'
import { points } from '../points.ts'
import type { Outcome, Rule } from '../rule.ts'

/** A list said to be ranked stands in the order of its scores. */
export const scoreOrder: Rule = {
  id: 'order.score',
  kind: 'order',
  title: '写明按得分高低排列的，顺序应与得分一致',
  source: '逐项比较',
  fails: '各项目得分由高到低如下：\n项目名称|得分\n环卫保洁|98\n数字城管|88\n市政维护|95',
  holds: '各项目得分由高到低如下：\n项目名称|得分\n环卫保洁|98\n市政维护|95\n数字城管|88',
  *check(doc) {
    for (const list of scoresOf(doc).lists) {
      const outcome = judged(list, isRanked(doc, list))
      if (outcome) yield outcome
    }
  },
}

const isRanked = (doc: Understanding, { caption, place }: ScoreList) =>
  /(?:从|由)高(?:到|至)低|按得分(?:高低)?排|得分排[名序]/.test(
    `${doc.folded.text.slice(Math.max(0, place.start - 160), place.start)}${caption}`,
  )

function judged({ rows, place }: ScoreList, ranked: boolean): Outcome | undefined {
  const at = rows.findIndex(({ score }, index) => index > 0 && score.value > (rows[index - 1]?.score.value ?? 0))
  if (at < 0)
    return rows.length > 2
      ? { verdict: 'consistent', formula: rows.map(({ score }) => points(score.value)).join(' ≥ '), places: [place] }
      : undefined
  const [above, below] = [rows[at - 1], rows[at]]
  if (!ranked || !above || !below) return undefined
  return {
    verdict: 'wrong',
    severity: 'error',
    certainty: 0.9,
    message: `所列得分应由高到低排列，但“${below.name}”${points(below.score.value)}分排在“${above.name}”${points(above.score.value)}分之后。`,
    formula: `${points(above.score.value)} < ${points(below.score.value)}`,
    claimed: points(below.score.value),
    computed: `≤${points(above.score.value)}`,
    places: [below.score, above.score],
  }
}
