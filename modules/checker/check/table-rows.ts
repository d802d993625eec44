import type { Fact } from '../understand/index.ts'
import type { Quantity } from '../understand/quantities.ts'
import type { TableCell, UnderstoodTable } from '../understand/tables.ts'

/** A row below the headings: what it is called and what is in its columns. */
export interface TableRow {
  at: number
  label: string
  labelCell?: TableCell
  kind: 'item' | 'total' | 'part'
  /** 3 digits 类, 5 款, 7 项: the code of a functional class, where there is one. */
  code?: string
  /** The level of its number: 一、 is 1, （一） 2, 1. 3; undefined without one. */
  level?: number
  cells: TableCell[]
}

const totalLabel = /(?:合计|总计|小计|共计|总和|汇总)(?:[（(].*[）)])?$/
const partLabel = /^(?:其中|#其中|其中：)/
const levels: readonly RegExp[] = [
  /^[一二三四五六七八九十]+、/,
  /^[（(][一二三四五六七八九十]+[）)]/,
  /^\d{1,2}[.、．]/,
  /^[（(]\d{1,2}[）)]/,
]

export function rowsOf(table: UnderstoodTable): TableRow[] {
  return table.rows.slice(table.headingRows).map((cells, at) => rowOf(cells, at + table.headingRows))
}

function rowOf(cells: TableCell[], at: number): TableRow {
  const named = cells.find(
    ({ text, quantity }) => !quantity && /\p{Script=Han}/u.test(text) && !/^(?:[类款项]|栏次)$/.test(text),
  )
  const code = codeOf(named ? cells.slice(0, cells.indexOf(named)) : [])
  const label = named?.text ?? ''
  const level = levels.findIndex((pattern) => pattern.test(label))
  return {
    at,
    label,
    kind: totalLabel.test(label) ? 'total' : partLabel.test(label) ? 'part' : 'item',
    cells,
    ...(named ? { labelCell: named } : {}),
    ...(code ? { code } : {}),
    ...(level >= 0 ? { level: level + 1 } : {}),
  }
}

/** 2120104, or 212, 01 and 04 side by side. */
function codeOf(cells: readonly TableCell[]): string | undefined {
  const texts = cells.map(({ text }) => text.replaceAll(' ', '')).filter(Boolean)
  const at = texts.findIndex((text) => /^\d{3}(?:\d{2}){0,2}$/.test(text))
  if (at < 0) return undefined
  const [first = '', ...more] = texts.slice(at)
  const end = more.findIndex((text) => !/^\d{2}$/.test(text))
  return [first, ...(end < 0 ? more : more.slice(0, end))].join('')
}

/** The number of a cell; blank, “-” and “/” are nothing. */
export const cellQuantity = (row: TableRow, column: number): Quantity | undefined => row.cells[column]?.quantity

export const isBlank = (row: TableRow, column: number): boolean => /^[-—/\\－\s]*$/.test(row.cells[column]?.text ?? '')

const notAmount = /序号|编码|编号|科目编|代码|年度$|备注|说明|日期|时间/
/** Columns that hold amounts in most rows. */
export function amountColumns(table: UnderstoodTable, rows: readonly TableRow[]): number[] {
  return table.columns.flatMap((words, column) => {
    if (notAmount.test(words)) return []
    const filled = rows.filter((row) => row.cells[column]?.quantity)
    const other = rows.filter((row) => !row.cells[column]?.quantity && !isBlank(row, column))
    return filled.length >= 2 && other.length <= filled.length / 3 ? [column] : []
  })
}

/** A cell stands for a fact of the document wherever a rule asks for one. */
export const asFact = (quantity: Quantity, label: string): Fact => ({
  ...quantity,
  label,
  labelSpan: { start: quantity.start, end: quantity.start },
  object: '',
  head: '',
})
