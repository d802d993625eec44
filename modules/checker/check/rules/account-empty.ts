import type { Understanding } from '../../understand/index.ts'
import { type Account, type AccountName, accountLabels, accountsOf } from '../accounts.ts'
import type { Rule } from '../rule.ts'
import { amountColumns } from '../table-rows.ts'
import { matches, wrong } from '../words.ts'

/** Most bureaus have neither: their tables are published empty. */
const budgets: readonly [name: AccountName, budget: string][] = [
  ['fund', '政府性基金'],
  ['state', '国有资本经营'],
]

/** A table without an amount needs the words that there is none; one with amounts must not have them. */
export const accountEmpty: Rule = {
  id: 'missing-element.empty-table',
  kind: 'missing-element',
  title: '空表应有说明，有数的表不应写无数据',
  source: '部门决算公开样表：没有收支的，仍保留表格并说明本表无数据（B-15）',
  fails: [
    emptyTable(''),
    emptyTable('', '0.00'),
    emptyTable('本部门没有政府性基金预算财政拨款收入和支出，故本表无数据。', '12.00'),
  ],
  holds: [
    emptyTable('本部门没有政府性基金预算财政拨款收入和支出，故本表无数据。'),
    emptyTable('说明：2023年度无政府性基金预算财政拨款收支，本表为空表。', '0.00'),
    emptyTable('政府性基金预算财政拨款支出年初预算0万元，支出决算0万元。', '0.00'),
    emptyTable('', '12.00'),
  ],
  *check(doc) {
    const accounts = accountsOf(doc)
    for (const [name, budget] of budgets) {
      const found = accounts.filter((account) => account.name === name)
      const [first] = found
      if (!first) continue
      const amount = found.flatMap(amountsOf).find(({ value }) => value !== 0)
      const denial = matches(
        doc,
        new RegExp(
          `(?:没有|无|未安排|未发生|未使用|不涉及)[^。；\\n]{0,12}${budget}[^。\\n]{0,40}(?:本表|此表)(?:无数据|为空)`,
          'g',
        ),
      )[0]
      const title = accountLabels[name]
      if (amount && denial)
        yield wrong('error', 0.9, `“${title}”里有数字，却写了“${denial.words}”，两处不一致。`, [denial, amount], {
          kind: 'contradiction',
        })
      else if (!amount && !isExplained(doc, budget))
        yield wrong(
          'question',
          0.75,
          `“${title}”是空表，没有写明；没有收支的，应在表下说明“本部门没有${budget}预算财政拨款收入和支出，故本表无数据”。`,
          [spotOf(first)],
        )
    }
  },
}

const amountsOf = ({ table, rows }: Account) =>
  rows.flatMap(({ cells }) => amountColumns(table, rows).flatMap((column) => cells[column]?.quantity ?? []))

/** Said below the table or told in the text: that there is none, or that it is nought. */
const isExplained = ({ folded: { text } }: Understanding, budget: string) =>
  new RegExp(
    `(?:没有|无|未安排|未发生|未使用|不涉及)[^。；\\n]{0,12}${budget}|${budget}[^。\\n]{0,60}(?:无数据|空表|没有发生|未发生|为零|无收支|无此项|决算(?:数)?(?:为)?0(?:\\.0+)?万?元)`,
  ).test(text)

function spotOf({ table }: Account) {
  const cells = table.rows.flat().filter(({ text }) => text)
  return { start: cells[0]?.start ?? 0, end: cells[0]?.end ?? 0 }
}

function emptyTable(note: string, amount = ''): string {
  return `政府性基金预算财政拨款收入支出决算表\n单位：万元\n科目编码|科目名称|年初结转和结余|本年收入|本年支出|年末结转和结余\n212|城乡社区支出|${amount && '0.00'}|${amount}|${amount}|${amount && '0.00'}\n合计|合计|${amount && '0.00'}|${amount}|${amount}|${amount && '0.00'}\n${note}\n`
}
