import type { Fact, Sentence, Understanding } from '../../understand/index.ts'
import { base, isExact } from '../../understand/quantities.ts'
import { ratesOfOpening } from '../adjusted.ts'
import { comparable, figures, isComparison, isCounted, printed } from '../measure.ts'
import { places, rateFit } from '../numbers.ts'
import { rateWords } from '../rates.ts'
import { type Pair, pairsOf, quotient, quotientFit, readsOtherwise } from '../ratio.ts'
import type { Outcome, Rule } from '../rule.ts'
import { percentInstead, slipNear, slipOf, slipSentence } from '../slip.ts'

/** A rate beside the counts it is made of. */
export const rate: Rule = {
  id: 'rate.sentence',
  kind: 'rate',
  title: '比率等于所列分子除以分母',
  source:
    '数字城管评价指标（GB/T 30428.4—2016）立案率、结案率等；预算执行率＝全年执行数÷全年预算数（财预〔2020〕10号附件）',
  fails: [
    '全年受理案件7012件，立案6997件，结案6962件，立案率99.79%，结案率98.50%。',
    '年初预算收入为153万元，调整预算收入数为1464.48万元。\n当年收入划分为基本支出147.79万元、项目支出1316.69万元。\n决算支出总计1496.62万元，其中：当年支出合计1496.62万元（项目支出1316.69万元、基本支出179.93万元），部门预算执行率为12.2%。',
    '全年优良天数268天，优良率74.32%（全年有效监测天数365天）。',
  ],
  holds: [
    '开展的居民满意度测评共发放问卷860份，收回有效问卷824份，有效回收率95.81%，居民满意度91.30%。',
    '全年受理案件7012件，立案6997件，结案6962件，立案率99.79%，结案率99.50%。预算数440万元，执行437.21万元，执行率99.4%。拆除86.42万平方米，完成任务80万平方米的108.03%。',
    '覆盖居民小区89个、居民4.6万户，居民覆盖率92%（全区居民5万户）。水质优良比例87.5%（16个断面中14个达到Ⅲ类及以上）。全年拨付12期，其中11期按时拨付，1期顺延，按时拨付率91.67%。',
    '该类项目12个，预算1250万元，执行1227.20万元，执行率98.18%，其中执行率100%的项目9个。应完工5座，实际完工4座；取水许可电子证照率实际完成97%。',
    '年初预算1000万元，追加预算150万元，同时压减预算50万元，调整后全年预算1100万元，预算调整率10%。',
    '预算数900万元，执行数880万元。其中执行率达到100%的项目5个，执行率在90%（含）至100%之间的项目2个，执行率低于90%的项目1个。',
    '218个行政村中有205个实现覆盖，覆盖率94.04%；若将21个社区计算在内，村（社区）覆盖率为94.56%。',
    '采集案件52.36万件，立案50.91万件，立案率97.23%；结案50.19万件，结案率（占立案数）98.59%，按期结案率94.12%。群众1050人、企业210家，群众满意1008人，满意率96.00%；企业满意203家，满意率96.67%，加权综合满意率96.11%。其中无公害防治3.31万亩，成灾面积0.26万亩，成灾率1.1‰。',
    '未完成指标3个：一是湖泊水质达到Ⅳ类及以上个数目标6个、实际5个；二是污水主干管修复目标12公里、实际10.8公里，完成90%；三是节水型小区创建目标20个、实际17个，完成85%。',
    '抽检1520批次，检出不合格14批次，合格率99.08%。新增纳入平台主体112家，完成率70.00%。',
  ],
  *check(doc) {
    const { text } = doc.folded
    for (const [index, sentence] of doc.sentences.entries()) {
      for (const [at, fact] of sentence.facts.entries()) {
        if (fact.unit.dimension !== 'percent' || !isExact(fact) || ratesOfOpening(doc).has(fact)) continue
        const { facts } = sentence
        const bottom =
          rightBefore(text, facts, at) ?? (isRate(text, fact) ? inBracketBehind(text, facts, at) : undefined)
        const tops = facts.slice(0, at).filter((top) => (isCounted(top) || isDays(fact, top)) && top !== bottom)
        const within = bottom || !isRate(text, fact) ? undefined : pairBehind(text, facts, at)
        if (within) yield* ofOutcome(doc, fact, [within])
        else if (/调整率/.test(fact.label) && sentence.facts.slice(0, at).filter(isCounted).length >= 2) continue
        else if (bottom) yield* ofOutcome(doc, fact, [...pairsOf(tops.reverse(), [bottom]), ...pairsOf([bottom], tops)])
        else if (isRate(text, fact)) yield* rateOutcome(doc, fact, countsAround(doc, index, at))
      }
    }
  },
}

