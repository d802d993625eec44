import type { Fact, Sentence, Understanding } from '../../understand/index.ts'
import { base, isExact } from '../../understand/quantities.ts'
import { changeOf } from '../changes.ts'
import { comparable, figures, inUnitOf, isCounted, printed } from '../measure.ts'
import { clean, near, rateFit } from '../numbers.ts'
import type { Outcome, Rule } from '../rule.ts'
import { slipOf, slipSentence } from '../slip.ts'

const old = /上年|去年|上一年|同期/
const noun = /(收入|支出|经费|预算|决算|资产|负债|产量|收运量|处理量)(?:总额|总计|合计|总数|数)?$/

/** 收入合计3285万元。与上年收入2986万元相比，增加298万元: this year's total stands in the sentence before. */
export const differenceTotal: Rule = {
  id: 'difference.total',
  kind: 'difference',
  title: '前一句的本年数等于上年数加减增减额',
  source: '部门决算公开说明格式：与上年相比增减额（B-10）',
  fails: [
    '本年支出合计1824.60万元。与上年支出1687.30万元相比，增加155.30万元，增长9.20%。',
    '2023年收入合计2415.62万元，其中财政拨款2385.10万元。较上年收入2503.48万元减少78.86万元。',
  ],
  holds: [
    '本年支出合计1842.60万元。与上年支出1687.30万元相比，增加155.30万元，增长9.20%。',
    '2023年收入合计2415.62万元，其中财政拨款2385.10万元。较上年收入2503.48万元减少87.86万元。',
    '本年收入合计1844.60万元。本年支出合计1842.60万元。与上年支出1687.30万元相比，增加155.30万元，增长9.20%。',
    '本年支出合计1824.60万元。其中项目支出较上年支出687.30万元增加155.30万元，增长22.60%。',
  ],
  *check(doc) {
    for (const [index, sentence] of doc.sentences.entries()) {
      const change = sentence.facts.find((fact) => isChange(doc, fact))
      const before = change && onlyBefore(sentence, change)
      const now = before && totalOf(doc, index, before)
      if (change && now) yield* outcome(doc, sentence, { now, before, change })
    }
  },
}

const TELLING = 4
const isChange = ({ folded: { text } }: Understanding, fact: Fact): boolean =>
  isCounted(fact) &&
  isExact(fact) &&
  figures(fact) >= TELLING - 1 &&
  /(?:增加|减少|净增|净减)了?$/.test(text.slice(Math.max(0, fact.start - 4), fact.start))

/** The year before's figure, if no other stands before the change. */
function onlyBefore({ facts }: Sentence, change: Fact): Fact | undefined {
  const [before, ...more] = facts.filter((fact) => fact.start < change.start)
  return before && !more.length && comparable(before, change) && isExact(before) && old.test(before.label)
    ? before
    : undefined
}

/** The only total of that noun in the two sentences before. */
function totalOf(doc: Understanding, index: number, before: Fact): Fact | undefined {
  const { text } = doc.folded
  const own = doc.sentences[index] as Sentence
  const [, word] = noun.exec(before.label) ?? []
  // 其中项目支出较上年支出687万元: of a part.
  const lead = text.slice(own.start, before.start)
  if (!word || figures(before) < TELLING || !/^(?:与|较|比|同)?(?:20\d\d年|上年|去年|上一年)/.test(lead))
    return undefined
  const told = doc.sentences
    .slice(Math.max(0, index - LOOK_BACK), index)
    .filter(({ line }) => line === own.line)
    .flatMap(({ facts }) =>
      facts.filter(
        (fact) =>
          comparable(fact, before) &&
          isExact(fact) &&
          figures(fact) >= TELLING &&
          !old.test(fact.label) &&
          noun.exec(fact.label)?.[1] === word &&
          !/财政|事业|其他|基本|项目|基金|专户|年初/.test(fact.label),
      ),
    )
  return told.length === 1 ? told[0] : undefined
}
const LOOK_BACK = 2

interface Three {
  now: Fact
  before: Fact
  change: Fact
}

function* outcome(doc: Understanding, { facts }: Sentence, { now, before, change }: Three): Generator<Outcome> {
  const { text } = doc.folded
  const sign = changeOf(text.slice(Math.max(0, change.start - 4), change.start))
  const gap = base(now) - base(before)
  const places = [change, now, before]
  const [more, less] = gap >= 0 ? [now, before] : [before, now]
  const formula = `${printed(text, more.digits)} - ${printed(text, less.digits)} = ${inUnitOf(change, Math.abs(gap))}`
  if (near(gap * sign, base(change), 0)) {
    yield { verdict: 'consistent', formula, places }
    return
  }
  const rate = facts[facts.indexOf(change) + 1]
  const isOfChange =
    rate?.unit.dimension === 'percent' && rateFit(rate, (base(change) / base(before)) * 100) === 'equal'
  const should = clean((base(before) + sign * base(change)) / now.unit.factor)
  const slip = isOfChange ? slipOf(now, should) : slipOf(change, clean(Math.abs(gap) / change.unit.factor))
  if (!slip) return
  const [wrong, computed] = isOfChange
    ? [now, inUnitOf(now, should * now.unit.factor)]
    : [change, inUnitOf(change, Math.abs(gap))]
  yield {
    verdict: 'wrong',
    severity: 'error',
    certainty: 0.88,
    message: isOfChange
      ? `“${now.label}”写为 ${printed(text, now)}，按上年数与增减额应为 ${computed}，增减幅度也与之相符；${slipSentence(slip)}。`
      : `增减额写为 ${printed(text, change)}，按 ${formula}；${slipSentence(slip)}。`,
    formula: `${formula} ≠ ${printed(text, change)}`,
    claimed: printed(text, wrong),
    computed,
    places: [wrong, ...places.filter((place) => place !== wrong)],
  }
}
