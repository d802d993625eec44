import type { Fact, Understanding } from '../../understand/index.ts'
import { base, isExact } from '../../understand/quantities.ts'
import { unitOf } from '../../understand/units.ts'
import { figures, inUnitOf, isComparison, printed } from '../measure.ts'
import { clean, places } from '../numbers.ts'
import { openness } from '../ratio.ts'
import type { Outcome, Rule } from '../rule.ts'
import { slipOf, slipSentence } from '../slip.ts'

const units = '(吨|人次|人|户|平方米|㎡|公里|米|辆|车次|次|件|座|个|亩|株|盏|套|台|立方米|块|处|桶|箱|棵)'
/** 118元/平方米 */
const per = new RegExp(`^[/／]${units}(?![·.、/／]|每)`)
/** 每平方米造价230元, 每座补助1.2万元 */
const each = new RegExp(
  `[每按]${units}(?:造价|单价|综合单价|成本|费用|补助|补贴|奖补|奖励|价格|价款)?(?:约|为|按|是)?$`,
)
const named = /(?:造价|单价|成本)/

/** 24600平方米，按118元/平方米结算，费用209.28万元: price times quantity is the money but for one slip of the hand. */
export const unitPriceSlip: Rule = {
  id: 'unit.price-slip',
  kind: 'unit',
  title: '单价乘以数量与金额只差一处笔误',
  source: '金额＝单价×数量（部门决算公开说明金额单位一致，B-18）',
  fails: [
    '修补沥青路面18,650平方米，按综合单价126元/平方米结算，修补费用为243.99万元。',
    '补植苗木3,248株，每株单价86元，支付苗木款29.7328万元。',
    '清运渣土41,360吨，结算费用148.8960万元（单价36元/吨）。更换井盖326块。\n更换路灯1,286盏，单价465元/盏，共支付59.979万元。',
    '专项支出520.00万元，用于河岸绿化。完成绿化面积2.60万平方米，每平方米造价210元，年底验收。',
  ],
  holds: [
    '修补沥青路面18,650平方米，按综合单价126元/平方米结算，修补费用为234.99万元。',
    '补植苗木3,248株，每株单价86元，支付苗木款27.9328万元，其中上半年补植1,286株。',
    '配备保洁员268人，每人每月2,450元，全年12个月支付劳务费787.92万元。',
    '修补沥青路面18,650平方米、人行道1,286平方米，综合单价126元/平方米，支付251.19万元。',
    '更换路灯1,286盏，单价465元/盏，本年支付进度款41.20万元。',
    '专项支出520.00万元。完成绿化面积2.60万平方米，每平方米造价200元。每户补贴210元，惠及320户。',
    '修补沥青路面18,650平方米，按综合单价126元/平方米计价，审减后支付238.50万元。',
  ],
  *check(doc) {
    const { text } = doc.folded
    for (const price of doc.facts) {
      if (price.unit.dimension !== 'money' || !isExact(price) || doc.folded.lines[price.line]?.cell) continue
      const word =
        per.exec(text.slice(price.end, price.end + 6))?.[1] ?? each.exec(text.slice(price.start - 12, price.start))?.[1]
      if (word) yield* judged(doc, price, word)
    }
  },
}

interface Way {
  count: Fact
  /** In the unit of the price. */
  amount: number
  money: Fact
  /** In the base unit. */
  product: number
}

const TELLING = 4
const SURE = 5
function* judged(doc: Understanding, price: Fact, word: string): Generator<Outcome> {
  const own = doc.facts.filter((fact) => fact.line === price.line && fact !== price)
  const counts = own.filter((fact) => isCountOf(fact, word))
  const money = own.filter(
    (fact) => fact.unit.dimension === 'money' && !fact.bound && !fact.range && base(fact) > base(price),
  )
  const ways = counts.flatMap((count) =>
    money.map((one): Way => {
      const amount = amountOf(count, word)
      return { count, amount, money: one, product: base(price) * amount }
    }),
  )
  if (ways.some((way) => isMade(way, price, own)) || ofSeveral(counts, word, price, money)) return
  const near = ways.filter(
    ({ count, money: one }) => isExact(count) && isExact(one) && !isComparison(count) && !isComparison(one),
  )
  const slipped = near.flatMap((way) => slipIn(doc, price, way) ?? [])
  const [only, ...more] = slipped
  if (only && !more.length) yield only
}

