import type { Understanding, UnderstoodTable } from '../../understand/index.ts'
import type { Quantity } from '../../understand/quantities.ts'
import { printed } from '../measure.ts'
import { rateFit } from '../numbers.ts'
import type { Outcome, Rule } from '../rule.ts'
import { percentInstead, slipSentence } from '../slip.ts'
import { cellQuantity, rowsOf, type TableRow } from '../table-rows.ts'

const shareColumn = /占比|比重|构成比|所占比例|占[^|]{0,10}(?:比例|%|百分比)/
const LEAST_ROWS = 3
/** So many of the rows must hold for a column to be what the shares are of. */
const MOST = 0.6

/** 科目|支出数|占比: each row's share is of the total. */
export const tableShare: Rule = {
  id: 'share.table',
  kind: 'share',
  title: '表中各行占比等于该行数除以合计',
  source: '占比＝分项÷合计',
  fails:
    '表1 支出分类（单位：万元）\n科目|决算支出数|占比\n教育支出|500.00|50.00%\n卫生健康支出|184.60|14.86%\n城乡社区支出|215.40|21.54%\n住房保障支出|100.00|10.00%\n合计|1000.00|100.00%\n',
  holds:
    '表1 支出分类（单位：万元）\n科目|决算支出数|占比\n教育支出|500.00|50.00%\n卫生健康支出|184.60|18.46%\n城乡社区支出|215.40|21.54%\n住房保障支出|100.00|10.00%\n合计|1000.00|100.00%\n表2 绿化占比\n小区|面积|绿地占比\n东区|100|30%\n西区|200|35%\n北区|300|40%\n合计|600|37%\n',
  *check(doc) {
    for (const table of doc.tables)
      for (const [column, words] of table.columns.entries())
        if (shareColumn.test(words)) yield* inColumn(doc, table, column)
  },
}

interface Row {
  row: TableRow
  share: Quantity
  value: Quantity
  of: number
}

function* inColumn(doc: Understanding, table: UnderstoodTable, column: number): Generator<Outcome> {
  const rows = rowsOf(table)
  const total = rows.findLast(({ kind }) => kind === 'total')
  if (!total) return
  for (let at = column - 1; at > 0; at--) {
    const whole = cellQuantity(total, at)
    if (!whole || whole.value <= 0 || whole.unit.dimension === 'percent') continue
    const all = rows.flatMap((row): Row[] => {
      const [share, value] = [cellQuantity(row, column), cellQuantity(row, at)]
      const isShare = share && value && row.kind === 'item' && share.unit.dimension !== 'money'
      return isShare ? [{ row, share, value, of: (value.value / whole.value) * 100 }] : []
    })
    const wrong = all.filter(({ share, of }) => rateFit(share, of) === 'different')
    if (all.length < LEAST_ROWS || all.length - wrong.length < all.length * MOST) continue
    for (const one of wrong) yield wrongShare(doc, one, whole)
    return
  }
}

function wrongShare({ folded: { text } }: Understanding, { row, share, value, of }: Row, whole: Quantity): Outcome {
  const { computed, slip } = percentInstead(share, of)
  const formula = `${printed(text, value)} ÷ ${printed(text, whole)} = ${computed} ≠ ${printed(text, share)}`
  return {
    verdict: 'wrong',
    severity: slip ? 'error' : 'question',
    certainty: slip ? 0.92 : 0.78,
    message: `“${row.label}”占比写为 ${printed(text, share)}，${printed(text, value)} ÷ ${printed(text, whole)} 为 ${computed}${slip ? `，${slipSentence(slip)}` : ''}。`,
    formula,
    claimed: printed(text, share),
    computed,
    places: [share, value, whole],
  }
}
