import type { Understanding } from '../../understand/index.ts'
import { everyMention, type ScoreNode, scoresOf } from '../../understand/scores.ts'
import { places as placesOf, pointsFit } from '../numbers.ts'
import { nameOf, printed } from '../points.ts'
import type { Outcome, Rule } from '../rule.ts'

/** 得分率 is what was got of the points; 得分系数 of some forms is the same. */
export const scoreShare: Rule = {
  id: 'rate.score',
  kind: 'rate',
  title: '得分率（得分系数）＝得分÷分值',
  source: '绩效评价报告：得分率＝得分÷权重×100%',
  fails: '决策指标权重20分，得分18.5分，得分率95.2%；过程指标权重20分，得分17.6分，得分率88%。',
  holds:
    '决策指标权重20分，得分18.5分，得分率92.5%；过程指标权重20分，得分17.6分，得分率88%；效益指标权重8分，得分7.86分，得分率98.2%。',
  *check(doc) {
    for (const node of everyMention(scoresOf(doc))) {
      const outcome = judged(doc, node)
      if (outcome) yield outcome
    }
  },
}

function judged(doc: Understanding, node: ScoreNode): Outcome | undefined {
  const { weight, got, share } = node
  if (!weight || !got || !share || weight.value <= 0 || got.value > weight.value) return undefined
  const shown =
    share.unit.dimension === 'percent' || share.value > 1.5
      ? share
      : { ...share, value: share.value * 100, step: share.step * 100 }
  const value = (got.value / weight.value) * 100
  const fit = pointsFit(shown, got, weight)
  const formula = `${printed(doc, got)} ÷ ${printed(doc, weight)}`
  const places = [share, got, weight]
  if (fit === 'equal') return { verdict: 'consistent', formula: `${formula} = ${printed(doc, share)}%`, places }
  const computed = `${value.toFixed(Math.max(2, placesOf(shown)))}%`
  return {
    verdict: 'wrong',
    severity: fit === 'rounding' ? 'rounding' : 'error',
    certainty: 0.92,
    message: `“${nameOf(node)}”得分率写${printed(doc, share)}%，${formula} 应为${computed}。`,
    formula: `${formula} = ${computed} ≠ ${printed(doc, share)}%`,
    claimed: `${printed(doc, share)}%`,
    computed,
    places,
  }
}
