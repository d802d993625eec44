import type { Fact, Understanding } from '../../understand/index.ts'
import { base, isExact } from '../../understand/quantities.ts'
import { comparable, isCounted, printed } from '../measure.ts'
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
    '全年受理案件7012件，立案6997件，结案6962件，立案率99.79%，结案率99.50%。预算数440万元，执行437.21万元，执行率99.4%。',
  *check(doc) {
    for (const { facts, line } of doc.sentences) {
      for (const [at, fact] of facts.entries()) {
        if (fact.unit.dimension !== 'percent' || !isExact(fact) || !isRate(fact)) continue
        const before = before8(doc, facts.slice(0, at), line)
        yield* rateOutcome(doc, fact, before)
      }
    }
  },
}

const notARate = /占|增长|增加|下降|减少|上升|提高|降低|增幅|降幅|同比|环比|较|比上年|目标|指标值|不低于|不超过|计划/
const isRate = ({ label }: Fact) => !notARate.test(label) && /率|度|完成|进度|比例/.test(label)

/** The counts the rate may be made of: those before it in its sentence; when there are not two, also those of the sentence before. */
function before8(doc: Understanding, own: readonly Fact[], line: number): Fact[] {
  const counts = own.filter((fact) => isCounted(fact))
  if (counts.length >= 2) return counts.slice(-8)
  const index = own[0] ?? undefined
  const start = index?.start ?? Number.POSITIVE_INFINITY
  const earlier = doc.facts.filter((fact) => fact.line === line && isCounted(fact) && fact.start < start)
  return (counts.length ? [...earlier.filter((fact) => !counts.includes(fact)), ...counts] : earlier).slice(-8)
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
  const [best] = meant
  if (!best) return
  const rounding = meant.find(({ value }) => rateFit(rate, value) === 'rounding')
  yield wrongRate(doc, rate, rounding ?? best, Boolean(rounding))
}

/** Pairs whose words are those of the rate; the numerator nearest to the rate first. */
function meantBy(rate: Fact, pairs: readonly Pair[]): Pair[] {
  const words = rateWords.find(({ rate: pattern }) => pattern.test(rate.label))
  const stem = /([\p{Script=Han}]{2,})率$/u.exec(rate.label)?.[1]?.slice(-2)
  const own = pairs.filter(({ top, bottom }) => {
    const topWords = `${top.label}${top.object}`
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
