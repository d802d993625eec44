import type { Understanding } from '../../understand/index.ts'
import { type ScoreNode, scoresOf, within } from '../../understand/scores.ts'
import { equalPoints, nameOf, points, printed, sumOfPoints, wholePlace } from '../points.ts'
import type { Outcome, Rule } from '../rule.ts'

const table = (one: string, all: string) =>
  `指标 | 分值 | 得分 | 扣分原因\n预算编制 | 15 | 14 | 未细化到季度，扣1分\n预算管理 | 25 | 24.5 | 盘点不及时，扣${one}分\n履职产出 | 40 | 39 | 结案率未达到98%，扣1分\n履职效果 | 20 | 18 | 满意度未达标，扣2分\n合计 | 100 | 95.5 | 共扣${all}分`

/** 未细化到季度，扣1分 beside 15 and 14: what a remark takes off is what the row has less than its points. */
export const deductionRemark: Rule = {
  id: 'deduction.remark',
  kind: 'deduction',
  title: '备注所写扣分应等于分值减得分',
  source: '得分＝分值－扣分',
  fails: [table('0.8', '4.5'), table('0.5', '5.4')],
  holds: [
    table('0.5', '4.5'),
    '指标 | 分值 | 得分 | 评分标准\n预算编制 | 15 | 14 | 未细化的扣2分\n预算管理 | 25 | 25 | 不及时扣5分\n履职产出 | 60 | 58 | 未达标扣10分\n合计 | 100 | 97 |',
  ],
  *check(doc) {
    for (const { root } of scoresOf(doc).sheets) {
      const told = [...within(root)].flatMap(toldOf)
      // A column of how points are taken off says nothing of what was: remarks are those that mostly come true.
      const held = told.filter(isHeld)
      if (held.length < 2 || held.length * 3 < told.length * 2) continue
      for (const one of told) yield judged(doc, one)
    }
  },
}

interface Told {
  node: ScoreNode
  said: number
  lost: number
}

const criterion = /每|标准|扣完|为止|最多|酌情|否则|的[，,]?扣|细则/

function toldOf(node: ScoreNode): Told[] {
  const { weight, got, cells } = node
  const words = cells?.reason ?? ''
  if (!weight || !got || criterion.test(words)) return []
  const terms = [...words.matchAll(/扣(?:减|除|了)?(\d+(?:\.\d+)?)分/g)].map(([, digits]) => Number(digits))
  if (!terms.length) return []
  const said = sumOfPoints(terms)
  return [{ node, said, lost: Number((weight.value - got.value).toFixed(6)) }]
}

const isHeld = ({ said, lost }: Told): boolean => equalPoints(said, lost)

function judged(doc: Understanding, { node, said, lost }: Told): Outcome {
  const { weight, got } = node
  const formula = `${points(weight?.value ?? 0)} − ${points(got?.value ?? 0)} = ${points(lost)}`
  const places = [...(got ? [got] : []), wholePlace(node), ...(weight ? [weight] : [])]
  if (equalPoints(said, lost)) return { verdict: 'consistent', formula, places }
  return {
    verdict: 'wrong',
    severity: 'error',
    certainty: 0.88,
    message: `“${nameOf(node)}”分值${points(weight?.value ?? 0)}分、得${got ? printed(doc, got) : ''}分，少${points(lost)}分，备注写扣${points(said)}分。`,
    formula: `${formula} ≠ ${points(said)}`,
    claimed: points(said),
    computed: points(lost),
    places,
  }
}