const notARate =
  /依次|分别|占|差异|变动|偏离|偏差|增长|增加|下降|减少|上升|提高|降低|增幅|降幅|同比|环比|较|比上年|目标|指标值|不低于|不超过|计划|(?:在|高于|低于)$/
/** 执行率100%的项目9个 names a class of projects. */
const isRate = (text: string, { label, end }: Fact) =>
  !notARate.test(label) &&
  /率|度|完成|进度|比例/.test(label) &&
  !/^(?:的(?:项目|指标|单位|部门)|以[上下]|及以)/.test(text.slice(end, end + 4))

/** 优良天数268天，优良率73.42%（有效监测365天） */
const isDays = (rate: Fact, { unit }: Fact) => /优良/.test(rate.label) && unit.word === '天'

const MOST_COUNTS = 8
/**
 * The counts the rate may be made of, the nearest: of its part of the sentence; when there are not two, of its sentence, of its
 * paragraph, and at last of the sentence behind it (办理及时率99.2%。全年6785件，按时办结6731件).
 */
function countsAround({ sentences, folded: { text } }: Understanding, index: number, at: number): Fact[] {
  const own = sentences[index] as Sentence
  const rate = own.facts[at] as Fact
  // 支出63714254.10元，折合6371.43万元: one figure.
  const before = own.facts.slice(0, at).filter((fact) => isCounted(fact) && !/^(?:折合|即|约合|合)$/.test(fact.label))
  const segment = before.filter((fact) => !/[；;]/.test(text.slice(fact.end, rate.start)))
  for (const near of [segment, before]) if (near.length >= 2) return near.slice(-MOST_COUNTS)
  const paragraph = (from: number, to: number) =>
    sentences.slice(from, to).flatMap(({ line, facts }) => (line === own.line ? facts.filter(isCounted) : []))
  const earlier = [...paragraph(Math.max(0, index - 6), index), ...before].slice(-MOST_COUNTS)
  if (earlier.length >= 2) return earlier
  return [...before, ...own.facts.slice(at + 1).filter(isCounted), ...paragraph(index + 1, index + 2)].slice(
    0,
    MOST_COUNTS,
  )
}

/** 完成率106.67%（任务90个）: what it is divided by stands right behind it. */
function inBracketBehind(text: string, facts: readonly Fact[], at: number): Fact | undefined {
  const [rate, next] = [facts[at] as Fact, facts[at + 1]]
  const opens =
    next &&
    (isCounted(next) || isDays(rate, next)) &&
    isExact(next) &&
    /^[（(][^）)]{0,12}$/.test(text.slice(rate.end, next.start))
  return opens ? next : undefined
}

/** 水质优良比例87.5%（16个断面中14个达标）: both stand in the bracket behind it. */
function pairBehind(text: string, facts: readonly Fact[], at: number): Pair | undefined {
  const [rate, bottom, top] = [facts[at] as Fact, facts[at + 1], facts[at + 2]]
  if (!bottom || !top || !isCounted(bottom) || !isCounted(top)) return undefined
  if (
    !/^[（(][^）)]*$/.test(text.slice(rate.end, bottom.start)) ||
    !/^[^（(）)]*中[^（(）)]*$/.test(text.slice(bottom.end, top.start))
  )
    return undefined
  return pairsOf([top], [bottom])[0]
}

/** 完成任务80万平方米的108.03%: the share of what stands right before it. */
function rightBefore(text: string, facts: readonly Fact[], at: number): Fact | undefined {
  const [rate, bottom] = [facts[at] as Fact, facts[at - 1]]
  if (!bottom || !isCounted(bottom) || !isExact(bottom) || text.slice(bottom.end, rate.start) !== '的') return undefined
  return /占/.test(text.slice(bottom.labelSpan.start - 1, bottom.start)) ? undefined : bottom
}

