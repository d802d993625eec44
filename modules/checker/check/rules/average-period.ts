import type { Fact } from '../../understand/index.ts'
import { base, isExact } from '../../understand/quantities.ts'
import { comparable, figures, isCounted, printed } from '../measure.ts'
import { places, written } from '../numbers.ts'
import type { Outcome, Rule } from '../rule.ts'
import { type Slip, slipOf, slipSentence } from '../slip.ts'
import { meanFits } from './average-head.ts'

interface Period {
  words: RegExp
  /** How many there are in a year; years differ, and some count working days. */
  counts: readonly number[]
}
const periods: readonly Period[] = [
  { words: /(?:日均|每天|每日|平均每天|平均每日)[\p{Script=Han}]{0,8}$/u, counts: [365, 366, 360] },
  { words: /(?:月均|每月|平均每月)[\p{Script=Han}]{0,8}$/u, counts: [12] },
  { words: /(?:季均|每季度?|平均每季度?)[\p{Script=Han}]{0,8}$/u, counts: [4] },
  { words: /(?:周均|每周|平均每周)[\p{Script=Han}]{0,8}$/u, counts: [52, 53] },
]

/** 巡查248次，平均每月20.7次: the year's figure over its months. */
export const averagePeriod: Rule = {
  id: 'average.period',
  kind: 'average',
  title: '日均、月均等于全年数除以天数、月数',
  source: '统计通则：平均数＝总数÷期数',
  fails: '全年开展夜间巡查248次，平均每月27.0次。',
  holds:
    '全年召开党组会24次、局务会12次，平均每月分别召开2次和1次。林长312名巡林12480次，人均每月近2次。开展讲座84场，即21个居民区平均每季度1场。全年开展夜间巡查248次，平均每月20.7次。全年清运垃圾5.18万吨，日均142吨。半年开展巡查60次，每月10次。',
  *check(doc) {
    const { text } = doc.folded
    for (const { facts } of doc.sentences)
      for (const mean of facts) {
        if (!isCounted(mean) || mean.bound || mean.range) continue
        const lead = text.slice(Math.max(0, mean.start - 14), mean.start)
        const period = periods.find(({ words }) => words.test(lead))
        // 24次、12次，平均每月分别召开2次和1次; 人均每月近2次: not this total over its months.
        if (!period || /分别|人均|个\p{Script=Han}{1,6}平均/u.test(lead)) continue
        const totals = facts.filter(
          (fact) => fact !== mean && comparable(fact, mean) && isExact(fact) && !isMean(text, fact),
        )
        const total = totals.find((fact) => period.counts.some((count) => meanFits(mean, base(fact) / count, fact)))
        if (total) {
          const count = period.counts.find((one) => meanFits(mean, base(total) / one, total)) ?? 1
          yield {
            verdict: 'consistent',
            formula: `${printed(text, total)} ÷ ${count} ≈ ${printed(text, mean)}`,
            places: [mean, total],
          }
          continue
        }
        const nearest = totals.sort(
          (one, other) => Math.abs(mean.start - one.start) - Math.abs(mean.start - other.start),
        )[0]
        if (!nearest || (figures(mean) < 2 && !ofTheYear(text, nearest))) continue
        const count = period.counts[0] ?? 1
        if (!isExact(mean)) {
          if (!isExact(nearest) || Math.abs(base(mean) / (base(nearest) / count) - 1) < MOST_OFF) continue
          yield roughly(text, mean, nearest, count)
          continue
        }
        const exactly = base(nearest) / count / mean.unit.factor
        const [should, slip] = slippedMean(mean, exactly)
        if (should === undefined || !slip || should < 1 || base(mean) * 2 > base(nearest)) continue
        yield {
          verdict: 'wrong',
          severity: figures(mean) >= 3 || (mean.value >= 10 && Number.isInteger(exactly)) ? 'error' : 'question',
          certainty: 0.75,
          message: `平均数写为 ${printed(text, mean)}，按 ${printed(text, nearest)} ÷ ${count} 计算为 ${written(should)}${mean.unit.word}，${slipSentence(slip)}。`,
          formula: `${printed(text, nearest)} ÷ ${count} = ${written(should)}${mean.unit.word} ≠ ${printed(text, mean)}`,
          claimed: printed(text, mean),
          computed: `${written(should)}${mean.unit.word}`,
          places: [mean, nearest],
        }
      }
  },
}

/** 日均约165件 of a year's 56420: about is not that far. */
const MOST_OFF = 0.05
function roughly(text: string, mean: Fact, total: Fact, count: number): Outcome {
  const should = `${written(base(total) / count / mean.unit.factor, Math.max(places(mean), 1))}${mean.unit.word}`
  return {
    verdict: 'wrong',
    severity: 'question',
    certainty: 0.6,
    message: `平均数写为 ${printed(text, mean)}，按 ${printed(text, total)} ÷ ${count} 约为 ${should}，相差较大。`,
    formula: `${printed(text, total)} ÷ ${count} ≈ ${should} ≠ ${printed(text, mean)}`,
    claimed: printed(text, mean),
    computed: should,
    places: [mean, total],
  }
}

/** What it should be, with as many decimals as printed or one more or less, and the slip that made it what is printed. */
function slippedMean(mean: Fact, value: number): [number, Slip] | [undefined, undefined] {
  const printedPlaces = places(mean)
  for (const to of [printedPlaces, printedPlaces + 1, Math.max(0, printedPlaces - 1)]) {
    const should = Number(value.toFixed(to))
    const slip = slipOf(mean, should)
    if (slip) return [should, slip]
  }
  return [undefined, undefined]
}

const ofTheYear = (text: string, { start }: Fact) =>
  /全年|年度|本年|今年|当年/.test(text.slice(Math.max(0, start - 16), start))
const isMean = (text: string, fact: Fact) =>
  periods.some(({ words }) => words.test(text.slice(Math.max(0, fact.start - 14), fact.start)))
