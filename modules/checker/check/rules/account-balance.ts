import type { Fact, Understanding } from '../../understand/index.ts'
import { type Account, accountLabels, accountsOf } from '../accounts.ts'
import { inUnitOf, printed, sumOf } from '../measure.ts'
import { adds, near } from '../numbers.ts'
import type { Outcome, Rule } from '../rule.ts'
import { amountColumns, asFact, cellQuantity } from '../table-rows.ts'

const bySource = /^(?:一般公共预算|政府性基金预算|国有资本经营预算)(?:财政拨款)?$/
const yearly = /^本年(?:收入|支出)合计/

/** In the two summary tables: 本年合计, what was carried over and what is left make the 总计, and both sides have the same. */
export const accountBalance: Rule = {
  id: 'balance.account-table',
  kind: 'balance',
  title: '决算总表：本年合计＋结转结余＝总计，收支总计相等',
  source: '部门决算报表收入支出决算总表、财政拨款收入支出决算总表平衡关系（B-01）',
  fails:
    '收入支出决算总表\n单位：万元\n项目|决算数|项目|决算数\n一、财政拨款收入|900.00|一、城乡社区支出|820.00\n二、其他收入|10.00|二、住房保障支出|30.00\n本年收入合计|910.00|本年支出合计|850.00\n年初结转和结余|20.00|年末结转和结余|70.00\n总计|930.00|总计|920.00\n',
  holds: [
    '收入支出决算总表\n单位：万元\n项目|决算数|项目|决算数\n一、财政拨款收入|900.00|一、城乡社区支出|820.00\n二、其他收入|10.00|二、住房保障支出|30.00\n本年收入合计|910.00|本年支出合计|850.00\n年初结转和结余|20.00|年末结转和结余|80.00\n总计|930.00|总计|930.00\n',
    '财政拨款收入支出决算总表\n单位：万元\n项目|决算数|项目|决算数\n一、财政拨款收入|900.00|一、城乡社区支出|820.00\n二、其他收入|10.00|二、住房保障支出|30.00\n本年收入合计|910.00|本年支出合计|850.00\n年初结转和结余|20.00|年末结转和结余|80.00\n其中：一般公共预算财政拨款|15.00||\n政府性基金预算财政拨款|5.00||\n总计|930.00|总计|930.00\n',
  ],
  *check(doc) {
    const summaries = accountsOf(doc).filter(({ name }) => name === 'total' || name === 'granted')
    for (const account of summaries)
      for (const column of amountColumns(account.table, account.rows)) yield* sideOutcome(doc, account, column)
    for (const left of summaries) {
      const right = summaries.find(({ table }) => table !== left.table && table.index === left.table.index)
      if (right && summaries.indexOf(left) < summaries.indexOf(right)) yield* equalTotals(doc, left, right)
    }
  },
}

function* sideOutcome(doc: Understanding, account: Account, column: number): Generator<Outcome> {
  const { rows } = account
  const end = rows.findIndex(({ label }) => label === '总计')
  const from = rows.slice(0, end).findLastIndex(({ label }) => yearly.test(label))
  if (end < 0 || from < 0) return
  const fact = (at: number): Fact[] => {
    const row = rows[at]
    const quantity = row && cellQuantity(row, column)
    return quantity ? [asFact(quantity, row.label)] : []
  }
  const [whole] = fact(end)
  // 一、二、三 or 其中 below 年初财政拨款结转和结余 tell what it is made of.
  const parts = rows
    .slice(from, end)
    .flatMap(({ level, kind, label }, at) => (level || kind === 'part' || bySource.test(label) ? [] : fact(from + at)))
  if (!whole || !parts.length) return
  const { text } = doc.folded
  const { fit } = adds(parts, whole)
  const terms = parts.map((part) => printed(text, part)).join(' + ')
  const places = [whole, ...parts]
  if (fit === 'equal') {
    yield { verdict: 'consistent', formula: `${terms} = ${printed(text, whole)}`, places }
    return
  }
  const computed = inUnitOf(whole, sumOf(parts))
  yield {
    verdict: 'wrong',
    severity: fit === 'rounding' ? 'rounding' : 'error',
    certainty: 0.93,
    message: `${accountLabels[account.name]}：${parts.map(({ label }) => label).join('、')}相加为 ${computed}，总计写为 ${printed(text, whole)}${fit === 'rounding' ? '，属四舍五入误差' : ''}。`,
    formula: `${terms} = ${computed} ≠ ${printed(text, whole)}`,
    claimed: printed(text, whole),
    computed,
    places,
  }
}

const totalOf = ({ table, rows }: Account): Fact[] => {
  const row = rows.find(({ label }) => label === '总计')
  const quantity = row && amountColumns(table, rows).flatMap((column) => cellQuantity(row, column) ?? [])[0]
  return quantity ? [asFact(quantity, '总计')] : []
}

function* equalTotals(doc: Understanding, left: Account, right: Account): Generator<Outcome> {
  const [income] = totalOf(left)
  const [spending] = totalOf(right)
  if (!income || !spending) return
  const [one, other] = [income, spending].map((fact) => printed(doc.folded.text, fact))
  if (near(sumOf([income]), sumOf([spending]), 0))
    yield { verdict: 'consistent', formula: `${one} = ${other}`, places: [income, spending] }
  else
    yield {
      verdict: 'wrong',
      severity: 'error',
      certainty: 0.95,
      message: `${accountLabels[left.name]}收支不平衡：收入总计 ${one}，支出总计 ${other}，两者应相等。`,
      formula: `${one} ≠ ${other}`,
      claimed: `${one}`,
      computed: `${other}`,
      places: [income, spending],
    }
}
