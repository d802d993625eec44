import type { Fact, Sentence, Understanding } from '../../understand/index.ts'
import { base, isExact } from '../../understand/quantities.ts'
import { figures, isComparison, isCounted, printed } from '../measure.ts'
import { places, written } from '../numbers.ts'
import type { Outcome, Rule } from '../rule.ts'
import { type Slip, slipOf, slipSentence } from '../slip.ts'
import { meanFits } from './average-head.ts'

/** What is divided by, by the word before 均 or behind 每. */
const heads: Record<string, RegExp> = {
  人: /^[人名位]$/,
  名: /^[人名位]$/,
  车: /^[辆台部]$/,
  辆: /^[辆台部]$/,
  户: /^[户家]$/,
  座: /^座$/,
  所: /^所$/,
  村: /^个$/,
}
const mean =
  /(?:([人车户座所村])均|(?:平均)?每([名人辆户座所])\p{Script=Han}{0,5}?(?:负责|承担|管护|服务|平均))(?:的)?(\p{Script=Han}{2,10}?)(?:[（(][^（）()\d]{0,16}[）)])?(?:约|为|达到?|是)*$/u

/** 清扫保洁员268人，人均清扫保洁面积6903平方米: the area stands in another paragraph, always the same. */
export const averageFar: Rule = {
  id: 'average.far',
  kind: 'average',
  title: '人均、车均等于别处所写的总数除以人数、车数',
  source: '统计通则：平均数＝总数÷单位数',
  fails: [
    '全区道路清扫保洁面积合计164.00万平方米。\n二、队伍\n一线人员248人，其中清扫保洁员206人、司机42人，人均清扫保洁面积7,691平方米。',
    '道路清扫保洁面积164.00万平方米，与目标一致。\n二、队伍\n清扫保洁员206人，人均清扫保洁面积（按清扫保洁员计算）为7,169平方米。',
    '道路清扫保洁面积164.00万平方米，与目标一致。\n二、队伍\n清扫保洁员206人，人均清扫保洁面积（按清扫保洁员计算）为7,691平方米。',
    '全年收运餐厨垃圾31,460吨。\n二、车辆\n配备收运车28辆，车均收运餐厨垃圾1,213.57吨。',
  ],
  holds: [
    '全区道路清扫保洁面积合计164.00万平方米。\n二、队伍\n一线人员248人，其中清扫保洁员206人、司机42人，人均清扫保洁面积7,961平方米。',
    '全区道路清扫保洁面积合计164.00万平方米，其中机扫面积98.00万平方米。\n二、队伍\n清扫保洁员206人，人均清扫保洁面积7,600平方米。',
    '道路清扫保洁面积164.00万平方米。上年清扫保洁面积158.00万平方米。\n二、队伍\n清扫保洁员206人，人均清扫保洁面积7,691平方米。',
    '全年收运餐厨垃圾31,460吨。\n二、车辆\n配备收运车28辆，车均收运餐厨垃圾1,123.57吨。人均公园绿地面积13.26平方米。',
  ],
  *check(doc) {
    const { text } = doc.folded
    for (const sentence of doc.sentences)
      for (const fact of sentence.facts) {
        if (!isCounted(fact) || !isExact(fact) || figures(fact) < TELLING) continue
        const lead = text.slice(Math.max(sentence.start, fact.start - LONGEST_LEAD), fact.start)
        if (!/[均每]/.test(lead)) continue
        const [, one, other, name] = mean.exec(lead) ?? []
        const head = heads[one ?? other ?? '']
        if (head && name) yield* judged(doc, sentence, fact, head, name)
      }
  },
}

const TELLING = 4
const LONGEST_LEAD = 40

function* judged(doc: Understanding, sentence: Sentence, own: Fact, head: RegExp, name: string): Generator<Outcome> {
  const { text } = doc.folded
  const totals = doc.facts.filter(
    (fact) =>
      fact !== own &&
      fact.unit.dimension === own.unit.dimension &&
      (fact.unit.dimension !== 'count' || fact.unit.word === own.unit.word) &&
      fact.label.includes(name) &&
      isExact(fact) &&
      !isComparison(fact) &&
      base(fact) > base(own) &&
      !/[均每]/.test(text.slice(fact.labelSpan.start - 2, fact.start)),
  )
  const [total] = totals
  const counts = sentence.facts.filter((fact) => head.test(fact.unit.word) && fact.end < own.start && isExact(fact))
  if (!total || new Set(totals.map(base)).size > 1 || !counts.length || sentence.facts.includes(total)) return
  const ways = counts.filter((fact) => fact.value > 1).map((count) => ({ count, value: base(total) / count.value }))
  const say = (count: Fact) => `${printed(text, total)} ÷ ${printed(text, count)}`
  const holding = ways.find(({ value }) => meanFits(own, value, total))
  if (holding) {
    const formula = `${say(holding.count)} ≈ ${printed(text, own)}`
    yield { verdict: 'consistent', formula, places: [own, total, holding.count] }
    return
  }
  // 164万平方米 by 206 is known to half a ten thousand: too little to read the last figures of the mean.
  const isOpen = total.step !== 1 && total.step / 2 / total.value > own.step / own.value
  const should = (value: number) => Number((value / own.unit.factor).toFixed(places(own)))
  const slipped = ways.filter(({ value }) => !isOpen && slipOrTurn(own, should(value)))
  const [only, ...more] = slipped
  const slip = only && slipOrTurn(own, should(only.value))
  if (!only || more.length || !slip) return
  const computed = `${written(should(only.value))}${own.unit.word}`
  yield {
    verdict: 'wrong',
    severity: 'error',
    certainty: 0.85,
    message: `平均数写为 ${printed(text, own)}，按别处所写 ${say(only.count)} 计算为 ${computed}，${slipSentence(slip)}。`,
    formula: `${say(only.count)} = ${computed} ≠ ${printed(text, own)}`,
    claimed: printed(text, own),
    computed,
    places: [own, total, only.count],
  }
}

/** Also 7961 for 7169: two digits that do not stand side by side have changed places. */
function slipOrTurn(own: Fact, should: number): Slip | undefined {
  const [one, other] = [own.value, should].map((value) => [...value.toFixed(places(own))])
  if (!one || !other || one.length !== other.length) return slipOf(own, should)
  const differing = one.flatMap((digit, at) => (digit === other[at] ? [] : [at]))
  const [a = 0, b = 0] = differing
  const isTurned = differing.length === 2 && one[a] === other[b] && one[b] === other[a]
  return isTurned ? 'swapped' : slipOf(own, should)
}
