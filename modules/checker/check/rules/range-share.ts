import type { Span } from '../../read/reading.ts'
import type { Understanding } from '../../understand/index.ts'
import type { Quantity } from '../../understand/quantities.ts'
import { everyNode, scoresOf } from '../../understand/scores.ts'
import { pairsOf } from '../claims.ts'
import { printed } from '../points.ts'
import type { Outcome, Rule } from '../rule.ts'

/** Shares of things that are there: never more than all of them. Completion and execution can be. */
const share =
  /(?:满意度|满意率|合格率|在线率|可用率|正常率|接通率|及时率|覆盖率|处置率|办结率|结案率|清运率|收运率|达标率|知晓率|完好率|亮灯率|处理率|清扫率|机扫率|洒水率|持证率|签约率|签订率|整改率|利用率|准确率|到位率|普及率|成活率|受理率|参与率|回复率|答复率|出勤率|公开率|绿地率)(?:指标)?(?:值)?(?:为|是|达到?|均?达|：|:|在)?$/

/** A share above 100%, a score above all points. */
export const rangeShare: Rule = {
  id: 'range.share',
  kind: 'range',
  title: '满意度、合格率等比率不应超过100%，百分制得分不应超过100分',
  source: '比率＝部分÷全部，不大于100%；财预〔2020〕10号：绩效自评采取打分评价，满分为100分',
  fails: '生活垃圾清运率998%，市民满意度95.6%。',
  holds: '生活垃圾清运率99.8%，市民满意度95.6%，预算完成率112%。',
  *check(doc) {
    for (const fact of doc.facts) {
      if (!isAbove(fact)) continue
      const before = doc.folded.text.slice(Math.max(0, fact.start - 8), fact.start)
      if (share.test(fact.label) || share.test(before)) yield* judged(doc, fact)
    }
    for (const { name, target, actual } of everyNode({ ...scoresOf(doc), tops: [] }))
      if (share.test(name))
        for (const quantity of [target?.quantity, actual]) if (quantity) yield* judged(doc, quantity)
    for (const { name, target } of pairsOf(doc)) if (share.test(name)) yield* judged(doc, target.quantity)
    yield* scoresAbove(doc)
  },
}

const isAbove = ({ unit, value }: Quantity): boolean => unit.word === '%' && value > 100

function* judged(doc: Understanding, quantity: Quantity): Generator<Outcome> {
  if (!isAbove(quantity)) return
  const claimed = `${printed(doc, quantity)}%`
  yield wrong(quantity, claimed, `此处写${claimed}，这类比率最多为100%，疑似多录数字或小数点错位。`, '≤100%')
}

/** One score above 100 among others that are not. */
function* scoresAbove(doc: Understanding): Generator<Outcome> {
  const { lists, totals } = scoresOf(doc)
  const listed = lists.flatMap(({ rows }) => {
    const above = rows.filter(({ score }) => score.value > 100)
    return above.length * 2 < rows.length ? above.map(({ score }) => score) : []
  })
  const stated = /加分|附加|奖励/.test(doc.folded.text)
    ? []
    : totals.filter(({ whole, quantity }) => whole && quantity.value > 120).map(({ quantity }) => quantity)
  for (const score of [...listed, ...stated])
    yield wrong(score, printed(doc, score), `得分写${printed(doc, score)}分，超过满分100分。`, '≤100')
}

const wrong = (place: Span, claimed: string, message: string, computed: string): Outcome => ({
  verdict: 'wrong',
  severity: 'error',
  certainty: 0.93,
  message,
  formula: `${claimed} > ${computed.slice(1)}`,
  claimed,
  computed,
  places: [place],
})
