import type { Understanding } from '../understand/index.ts'
import { once } from '../understand/once.ts'
import type { Quantity } from '../understand/quantities.ts'
import type { TableCell, UnderstoodTable } from '../understand/tables.ts'

/** One row or column of a table whose other headings are months, quarters or years: 得分 of 1月 to 12月. */
export interface Series {
  name: string
  items: { head: string; quantity: Quantity }[]
  /** All months or quarters of a year. */
  complete: boolean
  /** Lines of its table. */
  from: number
  to: number
}

const LEAST = 3
const times = /^(?:(?:20\d\d年)?\d{1,2}月份?|(?:第?[一二三四]|[1-4])季度|20\d\d年度?)$/

/** 二季度 for 第二季度, 3月 for 3月份. */
export const timeOf = (head: string): string => head.replace(/^第|份$|度$|^20\d\d年(?=\d)/g, '').replace(/季$/, '季度')

/** Every such row and column, of the tables in order. */
export const seriesOf = once((doc): Series[] =>
  doc.tables.flatMap((table) => {
    const lines = doc.folded.lines.flatMap(({ cell }, at) => (cell?.table === table.index ? [at] : []))
    const place = { from: lines[0] ?? 0, to: lines.at(-1) ?? 0 }
    return [...acrossOf(table), ...downOf(table)].map((one) => ({ ...one, ...place }))
  }),
)

type Found = Omit<Series, 'from' | 'to'>

/** 月份 | 1月 | 2月 above 得分 | 91 | 90. */
function acrossOf({ rows }: UnderstoodTable): Found[] {
  const [heads = [], ...below] = rows
  return below.flatMap((row) => found(row[0]?.text ?? '', heads.slice(1), row.slice(1)))
}

/** 1月 | 91 below 月份 | 得分. */
function downOf({ rows, columns, headingRows }: UnderstoodTable): Found[] {
  const below = rows.slice(headingRows)
  const heads = below.map(([first]) => first)
  return columns.slice(1).flatMap((name, at) =>
    found(
      name,
      heads,
      below.map((row) => row[at + 1]),
    ),
  )
}

function found(name: string, heads: (TableCell | undefined)[], cells: (TableCell | undefined)[]): Found[] {
  const items = heads.flatMap((head, at) => {
    const quantity = cells[at]?.quantity
    return head && times.test(head.text) && quantity ? [{ head: timeOf(head.text), quantity }] : []
  })
  const told = heads.filter((head) => head && times.test(head.text)).length
  const all = new Set(items.map(({ head }) => head))
  if (items.length < LEAST || items.length !== told || all.size !== told) return []
  const unit = /季度/.test(items[0]?.head ?? '') ? 4 : /月/.test(items[0]?.head ?? '') ? 12 : told
  return [{ name, items, complete: told === unit }]
}

/** What the series is of, bare of its unit: 立案 of 立案数（件）. */
export const coreOf = ({ name }: Series): string =>
  name
    .replace(/[（(].*$/, '')
    .replace(/^.*·/, '')
    .replace(/(?:总?数量?|总?量|总额|金额|情况)$/, '')

/** The series that stand near a line, of one table. */
export function seriesNear(doc: Understanding, line: number): Series[] {
  const between = (from: number, to: number) =>
    doc.folded.lines.slice(from, to).filter(({ start, end, cell }) => !cell && end > start).length
  const near = seriesOf(doc).filter(({ from, to }) =>
    line > to ? between(to + 1, line) <= BEHIND : line < from && between(line + 1, from) <= BEFORE,
  )
  const first = near.at(-1)
  return near.filter(({ from }) => from === first?.from)
}

/** So many paragraphs may stand between a table and what is said of it. */
const BEHIND = 2
const BEFORE = 1