function* ofOutcome(doc: Understanding, rate: Fact, pairs: readonly Pair[]): Generator<Outcome> {
  const { text } = doc.folded
  const holding = pairs.find((pair) => quotientFit(rate, pair) === 'equal')
  const nearest = pairs.find((pair) => !isComparison(pair.top) && pair.value <= 200 && isLikely(text, rate, pair))
  if (holding) yield held(text, rate, holding)
  else if (nearest) yield wrongRate(doc, rate, nearest, quotientFit(rate, nearest) === 'rounding')
}

const held = (text: string, rate: Fact, pair: Pair): Outcome => ({
  verdict: 'consistent',
  formula: quotient(text, pair, printed(text, rate)),
  places: [rate, pair.top, pair.bottom],
})

function* rateOutcome(doc: Understanding, rate: Fact, counts: readonly Fact[]): Generator<Outcome> {
  const { text } = doc.folded
  const pairs = pairsOf(counts)
  const meant = meantBy(rate, pairs)
  const tops = new Set(meant.map(({ top }) => top))
  // Of few figures many pairs make the same rate by chance; of more none does.
  const trusted = pairs.filter(({ top, value }) => !tops.size || tops.has(top) || (figures(rate) >= 3 && value <= 130))
  const holding = trusted.find((pair) => quotientFit(rate, pair) === 'equal')
  if (holding) {
    yield held(text, rate, holding)
    return
  }
  const rest = pairs.find(
    ({ top, value }) =>
      /[不未少减缺欠]/.test(wordsOf(top)) && rateFit(rate, 100 - value) === 'equal' && !/[不未]/.test(rate.label),
  )
  if (rest) {
    yield {
      verdict: 'consistent',
      formula: `100% - ${quotient(text, rest, printed(text, rate))}`,
      places: [rate, rest.top, rest.bottom],
    }
    return
  }
  const together = sumsOfTops(counts).find(({ value }) => rateFit(rate, value) === 'equal')
  if (together) {
    yield {
      verdict: 'consistent',
      formula: `(${together.tops.map((top) => printed(text, top.digits)).join(' + ')}) ÷ ${printed(text, together.bottom.digits)} = ${printed(text, rate)}`,
      places: [rate, ...together.tops, together.bottom],
    }
    return
  }
  if (fitsFartherOff(doc, rate, counts)) return
  const rounding = meant.find((pair) => quotientFit(rate, pair) === 'rounding')
  const free = qualified(rate, meant).filter(
    (pair) => !isTaken(doc, rate, pair) && !isOfOther(doc, pair.top) && !isOfOther(doc, pair.bottom),
  )
  const far = rounding ? undefined : slippedFartherOff(doc, rate, counts)
  const best =
    rounding ??
    free.find((pair) => isLikely(text, rate, pair) || isTogether(text, rate, counts, pair)) ??
    slippedPair(rate, pairs) ??
    far
  if (best && readsOtherwise(doc, rate)) return
  if (best) yield wrongRate(doc, rate, best, Boolean(rounding))
  else if (!(yield* onlyPair(doc, rate, counts))) yield* farOutcome(doc, rate)
}

const LINES_ABOVE = 3
/** 结案80115件，结案率98.55%, where the 81296 filed were told some paragraphs above: the figure beside it over one of those. */
function fitsFartherOff(doc: Understanding, rate: Fact, counts: readonly Fact[]): boolean {
  if (figures(rate) < 4) return false
  return pairsAbove(doc, rate, counts).some(({ value }) => rateFit(rate, value) === 'equal')
}

/** The figure right before the rate over each of its measure in the lines above that is not less. */
function pairsAbove({ facts }: Understanding, rate: Fact, counts: readonly Fact[]): Pair[] {
  const top = counts.findLast((fact) => fact.end <= rate.start && isExact(fact))
  if (!top) return []
  const above = facts.filter(({ line }) => line >= rate.line - LINES_ABOVE && line < rate.line)
  return pairsOf(
    [top],
    above.filter((bottom) => base(bottom) >= base(top)),
  )
}

