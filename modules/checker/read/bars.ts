import type { Cell, Paragraph, Span, Table } from './reading.ts'

/** Tables drawn with bars in what is otherwise paragraphs: somebody pasted text into a Word file. */
export function barTables(
  source: string,
  paragraphs: readonly Paragraph[],
  tables: readonly Table[],
): { paragraphs: Paragraph[]; tables: Table[] } {
  const text = withBars(source)
  const left: Paragraph[] = []
  const drawn: Table[] = []
  for (const lines of runs(paragraphs, tables)) {
    for (let at = 0; at < lines.length; ) {
      const here = lines[at] as Paragraph
      const found = text.slice(here.start, here.end).includes('|') ? tableAt(text, lines, at) : undefined
      if (found) drawn.push(found.table)
      else left.push(here)
      at = found?.next ?? at + 1
    }
  }
  return { paragraphs: left, tables: [...tables, ...drawn].sort((one, other) => one.start - other.start) }
}

/** The paragraphs between one table and the next: no drawn table goes across one that was read. */
function runs(paragraphs: readonly Paragraph[], tables: readonly Table[]): Paragraph[][] {
  const found: Paragraph[][] = [[]]
  let next = 0
  for (const paragraph of paragraphs) {
    const before = next
    while ((tables[next]?.start ?? Number.POSITIVE_INFINITY) <= paragraph.start) next++
    if (next > before) found.push([])
    found.at(-1)?.push(paragraph)
  }
  return found
}

const trimmed = (text: string, { start, end }: Span): Span => {
  const words = text.slice(start, end)
  const lead = words.length - words.trimStart().length
  return { start: start + lead, end: start + Math.max(lead, words.trimEnd().length) }
}

/** Bars of frames and full-width ones are bars: each is one sign, so that places stay. */
export const withBars = (text: string): string => text.replace(/[│┃｜]/g, '|')

/** A table begins where a line has a bar: one row a line, or one cell a line with the bar behind it. `text`: see `withBars`. */
export function tableAt(text: string, lines: readonly Span[], at: number): { table: Table; next: number } | undefined {
  const words = (index: number) => {
    const line = lines[index]
    return line ? text.slice(line.start, line.end).trim() : undefined
  }
  const first = words(at)
  if (!first?.includes('|') && !first?.includes('\t')) return undefined
  return rowTable(text, lines, at, words) ?? cellTable(text, lines, at, words)
}

type Words = (index: number) => string | undefined

function rowTable(text: string, lines: readonly Span[], at: number, words: Words) {
  const mark = words(at)?.includes('|') ? '|' : '\t'
  let next = at
  for (; ; next++) {
    const line = words(next)
    if (line === undefined || line.slice(1, -1).split(mark).length < 2) break
  }
  const found = lines
    .slice(at, next)
    .filter(({ start, end }) => !/^[|\s:+=\-─━┄┈┬┼┴├┤┌┐└┘┏┓┗┛┣┫┳┻╋]+$/.test(text.slice(start, end)))
  // Bars around every row are its frame; otherwise an empty cell stands beside them.
  const framed = mark === '|' && found.every((line) => text[trimmed(text, line).start] === '|')
  const rows = found.map((line) => cellsOf(text, line, mark, framed))
  if (rows.length < 2) return undefined
  return { table: tableOf(rows), next }
}

function cellsOf(text: string, line: Span, mark: string, framed: boolean): Cell[] {
  // A tab at the edge of a line is that of an empty cell.
  let { start, end } = mark === '|' ? trimmed(text, line) : line
  if (framed) start++
  if (framed && end > start && text[end - 1] === '|') end--
  const cells: Cell[] = []
  let from = start
  for (let to = start; to <= end; to++) {
    if (to < end && text[to] !== mark) continue
    cells.push(trimmed(text, { start: from, end: to }))
    from = to + 1
  }
  return cells
}

/**
 * One cell a line, each ended by a bar. How wide it is nobody says: the width is that at which the cells fall into columns
 * of one kind each, words under words and numbers under numbers.
 */
function cellTable(text: string, lines: readonly Span[], at: number, words: Words) {
  const cells: Cell[] = []
  let next = at
  for (; words(next)?.endsWith('|'); next++) cells.push(trimmed(text, barless(text, lines[next] as Span)))
  if (cells.length < 6) return undefined
  const width = likelyWidth(cells.map(({ start, end }) => text.slice(start, end)))
  if (!width) return undefined
  const rows: Cell[][] = []
  for (let from = 0; from < cells.length; from += width) rows.push(cells.slice(from, from + width))
  return { table: tableOf(rows), next }
}

function barless(text: string, line: Span): Span {
  const { start, end } = trimmed(text, line)
  return { start, end: end - 1 }
}

const kindOf = (cell: string) => (/^[\d.,%-]+$/.test(cell) ? 'number' : cell ? 'word' : 'empty')

function likelyWidth(cells: string[]): number | undefined {
  const scored: { width: number; score: number }[] = []
  for (let width = 2; width <= Math.min(16, cells.length / 2); width++) {
    const rows = cells.length / width
    if (!Number.isInteger(rows)) continue
    let alike = 0
    for (let column = 0; column < width; column++) {
      const kinds = cells.filter((_, index) => index >= width && index % width === column).map(kindOf)
      const most = Math.max(...['number', 'word'].map((kind) => kinds.filter((other) => other === kind).length))
      alike += most / kinds.length
    }
    const heading = cells.slice(0, width).every((cell) => kindOf(cell) === 'word') ? 0.5 : 0
    scored.push({ width, score: alike / width + heading })
  }
  return scored.sort((one, other) => other.score - one.score || one.width - other.width)[0]?.width
}

const tableOf = (rows: Cell[][]): Table => ({
  start: rows[0]?.[0]?.start ?? 0,
  end: rows.at(-1)?.at(-1)?.end ?? 0,
  rows,
})
