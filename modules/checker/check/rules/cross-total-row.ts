import type { Fact, Sentence, Understanding, UnderstoodTable } from '../../understand/index.ts'
import { base, isExact, type Quantity } from '../../understand/quantities.ts'
import { accountsOf } from '../accounts.ts'
import { figures, printed } from '../measure.ts'
import type { Outcome, Rule } from '../rule.ts'
import { slipOf, slipSentence } from '../slip.ts'
import { cellQuantity, rowsOf } from '../table-rows.ts'

/** 年初预算…，全年预算…，支出…: the totals of a table told in one sentence, in the words of its columns. */
export const crossTotalRow: Rule = {
  id: 'cross-reference.total-row',
  kind: 'cross-reference',
  title: '正文所述各栏合计与表中合计行一致',
  source: '部门决算公开说明与报表数据一致（B-17）',
  fails:
    '全街年初预算8450.60万元，全年预算9123.45万元；全年支出8976.30万元。\n科目|年初预算|全年预算|支出数\n城乡社区|4450.60|4732.45|4676.30\n卫生健康|4000.00|4400.00|4300.00\n合计|8450.60|9132.45|8976.30\n',
  holds:
    '全街年初预算8450.60万元，全年预算9132.45万元；全年支出8976.30万元，本级全年预算8132.45万元。\n科目|年初预算|全年预算|支出数\n城乡社区|4450.60|4732.45|4676.30\n卫生健康|4000.00|4400.00|4300.00\n合计|8450.60|9132.45|8976.30\n',
  *check(doc) {
    const accounts = new Set(accountsOf(doc).map(({ table }) => table))
    for (const table of doc.tables) {
      if (accounts.has(table)) continue
      const total = rowsOf(table).find(({ kind }) => kind === 'total')
      const cells = table.columns.flatMap((words, column) => {
        const cell = total && cellQuantity(total, column)
        return cell && figures(cell) >= TELLING ? [{ name: nameOf(words), cell }] : []
      })
      if (cells.length >= 2) for (const sentence of doc.sentences) yield* compared(doc, table, cells, sentence)
    }
  },
}

const TELLING = 5
const clauseBefore = (text: string, { start }: Fact) =>
  text
    .slice(Math.max(0, start - 16), start)
    .replace(/^.*[，,。；;、（(]/s, '')
    .replace(/(?:合计|共计|总计|共|数|为|是)+$/, '')
const nameOf = (column: string) => column.replace(/[（(].*$|[数额]$/g, '').trim()

function* compared(
  doc: Understanding,
  table: UnderstoodTable,
  cells: readonly { name: string; cell: Quantity }[],
  { facts }: Sentence,
): Generator<Outcome> {
  const { text } = doc.folded
  const money = facts.filter((fact) => fact.unit.dimension === 'money' && isExact(fact))
  const isEqual = (fact: Fact, cell: Quantity) => Math.abs(fact.value - cell.value) < 1e-9 || base(fact) === base(cell)
  const told = cells.filter(({ cell }) => money.some((fact) => isEqual(fact, cell)))
  if (!told.length) return
  for (const { name, cell } of cells.filter((one) => !told.includes(one))) {
    const fact = money.find((one) => name.length >= 2 && clauseBefore(text, one).endsWith(name))
    const slip = fact && figures(fact) >= TELLING ? slipOf(fact, cell.value) : undefined
    if (!fact || !slip) continue
    yield {
      verdict: 'wrong',
      severity: 'error',
      certainty: 0.92,
      message: `正文中“${name}”为 ${printed(text, fact)}，表${table.index + 1}合计行的“${name}”为 ${printed(text, cell)}，两处不一致，${slipSentence(slip)}。`,
      formula: `${printed(text, fact)} ≠ ${printed(text, cell)}`,
      claimed: printed(text, fact),
      computed: printed(text, cell),
      places: [fact, cell],
    }
  }
}
