import type { Fact, Sentence, Understanding } from '../../understand/index.ts'
import { base, isExact } from '../../understand/quantities.ts'
import { comparable, figures, isComparison, isCounted, printed } from '../measure.ts'
import { type Pair, quotient, quotientFit, readsOtherwise } from '../ratio.ts'
import type { Outcome, Rule } from '../rule.ts'
import { percentInstead, slipSentence } from '../slip.ts'

const ofTask = /^，(?:占|为|超额)?完成(?:了|年度|全年|年初|年内|绩效|既定|计划)*(?:目标|任务|计划)+(?:数|值|量|额)?的?$/
const aim = /任务|目标|计划|应完成/
const filler = /任务|目标|计划|年度|全年|实际|完成|实施|管理|新增|共|累计|应|数|量|的|为/g

/** 清运垃圾13.20万吨，完成年度目标的105.60%: the target of that name stands in another paragraph. */
export const rateTask: Rule = {
  id: 'rate.task',
  kind: 'rate',
  title: '完成目标的百分比等于完成数除以前文的同名目标',
  source: '财预〔2020〕10号附件：指标完成率＝实际完成值÷年度指标值',
  fails: [
    '绩效目标：清运厨余垃圾12.50万吨，改造公厕16座。\n全年清运厨余垃圾13.20万吨，完成年度目标的115.60%；改造公厕18座，完成目标任务的112.5%。',
    '年度主要指标为老年人健康体检任务3.05万人。\n老年人健康体检3.21万人，完成任务数的115.25%，受检率80.10%。',
  ],
  holds: [
    '绩效目标：清运厨余垃圾12.50万吨，改造公厕16座。\n全年清运厨余垃圾13.20万吨，完成年度目标的105.60%；改造公厕18座，完成目标任务的112.5%。',
    '年度目标：改造公厕16座。上半年目标：改造公厕8座。\n改造公厕6座，完成目标的75%。清运厨余垃圾13.20万吨，完成目标的98.30%。',
  ],
  *check(doc) {
    const { text } = doc.folded
    for (const sentence of doc.sentences)
      for (const [at, rate] of sentence.facts.entries()) {
        const done = sentence.facts[at - 1]
        if (!done || rate.unit.dimension !== 'percent' || !isExact(rate) || !isCounted(done) || !isExact(done)) continue
        if (!ofTask.test(text.slice(done.end, rate.start)) || hasOwnTarget(sentence, at, done)) continue
        yield* outcome(doc, rate, done)
      }
  },
}

/** 目标12.5万吨，实际13.2万吨，完成目标的105.6%: another rule's. */
const hasOwnTarget = ({ facts }: Sentence, at: number, done: Fact): boolean =>
  facts.slice(0, at - 1).some((fact) => comparable(fact, done) && aim.test(fact.label))

const nameOf = ({ label }: Fact): string => label.replace(filler, '')
const SHORTEST = 4
/** 主要指标为老年人健康体检 ends in the name. */
const isNamed = (words: string, name: string): boolean =>
  words === name || (name.length > SHORTEST && words.endsWith(name))

function targetsOf({ facts, folded: { lines } }: Understanding, done: Fact): Fact[] {
  const name = nameOf(done)
  if (name.length < SHORTEST) return []
  return facts.filter(
    (fact) =>
      fact.start < done.start &&
      fact.line !== done.line &&
      !lines[fact.line]?.cell &&
      comparable(fact, done) &&
      isExact(fact) &&
      base(fact) > 0 &&
      !isComparison(fact) &&
      (aim.test(fact.label) || aim.test(fact.head)) &&
      isNamed(nameOf(fact), name),
  )
}

function* outcome(doc: Understanding, rate: Fact, top: Fact): Generator<Outcome> {
  const { text } = doc.folded
  const pairs = targetsOf(doc, top).map((bottom): Pair => ({ top, bottom, value: (base(top) / base(bottom)) * 100 }))
  const holding = pairs.find((pair) => quotientFit(rate, pair) === 'equal')
  const [pair] = pairs
  if (holding) {
    const formula = quotient(text, holding, printed(text, rate))
    yield { verdict: 'consistent', formula, places: [rate, top, holding.bottom] }
  } else if (pair && new Set(pairs.map(({ value }) => value)).size === 1 && !readsOtherwise(doc, rate)) {
    const fit = quotientFit(rate, pair)
    const { computed, slip } = percentInstead(rate, pair.value)
    const [less, more] = [Math.min(pair.value, rate.value), Math.max(pair.value, rate.value)]
    if (more > less * FAR && !slip) return
    const sure = slip && figures(rate) >= TELLING
    yield {
      verdict: 'wrong',
      severity: fit === 'rounding' ? 'rounding' : sure ? 'error' : 'question',
      certainty: sure ? 0.88 : 0.7,
      message: `“${top.label}”写完成目标的 ${printed(text, rate)}，按前文目标 ${printed(text, pair.bottom)} 计算为 ${computed}${slip ? `，${slipSentence(slip)}` : '；请核对'}。`,
      formula: `${quotient(text, pair, computed)} ≠ ${printed(text, rate)}`,
      claimed: printed(text, rate),
      computed,
      places: [rate, top, pair.bottom],
    }
  }
}
const TELLING = 3
/** Of other things, or told in other words. */
const FAR = 2
