import type { TextCell } from '../blocks.ts'
import type { PlacedTable } from './grid.ts'
import type { Line } from './lines.ts'

const FEWEST_ROWS = 3
const FEWEST_COLUMNS = 3

/** Lines of which each breaks into parts that stand below each other are a table without lines. */
export function alignedTables(lines: readonly Line[]): { tables: PlacedTable[]; rest: Line[] } {
  const tables: PlacedTable[] = []
  const rest: Line[] = []
  for (let at = 0; at < lines.length; ) {
    let end = at
    while (end < lines.length && (lines[end] as Line).parts.length >= FEWEST_COLUMNS && near(lines, at, end)) end++
    const table = end - at >= FEWEST_ROWS ? tableOf(lines.slice(at, end)) : undefined
    if (table) {
      tables.push(table)
      at = end
    } else rest.push(lines[at++] as Line)
  }
  return { tables, rest }
}

function near(lines: readonly Line[], from: number, at: number): boolean {
  const [line, before] = [lines[at] as Line, lines[at - 1]]
  return at === from || !before || line.base - before.base < before.size * 3
}

function tableOf(lines: readonly Line[]): PlacedTable | undefined {
  const columns = columnsOf(lines)
  if (columns.length < FEWEST_COLUMNS) return undefined
  const rows: TextCell[][] = []
  for (const { parts } of lines) {
    const row = columns.map(() => '')
    for (const part of parts) {
      const at = columns.findIndex(({ x, right }) => part.x < right && x < part.right)
      if (at < 0 || row[at]) return undefined
      row[at] = part.text
    }
    rows.push(row.map((text) => ({ text })))
  }
  const [first, last] = [lines[0] as Line, lines.at(-1) as Line]
  return { top: first.base - first.size, bottom: last.base, xs: columns.map(({ x }) => x), rows }
}

/** Stretches of the page that parts of lines share. */
function columnsOf(lines: readonly Line[]): { x: number; right: number }[] {
  const parts = lines.flatMap((line) => line.parts).sort((one, other) => one.x - other.x)
  const columns: { x: number; right: number }[] = []
  for (const { x, right } of parts) {
    const column = columns.at(-1)
    if (column && x < column.right) column.right = Math.max(column.right, right)
    else columns.push({ x, right })
  }
  return columns
}
