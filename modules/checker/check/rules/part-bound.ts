import type { Fact } from '../../understand/index.ts'
import { base } from '../../understand/quantities.ts'
import { type Listing, listings } from '../listing.ts'
import { exact, printed } from '../measure.ts'
import { adds } from '../numbers.ts'
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
      const [first] = parts
      const [whole] = wholes
      const direct = whole && first && !/\d/.test(text.slice(whole.end, first.fact.labelSpan.start))
      if (!first || !whole || !direct || !/其中/.test(opener) || !exact([whole])) continue
      // Of several those that add up are another rule's; a later one that is larger than the whole is told here.
      const fact = parts.length === 1 ? first.fact : tooLarge(wholes, parts)
      if (!fact || !exact([fact])) continue
      const places = [fact, whole]
      if (base(fact) <= base(whole) * (1 + 1e-9)) {
        yield { verdict: 'consistent', formula: `${printed(text, fact)} ≤ ${printed(text, whole)}`, places }
        continue
      }
      const slip = slipOf(fact, whole.value)
      yield {
        verdict: 'wrong',
        severity: fact === first.fact ? 'error' : 'question',
        certainty: fact === first.fact ? 0.9 : 0.7,
        message: `“${fact.label || '其中数'}”为 ${printed(text, fact)}，大于它所属的“${whole.label || '总数'}”${printed(text, whole)}；部分不能大于整体${slip ? `，${slipSentence(slip)}` : ''}。`,
        formula: `${printed(text, fact)} > ${printed(text, whole)}`,
        claimed: printed(text, fact),
        computed: `不大于 ${printed(text, whole)}`,
        places,
      }
    }
  },
}

function tooLarge(wholes: readonly Fact[], parts: Listing['parts']): Fact | undefined {
  const facts = parts.map(({ fact }) => fact)
  const [whole] = wholes as readonly [Fact]
  const isOver = (fact: Fact, of: Fact) => base(fact) > base(of) * (1 + 1e-9)
  const [first, ...rest] = facts
  const complete = facts.some((_, at) => at > 0 && adds(facts.slice(0, at + 1), whole).fit === 'equal')
  if (!first || isOver(first, whole) || complete) return undefined
  return rest.find((fact) => wholes.every((of) => isOver(fact, of)))
}
