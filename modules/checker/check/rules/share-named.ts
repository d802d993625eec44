import type { Fact, Sentence, Understanding } from '../../understand/index.ts'
import { base, isExact } from '../../understand/quantities.ts'
import { comparable, isComparison, isCounted } from '../measure.ts'
import { quotientFit } from '../ratio.ts'
import type { Outcome, Rule } from '../rule.ts'
import { percentInstead } from '../slip.ts'
import { isShare, namedWholes, partOf, respective, shareOutcome, wholeName, wholesBefore } from './share.ts'

/** 办案经费次之，占总支出的24%: the part was told in a sentence before, and is only named here. */
export const shareNamed: Rule = {
  id: 'share.named',
  kind: 'share',
  title: '只写名称的一项，其占比等于前文该项除以整体',
  source: '部门决算公开说明格式：某项支出占支出合计的比重（B-07）',
  fails: [
    '项目支出480.00万元。其中绿地养护经费支出256.30万元、病虫害防治经费支出113.50万元、苗木补植经费支出110.20万元。绿地养护经费占比最高，占项目支出的53.40%，病虫害防治经费次之，占项目支出的26.35%。',
    '全年支出合计900.00万元，分别为清扫保洁经费452.70万元、垃圾清运经费280.80万元、公厕管护经费166.50万元。清扫保洁是最主要的支出，占50.30%；其次是垃圾清运经费，占比为32.10%；公厕管护最少，仅占18.50%。',
    '绿化养护经费312.00万元，环卫经费528.00万元，照明经费360.00万元，全年支出1200.00万元。三项经费中环卫经费占比最高，为44.00%，照明经费占比为30.00%，绿化养护经费占比28.00%。',
    '绿地养护256.30万元，病虫害防治113.50万元，苗木补植110.20万元，合计480.00万元。绿地养护、病虫害防治分别占53.40%和33.65%。',
  ],
  holds: [
    '项目支出480.00万元。其中绿地养护经费支出256.30万元、病虫害防治经费支出113.50万元、苗木补植经费支出110.20万元。绿地养护经费占比最高，占项目支出的53.40%，病虫害防治经费次之，占项目支出的23.65%。',
    '项目支出480.00万元。其中绿地养护经费支出256.30万元、病虫害防治经费支出113.50万元。绿地养护经费占53.40%，病虫害防治经费中人工费用占38.20%。',
    '年初绿地养护预算240.00万元。绿地养护支出256.30万元，病虫害防治支出113.50万元，合计369.80万元。绿地养护占69.31%，上年绿地养护占61.30%。',
    '绿地养护经费支出256.30万元、病虫害防治经费支出113.50万元。绿地养护经费占城区两项经费的60.12%。',
  ],
  *check(doc) {
    for (const sentence of doc.sentences) {
      const shares = sharesOf(doc, sentence)
      for (const one of shares) if (one.isNamed) yield* judged(doc, sentence, one, shares)
    }
  },
}

interface Share {
  share: Fact
  parts: Fact[]
  whole: string
  isNamed: boolean
}

/** Every share of the sentence with the part it is of: beside it, or told before under its name. */
function sharesOf(doc: Understanding, sentence: Sentence): Share[] {
  const { text } = doc.folded
  const { facts } = sentence
  const done = new Set<Fact>()
  return facts.flatMap((share, at): Share[] => {
    if (done.has(share) || !isShare(text, facts, at)) return []
    const whole = wholeName(text, share)
    const run = respective(text, facts, at)
    for (const one of run) done.add(one)
    const from = facts[at - 1]?.end ?? sentence.start
    if (run.length > 1) {
      const names = facts.slice(0, at).some(isCounted) ? [] : listed(text.slice(from, share.start))
      return names.length === run.length
        ? run.map((one, index) => ({ share: one, parts: told(doc, names[index] ?? '', from), whole, isNamed: true }))
        : []
    }
    const part = partOf(text, facts, at)
    if (part) return [{ share, parts: [part], whole, isNamed: false }]
    return [{ share, parts: told(doc, text.slice(from, share.start), from), whole, isNamed: true }]
  })
}

/** 甲、乙分别占 */
const listed = (words: string): string[] =>
  /^(?:其中)?[，：]?([^，。；：]{4,60}?)(?:支出|经费)?分别占/
    .exec(words)?.[1]
    ?.split(/[、和与及]/)
    .map((name) => `${name}占`) ?? []

