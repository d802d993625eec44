import type { Span, Table } from '../read/reading.ts'
import type { Folded } from './fold.ts'
import type { Quantity } from './quantities.ts'
import { NO_UNIT, type Unit, unitOf } from './units.ts'

/** A cell as rules read it. `quantity` is set when the cell is a number and nothing else. */
export interface TableCell extends Span {
  text: string
  quantity?: Quantity
  /** All quantities of the cell, also those within words. */
  quantities: Quantity[]
}

export interface UnderstoodTable {
  index: number
  /** How many rows from the top are headings. */
  headingRows: number
  rows: TableCell[][]
  /** For each column the words of its headings, from the top down, joined. */
  columns: string[]
  /** For each column the unit its heading or the caption names. */
  units: Unit[]
}

const bracketUnit = /[（(](?:单位[：:])?(万元|元|亿元|千元|%|分|个|件|人|户|处)[）)]/
const captionUnit = /单位[：:]\s?(万元|元|亿元|千元)/

/**
 * Tables with their headings and the numbers in their cells; merged cells count in each place they cover. `quantities`: of
 * each line.
 */
export function understandTable(
  folded: Folded,
  table: Table,
  index: number,
  quantities: ReadonlyMap<number, Quantity[]>,
): UnderstoodTable {
  const inCells = new Map<string, { line: Span; quantities: Quantity[] }>()
  folded.lines.forEach((line, at) => {
    if (line.cell?.table !== index) return
    inCells.set(`${line.cell.row}:${line.cell.column}`, {
      line,
      quantities: quantities.get(at) ?? [],
    })
  })
  const rows = laidOut(table, (row, column) => cellAt(folded, inCells.get(`${row}:${column}`)))
  const headingRows = headingRowsOf(rows)
  const width = Math.max(0, ...rows.map((row) => row.length))
  const columns = Array.from({ length: width }, (_, column) => headingOf(rows.slice(0, headingRows), column))
  const caption = folded.text.slice(Math.max(0, (rows[0]?.[0]?.start ?? 0) - 60), rows[0]?.[0]?.start ?? 0)
  const common =
    captionUnit.exec(caption) ??
    captionUnit.exec(
      rows
        .slice(0, headingRows + 1)
        .flat()
        .map((cell) => cell.text)
        .join(' '),
    )
  const units = columns.map(
    (words) =>
      unitOf(bracketUnit.exec(words)?.[1] ?? '') ??
      (/率|比例|占比/.test(words) ? unitOf('%') : unitOf(common?.[1] ?? '')) ??
      NO_UNIT,
  )
  withoutCodes(rows.slice(headingRows), columns)
  measured(rows.slice(headingRows), units)
  return { index, headingRows, rows, columns, units }
}

/** A bare number in a cell is in the unit of its column, for every rule that asks. */
function measured(rows: TableCell[][], units: readonly Unit[]) {
  for (const row of rows)
    row.forEach(({ quantity }, column) => {
      const unit = units[column]
      if (quantity && unit && quantity.unit === NO_UNIT) quantity.unit = unit
    })
}

/** 201, 20101, 2120104, in one column or in three for 类, 款, 项, and the numbers of rows (行次): names, not amounts. */
const codeHeading = /(?:编码|编号|代码|行次)(?:·|$)|(?:编码|分类).*·[类款项]$|^[类款项]$/
function withoutCodes(rows: TableCell[][], columns: readonly string[]) {
  for (const row of rows)
    row.forEach((cell, column) => {
      if (codeHeading.test(columns[column] ?? '')) delete cell.quantity
    })
}

const lastWords = (heading = '') => heading.slice(heading.lastIndexOf('·') + 1)
/**
 * Two tables that stand side by side under one frame, as 收入 and 支出 do: the heading of the first column comes again
 * behind amounts.
 */
export function sidesOf(table: UnderstoodTable): UnderstoodTable[] {
  const { columns, rows, headingRows } = table
  const below = rows.slice(headingRows)
  const amounts = columns.map((_, column) => below.filter((row) => row[column]?.quantity).length >= 2)
  const from = columns.findIndex(
    (words, column) =>
      words &&
      lastWords(words) === lastWords(columns[0]) &&
      amounts.slice(0, column).some(Boolean) &&
      amounts.slice(column).some(Boolean) &&
      !amounts[column],
  )
  if (from <= 0) return [table]
  const cut = (start: number, end?: number): UnderstoodTable => ({
    ...table,
    rows: rows.map((row) => row.slice(start, end)),
    columns: columns.slice(start, end),
    units: table.units.slice(start, end),
  })
  return [cut(0, from), cut(from)]
}

const nothing: TableCell = { start: 0, end: 0, text: '', quantities: [] }

function cellAt(folded: Folded, found?: { line: Span; quantities: Quantity[] }): TableCell {
  if (!found) return nothing
  const { line, quantities } = found
  const text = folded.text.slice(line.start, line.end)
  const [only] = quantities
  const alone = quantities.length === 1 && only && only.start === line.start && only.end === line.end
  return { start: line.start, end: line.end, text, quantities, ...(alone ? { quantity: only } : {}) }
}

/** Puts each cell into every column and row it covers. */
function laidOut(table: Table, cell: (row: number, column: number) => TableCell): TableCell[][] {
  const grid: TableCell[][] = table.rows.map(() => [])
  table.rows.forEach((row, rowAt) => {
    let column = 0
    row.forEach(({ columns = 1, rows = 1 }, cellIndex) => {
      while (grid[rowAt]?.[column]) column++
      const content = cell(rowAt, cellIndex)
      for (let down = 0; down < rows; down++)
        for (let right = 0; right < columns; right++) {
          const line = grid[rowAt + down]
          if (line) line[column + right] = content
        }
      column += columns
    })
  })
  return grid.map((row) => Array.from(row, (cell) => cell ?? nothing))
}

/** Rows from the top without a number of their own (a row of column numbers 1 2 3 … belongs to them). */
function headingRowsOf(rows: TableCell[][]): number {
  let count = 0
  for (const row of rows) {
    const numbers = row.filter((cell) => cell.quantity)
    const counting =
      numbers.length > 2 &&
      numbers.every((cell, at) => at === 0 || cell.quantity?.value === (numbers[at - 1]?.quantity?.value ?? 0) + 1)
    if (numbers.length && !counting && !isNumbering(row)) break
    count++
    if (count >= 4) break
  }
  return count === rows.length ? Math.min(1, rows.length) : count
}

/** 栏次 1 2 3: the row that numbers the columns; 栏次 合计 63.50 2,595.84 is a row of amounts. */
const isNumbering = (row: readonly TableCell[]) =>
  row.find(({ text }) => text)?.text === '栏次' && row.every(({ quantity }) => !quantity || quantity.step === 1)

function headingOf(rows: TableCell[][], column: number): string {
  const named = rows.filter((row) => !isNumbering(row))
  const words = named.map((row) => row[column]?.text ?? '').filter(Boolean)
  return [...new Set(words)].join('·')
}
