import type { Cell, MergeRange, Sheet, Workbook } from 'hucre'
import { formatValue } from 'hucre'
import { readXls, readXlsx } from 'hucre/xlsx'
import { type Block, readingOf, type TextCell } from './blocks.ts'
import { limits } from './limits.ts'
import { type Reading, Unreadable } from './reading.ts'
import { encrypted } from './signature.ts'
import { xlsFormats } from './xls-formats.ts'
import { checkXml, type Entries, packed } from './zip.ts'

const options = {
  readStyles: true,
  sheets: ({ hidden, veryHidden }: { hidden?: boolean; veryHidden?: boolean }) => !hidden && !veryHidden,
}

export async function readXlsxSheets(name: string, parts: Entries): Promise<Reading> {
  checkXml(parts)
  return readingOf(name, blocksOf(await readXlsx(packed(parts), options)))
}

/** The library gives the values of an old workbook; how they are shown, and whether at all, is read beside it. */
export async function readXlsSheets(name: string, bytes: Uint8Array): Promise<Reading> {
  const shown = xlsFormats(bytes)
  if (shown === 'locked') throw encrypted()
  const { sheets } = await readXls(bytes, options)
  const styled = sheets.map((sheet, at): Sheet => {
    const { formats, hidden = false } = shown[at] ?? {}
    const styles = [...(formats ?? [])].map(([place, numFmt]) => [place, { style: { numFmt } } as Cell] as const)
    return { ...sheet, hidden, cells: new Map(styles) }
  })
  return readingOf(name, blocksOf({ sheets: styled }))
}

/** Each sheet that people see: its name, then what stands on it, cut where a row is empty. */
function blocksOf({ sheets }: Workbook): Block[] {
  return sheets.flatMap((sheet) => {
    if (sheet.hidden || sheet.veryHidden) return []
    const rows = gridOf(sheet)
    return rows.length ? [{ text: sheet.name }, ...cut(rows).map((part) => ({ rows: part }))] : []
  })
}

function gridOf(sheet: Sheet): TextCell[][] {
  // Where nothing is written, the rows and cells of an old workbook are missing.
  const texts = Array.from(sheet.rows, (row = [], at) =>
    Array.from(row, (value, column) => textOf(value, sheet.cells?.get(`${at},${column}`))),
  )
  const width = Math.max(0, ...texts.map((row) => row.findLastIndex(Boolean) + 1))
  const height = texts.findLastIndex((row) => row.some(Boolean)) + 1
  if (width * height > limits.cells)
    throw new Unreadable('too-large', `表格超过 ${limits.cells / 10_000} 万格，不像一份报告，没有打开。`)
  const merges = new Merges(sheet.merges ?? [], height, width)
  return texts
    .slice(0, height)
    .map((row, at) =>
      Array.from({ length: width }, (_, column) => ({ text: row[column] ?? '', ...merges.at(at, column) })).filter(
        (_, column) => !merges.covered(at, column),
      ),
    )
    .map((row) => (isLine(row) ? [{ text: (row[0] as TextCell).text, columns: width }] : row))
}

/** Words in the first cell and nothing beside them: they run over the cells. */
const isLine = ([first, ...others]: readonly TextCell[]) =>
  !!first?.text && !/^[\d.,%-]+$/.test(first.text) && !first.rows && others.every(({ text, rows }) => !text && !rows)

/** Which cells cover others, and which are covered. */
class Merges {
  private readonly spans = new Map<string, { rows: number; columns: number }>()
  private readonly hidden = new Set<string>()

  constructor(merges: readonly MergeRange[], height: number, width: number) {
    for (const { startRow, startCol, endRow, endCol } of merges) {
      const [bottom, right] = [Math.min(endRow, height - 1), Math.min(endCol, width - 1)]
      this.spans.set(`${startRow},${startCol}`, { rows: bottom - startRow + 1, columns: right - startCol + 1 })
      for (let row = startRow; row <= bottom; row++)
        for (let column = startCol; column <= right; column++)
          if (row !== startRow || column !== startCol) this.hidden.add(`${row},${column}`)
    }
  }

  at = (row: number, column: number) => this.spans.get(`${row},${column}`) ?? {}
  covered = (row: number, column: number) => this.hidden.has(`${row},${column}`)
}

function cut(rows: TextCell[][]): TextCell[][][] {
  const parts: TextCell[][][] = [[]]
  let below = 0
  for (const row of rows) {
    const empty = row.every(({ text }) => !text) && below <= 0
    below = Math.max(below - 1, ...row.map(({ rows = 1 }) => rows - 1))
    if (empty) parts.push([])
    else parts.at(-1)?.push(row)
  }
  return parts.filter((part) => part.length).map(narrowed)
}

/** Without the columns on the right that only wider parts of the sheet use. */
function narrowed(part: TextCell[][]): TextCell[][] {
  const unused = (row: TextCell[]) => row.length - 1 - row.findLastIndex((cell) => cell.text || cell.rows)
  const spare = Math.min(...part.filter((row) => row.length > 1).map(unused))
  return spare > 0 && Number.isFinite(spare) ? part.map((row) => (row.length > 1 ? row.slice(0, -spare) : row)) : part
}

/** A cell as the sheet shows it: figures with their printed places, what a formula came to, days as days. */
function textOf(value: unknown, cell: Cell | undefined): string {
  const shown = cell?.formulaResult ?? value
  if (shown === null || shown === undefined || shown === '') return ''
  if (typeof shown === 'string') return shown.replace(/\s+/g, ' ').trim()
  const format = cell?.style?.numFmt
  if (typeof shown === 'number') return numberText(shown, format)
  if (shown instanceof Date) return dayText(shown, format)
  return typeof shown === 'boolean' ? (shown ? '是' : '否') : ''
}

function numberText(value: number, format = 'General'): string {
  const plain = String(Number(value.toPrecision(12)))
  if (/^(?:General|@|)$/i.test(format)) return plain
  try {
    // Widths and fills of a format (_ and *) are white space on the sheet.
    return formatValue(value, format.replace(/_.|\*./g, '')).trim() || plain
  } catch {
    return plain
  }
}

function dayText(value: Date, format = ''): string {
  const [year, month, day] = [value.getUTCFullYear(), value.getUTCMonth() + 1, value.getUTCDate()]
  return /d/i.test(format) || !format ? `${year}年${month}月${day}日` : `${year}年${month}月`
}
