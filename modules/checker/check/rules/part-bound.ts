import { base } from '../../understand/quantities.ts'
import { listings } from '../listing.ts'
import { exact, printed } from '../measure.ts'
import type { Rule } from '../rule.ts'
import { slipOf, slipSentence } from '../slip.ts'

/** No part is larger than its whole. */
export const partBound: Rule = {
  id: 'part-bound.sentence',
  kind: 'part-bound',
  title: '其中数不大于总数',
  source: '部门决算报表“其中”项审核关系：其中数不大于合计数',
  fails: '共拆除违法建设11起，其中当场拆除19起。',
  holds: '共拆除违法建设11起，其中当场拆除9起。',
  *check(doc) {
    const { text } = doc.folded
    for (const { wholes, parts, opener } of listings(doc)) {
      const [part, more] = parts
      const [whole] = wholes
      if (!part || !whole || more || !/其中/.test(opener) || !exact([whole, part.fact])) continue
      const { fact } = part
      const places = [fact, whole]
      if (base(fact) <= base(whole) * (1 + 1e-9)) {
        yield { verdict: 'consistent', formula: `${printed(text, fact)} ≤ ${printed(text, whole)}`, places }
        continue
      }
      const slip = slipOf(fact, whole.value)
      yield {
        verdict: 'wrong',
        severity: 'error',
        certainty: 0.9,
        message: `“${fact.label || '其中数'}”为 ${printed(text, fact)}，大于它所属的“${whole.label || '总数'}”${printed(text, whole)}；部分不能大于整体${slip ? `，${slipSentence(slip)}` : ''}。`,
        formula: `${printed(text, fact)} > ${printed(text, whole)}`,
        claimed: printed(text, fact),
        computed: `不大于 ${printed(text, whole)}`,
        places,
      }
    }
  },
}
