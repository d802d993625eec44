import type { Fact, Understanding } from '../../understand/index.ts'
import { base, isExact } from '../../understand/quantities.ts'
import { printed } from '../measure.ts'
import type { Outcome, Rule } from '../rule.ts'
import { bareNumber, powerOfTen } from '../scale.ts'

/** What the standard is for one of: 人均89元, 每所补助12万元, 按每亩50元. */
const per =
  /(?:(?<one>[人户村亩车辆次场])均|每(?<other>人|户|所|村|亩|场|台|辆|家|次|个|座|名|位|生|期|套|公里|吨)(?:每?[年月])?)\p{Script=Han}{0,6}$/u
const people = /^[人名位生]$/
const MONTHS = 12
/** Standards are rounded, and so are counts in 万. */
const CLOSE = 0.005

/** 按43.26万人、人均89元的标准，安排3850.14万元: the standard times how many is the money. */
export const unitStandard: Rule = {
  id: 'unit.standard',
  kind: 'unit',
  title: '补助标准乘以数量等于资金总额',
  source: '部门决算公开说明金额单位一致（B-18）；资金总额＝标准×数量',
  fails: [
    '按常住人口26.50万人、人均84万元的标准，应安排2226.00万元。',
    '高标准农田每亩补助1500万元，建设2.4万亩，共安排3600万元。',
    '特困人员268人，按每人每月950万元发放，全年发放305.52万元。',
  ],
  holds: [
    '按常住人口26.50万人、人均84元的标准，应安排2226.00万元。特困人员268人，按每人每月950元发放，全年发放305.52万元。',
    '高标准农田每亩补助1500元，建设2.4万亩，共安排3600万元。培训35人，人均培训费用0.12万元，另有资料费4.20万元。',
  ],
  *check(doc) {
    for (const { facts } of doc.sentences)
      for (const standard of facts) {
        const word = standard.unit.dimension === 'money' && isExact(standard) ? perWord(doc, standard) : ''
        if (word) yield* judged(doc, standard, word, facts)
      }
  },
}

function perWord({ folded: { text } }: Understanding, { start }: Fact): string {
  const clause = text.slice(Math.max(0, start - 16), start).replace(/^.*[，,、。；;（(]/s, '')
  const { one, other } = per.exec(clause)?.groups ?? {}
  return one ?? other ?? ''
}

function* judged(doc: Understanding, standard: Fact, word: string, facts: readonly Fact[]): Generator<Outcome> {
  const { text } = doc.folded
  const isOne = ({ unit }: Fact) => unit.word === word || (people.test(word) && people.test(unit.word))
  const counts = facts.filter((fact) => isOne(fact) && isExact(fact) && fact.value > 1)
  const totals = facts.filter(
    (fact) => fact !== standard && fact.unit.dimension === 'money' && isExact(fact) && fact.value > 0,
  )
  const ways = counts.flatMap((count) =>
    totals.flatMap((total) =>
      [1, MONTHS].map((months) => ({
        count,
        total,
        months,
        ratio: (base(standard) * howMany(count) * months) / base(total),
      })),
    ),
  )
  const say = ({ count, total, months }: (typeof ways)[number], sign: string) =>
    `${printed(text, standard)} × ${printed(text, count)}${months > 1 ? ` × ${months}` : ''} ${sign} ${printed(text, total)}`
  const holding = ways.find(({ ratio }) => Math.abs(ratio - 1) <= CLOSE)
  if (holding) {
    yield { verdict: 'consistent', formula: say(holding, '='), places: [standard, holding.count, holding.total] }
    return
  }
  const slipped = ways.find(({ ratio }) => Math.abs(powerOfTen(ratio, CLOSE)) === 4)
  if (!slipped) return
  const isLarge = slipped.ratio > 1
  const right = `${bareNumber(text, standard)}${isLarge ? standard.unit.word.replace('万', '') : `万${standard.unit.word}`}`
  yield {
    verdict: 'wrong',
    severity: 'error',
    certainty: 0.92,
    message: `标准写为 ${printed(text, standard)}，乘以 ${printed(text, slipped.count)} 与 ${printed(text, slipped.total)} 相差一万倍，标准应为 ${right}，或总额的单位有误。`,
    formula: say(slipped, '≠'),
    claimed: printed(text, standard),
    computed: right,
    places: [standard, slipped.total, slipped.count],
  }
}

/** Of an area how many of the unit, not of the smallest. */
const howMany = (count: Fact) => (count.unit.dimension === 'count' ? base(count) : count.value)
