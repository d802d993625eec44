import type { Fact, Understanding } from '../../understand/index.ts'
import { base, isExact } from '../../understand/quantities.ts'
import { figures, inUnitOf, printed } from '../measure.ts'
import { near } from '../numbers.ts'
import type { Outcome, Rule } from '../rule.ts'

const income = /(?:收入|总收入)(?:合计|总计|总额|总数|数|决算)?$/
const spent = /(?:支出|总支出)(?:合计|总计|总额|总数|数|决算)?$/
const opening = /(?:年初|上年)结转(?:和结余|结余|及结余)?(?:资金)?$|年初结余$/
const closing = /(?:年末|期末)结转(?:和结余|结余|及结余)?(?:资金)?$|结转下年(?:使用)?$|年末结余$/

/** So many lines further the spending is told. */
const NEAR = 8

/** Income and opening carry-over equal spending and closing carry-over. */
export const balance: Rule = {
  id: 'balance.carry-over',
  kind: 'balance',
  title: '收入＋年初结转＝支出＋年末结转',
  source: '部门决算报表收入支出决算总表平衡关系（B-01）',
  fails: '全年收入合计5449.51万元，年初结转和结余1293.42万元，本年支出合计6652.49万元，年末结转和结余908.44万元。',
  holds: [
    '全年收入合计5449.51万元，年初结转和结余1293.42万元，本年支出合计5834.49万元，年末结转和结余908.44万元。',
    '支出合计1842.60万元，收入合计1850.20万元。与上年收入1702.10万元相比，增加148.10万元。',
    '全年支出合计1486.20万元。上缴罚没收入38.57万元。',
    '全年支出合计20318.76万元，年末结转和结余0万元。其中财政拨款收入20275.40万元，其他收入21.16万元，年初结转和结余22.20万元。',
    '部门年初预算收入18950.00万元，年中追加2486.35万元，加上年初结转485.62万元，可用资金21921.97万元。全年支出21088.72万元，年末结转结余833.25万元。',
    '全年预算收入4862.35万元，其中财政拨款收入4635.20万元、事业收入227.15万元。全年支出4790.18万元，年末结转72.17万元。',
  ],
  *check(doc) {
    const { lines } = doc.folded
    const facts = doc.facts.filter(
      (fact) => fact.unit.dimension === 'money' && isExact(fact) && !lines[fact.line]?.cell,
    )
    const outcomes = facts
      .filter(
        ({ label }) =>
          income.test(label) && !/(?<!公共|基金|资本经营)预算(?!收入)|计划|罚|非税|上缴|上年|去年/.test(label),
      )
      .flatMap((first) => {
        const near3 = facts.filter(({ line }) => line >= first.line - 1 && line <= first.line + NEAR)
        const find = (pattern: RegExp) =>
          near3
            .filter(
              ({ label }) => pattern.test(label) && !/(?<!公共|基金|资本经营)预算|计划|基本支出|项目支出/.test(label),
            )
            .sort((one, other) => Math.abs(one.start - first.start) - Math.abs(other.start - first.start))[0]
        const out = find(spent)
        return out ? (balanced(doc, { in: first, opening: find(opening), out, closing: find(closing) }) ?? []) : []
      })
    // Several incomes are told of: if one balances, it is the one.
    const outcome = outcomes.find(({ verdict }) => verdict === 'consistent') ?? outcomes[0]
    if (outcome) yield outcome
  },
}

interface Parts {
  in: Fact
  out: Fact
  opening?: Fact | undefined
  closing?: Fact | undefined
}

