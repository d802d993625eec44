import type { Fact, Sentence } from '../../understand/index.ts'
import { base, isExact } from '../../understand/quantities.ts'
import { comparable, figures, inUnitOf, isCounted, printed } from '../measure.ts'
import { near } from '../numbers.ts'
import type { Rule } from '../rule.ts'

const opening = /^(?:上年末|上年底|年初|期初|上年结转|上年结存)/
const closing = /^(?:年末|年底|期末|截至年末|截至年底)/
const inward = /新?(?:接收|增加?|收|受理|立案|招录|招聘|调入|转入|购置|入库|入住|入册)$/
const outward = /(?:解除|办结|审结|减少|调出|转出|退出|注销|退休|报废|处置|出库|核销|离职|辞职|死亡|调离)$/

/** 上年末343人，新接收188人、解除250人，年末281人. */
export const balanceStock: Rule = {
  id: 'balance.stock',
  kind: 'balance',
  title: '期初数＋本期增加－本期减少＝期末数',
  source: '部门决算报表期初期末平衡关系（B-01）',
  fails: '上年末在册对象343人，当年新接收188人、解除250人，年末在册326人。',
  holds: [
    '上年末在册对象343人，当年新接收188人、解除250人，年末在册281人。',
    '年初在职96人，新招录5人，其中研究生2人，年末在职98人。年初在职96人，退休3人，年末在职98人，编制100人。',
  ],
  *check(doc) {
    const { text } = doc.folded
    for (const sentence of doc.sentences) {
      const stock = stockOf(text, sentence)
      if (!stock) continue
      const { first, changes, last } = stock
      const should = changes.reduce((total, { fact, sign }) => total + sign * base(fact), base(first))
      const shown = `${printed(text, first.digits)}${changes.map(({ fact, sign }) => ` ${sign > 0 ? '+' : '-'} ${printed(text, fact.digits)}`).join('')} = ${inUnitOf(last, should)}`
      const places = [last, first, ...changes.map(({ fact }) => fact)]
      if (near(should, base(last), last.step * last.unit.factor * 0.5))
        yield { verdict: 'consistent', formula: shown, places }
      else
        yield {
          verdict: 'wrong',
          severity: figures(last) >= 2 ? 'error' : 'question',
          certainty: 0.8,
          message: `“${last.label}”写为 ${printed(text, last)}，按期初加增加减减少计算为 ${inUnitOf(last, should)}；请核对，如有其他增减请写明。`,
          formula: `${shown} ≠ ${printed(text, last)}`,
          claimed: printed(text, last),
          computed: inUnitOf(last, should),
          places,
        }
    }
  },
}

/** The four stand side by side; a figure among them that is none of these leaves it open. */
function stockOf(text: string, { facts }: Sentence) {
  const is = (pattern: RegExp) => (fact: Fact) => isCounted(fact) && isExact(fact) && pattern.test(fact.label)
  const from = facts.findIndex(is(opening))
  const first = facts[from]
  const to = facts.findIndex((fact, at) => at > from && is(closing)(fact))
  const last = facts[to]
  if (!first || !last || !comparable(first, last)) return undefined
  const between = facts.slice(from + 1, to)
  const changes = between.map((fact) => ({
    fact,
    sign: inward.test(fact.label) ? 1 : outward.test(fact.label) ? -1 : 0,
  }))
  const clear = changes.every(({ fact, sign }) => sign && comparable(fact, first) && isExact(fact))
  const both = [1, -1].every((sign) => changes.some((change) => change.sign === sign))
  return clear && both && !/其中|[；;]/.test(text.slice(first.end, last.start)) ? { first, changes, last } : undefined
}
