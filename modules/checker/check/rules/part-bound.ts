import type { Fact } from '../../understand/index.ts'
import { base } from '../../understand/quantities.ts'
import { type Listing, listings } from '../listing.ts'
import { exact, printed, sumOf } from '../measure.ts'
import { adds } from '../numbers.ts'
import type { Rule } from '../rule.ts'
import { slipOf, slipSentence } from '../slip.ts'

/** 授予中小企业100万元，占采购额的82%，其中…… */
const ownShare = /^，占[^，。；\d]{0,14}[\d.]+%/
/** 。其中甲和乙两项合计……: said of some that were listed. */
const together = /合计|共计|总计|总共|[两二三四五六]项/

/** No part is larger than its whole. */
export const partBound: Rule = {
  id: 'part-bound.sentence',
  kind: 'part-bound',
  title: '其中数不大于总数',
  source: '部门决算报表“其中”项审核关系：其中数不大于合计数',
  fails: [
    '共拆除违法建设11起，其中当场拆除19起。',
    '公务接待费4.25万元，其中国内接待46批次、318人次，支出4.52万元。',
    '授予中小企业合同1682.30万元，占采购金额的82.31%，其中授予小微企业合同1728.60万元。',
  ],
  holds: [
    '共拆除违法建设11起，其中当场拆除9起。公务接待费4.25万元，其中国内接待46批次、318人次，支出4.15万元。',
    '支出合计45102.75万元，年末结转1631.85万元。其中局本级支出6318.40万元，占14.01%。',
    '具体支出为：岗位补贴2685.40万元、保险补贴2912.35万元、创业补助321.40万元。其中，岗位补贴和保险补贴两项合计5597.75万元。',
  ],
  *check(doc) {
    const { text } = doc.folded
    for (const { wholes, parts, opener } of listings(doc)) {
      const [first] = parts
      const [whole] = wholes
      const direct =
        whole &&
        first &&
        isDirect(text.slice(whole.end, first.fact.labelSpan.start), text.slice(whole.end, first.fact.start))
      if (!first || !whole || !direct || !/其中/.test(opener) || together.test(opener) || !exact([whole])) continue
      // Of several those that add up are another rule's; a later one that is larger than the whole is told here.
      const fact = parts.length === 1 ? first.fact : tooLarge(wholes, parts)
      if (!fact || !exact([fact])) continue
      const places = [fact, whole]
      if (base(fact) <= base(whole) * (1 + 1e-9)) {
        yield { verdict: 'consistent', formula: `${printed(text, fact)} ≤ ${printed(text, whole)}`, places }
        continue
      }
      if (/[。；;]其中/.test(opener) && base(fact) <= sumOf(wholes)) continue
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

/** 接待费6.42万元，其中国内接待62批次、418人次，支出5.84万元: only what was done stands between. */
const doneBetween =
  /^，其中[^，。；\d]{0,16}(?:\d[\d,.]*万?\p{Script=Han}{1,2}[、，和及]?){1,3}共?(?:支出|花费|费用|金额|投入|使用)?$/u
const isDirect = (words: string, toFigure: string): boolean =>
  !/\d/.test(words.replace(ownShare, '')) || doneBetween.test(toFigure)

function tooLarge(wholes: readonly Fact[], parts: Listing['parts']): Fact | undefined {
  const facts = parts.map(({ fact }) => fact)
  const [whole] = wholes as readonly [Fact]
  const isOver = (fact: Fact, of: Fact) => base(fact) > base(of) * (1 + 1e-9)
  const [first, ...rest] = facts
  const complete = facts.some((_, at) => at > 0 && adds(facts.slice(0, at + 1), whole).fit === 'equal')
  if (!first || isOver(first, whole) || complete) return undefined
  return rest.find((fact) => !/年末|期末|累计|共/.test(fact.label) && wholes.every((of) => isOver(fact, of)))
}
