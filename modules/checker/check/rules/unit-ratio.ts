import type { Fact, Sentence, Understanding } from '../../understand/index.ts'
import { isExact } from '../../understand/quantities.ts'
import { listings } from '../listing.ts'
import { comparable, figures, isCounted, printed } from '../measure.ts'
import { near, rateFit, written } from '../numbers.ts'
import type { Outcome, Rule, Wrong } from '../rule.ts'
import { areMistaken, bareNumber, scaleOf } from '../scale.ts'
import { slipOf, slipSentence } from '../slip.ts'

/** 完成4.86万元，目标4.5亿元，完成率108%: the relation holds between the numbers, not between their units. */
export const unitRatio: Rule = {
  id: 'unit.ratio',
  kind: 'unit',
  title: '比率、合计与各数的单位相符',
  source: '部门决算公开说明金额单位一致（B-18）',
  fails: [
    '全年完成投资3.24万元，计划3亿元，完成率108.00%。',
    '招商到位资金5.50亿元，较上年的5.00万元增长10.00%。',
    '全年罚没款合计386.40元，其中占道经营126.40万元、渣土运输260.00万元。',
    '水利投资2.86万元。其中水库1.25亿元、堤防0.93亿元、灌区0.78亿元。',
  ],
  holds: [
    '全年完成投资3.24亿元，计划3亿元，完成率108.00%。',
    '贷款5.50亿元，贴息4.95万元，均已到位，到位率90%。',
    '全年罚没款合计386.40万元，其中占道经营126.40万元、渣土运输260.00万元。',
    '水利投资2.96亿元。其中水库1.25亿元、堤防0.93亿元、灌区0.78亿元。',
    '总投资5.2亿元，其中本年支出3.1万元、2.1万元的两笔勘察费。',
  ],
  *check(doc) {
    for (const sentence of doc.sentences) yield* ratiosIn(doc, sentence)
    yield* sumsIn(doc)
  },
}

function* ratiosIn(doc: Understanding, { facts }: Sentence): Generator<Outcome> {
  const { text } = doc.folded
  for (const [at, percent] of facts.entries()) {
    if (percent.unit.dimension !== 'percent' || !isExact(percent)) continue
    const [second, first] = facts
      .slice(0, at)
      .filter((fact) => isCounted(fact) && isExact(fact) && fact.value > 0)
      .reverse()
    if (!first || !second || !comparable(first, second) || !areMistaken(text, first, second)) continue
    const [a, b] = [bareNumber(text, first), bareNumber(text, second)]
    const fits = [a / b, b / a, Math.abs(a / b - 1)].some((share) => rateFit(percent, share * 100) === 'equal')
    if (
      !fits ||
      !held.test(text.slice(Math.max(0, first.start - 12), percent.start)) ||
      Math.max(a, b) > FARTHEST * Math.min(a, b)
    )
      continue
    const [odd, right] = oddOf(text, facts, first, second)
    yield wrongUnit(text, odd, right, `按 ${printed(text, percent)} 推算`, [odd, right, percent])
  }
}

/** What a figure is held against. */
const held = /目标|计划|任务|预算|上年|去年|同期|安排|占|下达/
const FARTHEST = 5
/** The one whose unit fewer figures of the sentence have; where they are even, the smaller. */
function oddOf(text: string, facts: readonly Fact[], one: Fact, other: Fact): [Fact, Fact] {
  const count = (fact: Fact) => facts.filter(({ unit }) => unit.word === fact.unit.word).length
  const isFirst = count(one) === count(other) ? scaleOf(text, one) < scaleOf(text, other) : count(one) < count(other)
  return isFirst ? [one, other] : [other, one]
}

const CLOSE = 0.06
function* sumsIn(doc: Understanding): Generator<Outcome> {
  const { text } = doc.folded
  for (const { wholes, parts } of listings(doc)) {
    const facts = parts.map(({ fact }) => fact)
    const [first] = facts
    const [whole] = wholes
    if (!first || !whole || facts.length < 2 || figures(whole) < 3 || ![whole, ...facts].every(isExact)) continue
    const isOne = facts.every((fact) => scaleOf(text, fact) === scaleOf(text, first))
    if (!isOne || !areMistaken(text, whole, first)) continue
    const sum = facts.reduce((total, fact) => total + bareNumber(text, fact), 0)
    const own = bareNumber(text, whole)
    const isEqual = near(sum, own, Math.max(whole.step, first.step) / (2 * scaleStep(text, whole)))
    const slip = isEqual
      ? undefined
      : slipOf({ value: own, step: 10 ** -decimals(text, whole) }, Number(sum.toFixed(4)))
    if (!isEqual && !(slip && Math.abs(sum / own - 1) < CLOSE)) continue
    const computed = `${written(sum)}${wordOf(text, first)}`
    const more = slip ? `；数字也与各项之和不符，${slipSentence(slip)}` : ''
    yield {
      ...wrongUnit(text, whole, first, `所列${facts.length}项相加为 ${computed}`, [whole, ...facts], more),
      ...(slip ? { kind: 'part-sum' as const } : {}),
      computed,
    }
  }
}

const decimals = (text: string, { digits }: Fact) => text.slice(digits.start, digits.end).split('.')[1]?.length ?? 0
/** What the printed number was multiplied by for 万 or 亿 of a count. */
const scaleStep = (text: string, fact: Fact) => fact.value / bareNumber(text, fact)
const wordOf = (text: string, { digits, end }: Fact) => text.slice(digits.end, end)

function wrongUnit(text: string, odd: Fact, right: Fact, why: string, places: Fact[], more = ''): Wrong {
  const [claimed, computed] = [printed(text, odd), `${bareNumber(text, odd)}${wordOf(text, right)}`]
  return {
    verdict: 'wrong',
    severity: 'error',
    certainty: 0.92,
    message: `“${odd.label || '此数'}”写为 ${claimed}，${why}，单位应为“${wordOf(text, right)}”${more}。`,
    formula: `${claimed} ≠ ${computed}`,
    claimed,
    computed,
    places,
  }
}
