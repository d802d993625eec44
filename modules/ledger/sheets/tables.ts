import { parseCsv } from 'hucre/csv'
import { readXlsx } from 'hucre/xlsx'
import { invalid } from '../../../platform/errors.ts'
import { type Cell, textOf } from './cells.ts'

export interface TableFile {
  name: string
  bytes: Buffer
}
/** One sheet as it stands: row 1 is `rows[0]`. A row in which nothing is written is empty. */
export interface Table {
  name: string
  rows: readonly (readonly Cell[])[]
}

interface Merge {
  startRow: number
  startCol: number
  endRow: number
}
/** What is written in a merged cell is said of every row it covers. A row that has nothing of its own stays empty. */
function filledDown(rows: readonly (readonly Cell[])[], merges: readonly Merge[]): Cell[][] {
  const filled = rows.map((cells) => (cells.some((cell) => textOf(cell)) ? [...cells] : []))
  for (const { startRow, startCol, endRow } of merges)
    for (const cells of filled.slice(startRow + 1, endRow + 1))
      if (cells.length) cells[startCol] = rows[startRow]?.[startCol]
  return filled
}

/** The sheets of a file that people see. */
export async function tablesOf({ name, bytes }: TableFile): Promise<Table[]> {
  try {
    if (/\.csv$/i.test(name)) {
      const words = new TextDecoder('utf-8').decode(bytes).replace(/^\uFEFF/, '')
      return [{ name, rows: filledDown(parseCsv(words), []) }]
    }
    const book = await readXlsx(new Uint8Array(bytes), { sheets: ({ hidden, veryHidden }) => !hidden && !veryHidden })
    return book.sheets.map((sheet) => ({ name: sheet.name, rows: filledDown(sheet.rows, sheet.merges ?? []) }))
  } catch {
    throw invalid('ledger.file', `“${name}”不是能读的表格；请用模板另存为 .xlsx 或 UTF-8 的 .csv 后再导入。`)
  }
}
