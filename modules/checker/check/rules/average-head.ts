import type { Fact, Understanding } from '../../understand/index.ts'
import { base, isExact } from '../../understand/quantities.ts'
import { isCounted, printed, sameMeasure } from '../measure.ts'
import { places, written } from '../numbers.ts'
import type { Outcome, Rule } from '../rule.ts'
import { powerOfTen } from '../scale.ts'
import { slipOf, slipSentence } from '../slip.ts'

/** What is divided by, by the word before 均. */
const heads: Record<string, RegExp> = {
  人: /^(?:人|人次|名|位)$/,
  车: /^(?:辆|台|部)$/,
  户: /^(?:户|家)$/,
  次: /^(?:次|批次|批|场)$/,
}
const mean = /(人|车|户|次)均([\p{Script=Han}]{2,8}?)(?:支出|成本|费用)?$/u

/** 接待费4.31万元，518人，人均接待费83.20元. */
export const averageHead: Rule = {
  id: 'average.head',
  kind: 'average',
  title: '人均、车均等于总额除以人数、车数',
  source: '部门决算公开说明格式：公务接待人均费用、公务用车车均运行维护费（B-14）',
  fails: [
    '公务接待费4.31万元。全年公务接待62批次518人，人均接待费38.20元。',
    '公用经费36.30万元，按年末在职11人计算，人均公用经费3.03万元。',
    '年末实有在职人员286人。运转类公用经费支出812.24万元，按在职人员计算，人均公用经费2.84元。',
  ],
  holds:
    '举办讲座228场，平均每家机构12场，19家机构均已开展。公务接待费4.31万元。全年公务接待62批次518人，人均接待费83.20元。人均公园绿地面积13.2平方米。',
  *check(doc) {
    for (const [index, { facts }] of doc.sentences.entries())
      for (const fact of facts) {
        if (!isCounted(fact) || fact.bound || fact.range) continue
        const named = mean.exec(fact.label)
        if (named) yield* outcome(doc, fact, pairsNear(doc, index, fact, named))
      }
  },
}

interface Pair {
  top: Fact
  bottom: Fact
  value: number
}

function pairsNear(
  { sentences }: Understanding,
  index: number,
  fact: Fact,
  [, head = '', name = '']: readonly string[],
): Pair[] {
  const unit = heads[head] as RegExp
  const near = sentences
    .slice(Math.max(0, index - 3), index + 2)
    .flatMap(({ line, facts }) => (Math.abs(line - fact.line) <= 1 ? facts.filter(isExact) : []))
  // 人均负责养护绿地28.9公顷 is a mean itself.
  const tops = near.filter(
    (one) => one !== fact && one.label.includes(name) && sameMeasure(one, fact) && !/均/.test(one.label),
  )
  const counted = near.filter((one) => unit.test(one.unit.word) && base(one) > 0)
  const bottoms = counted.length || head !== '人' ? counted : staffOf(sentences)
  // 购置费18万元，车均购置费18万元: of one.
  if (tops.some((top) => Math.abs(base(top) - base(fact)) < 1e-9)) return []
  return tops.flatMap((top) => bottoms.map((bottom) => ({ top, bottom, value: base(top) / base(bottom) })))
}

/** Where nobody is counted near, it is by the staff: 按在职人员计算，人均公用经费2.84万元. */
const staffOf = (sentences: Understanding['sentences']): Fact[] =>
  sentences.flatMap(({ facts }) =>
    facts.filter(
      (one) => isExact(one) && /^[人名]$/.test(one.unit.word) && /在职|实有|在编/.test(`${one.label}${one.object}`),
    ),
  )

function* outcome(doc: Understanding, fact: Fact, pairs: readonly Pair[]): Generator<Outcome> {
  const { text } = doc.folded
  const spell = ({ top, bottom }: Pair) => `${printed(text, top)} ÷ ${printed(text, bottom)}`
  const holding = pairs.find(({ top, value }) => meanFits(fact, value, top))
  if (holding) {
    yield {
      verdict: 'consistent',
      formula: `${spell(holding)} ≈ ${printed(text, fact)}`,
      places: [fact, holding.top, holding.bottom],
    }
    return
  }
  if (!isExact(fact)) {
    const [pair] = pairs
    if (pair && Math.abs(base(fact) / pair.value - 1) > MOST_OFF) yield roughly(text, fact, pair, spell(pair))
    return
  }
  for (const pair of pairs) {
    const should = Number((pair.value / fact.unit.factor).toFixed(places(fact)))
    const slip = slipOf(fact, should) ?? (isOtherUnit(fact, pair.value) ? 'unit' : undefined)
    const isSaid =
      pairs.length === 1 && isSaidDivisor(text, pair.bottom, fact) && Math.abs(Math.log2(pair.value / base(fact))) < 1
    if (!slip && !isSaid) continue
    yield {
      verdict: 'wrong',
      severity: pairs.length > 1 && slip !== 'unit' ? 'question' : 'error',
      certainty: pairs.length > 1 && slip !== 'unit' ? 0.7 : 0.8,
      message: `“${fact.label}”写为 ${printed(text, fact)}，按 ${spell(pair)} 计算为 ${written(should)}${fact.unit.word}${slip ? `，${slipSentence(slip)}` : ''}。`,
      formula: `${spell(pair)} = ${written(should)}${fact.unit.word} ≠ ${printed(text, fact)}`,
      claimed: printed(text, fact),
      computed: `${written(should)}${fact.unit.word}`,
      places: [fact, pair.top, pair.bottom],
    }
    return
  }
}

/** 按年末在职11人计算，人均……: what is divided by is said. */
const isSaidDivisor = (text: string, bottom: Fact, mean: Fact): boolean =>
  /按[^，。；]{0,12}$/.test(text.slice(Math.max(0, bottom.labelSpan.start - 8), bottom.start)) &&
  /^(?:口径)?(?:计算|测算|核算|折算)?[，,]?人均/.test(text.slice(bottom.end, mean.start))

/** 人均2.84元 for 2.84万元: what is left is the rounding of the mean. */
const isOtherUnit = (fact: Fact, value: number): boolean =>
  fact.unit.dimension === 'money' && Math.abs(powerOfTen(base(fact) / value, fact.step / fact.value)) === 4

/** 平均每名队员服务约14000人 of 132000 and 95: about is not that far. */
const MOST_OFF = 0.25
const roughly = (text: string, fact: Fact, { top, bottom, value }: Pair, formula: string): Outcome => ({
  verdict: 'wrong',
  severity: 'question',
  certainty: powerOfTen(base(fact) / value, MOST_OFF / 10) ? 0.78 : 0.6,
  message: `平均数写为 ${printed(text, fact)}，按 ${formula} 约为 ${written(value / fact.unit.factor, 2)}${fact.unit.word}，相差很大。`,
  formula: `${formula} ≈ ${written(value / fact.unit.factor, 2)}${fact.unit.word} ≠ ${printed(text, fact)}`,
  claimed: printed(text, fact),
  computed: `${written(value / fact.unit.factor, 2)}${fact.unit.word}`,
  places: [fact, top, bottom],
})

/** A mean fits within what the last digits of it and of its total leave open. */
export function meanFits(mean: Fact, value: number, total: Fact): boolean {
  const ofTotal = ((total.step * total.unit.factor) / 2) * (value / Math.max(1e-9, base(total)))
  return Math.abs(base(mean) - value) <= ((mean.step * mean.unit.factor) / 2 + ofTotal) * 1.001 + 1e-9
}
