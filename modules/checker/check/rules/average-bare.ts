import type { Fact, Sentence, Understanding } from '../../understand/index.ts'
import { base } from '../../understand/quantities.ts'
import { figures, isComparison, printed } from '../measure.ts'
import { places, written } from '../numbers.ts'
import type { Outcome, Rule } from '../rule.ts'
import { powerOfTen } from '../scale.ts'
import { slipOf, slipSentence } from '../slip.ts'

/** What is divided by, by the word before 均. */
const heads: Record<string, RegExp> = {
  人: /^(?:人|人次|名|位)$/,
  车: /^(?:辆|台|部)$/,
  户: /^(?:户|家)$/,
  次: /^(?:次|批次|批|场|人次)$/,
  件: /^(?:件|起|宗)$/,
}
const mean =
  /(?:^|[，,。；;、（(])(?:接待|救助|补助|发放)?(人|车|户|次|件)均(?:支出|费用|补助|救助|补贴|接待费?)?(?:约|为|达)*$/
const TELLING = 3
/** 约 is a rounding, no more. */
const ABOUT = 0.01

/** 公务接待21批次、168人次，人均约102元: of the money told of the same thing, in the sentence or the one before. */
export const averageBare: Rule = {
  id: 'average.bare',
  kind: 'average',
  title: '人均、户均、次均等于同一事项的金额除以数量',
  source: '部门决算公开说明格式：公务接待人均费用、公务用车车均运行维护费（B-14）',
  fails: [
    '公务接待费2.40万元，占12.00%。公务接待30批次、240人次，人均约1000元。',
    '实施临时救助2000人次，支出360.00万元，次均约180元。',
  ],
  holds: [
    '公务接待费2.40万元，占12.00%。公务接待30批次、240人次，人均约100元。公务接待40批次、320人次，人均75元。',
    '实施临时救助2000人次，支出360.00万元，次均约1800元。惠及4825户15440人，发放386.00万元，人均250元，户均800元。',
    '培训费3.20万元。开展走访150人次，人均约200元。工资支出1029.6万元，保洁员286人，人均3000元。',
    '医疗救助支出320万元，救助1600人次，人均2000元，其中住院救助400人次、人均5000元。',
  ],
  *check(doc) {
    for (const [index, sentence] of doc.sentences.entries())
      for (const fact of sentence.facts) {
        const head = heads[mean.exec(doc.folded.text.slice(sentence.start, fact.start))?.[1] ?? '']
        if (head && fact.unit.dimension === 'money' && !fact.bound && !fact.range)
          yield* judged(doc, fact, tellingOf(doc, index, fact), sentence, head)
      }
  },
}

/** Money of the sentence before the mean; where it has none, that of the sentences before that name the same thing. */
function tellingOf(doc: Understanding, index: number, mean: Fact): Fact[] {
  const own = doc.sentences[index] as Sentence
  const isMoney = (fact: Fact) =>
    fact.unit.dimension === 'money' &&
    !fact.bound &&
    !isComparison(fact) &&
    !/均$/.test(doc.folded.text.slice(fact.start - 1, fact.start))
  const from = partStart(doc.folded.text, own, mean)
  const here = own.facts.filter((fact) => isMoney(fact) && fact.start >= from && fact.end < mean.start)
  if (here.length || from > own.start) return here
  const name = own.facts[0]?.label.slice(0, NAME) ?? ''
  if (name.length < NAME) return []
  const before = doc.sentences.slice(Math.max(0, index - 3), index).filter(({ line }) => line === own.line)
  return before.flatMap(({ facts }) => facts.filter((fact) => isMoney(fact) && fact.label.startsWith(name)))
}

/** 其中 and a semicolon begin another matter. */
function partStart(text: string, { start }: Sentence, mean: Fact): number {
  const words = text.slice(start, mean.start)
  return start + Math.max(0, words.lastIndexOf('其中'), words.lastIndexOf('；'))
}

const NAME = 4
function* judged(
  doc: Understanding,
  mean: Fact,
  tops: readonly Fact[],
  { facts }: Sentence,
  head: RegExp,
): Generator<Outcome> {
  const { text } = doc.folded
  const bottoms = facts.filter(
    (fact) => head.test(fact.unit.word) && fact.end < mean.start && !fact.bound && base(fact) > 1,
  )
  const ways = tops
    .flatMap((top) => bottoms.map((bottom) => ({ top, bottom, value: base(top) / base(bottom) })))
    .reverse()
  const say = ({ top, bottom }: (typeof ways)[number]) => `${printed(text, top)} ÷ ${printed(text, bottom)}`
  const rounding = (mean.step * mean.unit.factor) / 2 / base(mean)
  const holding = ways.find(({ value }) => Math.abs(base(mean) / value - 1) <= Math.max(ABOUT, rounding))
  if (holding) {
    const formula = `${say(holding)} ≈ ${printed(text, mean)}`
    yield { verdict: 'consistent', formula, places: [mean, holding.top, holding.bottom] }
    return
  }
  const should = (value: number) => Number((value / mean.unit.factor).toFixed(places(mean)))
  // Of few figures many are one slip from another.
  const isTelling = !mean.approximate && figures(mean) >= TELLING
  const slipped = ways.find(
    ({ value }) => powerOfTen(base(mean) / value, ABOUT / 10) || (isTelling && slipOf(mean, should(value))),
  )
  if (!slipped) return
  const slip = slipOf(mean, should(slipped.value)) ?? 'point'
  const computed = `${written(slipped.value / mean.unit.factor, 2)}${mean.unit.word}`
  yield {
    verdict: 'wrong',
    severity: 'error',
    certainty: 0.85,
    message: `平均数写为 ${printed(text, mean)}，按 ${say(slipped)} 计算为 ${computed}，${slipSentence(slip)}。`,
    formula: `${say(slipped)} = ${computed} ≠ ${printed(text, mean)}`,
    claimed: printed(text, mean),
    computed,
    places: [mean, slipped.top, slipped.bottom],
  }
}
