import type { Fact, Understanding } from '../../understand/index.ts'
import { base, isExact } from '../../understand/quantities.ts'
import { figures, printed } from '../measure.ts'
import type { Outcome, Rule } from '../rule.ts'
import { wrong } from '../words.ts'

/** 疏通管渠86.35公里, and in another chapter 疏通的86.35米管渠: one length, and one of its units is wrong. */
export const unitPower: Rule = {
  id: 'unit.power',
  kind: 'unit',
  title: '同一事物的同一数字应写同一计量单位',
  source: '部门决算公开说明前后一致（B-18）',
  fails: [
    '全年疏通管渠86.35公里，较上年增长5%。\n内窥检测先行，疏通的86.35米管渠中七成为重度淤积。',
    '清运建筑垃圾41.28万吨。\n全年共清运建筑垃圾41.28吨，全部消纳。',
    '三级指标|目标值|完成值\n栽植绿篱长度|≥12.46公里|12.46公里\n栽植色块|≥30处|30处\n二、效益\n栽植绿篱12.46米，街景改善。',
  ],
  holds: [
    '全年疏通管渠86.35公里，疏通的86.35公里管渠中七成为重度淤积，另疏通窨井8635座。',
    '全年疏通管渠86.35公里，更换侧石86.35米，清淤86.35吨。',
    '铺设沥青路面面积12.46万平方米，绿地改造面积12.46平方米，路面宽12.46米。',
    '疏通管渠86.35公里。上年疏通管渠长度86350米。',
  ],
  *check(doc) {
    const { text } = doc.folded
    const groups = new Map<string, Fact[]>()
    for (const fact of doc.facts) {
      if (!measures.test(fact.unit.dimension) || !isExact(fact) || figures(fact) < LEAST || fact.value <= 0) continue
      const digits = text.slice(fact.digits.start, fact.digits.end).replaceAll(',', '')
      groups.set(`${fact.unit.dimension}${Number(digits)}`, [
        ...(groups.get(`${fact.unit.dimension}${Number(digits)}`) ?? []),
        fact,
      ])
    }
    for (const facts of groups.values()) {
      const found = facts.length > 1 ? apart(doc, facts) : undefined
      if (found) yield found
    }
  },
}

const measures = /^(?:length|area|mass|volume)$/
const LEAST = 3
/** Three figures may be alike by chance, four of one noun are one. */
const SURE = 4

function apart(doc: Understanding, facts: readonly Fact[]): Outcome | undefined {
  const { text } = doc.folded
  const size = (fact: Fact) => base(fact)
  const often = (fact: Fact) => facts.filter((one) => size(one) === size(fact)).length
  const pairs = facts.flatMap((one, at) =>
    facts
      .slice(at + 1)
      .flatMap((other) => (isPower(size(one), size(other)) && sameNoun(doc, one, other) ? [{ one, other }] : [])),
  )
  const [pair] = pairs
  if (!pair) return undefined
  const [odd, right] = often(pair.one) < often(pair.other) ? [pair.one, pair.other] : [pair.other, pair.one]
  const [claimed, computed] = [printed(text, odd), printed(text, right)]
  const sure = figures(odd) >= SURE
  return wrong(
    sure ? 'error' : 'question',
    sure ? 0.86 : 0.76,
    `这里写 ${claimed}，同一事物的同一数字在文中别处为 ${computed}，其中一处计量单位有误。`,
    [odd, right],
    { claimed, computed, formula: `${claimed} ≠ ${computed}` },
  )
}

/** A thousand, ten thousand: at least ten. */
function isPower(one: number, other: number): boolean {
  const power = Math.log10(one / other)
  return Math.abs(power - Math.round(power)) < 1e-9 && Math.round(power) !== 0
}

const general =
  /(?:全年|年度|年内|累计|完成|实际|目标|其中|面积|长度|总长|总量|数量|建设|改造|新建|新增|铺设|更换|共计|合计|道路|城区|全[市县区]|预计|计划)/g
/** The words around it, in a table those of its row. */
function wordsOf({ folded: { lines }, tables }: Understanding, { label, object, line }: Fact): string {
  const { cell } = lines[line] ?? {}
  const row = cell && tables.find(({ index }) => index === cell.table)?.rows[cell.row]
  const words = row
    ? row.map(({ text, quantity }) => (quantity ? '' : text)).join('|')
    : `${label}|${object.slice(0, 6)}`
  return words.replace(general, '|')
}
const other = /[宽高厚深]|每|单价|间距|平均|人均|日均/
/** Two signs in a row in both, of those that name something. */
function sameNoun(doc: Understanding, one: Fact, then: Fact): boolean {
  const [a, b] = [wordsOf(doc, one), wordsOf(doc, then)]
  if (other.test(one.label.slice(-3)) || other.test(then.label.slice(-3))) return false
  return Array.from({ length: Math.max(0, a.length - 1) }, (_, at) => a.slice(at, at + 2)).some(
    (pair) => /^\p{Script=Han}{2}$/u.test(pair) && b.includes(pair),
  )
}
