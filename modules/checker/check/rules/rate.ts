import type { Fact, Sentence, Understanding } from '../../understand/index.ts'
import { base, isExact } from '../../understand/quantities.ts'
import { comparable, figures, isCounted, printed } from '../measure.ts'
import { places, rateFit } from '../numbers.ts'
import { rateWords } from '../rates.ts'
import type { Outcome, Rule } from '../rule.ts'
import { slipOf, slipSentence } from '../slip.ts'

/** A rate beside the counts it is made of. */
export const rate: Rule = {
  id: 'rate.sentence',
  kind: 'rate',
  title: '比率等于所列分子除以分母',
  source:
    '数字城管评价指标（GB/T 30428.4—2016）立案率、结案率等；预算执行率＝全年执行数÷全年预算数（财预〔2020〕10号附件）',
  fails: '全年受理案件7012件，立案6997件，结案6962件，立案率99.79%，结案率98.50%。',
  holds:
    '全年受理案件7012件，立案6997件，结案6962件，立案率99.79%，结案率99.50%。预算数440万元，执行437.21万元，执行率99.4%。拆除86.42万平方米，完成任务80万平方米的108.03%。',
  *check(doc) {
    for (const [index, sentence] of doc.sentences.entries()) {
      for (const [at, fact] of sentence.facts.entries()) {
        if (fact.unit.dimension !== 'percent' || !isExact(fact)) continue
        const of = fractionOf(doc, sentence.facts, at)
        if (of) yield* ofOutcome(doc, fact, of)
        else if (isRate(fact)) yield* rateOutcome(doc, fact, countsAround(doc, index, at))
      }
    }
  },
}

const notARate =
  /占|差异|变动|偏离|偏差|增长|增加|下降|减少|上升|提高|降低|增幅|降幅|同比|环比|较|比上年|目标|指标值|不低于|不超过|计划/
const isRate = ({ label }: Fact) => !notARate.test(label) && /率|度|完成|进度|比例/.test(label)

const MOST_COUNTS = 8
/**
 * The counts the rate may be made of, those before it nearest: of its sentence; when there are not two, of its paragraph;
 * when there are not two either, of the sentence behind it (办理及时率99.2%。全年6785件，按时办结6731件).
 */
function countsAround({ sentences, folded: { text } }: Understanding, index: number, at: number): Fact[] {
  const own = sentences[index] as Sentence
  const before = own.facts.slice(0, at).filter(isCounted)
  const behind = inBracketBehind(own.facts, at, text)
  const last = [...before, ...behind].slice(-MOST_COUNTS)
  if (last.length >= 2) return last
  const paragraph = (from: number, to: number) =>
    sentences.slice(from, to).flatMap(({ line, facts }) => (line === own.line ? facts.filter(isCounted) : []))
  const earlier = [...paragraph(Math.max(0, index - 6), index), ...last].slice(-MOST_COUNTS)
  if (earlier.length >= 2) return earlier
  return [...last, ...own.facts.slice(at + 1).filter(isCounted), ...paragraph(index + 1, index + 2)].slice(
    0,
    MOST_COUNTS,
  )
}

/** 完成率106.67%（任务90个）. */
function inBracketBehind(facts: readonly Fact[], at: number, text: string): Fact[] {
  const [rate, next] = [facts[at] as Fact, facts[at + 1]]
  return next && isCounted(next) && /^[（(][^）)]{0,12}$/.test(text.slice(rate.end, next.start)) ? [next] : []
}

/** 完成任务80万平方米的108.03%: the share of what stands right before it. */
function fractionOf({ folded: { text } }: Understanding, facts: readonly Fact[], at: number): Pair[] | undefined {
  const [rate, bottom] = [facts[at] as Fact, facts[at - 1]]
  if (!bottom || !isCounted(bottom) || !isExact(bottom) || text.slice(bottom.end, rate.start) !== '的') return undefined
  if (/占/.test(text.slice(bottom.labelSpan.start - 1, bottom.start))) return undefined
  const tops = facts.slice(0, at - 1).filter((fact) => comparable(fact, bottom) && isExact(fact))
  return tops.reverse().map((top) => ({ top, bottom, value: (base(top) / base(bottom)) * 100 }))
}

function* ofOutcome(doc: Understanding, rate: Fact, pairs: readonly Pair[]): Generator<Outcome> {
  const { text } = doc.folded
  const holding = pairs.find(({ value }) => rateFit(rate, value) === 'equal')
  const [nearest] = pairs
  if (holding)
    yield {
      verdict: 'consistent',
      formula: formulaOf(text, holding, printed(text, rate)),
      places: [rate, holding.top, holding.bottom],
    }
  else if (nearest) yield wrongRate(doc, rate, nearest, rateFit(rate, nearest.value) === 'rounding')
}

