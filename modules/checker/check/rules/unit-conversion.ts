import type { Fact, Understanding } from '../../understand/index.ts'
import { base } from '../../understand/quantities.ts'
import { inUnitOf, printed } from '../measure.ts'
import type { Outcome, Rule } from '../rule.ts'
import { powerOfTen } from '../scale.ts'
import { slipOf, slipSentence } from '../slip.ts'

/** Words that say the same again in another measure. 合计 is a sum, and 约 alone may begin something else. */
const again = /^[，,（(]?(?:折合|折算|约合|换算|合(?!计)|即|也就是)(?:后|成|为)*(?:约)?$/
const roughly = /^[，,（(]约?$/

/** 218.36万亩（折合14.56万公顷）: what is said in two measures is one quantity. */
export const unitConversion: Rule = {
  id: 'unit.conversion',
  kind: 'unit',
  title: '折合、换算前后的两个数量相等',
  source: 'GB 3100—1993 量和单位；1公顷=15亩，1平方公里=100公顷，1公里=1000米，1吨=1000公斤',
  fails: [
    '全市造林面积125.40万亩（折合8.36公顷），均已上图。',
    '补充耕地3000亩，折合20公顷。修复岸线1.25公里（即125米）。',
    '全年支出18642.30万元，约1.86万元，执行率96%。',
    '收运可回收物4.2万吨，折合约42000公斤。',
  ],
  holds: [
    '全市造林面积125.40万亩（折合8.36万公顷）。补充耕地3000亩，折合约200公顷。修复岸线1.25公里（即1250米）。',
    '全年支出18642.30万元，约1.86亿元，执行率96%。其中贷款2000万元，约合1.5亿元总投资的13.33%。',
    '面积18亩（1.2公顷），道路5公里（合计8000米）。共拆除围挡1.2公里，3500米围挡更新。',
  ],
  *check(doc) {
    const { text } = doc.folded
    for (const { facts } of doc.sentences)
      for (const [at, second] of facts.entries()) {
        const first = facts[at - 1]
        if (!first || !isPair(first, second)) continue
        const words = text.slice(first.end, second.digits.start)
        const sure = again.test(words) && /^(?:$|[）)，,。；;、\n])/.test(text.slice(second.end, second.end + 1))
        if (sure || (roughly.test(words) && second.unit.dimension === 'money'))
          yield* compared(doc, first, second, sure)
      }
  },
}

const measured = new Set(['area', 'length', 'mass', 'volume', 'money'])
const isPair = (first: Fact, second: Fact) =>
  measured.has(first.unit.dimension) &&
  first.unit.dimension === second.unit.dimension &&
  [first, second].every(({ range, bound, value }) => !range && !bound && value > 0)
/** 万亩 and 亩 are two, though the unit is one. */
const scaleWord = ({ unit, step }: Fact) => `${unit.word}${step >= 10}`

/** Printed figures are rounded: 3000亩 are about 200公顷. */
const CLOSE = 0.01
const FAR = 0.05
function* compared(doc: Understanding, first: Fact, second: Fact, sure: boolean): Generator<Outcome> {
  const { text } = doc.folded
  const ratio = base(second) / base(first)
  const places = [second, first]
  const [one, other] = [printed(text, first), printed(text, second)]
  const rounding = (fact: Fact) => (fact.step * fact.unit.factor) / 2 / base(fact)
  if (Math.abs(ratio - 1) <= Math.max(CLOSE, rounding(first) + rounding(second))) {
    if (sure) yield { verdict: 'consistent', formula: `${one} = ${other}`, places }
    return
  }
  const computed = inUnitOf(second, base(first))
  const power = powerOfTen(ratio, CLOSE)
  const slip = slipOf(second, Number((base(first) / second.unit.factor).toFixed(2)))
  const isOther = scaleWord(first) !== scaleWord(second)
  if (!power && !(isOther && (slip || (sure && Math.abs(ratio - 1) > FAR)))) return
  if (!sure && Math.abs(power) < 3) return
  const hint = power ? `相差${10 ** Math.abs(power)}倍，疑似单位或“万”字有误` : slip ? slipSentence(slip) : '请核对'
  yield {
    verdict: 'wrong',
    severity: power || slip ? 'error' : 'question',
    certainty: power ? 0.93 : slip ? 0.85 : 0.76,
    message: `${one}换算后为 ${computed}，文中写为 ${other}，${hint}。`,
    formula: `${one} = ${computed} ≠ ${other}`,
    claimed: other,
    computed,
    places,
  }
}
