import type { Understanding } from '../../understand/index.ts'
import { type Account, accountLabels, accountsOf } from '../accounts.ts'
import { blameOfSum } from '../blame.ts'
import { inUnitOf, printed, sumOf } from '../measure.ts'
import { adds, written } from '../numbers.ts'
import type { Outcome, Rule } from '../rule.ts'
import { slipSentence } from '../slip.ts'
import { amountColumns, asFact, cellQuantity, type TableRow } from '../table-rows.ts'

/** 类 is the sum of its 款, 款 of its 项: told by the codes. */
export const accountCodes: Rule = {
  id: 'part-sum.account-codes',
  kind: 'part-sum',
  title: '决算表：类＝各款之和，款＝各项之和',
  source: '政府收支分类科目；部门决算报表表内审核关系（B-06）',
  fails:
    '支出决算表\n单位：万元\n科目编码|科目名称|本年支出合计|基本支出|项目支出\n212|城乡社区支出|300.00|180.00|120.00\n21201|城乡社区管理事务|300.00|180.00|120.00\n2120101|行政运行|190.00|180.00|10.00\n2120104|城管执法|101.00|0.00|101.00\n',
  holds:
    '支出决算表\n单位：万元\n科目编码|科目名称|本年支出合计|基本支出|项目支出\n212|城乡社区支出|300.00|180.00|120.00\n21201|城乡社区管理事务|300.00|180.00|120.00\n2120101|行政运行|190.00|180.00|10.00\n2120104|城管执法|110.00|0.00|110.00\n',
  *check(doc) {
    for (const account of accountsOf(doc))
      for (const column of amountColumns(account.table, account.rows))
        for (const row of account.rows) yield* rowOutcome(doc, account, row, column)
  },
}

function* rowOutcome(doc: Understanding, { name, rows }: Account, row: TableRow, column: number): Generator<Outcome> {
  const quantity = cellQuantity(row, column)
  const { code } = row
  if (!quantity || !code) return
  const below = rows.filter(
    (other) => other.code?.length === code.length + 2 && other.code.startsWith(code) && other !== row,
  )
  const parts = below.flatMap((other) => {
    const part = cellQuantity(other, column)
    return part ? [asFact(part, other.label)] : []
  })
  if (!parts.length) return
  const whole = asFact(quantity, row.label)
  const { fit } = adds(parts, whole)
  const { text } = doc.folded
  const terms = parts.map((part) => printed(text, part)).join(' + ')
  const places = [whole, ...parts]
  if (fit === 'equal') {
    yield { verdict: 'consistent', formula: `${terms} = ${printed(text, whole)}`, places }
    return
  }
  const computed = inUnitOf(whole, sumOf(parts))
  const blame = blameOfSum(doc, whole, parts)
  yield {
    verdict: 'wrong',
    severity: fit === 'rounding' ? 'rounding' : 'error',
    certainty: fit === 'rounding' ? 0.9 : 0.93,
    message: `${accountLabels[name]}“${code} ${row.label}”写为 ${printed(text, whole)}，下级科目相加为 ${computed}${fit === 'rounding' ? '，属四舍五入误差' : ''}${blame && fit !== 'rounding' ? `；“${blame.fact.label}”的 ${printed(text, blame.fact)} ${slipSentence(blame.slip)}，如为 ${written(blame.should)} 则相符` : ''}。`,
    formula: `${terms} = ${computed} ≠ ${printed(text, whole)}`,
    claimed: printed(text, whole),
    computed,
    places:
      fit !== 'rounding' && blame && blame.fact !== whole
        ? [blame.fact, ...places.filter((one) => one !== blame.fact)]
        : places,
  }
}