const lead =
  /^[，、；：和及而但以]*(?:(?:其中|首先|其次|再次|最后|此外|同时|从\p{Script=Han}{2,12}看|(?:各项)?(?:支出|经费|资金)中)[，、：]?)*(?:是|为)?(?:用于)?$/u
const suffix = /(?:支出|费用|资金|经费|投入|成本|金额|费|的|已|共|实际)+$/
const rest =
  /^(?:支出|费用|资金|经费|投入|成本|金额|费)*(?:[，,]?(?:占比|比重|规模|支出|金额)?(?:是|为|居|位居|列)?\p{Script=Han}{0,6}(?:次之|最[大多高少低主小]\p{Script=Han}{0,6}|首位|居首|第[一二三四五]位?|主要\p{Script=Han}{0,6}|大头))?(?:[，,]?(?:支出)?(?:仅|只|约|达|也)*占\p{Script=Han}{0,16}?)?(?:最[高大多低少小])?[，,]?(?:为|达到?|仅|约|是|高达)*$/u
const LOOK_BACK = 2

/** The figures told before under the name the words begin with, the longest name there is. */
function told({ facts }: Understanding, words: string, before: number): Fact[] {
  const line = facts.findLast(({ start }) => start < before)?.line ?? 0
  const named = facts.flatMap((fact) => {
    const bare = fact.label.replace(suffix, '')
    const name = bare.length > 2 ? bare : fact.label
    if (fact.end > before || fact.line < line - LOOK_BACK || name.length < 2 || !isCounted(fact) || !isExact(fact))
      return []
    const at = words.indexOf(name)
    return at >= 0 && lead.test(words.slice(0, at)) && rest.test(words.slice(at + name.length)) && !isComparison(fact)
      ? [{ fact, length: name.length }]
      : []
  })
  const most = Math.max(...named.map(({ length }) => length))
  return named.filter(({ length }) => length === most).map(({ fact }) => fact)
}

function* judged(doc: Understanding, sentence: Sentence, one: Share, shares: readonly Share[]): Generator<Outcome> {
  const { share, parts } = one
  const [part] = parts
  if (!part) return
  const pair = (top: Fact, bottom: Fact) => ({ top, bottom, value: (base(top) / base(bottom)) * 100 })
  const fits = (top: Fact, bottom: Fact) =>
    comparable(top, bottom) && base(bottom) > base(top) && quotientFit(share, pair(top, bottom)) === 'equal'
  const named = namedWholes(doc, part, share).filter((whole) => base(whole) > base(part))
  const near = wholesBefore(doc, sentence, { ...part, start: share.start }).filter((whole) => !parts.includes(whole))
  const holding = parts.flatMap((top) => {
    const bottom = [...named, ...near].find((whole) => fits(top, whole))
    return bottom ? [pair(top, bottom)] : []
  })[0]
  if (holding) {
    yield shareOutcome(doc, share, holding)
    return
  }
  if (new Set(parts.map(base)).size > 1) return
  const sibling = wholeOfOthers(near, one, shares)
  const whole = sibling ?? (new Set(named.map(base)).size === 1 ? named[0] : undefined)
  if (!whole || base(whole) <= base(part)) return
  const found = shareOutcome(doc, share, pair(part, whole))
  const sure = sibling || percentInstead(share, pair(part, whole).value).slip
  yield found.verdict === 'wrong' && found.severity === 'error' && !sure
    ? { ...found, severity: 'question', certainty: 0.6 }
    : found
}

/** 甲占项目支出的53.40%，乙占项目支出的26.35%: the whole of which the first holds. */
const TWO_PLACES = 0.011
function wholeOfOthers(wholes: readonly Fact[], { share, whole }: Share, shares: readonly Share[]): Fact | undefined {
  const others = shares.filter(
    (other) =>
      other.share !== share && (!whole || !other.whole || other.whole === whole) && other.share.step <= TWO_PLACES,
  )
  return wholes.findLast((bottom) =>
    others.some(({ share: one, parts }) =>
      parts.some(
        (top) =>
          comparable(top, bottom) &&
          base(top) < base(bottom) &&
          quotientFit(one, { top, bottom, value: (base(top) / base(bottom)) * 100 }) === 'equal',
      ),
    ),
  )
}
