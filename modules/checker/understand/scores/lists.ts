import type { Understanding } from '../index.ts'
import type { TableCell, UnderstoodTable } from '../tables.ts'
import { type Columns, columnsOf } from './columns.ts'
import type { ScoreList } from './model.ts'
import { captionOf } from './sheets.ts'

const isTotal = /^(?:合计|总计|平均|总分|小计)/

/** Tables of projects or units with one score each: 项目名称 | 总分 | 等级. */
export function scoreLists(doc: Understanding): ScoreList[] {
  return doc.tables.flatMap((table) => listOf(doc, table) ?? [])
}

function listOf(doc: Understanding, table: UnderstoodTable): ScoreList | undefined {
  const at = table.rows.findIndex((row, index) => columnsOf(row, index))
  const columns = at < 0 ? undefined : columnsOf(table.rows[at] as TableCell[], at)
  if (!columns || columns.roles.includes('weight') || columns.roles.includes('target')) return undefined
  const rows = table.rows.slice(at + 1).flatMap((row) => rowOf(row, columns) ?? [])
  const first = rows[0]
  // Points of a thousand are another scale; one figure above 100 is a slip.
  if (rows.length < 2 || !first || rows.filter(({ score }) => score.value > 120).length * 2 >= rows.length)
    return undefined
  return {
    rows,
    place: { start: first.place.start, end: rows.at(-1)?.place.end ?? first.place.end },
    from: 'table',
    caption: captionOf(doc, table),
  }
}

function rowOf(row: readonly TableCell[], { roles }: Columns): ScoreList['rows'][number] | undefined {
  const of = (role: Columns['roles'][number]) => row[roles.lastIndexOf(role)]
  const score = of('got')?.quantity
  const name = row[roles.indexOf('name')]
  if (!score || !name?.text || isTotal.test(name.text)) return undefined
  const label = roles.includes('grade') ? of('grade') : undefined
  return {
    name: name.text,
    score,
    ...(label?.text && !label.quantity ? { grade: { label: label.text, place: label } } : {}),
    place: { start: name.start, end: Math.max(score.end, label?.end ?? 0) },
  }
}
