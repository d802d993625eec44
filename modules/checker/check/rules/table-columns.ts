import type { Understanding, UnderstoodTable } from '../../understand/index.ts'
import { base, type Quantity } from '../../understand/quantities.ts'
import { printed } from '../points.ts'
import type { Outcome, Rule } from '../rule.ts'
import { amountColumns, cellQuantity, rowsOf, type TableRow } from '../table-rows.ts'

const table = (own: string) =>
  `项目|年初预算（万元）|全年预算（万元）\n环卫保洁|120.00|120.00\n路灯维护|80.00|80.00\n绿化养护|${own}|45.00\n合计|245.00|245.00\n`

/** Two columns with one total, alike in every row but one: in that row one of the two is wrong. */
export const tableColumns: Rule = {
  id: 'equality.table-columns',
  kind: 'equality',
  title: '两列合计相等、其余各行相等的，每一行都应相等',
  source: '部门决算报表表内审核关系：合计＝各项之和',
  fails: table('450.00'),
  holds: table('45.00'),
  *check(doc) {
    for (const found of doc.tables) {
      const rows = rowsOf(found)
      const total = rows.find(({ kind }) => kind === 'total')
      const items = rows.filter(({ kind }) => kind === 'item')
      if (!total || items.length < 3) continue
      const columns = amountColumns(found, rows).filter((column) => cellQuantity(total, column))
      for (const [at, one] of columns.entries())
        for (const other of columns.slice(at + 1)) {
          const outcome = judged(doc, found, items, total, one, other)
          if (outcome) yield outcome
        }
    }
  },
}

type Pair = [Quantity, Quantity]
const pairIn = (row: TableRow, one: number, other: number): Pair | undefined => {
  const [a, b] = [cellQuantity(row, one), cellQuantity(row, other)]
  return a && b && a.unit.dimension === b.unit.dimension ? [a, b] : undefined
}
const alike = ([a, b]: Pair) => Math.abs(base(a) - base(b)) < 1e-6

function judged(
  doc: Understanding,
  { index, columns }: UnderstoodTable,
  items: readonly TableRow[],
  total: TableRow,
  one: number,
  other: number,
): Outcome | undefined {
  const whole = pairIn(total, one, other)
  const pairs = items.map((row) => ({ row, pair: pairIn(row, one, other) }))
  if (!whole || !alike(whole) || pairs.some(({ pair }) => !pair)) return undefined
  const odd = pairs.filter(({ pair }) => pair && !alike(pair))
  const [first] = odd
  if (odd.length > 1) return undefined
  if (!first?.pair)
    return { verdict: 'consistent', formula: `${columns[one]} = ${columns[other]}`, places: [whole[0], whole[1]] }
  const [a, b] = first.pair.map((quantity) => printed(doc, quantity))
  return {
    verdict: 'wrong',
    severity: 'error',
    certainty: 0.86,
    message: `表${index + 1}“${first.row.label}”：${columns[one]}为${a}，${columns[other]}为${b}；其余各行两列都相等，合计也相等（${printed(doc, whole[0])}），此行应有一个数录错。`,
    formula: `${a} ≠ ${b}`,
    ...(a === undefined ? {} : { claimed: a }),
    ...(b === undefined ? {} : { computed: b }),
    places: [...first.pair, ...whole],
  }
}