/** 结案114383件，结案率95.60%, where 立案118530件 was told a paragraph above: one slip of the hand from 96.50%. */
function slippedFartherOff(doc: Understanding, rate: Fact, counts: readonly Fact[]): Pair | undefined {
  const words = rateWords.find(({ rate: pattern }) => pattern.test(rate.label))
  if (!words || figures(rate) < 3) return undefined
  const pairs = pairsAbove(doc, rate, counts).filter(
    ({ top, bottom }) =>
      figures(top) >= 4 &&
      words.numerator.test(top.label) &&
      !isComparison(bottom) &&
      words.denominator.test(bottom.label.slice(-4)),
  )
  const [pair] = pairs
  if (!pair || new Set(pairs.map(({ bottom }) => base(bottom))).size > 1) return undefined
  return slipOf(rate, Number(pair.value.toFixed(places(rate)))) ? pair : undefined
}

/** 按期结案率 is not of all that were closed, 加权满意率 not of one survey. */
const qualifiers = ['按期', '按时', '及时', '限期', '一次', '首次', '加权', '综合', '平均'] as const
const qualified = (rate: Fact, pairs: readonly Pair[]): readonly Pair[] => {
  const own = qualifiers.find((words) => rate.label.includes(words))
  return own ? pairs.filter(({ top }) => wordsOf(top).includes(own)) : pairs
}

/** 同比增长8.67%（2022年支出12480.35万元）: of another year than the rate. */
const isOfOther = ({ folded: { text }, profile }: Understanding, fact: Fact): boolean => {
  const words = text.slice(Math.max(0, fact.labelSpan.start - 6), fact.start).replace(/^.*[，。；]/, '')
  const year = /(20\d\d)年/.exec(words)?.[1]
  return /上年|去年/.test(words) || Boolean(year && profile.year && Number(year) < profile.year)
}

/** 覆盖率94.04%；将社区计算在内，村（社区）覆盖率94.56%: a pair that makes another rate beside it is that one's. */
const isTaken = ({ facts }: Understanding, rate: Fact, pair: Pair): boolean =>
  facts.some(
    (other) =>
      other !== rate &&
      other.line === rate.line &&
      other.unit.dimension === 'percent' &&
      other.value !== rate.value &&
      figures(other) >= 3 &&
      quotientFit(other, pair) === 'equal',
  )

/** 预算为500万元，执行数为400万元，完成预算的50%: the two figures right before it, and no others in its part of the sentence. */
const isTogether = (text: string, rate: Fact, counts: readonly Fact[], { top, bottom, value }: Pair) =>
  counts.length === 2 &&
  bottom === counts[0] &&
  top === counts[1] &&
  value <= 130 &&
  Math.max(value, rate.value) <= 3 * Math.min(value, rate.value) &&
  !/[；;。]/.test(text.slice(bottom.end, rate.start))

/** Farther off than a mistake goes, it is another rate's pair; unless one slip of the hand explains it. */
const MOST_OFF = 12
function isLikely(text: string, rate: Fact, { top, bottom, value }: Pair): boolean {
  const together = !text.slice(Math.min(top.end, rate.start), Math.max(top.start, rate.start)).includes('。')
  if (together && Math.abs(rate.value - value) <= Math.min(MOST_OFF, Math.max(rate.value, value) / 2)) return true
  if (slipOf(rate, Number(value.toFixed(places(rate))))) return true
  if (figures(rate) < 3) return false
  const within = (rate.step / rate.value) * 0.6
  const topShould = (rate.value / 100) * (base(bottom) / top.unit.factor)
  const bottomShould = base(top) / (rate.value / 100) / bottom.unit.factor
  return slipNear(top, topShould, within) || slipNear(bottom, bottomShould, within)
}

