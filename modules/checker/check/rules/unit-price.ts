import type { Fact, Understanding } from '../../understand/index.ts'
import { base, isExact } from '../../understand/quantities.ts'
import { inUnitOf, printed } from '../measure.ts'
import type { Rule } from '../rule.ts'
import { powerOfTen } from '../scale.ts'

/** 0.50元/千瓦时, 114元/吨: what one of them costs. */
const per = /^[/／](千瓦时|吨|人次|人|户|平方米|㎡|公里|米|辆|车次|次|件|座|个|亩|株|盏|套|台|立方米)/
/** Prices and quantities are rounded. */
const CLOSE = 0.01

/** 71.2万千瓦时，按0.50元/千瓦时计算，节约电费35.6万元: price times quantity is the money. */
export const unitPrice: Rule = {
  id: 'unit.price',
  kind: 'unit',
  title: '单价乘以数量等于金额',
  source: '部门决算公开说明金额单位一致（B-18）；金额＝单价×数量',
  fails: [
    '年节电约62.4万千瓦时，按0.50元/千瓦时计算，每年节约电费约312万元。',
    '全年处置厨余垃圾3.25万吨。处置费按120元/吨结算，全年支付39.00万元，全部由财政负担。',
  ],
  holds: [
    '年节电约62.4万千瓦时，按0.50元/千瓦时计算，每年节约电费约31.2万元。',
    '全年处置厨余垃圾3.25万吨，其中上半年1.50万吨。处置费按120元/吨结算，全年支付390.00万元。',
    '清运垃圾4.20万吨，综合单价85元/吨，支付人员工资126.40万元、油料费58.20万元。',
  ],
  *check(doc) {
    const { text } = doc.folded
    for (const { facts } of doc.sentences)
      for (const [at, price] of facts.entries()) {
        const word =
          price.unit.dimension === 'money' && isExact(price) && per.exec(text.slice(price.end, price.end + 6))?.[1]
        const total = word ? facts.slice(at + 1).find(({ unit }) => unit.dimension === 'money') : undefined
        if (!word || !total || total.bound || total.range || base(total) <= 0) continue
        const ways = quantitiesOf(doc, price, word).map((count) => ({
          count,
          ratio: (base(price) * count.value) / base(total),
        }))
        const say = ({ count }: (typeof ways)[number], sign: string) =>
          `${printed(text, price)} × ${printed(text, count)} ${sign} ${printed(text, total)}`
        const holding = ways.find(({ ratio }) => Math.abs(ratio - 1) <= CLOSE)
        const slipped = ways.find(({ ratio }) => powerOfTen(ratio, CLOSE) !== 0)
        if (holding) yield { verdict: 'consistent', formula: say(holding, '='), places: [price, holding.count, total] }
        else if (slipped) {
          const computed = inUnitOf(total, base(price) * slipped.count.value)
          yield {
            verdict: 'wrong',
            severity: 'error',
            certainty: 0.9,
            message: `${printed(text, price)}/${word} 乘以 ${printed(text, slipped.count)} 为 ${computed}，文中写为 ${printed(text, total)}，相差 ${times(slipped.ratio)} 倍，疑似小数点或单位错误。`,
            formula: `${say(slipped, '≠')}（应为 ${computed}）`,
            claimed: printed(text, total),
            computed,
            places: [total, price, slipped.count],
          }
        }
      }
  },
}

const times = (ratio: number): number => 10 ** Math.abs(Math.round(Math.log10(ratio)))

/** What is counted in the unit of the price, in its paragraph, the nearest first. */
const quantitiesOf = ({ facts }: Understanding, price: Fact, word: string): Fact[] =>
  facts
    .filter(
      (fact) =>
        fact.line === price.line &&
        fact !== price &&
        !fact.bound &&
        !fact.range &&
        fact.unit.word.replace(/^万/, '').replace('㎡', '平方米') === word.replace('㎡', '平方米') &&
        fact.value > 1,
    )
    .sort((one, other) => Math.abs(one.start - price.start) - Math.abs(other.start - price.start))
