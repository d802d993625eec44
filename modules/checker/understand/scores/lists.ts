import { numbered } from '../headings.ts'
import type { Understanding } from '../index.ts'
import { isExact } from '../quantities.ts'
import type { TableCell, UnderstoodTable } from '../tables.ts'
import { type Columns, columnsOf } from './columns.ts'
import type { ScoreList } from './model.ts'
import { captionOf } from './sheets.ts'

const isTotal = /^(?:合计|总计|平均|总分|小计)/

/** Tables of projects or units with one score each: 项目名称 | 总分 | 等级. */
export function scoreLists(doc: Understanding): ScoreList[] {
  const tables = doc.tables.flatMap((table) => listOf(doc, table) ?? [])
  return tables.length ? tables : proseList(doc)
}

const saidScore = /(?:自评|评价|综合)(?:总)?(?:得分|评分|分数)(?:为|是|：)?$/
const ofOneProject = /指标|投入|过程|产出|效益|效果|满意|决策|预算|履职|目标|得分|扣分|情况|结论/

/** Numbered paragraphs of one project each: 1.“道路清扫”项目绩效自评综述：…项目自评得分为96分. */
function proseList(doc: Understanding): ScoreList[] {
  const rows: ScoreList['rows'] = []
  let last = -1
  for (const fact of doc.facts) {
    const span = doc.folded.lines[fact.line]
    if (!span || span.cell || fact.line === last || fact.unit.dimension !== 'score' || !isExact(fact)) continue
    if (!saidScore.test(doc.folded.text.slice(Math.max(span.start, fact.start - 10), fact.start))) continue
    const rest = numbered(doc.line(fact.line))?.rest ?? ''
    const name =
      /^[“"]([^”"]{2,30})[”"]/.exec(rest)?.[1] ??
      /^([^。：:，,（(；;]{2,30}?)(?:项目|专项)?(?:绩效)?(?:自评)?(?:综述)?[：:。]/.exec(rest)?.[1]
    if (!name || ofOneProject.test(name)) continue
    if (last >= 0 && fact.line - last > 8) break
    last = fact.line
    rows.push({ name, score: fact, place: { start: span.start, end: fact.end } })
  }
  const [first] = rows
  if (!first || rows.length < 2) return []
  const end = rows.at(-1)?.place.end ?? first.place.end
  return [{ rows, place: { start: first.place.start, end }, from: 'prose', caption: '' }]
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