/** Two figures and a rate right behind them, 率 in its name, and it is not theirs: somebody has to say of what it is. */
function* onlyPair(doc: Understanding, rate: Fact, counts: readonly Fact[]): Generator<Outcome, boolean> {
  const { text } = doc.folded
  const [bottom, top] = counts.filter((fact) => fact.start < rate.start && !isComparison(fact)).slice(-2)
  if (!bottom || !top || !/率$/.test(rate.label)) return false
  const between = text.slice(top.end, rate.start)
  // 摊位240个，已入驻220户: things and those who use them.
  const counts2 = [top, bottom].every(({ unit }) => unit.dimension === 'count') && isExact(top) && isExact(bottom)
  const [pair] = counts2 ? [{ top, bottom, value: (base(top) / base(bottom)) * 100 }] : pairsOf([top], [bottom])
  if (
    !pair ||
    !/^[，、]/.test(between) ||
    /[%；。]/.test(text.slice(bottom.end, rate.start)) ||
    !isLikely(text, rate, pair)
  )
    return false
  if (quotientFit(rate, pair) === 'equal') {
    yield held(text, rate, pair)
    return true
  }
  const outcome = wrongRate(doc, rate, pair, false)
  yield outcome.verdict === 'wrong' ? { ...outcome, severity: 'question', certainty: 0.65 } : outcome
  return true
}

/** What was spent in all, and what there was to spend in all: of several figures of money these are meant. */
const chiefTop = /支出(?:总计|合计|总额)$|决算支出$|执行(?:总)?数$/
const chiefBottom = /(?:调整后?|全年)预算(?:收入)?(?:总?数|总额)?$/

/**
 * Nothing near it says what a rate is made of: 年中调整率达10.64%. Then the one figure of the document its words name over the
 * one other; several are nobody's.
 */
function* farOutcome(doc: Understanding, rate: Fact): Generator<Outcome> {
  const words = rateWords.find(({ rate: pattern }) => pattern.test(rate.label))
  if (!words || !/执行率|支付率|支出率|调整率|控制率/.test(rate.label)) return
  const { text, lines } = doc.folded
  const money = doc.facts.filter(
    (fact) => fact.unit.dimension === 'money' && isExact(fact) && base(fact) > 0 && !lines[fact.line]?.cell,
  )
  const bottoms = money.filter(({ label }) => words.denominator.test(label))
  const pairs = money
    .filter(({ label }) => words.numerator.test(label))
    .flatMap((top) =>
      bottoms.flatMap((bottom) => (top === bottom ? [] : [{ top, bottom, value: (base(top) / base(bottom)) * 100 }])),
    )
  const holding = figures(rate) >= 3 ? pairs.find((pair) => quotientFit(rate, pair) === 'equal') : undefined
  if (holding) {
    yield held(text, rate, holding)
    return
  }
  const own = doc.facts.findLast(({ end }) => end <= rate.start)
  // 本级支出10268.75万元、执行率97.68%: the rate is of the figure beside it, whose budget is not told.
  const isOfOwn =
    own && own.line === rate.line && isCounted(own) && /^[，、]$/.test(text.slice(own.end, rate.labelSpan.start))
  if (isOfOwn && !pairs.some(({ top }) => top === own && chiefTop.test(top.label))) return
  const chief = pairs.filter(({ top, bottom }) => chiefTop.test(top.label) && chiefBottom.test(bottom.label))
  if (new Set(chief.map(({ value }) => value)).size === 1 && chief[0] && isLikely(text, rate, chief[0])) {
    yield wrongRate(doc, rate, chief[0], false)
    return
  }
  if (new Set(pairs.map(({ value }) => value)).size > 4) return
  const [pair, ...others] = pairs.filter(({ value }) => slipOf(rate, Number(value.toFixed(places(rate)))))
  const alone = others.every(({ value }) => value === pair?.value)
  if (pair && alone && figures(rate) >= 2) yield wrongRate(doc, rate, pair, false)
}

/** No words say what the rate is made of; but the two figures before it make it but for one slip of the hand. */
function slippedPair(rate: Fact, pairs: readonly Pair[]): Pair | undefined {
  const known = rateWords.find(({ rate: pattern }) => pattern.test(rate.label))
  if (figures(rate) < (known ? 4 : 3)) return undefined
  const near = [...new Set(pairs.flatMap(({ top, bottom }) => [top, bottom]))]
    .filter(({ end }) => end <= rate.start)
    .sort((one, other) => Math.abs(rate.start - one.start) - Math.abs(rate.start - other.start))
    .slice(0, 2)
  return pairs.find(
    ({ top, bottom, value }) =>
      near.includes(top) && near.includes(bottom) && value <= 130 && slipOf(rate, Number(value.toFixed(places(rate)))),
  )
}

