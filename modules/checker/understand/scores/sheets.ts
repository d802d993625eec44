import type { Understanding } from '../index.ts'
import type { UnderstoodTable } from '../tables.ts'
import { type Columns, columnsOf, roleOf } from './columns.ts'
import type { Sheet } from './model.ts'
import { SheetReader } from './sheet-reader.ts'

/** Every score table of a document, in order. A table may hold several, and one may go on in the next table. */
export function sheetsOf(doc: Understanding): Sheet[] {
  const sheets: Sheet[] = []
  let open: SheetReader | undefined
  for (const found of doc.tables) {
    const table = upright(found)
    if (!table.rows.some((row, at) => isScoreHeading(columnsOf(row, at)))) continue
    const caption = captionOf(doc, table)
    if (!open || open.finished || /自评表|评分表|绩效.{0,12}表/.test(caption)) {
      if (open) sheets.push(...open.done())
      open = new SheetReader(table.index, caption)
    }
    for (const sheet of open.read(table)) sheets.push(sheet)
  }
  if (open) sheets.push(...open.done())
  return sheets.filter(({ root, funds }) => root.parts.length > 0 || funds.length > 0)
}

/** A table that lies on its side: 权重 | 15 | 25 … below 指标 | 决策 | 过程 …. */
function upright(table: UnderstoodTable): UnderstoodTable {
  const { rows } = table
  const [top = [], ...below] = rows
  const roles = below.map((row) => (row[0] && !row[0].quantity ? roleOf(row[0].text) : undefined))
  const sideways =
    roles.includes('weight') && roles.includes('got') && !roleOf(top.at(-1)?.text ?? '') && top.length > rows.length
  if (!sideways) return table
  return { ...table, rows: top.map((_, column) => rows.flatMap((row) => row[column] ?? [])) }
}

const isScoreHeading = (columns: Columns | undefined) =>
  columns && (columns.roles.includes('weight') || (columns.weightInHeading && columns.roles.includes('got')))

/** The words just above a table, or its first row when that is one cell. */
export function captionOf({ folded }: Understanding, table: UnderstoodTable): string {
  const first = table.rows[0] ?? []
  const start = first[0]?.start ?? 0
  const above = folded.text.slice(Math.max(0, start - 80), start).trim()
  const own = first.length && new Set(first).size === 1 ? (first[0]?.text ?? '') : ''
  return `${above.split('\n').slice(-2).join('\n')}\n${own}`
}
