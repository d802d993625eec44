import type { Cell, CellStyle, MergeRange, WriteSheet } from 'hucre'
import { writeXlsx } from 'hucre/xlsx'
import { fonts, page } from '../../papers/index.ts'
import { type Form, type FormCell, type Placed, placed } from './model.ts'
import { heightsOf, linesIn, pitch, sizes } from './sizes.ts'

/** Title and period stand above the table. */
const above = 2
/** A column of one character is seven pixels of a 96th of an inch wide, and has five beside it. */
const charactersOf = (mm: number) => Math.round(((mm / 25.4) * 96 - 5) * (100 / 7)) / 100
const letterOf = (column: number): string =>
  column < 26 ? String.fromCharCode(65 + column) : letterOf(Math.floor(column / 26) - 1) + letterOf(column % 26)
const addressOf = ({ row, column }: Pick<Placed, 'row' | 'column'>) => `${letterOf(column)}${row + above + 1}`

const thin = { style: 'thin' } as const
const border = { top: thin, right: thin, bottom: thin, left: thin }
const fontNames = { label: fonts.heading[0], words: fonts.number[0], figure: fonts.number[0] }
const places = { label: 'center', words: 'left', figure: 'center' } as const

const styleOf = ({ kind, format, value }: FormCell): CellStyle => ({
  border,
  font: { name: fontNames[kind], size: sizes.cell },
  // A number too wide for its column would be shown as #####.
  alignment: {
    horizontal: places[kind],
    vertical: 'center',
    ...(value === undefined ? { wrapText: true } : { shrinkToFit: true }),
  },
  ...(format ? { numFmt: format } : {}),
})

/** A formula with the addresses of the cells it names. */
function addressed(formula: string, addresses: ReadonlyMap<string, string>): string {
  return formula.replaceAll(/\{([^}]+)\}/g, (_, name: string) => {
    const found = addresses.get(name)
    if (!found) throw new Error(`no cell is called ${name}`)
    return found
  })
}

function contentOf({ text, value, formula }: FormCell, addresses: ReadonlyMap<string, string>): Partial<Cell> {
  const content = value ?? (text || null)
  return formula
    ? { value: content, formula: addressed(formula, addresses), formulaResult: content }
    : { value: content }
}

const alone = (name: string, size: number, horizontal: 'center' | 'left'): CellStyle => ({
  font: { name, size },
  alignment: { horizontal, vertical: 'center', wrapText: true },
})
const across = (row: number, columns: number): MergeRange => ({
  startRow: row,
  startCol: 0,
  endRow: row,
  endCol: columns - 1,
})

/** Rows that reach over the whole width: title, period, notes. */
function linesOf({ title, period, notes, rows }: Form): [row: number, text: string, style: CellStyle][] {
  const noted = alone(fonts.number[0], sizes.note, 'left')
  return [
    [0, title, alone(fonts.title[0], sizes.title, 'center')],
    [1, period, alone(fonts.number[0], sizes.period, 'center')],
    ...notes.map((note, at): [number, string, CellStyle] => [above + rows.length + at, note, noted]),
  ]
}

function cellsOf(form: Form): Map<string, Partial<Cell>> {
  const found = placed(form)
  const addresses = new Map(found.flatMap((one) => (one.cell.name ? [[one.cell.name, addressOf(one)] as const] : [])))
  const cells = new Map<string, Partial<Cell>>()
  for (const { cell, row, column, rows, span } of found) {
    const style = styleOf(cell)
    // The border of a merged cell is that of all cells under it.
    for (let y = row; y < row + rows; y++)
      for (let x = column; x < column + span; x++) cells.set(`${y + above},${x}`, { style: { border } })
    cells.set(`${row + above},${column}`, { ...contentOf(cell, addresses), style })
  }
  for (const [row, text, style] of linesOf(form)) cells.set(`${row},0`, { value: text, style })
  return cells
}

function rowHeights(form: Form): number[] {
  const width = form.columns.reduce((sum, one) => sum + one, 0)
  const table = heightsOf(form)
  const notes = form.notes.map((note) => linesIn(note, width, sizes.note) * pitch.note + 4)
  const heights = [pitch.title + 6, pitch.period + 2, ...table, ...notes]
  return heights.map((height) => Math.round(height * 4) / 4)
}

/** In inches. */
const margins = { top: 0.8, bottom: 0.8, header: 0.3, footer: 0.4 }
/** A form a little longer than a page is drawn together into it; smaller than this it would not be read. */
const smallest = 0.75
function fitsPage(form: Form, heights: readonly number[]): boolean {
  const room = ((form.isLying ? page.width : page.height) / 25.4 - margins.top - margins.bottom) * 72
  return heights.reduce((sum, one) => sum + one, 0) * smallest <= room
}

function sheetOf(form: Form, name: string): WriteSheet {
  const merges = placed(form)
    .filter(({ rows, span }) => rows > 1 || span > 1)
    .map(({ row, column, rows, span }) => ({
      startRow: row + above,
      startCol: column,
      endRow: row + above + rows - 1,
      endCol: column + span - 1,
    }))
  const lines = linesOf(form)
  const total = above + form.rows.length + form.notes.length
  const heights = rowHeights(form)
  const side = form.isLying ? 0.6 : 0.7
  return {
    name,
    columns: form.columns.map((mm) => ({ width: charactersOf(mm) })),
    rows: Array.from({ length: total }, () => form.columns.map(() => null)),
    cells: cellsOf(form),
    merges: [...merges, ...lines.map(([row]) => across(row, form.columns.length))],
    rowDefs: new Map(heights.map((one, row) => [row, { height: one }])),
    view: { showGridLines: false },
    pageSetup: {
      paperSize: 'a4',
      orientation: form.isLying ? 'landscape' : 'portrait',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: fitsPage(form, heights) ? 1 : 0,
      horizontalCentered: true,
      margins: { ...margins, left: side, right: side },
    },
    headerFooter: { oddFooter: '&C— &P —' },
  }
}

const longest = 31
/** Names as a spreadsheet allows them, each once. */
export function sheetNames(wanted: readonly string[]): string[] {
  const given = new Set<string>()
  return wanted.map((one) => {
    const plain = one.replaceAll(/[[\]:*?/\\']/g, ' ').trim() || '表'
    let name = plain.slice(0, longest)
    for (let n = 2; given.has(name.toLowerCase()); n++) name = `${plain.slice(0, longest - 4)} ${n}`
    given.add(name.toLowerCase())
    return name
  })
}

/** Forms as one workbook, a sheet each. */
export async function formsXlsx(forms: readonly Form[], names: readonly string[]): Promise<Buffer> {
  const given = sheetNames(names)
  return Buffer.from(await writeXlsx({ sheets: forms.map((form, at) => sheetOf(form, given[at]!)) }))
}