function balanced(doc: Understanding, parts: Parts): Outcome | undefined {
  const { text } = doc.folded
  const [left, right] = [
    [parts.in, parts.opening],
    [parts.out, parts.closing],
  ].map((side) => side.flatMap((fact) => fact ?? []))
  if (!left || !right) return undefined
  const sums = [left, right].map((side) => side.reduce((total, fact) => total + base(fact), 0))
  const [a = 0, b = 0] = sums
  const shown = (side: readonly Fact[]) => side.map((fact) => printed(text, fact.digits)).join(' + ')
  const places = [...left, ...right]
  const tolerance = Math.max(...places.map(({ step, unit }) => step * unit.factor))
  if (near(a, b, 0)) return { verdict: 'consistent', formula: `${shown(left)} = ${shown(right)}`, places }
  const within = withCarryOverInside(text, parts)
  if (within) return within
  if (!parts.opening || !parts.closing) return overspent(doc, parts, a, b)
  if (isPlanned(parts.in) || isToldBeside(doc, parts.in, Math.abs(a - b))) return undefined
  const rounding = near(a, b, tolerance * 1.001)
  return {
    verdict: 'wrong',
    severity: rounding ? 'rounding' : 'error',
    certainty: 0.9,
    message: `收支不平衡：收入加年初结转为 ${inUnitOf(parts.in, a)}，支出加年末结转为 ${inUnitOf(parts.in, b)}，相差 ${inUnitOf(parts.in, Math.abs(a - b))}${rounding ? '，属四舍五入误差' : ''}。`,
    formula: `${shown(left)} = ${inUnitOf(parts.in, a)} ≠ ${inUnitOf(parts.in, b)} = ${shown(right)}`,
    claimed: inUnitOf(parts.in, a),
    computed: inUnitOf(parts.in, b),
    places,
  }
}

/** 收入总额 may hold the opening carry-over already, 支出总计 the closing one. */
function withCarryOverInside(text: string, { in: income, opening, out, closing }: Parts): Outcome | undefined {
  const ways: { side: Fact[]; other: Fact[] }[] = [
    ...(closing ? [{ side: [income], other: [out, closing] }] : []),
    ...(opening ? [{ side: [income, opening], other: [out] }] : []),
    { side: [income], other: [out] },
  ]
  const sum = (side: readonly Fact[]) => side.reduce((total, fact) => total + base(fact), 0)
  const way = ways.find(({ side, other }) => near(sum(side), sum(other), 0))
  if (!way) return undefined
  const shown = (side: readonly Fact[]) => side.map((fact) => printed(text, fact.digits)).join(' + ')
  return {
    verdict: 'consistent',
    formula: `${shown(way.side)} = ${shown(way.other)}`,
    places: [...way.side, ...way.other],
  }
}

/** 年初预算收入 is what was to come in. */
const isPlanned = ({ label }: Fact): boolean => /年初预算|预算收入/.test(label)

/** 其他收入21.16万元: what is missing on one side is told in the same paragraph, so it was only not taken for a side. */
const isToldBeside = ({ facts }: Understanding, { line }: Fact, gap: number): boolean =>
  gap > 0 &&
  facts.some(
    (fact) => fact.line === line && fact.unit.dimension === 'money' && isExact(fact) && near(base(fact), gap, 0),
  )

/** A table tells of money carried over. */
const carriedOver = ({ tables }: Understanding): boolean =>
  tables.some(({ rows }) =>
    rows.some((row) => row.some((cell, at) => opening.test(cell.text) && (row[at + 1]?.quantity?.value ?? 0) > 0)),
  )

/** 财政拨款收入、事业收入 are not all that came in, nor is 预算收入 what did. */
const isTotal = ({ sentences }: Understanding, { label, start, end }: Fact): boolean =>
  !/(?<!公共|基金|资本经营)预算/.test(label) &&
  !(
    /(?:财政拨款|事业|经营|其他|补助|上缴)收入/.test(label) &&
    sentences.some(
      (sentence) =>
        sentence.start <= start &&
        sentence.end >= end &&
        sentence.facts.filter((fact) => fact.unit.dimension === 'money' && income.test(fact.label)).length > 1,
    )
  )

/** More was spent than came in, and no carry-over is named. */
function overspent(doc: Understanding, parts: Parts, a: number, b: number): Outcome | undefined {
  if (b <= a || parts.opening || figures(parts.in) < 3 || carriedOver(doc) || !isTotal(doc, parts.in)) return undefined
  const { text } = doc.folded
  const named = doc.facts.some(({ label }) => opening.test(label))
  return {
    verdict: 'wrong',
    severity: named ? 'question' : 'error',
    certainty: named ? 0.5 : 0.75,
    message: `支出 ${printed(text, parts.out)} 大于收入 ${printed(text, parts.in)}，多出 ${inUnitOf(parts.in, b - a)}，文中未写明年初结转或其他来源。`,
    formula: `${printed(text, parts.out)} - ${printed(text, parts.in)} = ${inUnitOf(parts.in, b - a)}`,
    claimed: printed(text, parts.out),
    computed: inUnitOf(parts.in, b - a),
    places: [parts.out, parts.in],
  }
}
