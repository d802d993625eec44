import type { Understanding, UnderstoodTable } from '../../understand/index.ts'
import { base, type Quantity } from '../../understand/quantities.ts'
import { printed } from '../measure.ts'
import { rateFit } from '../numbers.ts'
import type { Outcome, Rule } from '../rule.ts'
import { percentInstead, slipSentence } from '../slip.ts'
import { amountColumns, cellQuantity, rowsOf, type TableRow } from '../table-rows.ts'

const table = (share: string) =>
  `科目|支出数（万元）|占比\n城乡社区支出|600.00|60.00%\n公共安全支出|50.80|${share}\n教育支出|149.20|14.92%\n住房保障支出|200.00|20.00%\n合计|1000.00|100.00%\n`

/** A column of shares, each row of the total of another column. */
export const tableShare: Rule = {
  id: 'share.table',
  kind: 'share',
  title: '表中占比列等于各行÷合计',
  source: '占比＝该项÷合计×100%',
  fails: table('5.80%'),
  holds: [
    table('5.08%'),
    '科目|支出数（万元）|占预算比重\n城乡社区支出|600.00|95.00%\n公共安全支出|50.80|91.30%\n教育支出|349.20|97.60%\n合计|1000.00|95.71%\n',
  ],
  *check(doc) {
    for (const table of doc.tables) {
      const rows = rowsOf(table)
      const totals = rows.filter(({ kind }) => kind === 'total')
      const [total] = totals
      if (!total || totals.length > 1) continue
      const columns = amountColumns(table, rows)
      for (const share of columns.filter((column) => /占.*比|比重|占.*[%％]/.test(table.columns[column] ?? '')))
        for (const amount of columns.filter((column) => column !== share)) {
          const judged = rows.flatMap((row) => (row === total ? [] : (sharedOf(row, total, amount, share) ?? [])))
          if (isLearned(judged)) for (const one of judged) yield outcomeOf(doc, table, one)
        }
    }
  },
}

interface Shared {
  row: TableRow
  shown: Quantity
  part: Quantity
  whole: Quantity
  value: number
}

function sharedOf(row: TableRow, total: TableRow, amount: number, share: number): Shared | undefined {
  const [shown, part, whole] = [cellQuantity(row, share), cellQuantity(row, amount), cellQuantity(total, amount)]
  if (!shown || !part || !whole || base(whole) <= 0 || /percent|points/.test(part.unit.dimension)) return undefined
  return { row, shown, part, whole, value: (base(part) / base(whole)) * 100 }
}

const fitOf = ({ shown, value }: Shared) => rateFit(shown, value)
/** The column is one of shares where nearly every row says so. */
const isLearned = (all: readonly Shared[]): boolean => {
  const held = all.filter((one) => fitOf(one) !== 'different').length
  return held >= 3 && held > (all.length - held) * 2
}

function outcomeOf(doc: Understanding, { index, columns }: UnderstoodTable, one: Shared): Outcome {
  const { text } = doc.folded
  const { row, shown, part, whole, value } = one
  const formula = `${printed(text, part)} ÷ ${printed(text, whole)}`
  const places = [shown, part, whole]
  const fit = fitOf(one)
  if (fit === 'equal') return { verdict: 'consistent', formula: `${formula} = ${printed(text, shown)}`, places }
  const { computed, slip } = percentInstead(shown, value)
  const heading = columns.find((_, column) => cellQuantity(row, column) === shown) ?? '占比'
  return {
    verdict: 'wrong',
    severity: fit === 'rounding' ? 'rounding' : 'error',
    certainty: fit === 'rounding' ? 0.9 : slip ? 0.95 : 0.88,
    message: `表${index + 1}“${row.label}”：${heading} 写为 ${printed(text, shown)}，${formula} 为 ${computed}${fit === 'rounding' ? '，末位相差一，属四舍五入误差' : slip ? `，${slipSentence(slip)}` : ''}。`,
    formula: `${formula} = ${computed} ≠ ${printed(text, shown)}`,
    claimed: printed(text, shown),
    computed,
    places,
  }
}