const measureOf = (word: string) => unitOf(word === '㎡' ? '平方米' : word)
/** 3.25万吨 for 吨, 1.2公里 for 米. */
const amountOf = (count: Fact, word: string): number => base(count) / (measureOf(word)?.factor ?? 1)
function isCountOf(fact: Fact, word: string): boolean {
  const measure = measureOf(word)
  const { unit, value, bound, range } = fact
  if (bound || range || value <= 1 || !measure) return false
  return unit.dimension === 'count' ? unit.word === word : unit.dimension === measure.dimension
}

const HAIR = 1e-4

/** The money is the product, or that product over some months, days or other things told in the paragraph. */
function isMade({ count, money, product }: Way, price: Fact, own: readonly Fact[]): boolean {
  // 2.82万元 a piece is rounded as well.
  const isMean = named.test(price.label) || price.approximate || price.unit.factor >= 1e4
  const open = openness(count) + openness(money) + (isMean ? price.step / 2 / price.value : 0) + HAIR
  return [1, 12, 365, ...own.map(({ value }) => value)].some(
    (times) => times >= 1 && Math.abs((product * times) / base(money) - 1) <= open,
  )
}

/** One price for several things: 沥青18650平方米、人行道1286平方米. */
const ofSeveral = (counts: readonly Fact[], word: string, price: Fact, money: readonly Fact[]): boolean =>
  counts.some((_, at) =>
    counts.slice(at + 1).some((_, length) => {
      const sum = counts.slice(at, at + length + 2).reduce((total, count) => total + amountOf(count, word), 0)
      return money.some((one) => Math.abs((sum * base(price)) / base(one) - 1) <= openness(one) + HAIR)
    }),
  )

const isPrice = (value: number, { step }: Fact): boolean => Math.abs(value / step - Math.round(value / step)) < 1e-6
/** Of the three the money first, then what it is made of. */
function slipIn(doc: Understanding, price: Fact, { count, amount, money, product }: Way): Outcome | undefined {
  const { text } = doc.folded
  // 3.25万吨 is known to half a hundred tons: too little to read the last figures of the money.
  const isOpen = openness(count) * product > money.step * money.unit.factor
  const should = (fact: Fact, value: number) => Number((value / fact.unit.factor).toFixed(places(fact)))
  const ofCount = clean((base(money) / base(price)) * (count.value / amount))
  const ofPrice = base(money) / amount
  const slips = [
    { fact: money, value: should(money, product), isSlip: !isOpen && figures(money) >= TELLING },
    { fact: count, value: Number(ofCount.toFixed(places(count))), isSlip: figures(count) >= TELLING && !isOpen },
    // A price is told as it is: what comes out must be one.
    {
      fact: price,
      value: should(price, ofPrice),
      isSlip: figures(price) >= 2 && isPrice(ofPrice / price.unit.factor, price),
    },
  ]
  for (const { fact, value, isSlip } of slips) {
    const slip = isSlip && value > 0 ? slipOf(fact, value) : undefined
    if (!slip) continue
    const sure = isTogether(text, price, count, money) && figures(fact) >= TELLING && figures(money) >= TELLING
    const isCertain =
      sure && (figures(money) >= SURE || /结算|计算|计价|单价|每/.test(text.slice(price.start - 8, price.end + 6)))
    if (!isCertain && (fact !== price || !named.test(price.label) || !isNear(text, price, count, money)))
      return undefined
    const computed = fact === money ? inUnitOf(money, value * money.unit.factor) : `${value}${fact.unit.word}`
    const formula = `${printed(text, price)} × ${printed(text, count)} = ${inUnitOf(money, product)}`
    return {
      verdict: 'wrong',
      severity: isCertain ? 'error' : 'question',
      certainty: isCertain ? 0.86 : 0.76,
      message: `${formula}，文中金额为 ${printed(text, money)}；“${printed(text, fact)}”如为 ${computed} 则相符，${slipSentence(slip)}。`,
      formula: `${formula} ≠ ${printed(text, money)}`,
      claimed: printed(text, fact),
      computed,
      places: [fact, ...[money, price, count].filter((one) => one !== fact)],
    }
  }
  return undefined
}

/** No other sentence and no other item between the three. */
function isTogether(text: string, ...three: readonly Fact[]): boolean {
  const words = text.slice(Math.min(...three.map(({ start }) => start)), Math.max(...three.map(({ end }) => end)))
  return !/[。；]/.test(words) && !/审减|核减|扣减|优惠|下浮|其中/.test(words)
}

const MOST_BETWEEN = 90
const isNear = (text: string, price: Fact, count: Fact, money: Fact): boolean =>
  count.end <= price.start &&
  price.start - money.start <= MOST_BETWEEN &&
  money.end <= price.start &&
  !/[。；]/.test(text.slice(count.end, price.start)) &&
  !/[。][^。]*[。]/.test(text.slice(money.end, price.start))
