import type { Cell, CellStyle, WriteSheet } from 'hucre'
import { writeXlsx } from 'hucre/xlsx'
import { kinds } from '../domain.ts'
import { aboutLines, type Column, head, linesOf, type Sheet, sheetTitle } from './lines.ts'

/** In characters of a spreadsheet. */
export const widths: Record<Column, number> = {
  序号: 6,
  类别: 12,
  程度: 7,
  位置: 24,
  原文: 34,
  问题: 46,
  算式: 30,
  文中: 14,
  核对: 18,
  把握: 9,
  处理: 9,
  说明: 30,
}
const thin = { style: 'thin' } as const
const border = { top: thin, right: thin, bottom: thin, left: thin }
export const body: CellStyle = { border, alignment: { vertical: 'top', wrapText: true } }
export const heading: CellStyle = {
  border,
  font: { bold: true },
  alignment: { horizontal: 'center', vertical: 'center', wrapText: true },
}
export const title: CellStyle = { font: { bold: true, size: 14 } }

/** In points. Office programs do not all fit a row to its words by themselves. */
const linePitch = 16
/** A Chinese sign is as wide as two digits; a line never fills its column, since words and figures are not broken. */
const widthOf = (words: string) => [...words].reduce((sum, sign) => sum + (sign > '\u00ff' ? 2 : 1), 0)
const linesOn = (words: string, width: number) =>
  words.split('\n').reduce((lines, line) => lines + Math.max(1, Math.ceil(widthOf(line) / (width * 0.88))), 0)

export type Cells = Map<string, Partial<Cell>>
export const put = (cells: Cells, row: number, values: readonly string[], style: CellStyle) =>
  values.forEach((value, column) => void cells.set(`${row},${column}`, { value: value || null, style }))

/** As high as the words need that are broken into lines; the others are one line high. */
function heightsOf(cells: Cells, columns: readonly number[]): Map<number, { height: number }> {
  const heights = new Map<number, { height: number }>()
  for (const [place, { value, style }] of cells) {
    if (typeof value !== 'string' || !style?.alignment?.wrapText) continue
    const [row = 0, column = 0] = place.split(',').map(Number)
    const height = linePitch * linesOn(value, columns[column] ?? widths.问题)
    if (height > (heights.get(row)?.height ?? 0)) heights.set(row, { height })
  }
  return heights
}

export function sheetOf(name: string, columns: readonly number[], height: number, cells: Cells): WriteSheet {
  return {
    name,
    columns: columns.map((width) => ({ width })),
    rows: Array.from({ length: height }, () => columns.map(() => null)),
    cells,
    rowDefs: heightsOf(cells, columns),
    view: { showGridLines: false },
    pageSetup: { paperSize: 'a4', orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  }
}

function findingsSheet(sheet: Sheet): WriteSheet {
  const cells: Cells = new Map()
  put(cells, 0, [sheetTitle(sheet)], title)
  const about = aboutLines(sheet)
  about.forEach(([label, words], at) => void put(cells, at + 1, [`${label}：${words}`], {}))
  const top = about.length + 2
  put(cells, top, head, heading)
  const lines = linesOf(sheet)
  lines.forEach(
    (line, at) =>
      void put(
        cells,
        top + 1 + at,
        head.map((column) => line[column]),
        body,
      ),
  )
  return sheetOf(
    '审校意见',
    head.map((column) => widths[column]),
    top + 1 + lines.length,
    cells,
  )
}

function heldSheet({ checked }: Sheet): WriteSheet {
  const cells: Cells = new Map()
  put(cells, 0, ['序号', '类别', '核对无误的关系'], heading)
  checked.forEach(({ kind, formula }, at) => void put(cells, at + 1, [String(at + 1), kinds[kind], formula], body))
  return sheetOf('已核对无误', [6, 12, 90], checked.length + 1, cells)
}

/** The findings with what was said of each, and on a second sheet what was tested and holds. */
export const findingsXlsx = async (sheet: Sheet): Promise<Buffer> =>
  Buffer.from(await writeXlsx({ sheets: [findingsSheet(sheet), heldSheet(sheet)] }))