/** 满意1528份，比较满意318份: what a rate counts may stand in two or three figures side by side. */
function sumsOfTops(counts: readonly Fact[]): { tops: Fact[]; bottom: Fact; value: number }[] {
  const exact = counts.filter(isExact)
  return [2, 3].flatMap((length) =>
    exact.flatMap((_, at) => {
      const tops = exact.slice(at, at + length)
      const [first] = tops
      if (!first || tops.length < length || !tops.every((top) => comparable(top, first))) return []
      const sum = tops.reduce((total, top) => total + base(top), 0)
      return exact
        .filter((bottom) => !tops.includes(bottom) && comparable(bottom, first) && base(bottom) >= sum)
        .map((bottom) => ({ tops, bottom, value: (sum / base(bottom)) * 100 }))
    }),
  )
}

/** The words before a figure, and the first behind it: 其中11期按时拨付. */
const wordsOf = ({ label, object }: Fact) => `${label}${object.slice(0, 6)}`

/** 满意度调查发放问卷1000份: those who were asked, not those who are content. */
const survey = /满意(?:度|率|情况)?(?:问卷)?(?:抽样|电话|专项)?(?:调查|测评|评价|评议|回访|问卷)/

/** From what is counted to what it is counted of, where only the words of the first say so. */
const FAR = 60
/** Pairs whose words are those of the rate; the numerator nearest to the rate first. */
function meantBy(rate: Fact, pairs: readonly Pair[]): Pair[] {
  const words = rateWords.find(({ rate: pattern }) => pattern.test(rate.label))
  const stem = /([\p{Script=Han}]{2,})率$/u.exec(rate.label)?.[1]?.slice(-2)
  const own = pairs.filter(({ top, bottom }) => {
    const topWords = wordsOf(top).replace(survey, '')
    if (isComparison(bottom) || /结余|剩余/.test(bottom.label)) return false
    // 满意度调查共发放问卷1000份 counts nobody who is content.
    if (/满意/.test(rate.label) && /满意度?(?:问卷|调查|测评|访)|(?:发放|收回|回收)/.test(top.label)) return false
    if (/[不未非]/.test(top.label) && !/[不未非]/.test(rate.label)) return false
    if (/完成率?$/.test(rate.label) && /任务|计划|目标/.test(bottom.label) && !/任务|计划|目标/.test(top.label))
      return true
    if (words?.numerator.test(topWords) && words.denominator.test(wordsOf(bottom))) return !sameWord(words, top, bottom)
    return Boolean(
      stem &&
        topWords.includes(stem) &&
        !bottom.label.includes(stem) &&
        bottom.start < top.start &&
        bottom.end > top.start - FAR &&
        base(bottom) >= base(top),
    )
  })
  return own.sort((one, other) => other.top.start - one.top.start || other.bottom.start - one.bottom.start)
}

/** 预算执行数 would be a numerator and a denominator: a budget that was carried out is no budget. */
const sameWord = ({ denominator, numerator }: { denominator: RegExp; numerator: RegExp }, top: Fact, bottom: Fact) =>
  numerator.test(bottom.label) &&
  denominator.test(top.label) &&
  !/预算数|预算总?额|年初|全年预算|受理|应/.test(bottom.label)

function wrongRate(doc: Understanding, rate: Fact, pair: Pair, rounding: boolean): Outcome {
  const { text } = doc.folded
  const { computed, slip } = percentInstead(rate, pair.value)
  return {
    verdict: 'wrong',
    severity: rounding ? 'rounding' : 'error',
    certainty: rounding ? 0.9 : slip ? 0.95 : 0.85,
    message: rounding
      ? `“${rate.label}”写为 ${printed(text, rate)}，按 ${pair.top.label}÷${pair.bottom.label} 计算为 ${computed}，末位相差一，属四舍五入误差。`
      : `“${rate.label}”写为 ${printed(text, rate)}，按 ${pair.top.label || '分子'} ${printed(text, pair.top)} ÷ ${pair.bottom.label || '分母'} ${printed(text, pair.bottom)} 计算为 ${computed}${slip ? `（${slipSentence(slip)}）` : ''}。请核对分子、分母和比率。`,
    formula: `${quotient(text, pair, computed)} ≠ ${printed(text, rate)}`,
    claimed: printed(text, rate),
    computed,
    places: [rate, pair.top, pair.bottom],
  }
}
