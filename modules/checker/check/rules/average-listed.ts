import type { Fact, Understanding } from '../../understand/index.ts'
import { base, isExact } from '../../understand/quantities.ts'
import { comparable, figures, isCounted, printed } from '../measure.ts'
import { near, places, written } from '../numbers.ts'
import type { Outcome, Rule } from '../rule.ts'
import { slipOf, slipSentence } from '../slip.ts'
import { meanFits } from './average-head.ts'

/** 各季度依次为368件、342件、301件、273件，平均每季度321件: the mean of what is listed right before it. */
export const averageListed: Rule = {
  id: 'average.listed',
  kind: 'average',
  title: '平均数等于所列各期之和除以期数',
  source: '统计通则：平均数＝总数÷期数',
  fails: [
    '全年投诉1,186件，各季度依次为342件、318件、276件、250件，平均每季度269.5件。',
    '2021年至2023年补助资金分别为126.40万元、138.20万元、151.60万元，年均168.73万元。',
    '一至四季度结案率分别为96.20%、97.40%、98.10%和98.60%，平均结案率99.20%。',
    '近三年清运垃圾分别为8,460吨、8,640吨、8,880吨，平均每年8,606吨。',
  ],
  holds: [
    '全年投诉1,186件，各季度依次为342件、318件、276件、250件，平均每季度296.5件。',
    '2021年至2023年补助资金分别为126.40万元、138.20万元、151.60万元，年均138.73万元。',
    '一至四季度结案率分别为96.20%、97.40%、98.10%和98.60%，全年平均结案率97.72%。',
    '四个季度投诉分别为342件、318件、276件、250件，平均每月98.8件。日均投诉3.2件。',
    '三个中队分别办理案件842件、618件、276件，平均每个中队578.67件，平均每名队员24件。',
    '三次抽查得分分别为88.6分、90.2分、91.4分，加权平均90.5分。',
  ],
  *check(doc) {
    const { text } = doc.folded
    for (const { facts } of doc.sentences)
      for (const [at, mean] of facts.entries()) {
        if (mean.bound || mean.range || !isMeasured(mean)) continue
        const lead = text.slice(facts[at - 1]?.end ?? mean.start, mean.start)
        const [, head = ''] = meanOf.exec(lead) ?? []
        if (!meanOf.test(lead) || /加权|综合|分别/.test(lead)) continue
        const list = listBefore(doc, facts, at)
        if (list.length > 1 && isBySame(doc, list, head)) yield* judged(doc, mean, list, facts)
      }
  },
}

const meanOf =
  /^[，,；、（(]?(?:全年|年度|四个季度|三年|各季度|各月)?(?:(?:平均|均)(?:每|到每)?(?:一?个?)(季度?|月份?|年度?|周|次|期|批|日|天)|([季月年周次])均|平均)(?!每|到)\p{Script=Han}{0,8}$/u
const periodsOf: Record<string, RegExp> = {
  季: /季/,
  月: /月/,
  年: /年/,
  周: /周/,
  次: /次/,
  期: /期/,
  批: /批/,
  日: /日|天/,
  天: /日|天/,
}
const LONGEST_LEAD = 40

const isMeasured = (fact: Fact): boolean => isCounted(fact) || fact.unit.word === '%' || fact.unit.dimension === 'score'

/** Figures that stand side by side right before it, the first behind 分别 or 依次. */
function listBefore({ folded: { text } }: Understanding, facts: readonly Fact[], at: number): Fact[] {
  const list: Fact[] = []
  for (let index = at - 1; index >= 0; index--) {
    const fact = facts[index] as Fact
    const next = list[0]
    const own = facts[at] as Fact
    if (fact.unit.dimension !== own.unit.dimension || (isCounted(fact) && !comparable(fact, own)) || !isExact(fact))
      break
    if (next && !/^[、，和及与]+$/.test(text.slice(fact.end, next.start))) break
    list.unshift(fact)
  }
  const [first] = list
  const lead = first ? text.slice(Math.max(0, first.start - LONGEST_LEAD), first.start).replace(/^.*[。；]/s, '') : ''
  return /(?:分别|依次)[^，。；]{0,8}$/.test(lead) ? list : []
}

/** The list is by quarters where the mean is by quarter: 四个季度分别为……，平均每月 is another mean. */
function isBySame({ folded: { text } }: Understanding, list: readonly Fact[], head: string): boolean {
  const [first] = list as [Fact]
  const words = text.slice(Math.max(0, first.start - LONGEST_LEAD), first.start).replace(/^.*[。；]/s, '')
  const [own] = Object.entries(periodsOf).find(([sign]) => head.startsWith(sign)) ?? []
  if (own) return periodsOf[own]?.test(words) ?? false
  return true
}

function* judged(doc: Understanding, mean: Fact, list: readonly Fact[], facts: readonly Fact[]): Generator<Outcome> {
  const { text } = doc.folded
  const sum = list.reduce((total, fact) => total + base(fact), 0)
  const value = sum / list.length
  const shown = list.map((fact) => printed(text, fact.digits)).join(' + ')
  const should = Number((value / mean.unit.factor).toFixed(places(mean)))
  const formula = `(${shown}) ÷ ${list.length} = ${written(value / mean.unit.factor, Math.max(2, places(mean)))}${mean.unit.word}`
  const spots = [mean, { start: list[0]?.start ?? mean.start, end: list.at(-1)?.end ?? mean.end }]
  if (meanFits(mean, value, { ...mean, value: sum / mean.unit.factor, step: list[0]?.step ?? 1 })) {
    yield { verdict: 'consistent', formula, places: spots }
    return
  }
  const values = list.map(base)
  const isOutside = base(mean) > Math.max(...values) || base(mean) < Math.min(...values)
  const isTold = facts.some(
    (fact) => !list.includes(fact) && fact !== mean && comparable(fact, mean) && near(base(fact), sum, 0),
  )
  const slip = figures(mean) >= TELLING && isExact(mean) ? slipOf(mean, should) : undefined
  const isRate = !isCounted(mean)
  const sure = isExact(mean) && !isRate && (isTold || slip || isOutside)
  // Of rates the mean is by weight; but it is never above the highest.
  if (isRate && !isOutside) return
  if (!isExact(mean) && Math.abs(base(mean) / value - 1) <= ABOUT) return
  const certain = sure || (isRate && isExact(mean))
  yield {
    verdict: 'wrong',
    severity: certain ? 'error' : 'question',
    certainty: certain ? 0.86 : 0.65,
    message: `平均数写为 ${printed(text, mean)}，按所列 ${list.length} 个数计算：${formula}${isOutside ? '；平均数不会在各数之外' : slip ? `，${slipSentence(slip)}` : '；请核对'}。`,
    formula: `${formula} ≠ ${printed(text, mean)}`,
    claimed: printed(text, mean),
    computed: `${written(value / mean.unit.factor, Math.max(2, places(mean)))}${mean.unit.word}`,
    places: spots,
  }
}
const TELLING = 3
const ABOUT = 0.1
