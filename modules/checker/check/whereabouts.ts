import type { Place } from '../domain.ts'
import type { Understanding } from '../understand/index.ts'

const LONGEST_NAME = 20
type Whereabouts = Pick<Place, 'table' | 'row' | 'column' | 'rowName' | 'columnName' | 'section' | 'paragraph'>

/** Where a line stands, as one would look for it: row and column of a table with their names, or chapter and paragraph. */
export function whereabouts(doc: Understanding): (line: number) => Whereabouts {
  const paragraphs = paragraphsOf(doc)
  return (line) => cellAt(doc, line) ?? paragraphs[line] ?? {}
}

const shortened = (words: string) => (words.length > LONGEST_NAME ? `${words.slice(0, LONGEST_NAME - 1)}…` : words)

function cellAt({ folded, tables }: Understanding, line: number): Whereabouts | undefined {
  const { cell, start = 0 } = folded.lines[line] ?? {}
  if (!cell) return undefined
  const place = { table: cell.table + 1, row: cell.row + 1, column: cell.column + 1 }
  for (const { index, rows, columns, headingRows } of tables) {
    const row = index === cell.table ? rows[cell.row] : undefined
    const at = row?.findIndex((one) => one.start === start && one.text) ?? -1
    if (!row || at < 0) continue
    const rowName = cell.row < headingRows ? '表头' : row.find(({ text, quantity }) => text && !quantity)?.text
    const columnName = columns[at]?.split('·').at(-1)
    return {
      ...place,
      ...(rowName ? { rowName: shortened(rowName) } : {}),
      ...(columnName ? { columnName: shortened(columnName) } : {}),
    }
  }
  return place
}

/** A heading of a chapter is numbered and short: a numbered item that tells something is a paragraph. */
const LONGEST_HEADING = 30
const telling = /[。；;，,：:]./

/** For each line the heading it stands below, and which paragraph it is there; the heading itself is paragraph 0. */
function paragraphsOf({ folded, headings, line }: Understanding): Whereabouts[] {
  const chapters = new Set(
    headings.flatMap(({ line: at, style }) => (style && style !== '一是' && isChapter(line(at)) ? [at] : [])),
  )
  let section: string | undefined
  let paragraph = 0
  return folded.lines.map(({ start, end, cell }, at) => {
    if (cell || start === end) return {}
    if (chapters.has(at)) [section, paragraph] = [shortened(line(at).replace(/[。：:]$/, '')), 0]
    else paragraph++
    return { ...(section ? { section } : {}), paragraph }
  })
}

const isChapter = (words: string) => words.length <= LONGEST_HEADING && !telling.test(words)
