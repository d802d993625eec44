import { bandsOf } from '../../understand/scores/bands.ts'
import { points } from '../points.ts'
import type { Rule } from '../rule.ts'

/** Where one grade ends the next begins. A printed border may leave out the last point: 80—89分. */
export const scoreBands: Rule = {
  id: 'score-grade.borders',
  kind: 'score-grade',
  title: '等级区间应前后衔接，不重叠、不断开',
  source: '财预〔2020〕10号：90（含）—100分为优、80（含）—90分为良、60（含）—80分为中、60分以下为差，区间相接',
  fails: '评价结果分四级：90-100分为优、80-90分为良、60-70分为中、60分以下为差。',
  holds: '评价结果分四级：90-100分为优、80-89分为良、60-79分为中、60分以下为差。',
  *check(doc) {
    const { own, bands, place } = bandsOf(doc)
    if (!own || !place) return
    const apart = bands.flatMap((band, at) => {
      const next = bands[at + 1]
      const gap = next ? band.from - next.until : 0
      return next && (gap > 1 || gap < 0) ? [{ band, next }] : []
    })
    const range = ({ label, from, until }: (typeof bands)[number]) => `“${label}”${points(from)}—${points(until)}分`
    const formula = bands.map(range).join('、')
    const [first] = apart
    if (!first) return yield { verdict: 'consistent', formula, places: [place] }
    yield {
      verdict: 'wrong',
      severity: 'error',
      certainty: 0.86,
      message: `等级区间不衔接：${range(first.band)}与${range(first.next)}之间有${first.band.from > first.next.until ? '空档' : '重叠'}。`,
      formula,
      claimed: points(first.next.until),
      computed: points(first.band.from),
      places: [place],
    }
  },
}
