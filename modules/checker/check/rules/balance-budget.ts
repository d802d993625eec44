import type { Fact, Understanding } from '../../understand/index.ts'
import { base, isExact } from '../../understand/quantities.ts'
import { figures, inUnitOf, printed } from '../measure.ts'
import { clean, near } from '../numbers.ts'
import type { Outcome, Rule } from '../rule.ts'
import { slipOf } from '../slip.ts'

const first = /年初(?:部门)?(?:支出)?预算(?:数|安排|批复|资金|总额)*$|年初(?:批复|安排)(?:预算)?$/
const more = /(?:追加|调增|新增|增加)(?:预算|资金|指标|安排|经费)*$/
const less = /(?:调减|压减|收回|核减|减少)(?:预算|资金|指标|经费)*$/
const last = /(?:调整后|调整|全年)(?:的|部门|支出|预算|总)*(?:预算|指标)(?:数|总额|安排|资金)*(?:合计)?$/
const NEAR = 2
interface Chain {
  first: RegExp
  more: RegExp
  less: RegExp
  last: RegExp
}
/** What there was, what came and went, and what there is. */
const chains: readonly Chain[] = [
  { first, more, less, last },
  {
    first: /年初.{0,6}(?:原值|净值|总额|总值|资产|存量|数|库存)$/,
    more: /新增|增加|购置|购入|接收/,
    less: /处置|报废|核销|减少|调出|拆除|移交/,
    last: /年末.{0,6}(?:原值|净值|总额|总值|资产|存量|数|库存)$/,
  },
]

/** 年初预算827万元，年中调增16万元，全年预算843万元. */
export const balanceBudget: Rule = {
  id: 'balance.budget',
  kind: 'balance',
  title: '年初预算加减调整等于全年预算',
  source: '财预〔2020〕10号附件：全年预算数＝年初预算数＋调整预算数（B-09）',
  fails: '年初预算5862.35万元，年中追加618.47万元，全年预算数为5480.82万元。',
  holds:
    '年初预算4862.35万元，年中追加618.47万元，全年预算数为5480.82万元。年初预算9836.50万元，压减412.30万元，调整后预算9424.20万元。年初固定资产原值1876.40万元，本年新增365.00万元，处置报废41.40万元，年末固定资产原值2200.00万元。',
  *check(doc) {
    const money = doc.facts.filter(
      (fact) => fact.unit.dimension === 'money' && isExact(fact) && !doc.folded.lines[fact.line]?.cell,
    )
    for (const chain of chains) yield* chainOutcomes(doc, money, chain)
  },
}

function* chainOutcomes(
  doc: Understanding,
  money: readonly Fact[],
  { first, more, less, last }: Chain,
): Generator<Outcome> {
  for (const [at, start] of money.entries()) {
    if (!first.test(wordsOf(doc, start))) continue
    const behind = money.slice(at + 1).filter((fact) => fact.line <= start.line + NEAR)
    const end = behind.find((fact) => last.test(wordsOf(doc, fact)))
    if (!end) continue
    const between = behind.slice(0, behind.indexOf(end))
    if (between.some((fact) => first.test(wordsOf(doc, fact)))) continue
    const changes = between.flatMap((fact) =>
      more.test(fact.label) ? [{ fact, sign: 1 }] : less.test(fact.label) ? [{ fact, sign: -1 }] : [],
    )
    const outcome = changes.length ? balanced(doc, start, changes, end) : undefined
    if (outcome) yield outcome
  }
}

/** With the word that only leads in: 全年预算数. */
const wordsOf = ({ folded: { text } }: Understanding, { labelSpan }: Fact) =>
  text.slice(Math.max(0, labelSpan.start - 3), labelSpan.end)

function balanced(
  doc: Understanding,
  start: Fact,
  changes: readonly { fact: Fact; sign: number }[],
  end: Fact,
): Outcome | undefined {
  const { text } = doc.folded
  const change = changes.reduce((total, { fact, sign }) => total + sign * base(fact), 0)
  const should = base(start) + change
  const formula = `${printed(text, start.digits)} ${changes.map(({ fact, sign }) => `${sign > 0 ? '+' : '-'} ${printed(text, fact.digits)}`).join(' ')}`
  const places = [end, start, ...changes.map(({ fact }) => fact)]
  if (near(should, base(end), 0))
    return { verdict: 'consistent', formula: `${formula} = ${printed(text, end)}`, places }
  const [only] = changes
  const inUnit = (value: number, { unit }: Fact) => clean(value / unit.factor)
  const slipped =
    figures(end) >= 3 &&
    (slipOf(end, inUnit(should, end)) ||
      slipOf(start, inUnit(base(end) - change, start)) ||
      (only && changes.length === 1 && slipOf(only.fact, inUnit(only.sign * (base(end) - base(start)), only.fact))))
  if (!slipped) return undefined
  const computed = inUnitOf(end, should)
  return {
    verdict: 'wrong',
    severity: 'error',
    certainty: 0.85,
    message: `前后不平衡：“${end.label}”写为 ${printed(text, end)}，年初数加减增减额为 ${computed}；疑似其中一数录错，请核对。`,
    formula: `${formula} = ${computed} ≠ ${printed(text, end)}`,
    claimed: printed(text, end),
    computed,
    places,
  }
}