interface Pair {
  top: Fact
  bottom: Fact
  value: number
}

function* rateOutcome(doc: Understanding, rate: Fact, counts: readonly Fact[]): Generator<Outcome> {
  const pairs = counts.flatMap((top) =>
    counts.flatMap((bottom) =>
      top !== bottom && comparable(top, bottom) && base(bottom) > 0 && isExact(top) && isExact(bottom)
        ? [{ top, bottom, value: (base(top) / base(bottom)) * 100 }]
        : [],
    ),
  )
  const meant = meantBy(rate, pairs)
  const tops = new Set(meant.map(({ top }) => top))
  const trusted = pairs.filter(({ top, value }) => (tops.size ? tops.has(top) : value <= 130))
  const holding = trusted.find(({ value }) => rateFit(rate, value) === 'equal')
  const { text } = doc.folded
  if (holding) {
    yield {
      verdict: 'consistent',
      formula: formulaOf(text, holding, printed(text, rate)),
      places: [rate, holding.top, holding.bottom],
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
  const rounding = meant.find(({ value }) => rateFit(rate, value) === 'rounding')
  const best = rounding ?? meant[0] ?? slippedPair(rate, pairs)
  if (!best) yield* farOutcome(doc, rate)
  else yield wrongRate(doc, rate, best, Boolean(rounding))
}

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
  const holding = figures(rate) >= 3 ? pairs.find(({ value }) => rateFit(rate, value) === 'equal') : undefined
  if (holding) {
    yield {
      verdict: 'consistent',
      formula: formulaOf(text, holding, printed(text, rate)),
      places: [rate, holding.top, holding.bottom],
    }
    return
  }
  const [pair, ...others] = pairs.filter(({ value }) => slipOf(rate, Number(value.toFixed(places(rate)))))
  const alone = others.every(({ value }) => value === pair?.value) && new Set(pairs.map(({ value }) => value)).size <= 4
  if (pair && alone && figures(rate) >= 2) yield wrongRate(doc, rate, pair, false)
}

/** No words say what the rate is made of; but the two figures before it make it but for one slip of the hand. */
function slippedPair(rate: Fact, pairs: readonly Pair[]): Pair | undefined {
  if (figures(rate) < 3) return undefined
  const near = [...new Set(pairs.flatMap(({ top, bottom }) => [top, bottom]))]
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

/** Pairs whose words are those of the rate; the numerator nearest to the rate first. */
function meantBy(rate: Fact, pairs: readonly Pair[]): Pair[] {
  const words = rateWords.find(({ rate: pattern }) => pattern.test(rate.label))
  const stem = /([\p{Script=Han}]{2,})率$/u.exec(rate.label)?.[1]?.slice(-2)
  const own = pairs.filter(({ top, bottom }) => {
    const topWords = `${top.label}${top.object}`
    if (/[不未非]/.test(top.label) && !/[不未非]/.test(rate.label)) return false
    if (/完成率?$/.test(rate.label) && /任务|计划|目标/.test(bottom.label) && !/任务|计划|目标/.test(top.label))
      return true
    if (words?.numerator.test(topWords) && words.denominator.test(`${bottom.label}${bottom.object}`))
      return !sameWord(words, top, bottom)
    return Boolean(
      stem &&
        topWords.includes(stem) &&
        !bottom.label.includes(stem) &&
        bottom.start < top.start &&
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

const formulaOf = (text: string, { top, bottom }: Pair, result: string) =>
  `${printed(text, top.digits)} ÷ ${printed(text, bottom.digits)} = ${result}`

function wrongRate(doc: Understanding, rate: Fact, pair: Pair, rounding: boolean): Outcome {
  const { text } = doc.folded
  const computed = `${pair.value.toFixed(Math.max(2, places(rate)))}%`
  const slip = slipOf(rate, Number(pair.value.toFixed(places(rate))))
  return {
    verdict: 'wrong',
    severity: rounding ? 'rounding' : 'error',
    certainty: rounding ? 0.9 : slip ? 0.95 : 0.85,
    message: rounding
      ? `“${rate.label}”写为 ${printed(text, rate)}，按 ${pair.top.label}÷${pair.bottom.label} 计算为 ${computed}，末位相差一，属四舍五入误差。`
      : `“${rate.label}”写为 ${printed(text, rate)}，按 ${pair.top.label || '分子'} ${printed(text, pair.top)} ÷ ${pair.bottom.label || '分母'} ${printed(text, pair.bottom)} 计算为 ${computed}${slip ? `（${slipSentence(slip)}）` : ''}。请核对分子、分母和比率。`,
    formula: `${formulaOf(text, pair, computed)} ≠ ${printed(text, rate)}`,
    claimed: printed(text, rate),
    computed,
    places: [rate, pair.top, pair.bottom],
  }
}
