import type { Fact, Sentence, Understanding } from '../../understand/index.ts'
import { base, isExact } from '../../understand/quantities.ts'
import { comparable, isCounted, printed } from '../measure.ts'
import { places, rateFit } from '../numbers.ts'
import type { Outcome, Rule } from '../rule.ts'
import { slipOf, slipSentence } from '../slip.ts'

/** Two ways in which a thing can be: one or the other. */
const opposites: readonly (readonly [string, string])[] = [
  ['集中', '分散'],
  ['线上', '线下'],
  ['网上', '窗口'],
  ['城市', '农村'],
  ['城镇', '农村'],
  ['男', '女'],
  ['公开', '非公开'],
  ['自主', '委托'],
  ['已', '未'],
  ['有', '无'],
  ['新能源', '非新能源'],
  ['机械', '人工'],
]

/** 集中供养268人、分散供养2948人，集中供养率8.33%: of both together. */
export const rateComplement: Rule = {
  id: 'rate.complement',
  kind: 'rate',
  title: '互补两项中一项的占比以两项之和为分母',
  source: '比率＝部分÷全部',
  fails: ['集中托养120人、分散托养1080人，集中托养率11.11%。', '线上办理6300件、线下办理2700件，线上办理率为77.00%。'],
  holds: [
    '集中托养120人、分散托养1080人，集中托养率10.00%。线上办理6300件、线下办理2700件，线上办理率达到70.0%。',
    '线上办理6300件、线下办理2700件，线上办理率较上年提高5.2个百分点，线上办结率98.5%。',
  ],
  *check(doc) {
    for (const sentence of doc.sentences)
      for (const percent of sentence.facts) {
        if (percent.unit.dimension !== 'percent' || !isExact(percent)) continue
        const pair = pairFor(doc, sentence, percent)
        if (pair) yield* judged(doc, percent, ...pair)
      }
  },
}

/** The part the rate is named after, and the other that stands beside it. */
function pairFor(doc: Understanding, { facts }: Sentence, percent: Fact): [Fact, Fact] | undefined {
  const { text } = doc.folded
  for (const [at, second] of facts.entries()) {
    const first = facts[at - 1]
    if (!first || second.end > percent.start || !comparable(first, second) || !isCounted(first)) continue
    if (!isExact(first) || !isExact(second) || !/^[、，,]$/.test(text.slice(first.end, second.labelSpan.start)))
      continue
    const share = (fact: Fact) =>
      percent.label.startsWith(nameOf(fact)) && /^(?:率|占比|比例|比重)$/.test(percent.label.slice(nameOf(fact).length))
    if (!areOpposite(nameOf(first), nameOf(second))) continue
    if (share(first)) return [first, second]
    if (share(second)) return [second, first]
  }
  return undefined
}

/** 城镇参保人员 are meant by 城镇参保占比. */
const nameOf = ({ label }: Fact): string => label.replace(/(?:人员|人数|数量|件数|数)$/, '')

const areOpposite = (one: string, other: string): boolean =>
  opposites.some(([a, b]) =>
    [
      [a, b],
      [b, a],
    ].some(
      ([x = '', y = '']) =>
        one.startsWith(x) &&
        other.startsWith(y) &&
        one.slice(x.length) === other.slice(y.length) &&
        one.length > x.length,
    ),
  )

function* judged(doc: Understanding, percent: Fact, part: Fact, rest: Fact): Generator<Outcome> {
  const { text } = doc.folded
  const value = (base(part) / (base(part) + base(rest))) * 100
  const formula = `${printed(text, part.digits)} ÷ (${printed(text, part.digits)} + ${printed(text, rest.digits)})`
  const fit = rateFit(percent, value)
  if (fit !== 'different') {
    yield { verdict: 'consistent', formula: `${formula} ≈ ${printed(text, percent)}`, places: [percent, part, rest] }
    return
  }
  const isOfOther = rateFit(percent, (base(part) / base(rest)) * 100) === 'equal'
  const computed = `${value.toFixed(Math.max(2, places(percent)))}%`
  const slip = slipOf(percent, Number(value.toFixed(places(percent))))
  const why = isOfOther ? `写的是与${rest.label}之比` : slip ? slipSentence(slip) : '请核对'
  yield {
    verdict: 'wrong',
    severity: isOfOther || slip ? 'error' : 'question',
    certainty: isOfOther || slip ? 0.92 : 0.78,
    message: `“${percent.label}”写为 ${printed(text, percent)}，按 ${formula} 计算为 ${computed}，${why}。`,
    formula: `${formula} = ${computed} ≠ ${printed(text, percent)}`,
    claimed: printed(text, percent),
    computed,
    places: [percent, part, rest],
  }
}
