import type { Fact, Understanding } from '../../understand/index.ts'
import { base } from '../../understand/quantities.ts'
import { type Account, type AccountName, accountLabels, accountsOf, figureIn } from '../accounts.ts'
import { inUnitOf, printed, sumOf } from '../measure.ts'
import { near } from '../numbers.ts'
import type { Outcome, Rule } from '../rule.ts'
import { asFact, cellQuantity } from '../table-rows.ts'

type Spot = readonly [name: AccountName, row: RegExp, column?: RegExp]
const total = /^(?:本年(?:收入|支出))?合计$/
/** The same figure in two tables; several on the right are added. */
const pairs: readonly (readonly [title: string, one: Spot, others: readonly Spot[]])[] = [
  ['本年收入合计', ['total', /^本年收入合计/], [['income', total]]],
  ['本年支出合计', ['total', /^本年支出合计/], [['spending', total]]],
  ['一般公共预算财政拨款支出', ['granted', /^本年支出合计/, /一般公共预算/], [['general', total]]],
  [
    '一般公共预算财政拨款基本支出',
    ['general', total, /基本支出/],
    [
      ['basic', /^人员经费合计/],
      ['basic', /^公用经费合计/],
    ],
  ],
]

/** One figure stands in several tables of an account and is the same in each. */
export const accountTables: Rule = {
  id: 'cross-reference.account-tables',
  kind: 'cross-reference',
  title: '决算各表之间同一数字一致',
  source: '部门决算报表表间审核关系（B-03、B-17）',
  fails: accountText('850.00', '830.00'),
  holds: accountText('850.00', '820.00'),
  *check(doc) {
    const accounts = accountsOf(doc)
    for (const [title, one, others] of pairs) {
      const first = figureIn(accounts, ...one)
      const found = others.flatMap((spot) => figureIn(accounts, ...spot) ?? [])
      if (first && found.length === others.length)
        yield same(
          doc,
          title,
          first.account,
          first.fact,
          found[0]?.account as Account,
          found.map(({ fact }) => fact),
        )
    }
    yield* classes(doc, accounts, 'total', 'spending', /决算数/)
    yield* classes(doc, accounts, 'granted', 'general', /一般公共预算/)
  },
}

function accountText(spent: string, first: string): string {
  return `收入支出决算总表\n单位：万元\n项目|决算数|项目|决算数\n一、财政拨款收入|900.00|一、城乡社区支出|820.00\n二、其他收入|10.00|二、住房保障支出|30.00\n本年收入合计|910.00|本年支出合计|${spent}\n年初结转和结余|20.00|年末结转和结余|80.00\n总计|930.00|总计|930.00\n支出决算表\n单位：万元\n科目编码|科目名称|本年支出合计|基本支出|项目支出\n212|城乡社区支出|${first}|600.00|220.00\n221|住房保障支出|30.00|30.00|0.00\n合计|合计|850.00|630.00|220.00\n`
}

/** 八、社会保障和就业支出 of the summary and 208 社会保障和就业支出 of the detailed table. */
function* classes(
  doc: Understanding,
  accounts: readonly Account[],
  summary: AccountName,
  detail: AccountName,
  column: RegExp,
): Generator<Outcome> {
  const detailed = accounts.filter(({ name }) => name === detail)
  for (const account of accounts.filter(({ name }) => name === summary))
    for (const row of account.rows) {
      const words = row.label.replace(/^[一二三四五六七八九十]+、/, '')
      const at = account.table.columns.findIndex((heading) => column.test(heading))
      const quantity = row.level === 1 ? cellQuantity(row, at) : undefined
      if (!quantity || !words.endsWith('支出')) continue
      for (const other of detailed) {
        const match = other.rows.find(({ code, label }) => code?.length === 3 && label === words)
        const found = match?.cells.find(({ quantity }) => quantity)?.quantity
        if (found) yield same(doc, words, account, asFact(quantity, words), other, [asFact(found, words)])
      }
    }
}

function same(
  doc: Understanding,
  title: string,
  account: Account,
  one: Fact,
  other: Account,
  parts: readonly Fact[],
): Outcome {
  const { text } = doc.folded
  const terms = parts.map((part) => printed(text, part)).join(' + ')
  const places = [one, ...parts]
  if (near(base(one), sumOf(parts), 0))
    return { verdict: 'consistent', formula: `${printed(text, one)} = ${terms}`, places }
  const rounding = near(base(one), sumOf(parts), one.step * one.unit.factor * (parts.length + 0.001))
  const computed = parts.length > 1 ? inUnitOf(one, sumOf(parts)) : printed(text, parts[0] as Fact)
  return {
    verdict: 'wrong',
    severity: rounding ? 'rounding' : 'error',
    certainty: 0.92,
    message: `“${title}”在${accountLabels[account.name]}中为 ${printed(text, one)}，在${accountLabels[other.name]}中为 ${computed}，${rounding ? '相差在末位，属四舍五入误差' : '两表应一致'}。`,
    formula: `${printed(text, one)} ≠ ${terms}`,
    claimed: printed(text, one),
    computed,
    places,
  }
}
