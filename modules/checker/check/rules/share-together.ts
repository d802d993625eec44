import type { Fact, Sentence, Understanding } from '../../understand/index.ts'
import { base, isExact } from '../../understand/quantities.ts'
import { comparable, figures } from '../measure.ts'
import { near } from '../numbers.ts'
import { type Pair, quotientFit } from '../ratio.ts'
import type { Rule } from '../rule.ts'
import { isShare, namedWholes, partOf, respective, shareOutcome, wholeName, wholesBefore } from './share.ts'

/** 基本支出431.90万元，占总支出的22.10%，项目支出1522.78万元，占总支出的76.29%: the whole the one holds of is the other's. */
export const shareTogether: Rule = {
  id: 'share.together',
  kind: 'share',
  title: '同一整体的几项占比，以其余各项相符的整体计算',
  source: '部门决算公开说明格式：某项支出占支出合计的比重（B-07）',
  fails: [
    '全年实际支出1862.40万元，较上年增长4.20%。其中，基本支出412.60万元，占总支出的22.15%，项目支出1449.80万元，占总支出的75.58%。',
    '人员经费386.42万元，占72.08%；公用经费149.68万元，占24.92%。',
    '全年清运垃圾5.64万吨。从去向看，焚烧4.12万吨，占清运总量的73.05%。\n填埋1.52万吨，占清运总量的29.65%。',
    '办理案件3486件，按类别分：市容类1862件，占53.41%；环卫类1047件，占33.03%；其他577件，占16.55%。',
  ],
  holds: [
    '全年实际支出1862.40万元，较上年增长4.20%。其中，基本支出412.60万元，占总支出的22.15%，项目支出1449.80万元，占总支出的77.85%。',
    '全年实际支出1862.40万元。基本支出412.60万元，占总支出的22.15%，其中人员经费386.42万元，占基本支出的93.66%。',
    '人员经费386.42万元，占72.08%；公用经费149.68万元，占27.92%。上年公用经费161.20万元，占29.84%。',
    '清扫保洁支出312.60万元，占21.40%；垃圾清运支出286.20万元，占19.59%。',
    '预算执行1862.40万元。基本支出412.60万元，占22.15%，项目支出1449.80万元，占年初预算的86.24%。',
  ],
  *check(doc) {
    for (const shares of grouped(doc)) {
      const odd = oddOf(doc, shares)
      if (odd) yield shareOutcome(doc, odd.share, odd.pair, odd.isSum)
    }
  },
}

interface Share {
  share: Fact
  part: Fact
  name: string
  sentence: Sentence
}

const FAR = 2
const TWO_PLACES = 0.011
const TELLING = 3

/** Shares of one name in sentences that follow each other; without a name those of one sentence. */
function grouped(doc: Understanding): Share[][] {
  const { text } = doc.folded
  const groups: Share[][] = []
  for (const sentence of doc.sentences)
    for (const [at, share] of sentence.facts.entries()) {
      if (!isShare(text, sentence.facts, at) || respective(text, sentence.facts, at).length > 1) continue
      const part = partOf(text, sentence.facts, at)
      if (!part || !isExact(part) || part.bound || !isPlain(text, part, share) || isOld(part)) continue
      const name = wholeName(text, share)
      const group = groups.findLast(([first]) => first?.name === name && comparable(first.part, part))
      const last = group?.at(-1)
      if (group && last && isNext(last.sentence, sentence, name)) group.push({ share, part, name, sentence })
      else groups.push([{ share, part, name, sentence }])
    }
  return groups.filter(({ length }) => length > 1)
}

const isNext = (last: Sentence, own: Sentence, name: string): boolean =>
  last === own || (Boolean(name) && own.line - last.line <= FAR)

const isOld = ({ label }: Fact): boolean => /上年|去年|上一年|同期|20\d\d年/.test(label)

/** Nothing but 占总支出的 between the part and its share, and the part is no part of another part. */
const isPlain = (text: string, part: Fact, share: Fact): boolean =>
  /^[，、（(]?(?:约|仅|只)?占(?:比|比重|比例)?(?:为|是|达)?[\p{Script=Han}]{0,14}$/u.test(
    text.slice(part.end, share.start),
  ) && !/其中[^，。；]{0,14}$/.test(text.slice(Math.max(0, part.start - 24), part.start).replace(/其中[，：:]/g, ''))

/** The only share that does not hold of the whole the others hold of. */
function oddOf(doc: Understanding, shares: readonly Share[]) {
  const [first] = shares as [Share]
  const parts = shares.map(({ part }) => part)
  const sum = parts.reduce((total, part) => total + base(part), 0)
  const together: Fact = { ...first.part, value: sum / first.part.unit.factor, label: '合计' }
  const told = [...wholesBefore(doc, first.sentence, first.part), ...namedWholes(doc, first.part, first.share)].filter(
    (whole) => !parts.includes(whole),
  )
  for (const whole of [...told.reverse(), together]) {
    const isAll = near(base(whole), sum, 0)
    if (!first.name && !isAll) continue
    const pairs = shares.map(({ share, part }) => ({ share, pair: pairOf(part, whole) }))
    const held = pairs.filter(
      ({ share, pair }) =>
        share.step <= TWO_PLACES && figures(share) >= TELLING && quotientFit(share, pair) === 'equal',
    )
    const broken = pairs.filter(({ share, pair }) => quotientFit(share, pair) === 'different')
    const [odd, ...more] = broken
    if (!held.length || !odd || more.length || odd.pair.value > MOST_SHARE) continue
    const holds = told.some((other) => quotientFit(odd.share, pairOf(odd.pair.top, other)) === 'equal')
    if (!holds) return { ...odd, isSum: whole === together }
    return undefined
  }
  return undefined
}

const MOST_SHARE = 110
const pairOf = (top: Fact, bottom: Fact): Pair => ({ top, bottom, value: (base(top) / base(bottom)) * 100 })
