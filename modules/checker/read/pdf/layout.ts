import type { Block, TextCell, TextParagraph } from '../blocks.ts'
import { alignedTables } from './columns.ts'
import { type PlacedTable, ruledTables } from './grid.ts'
import { type Line, linesOf } from './lines.ts'
import { withoutMargins } from './margins.ts'
import type { Page } from './page.ts'
import { appended, goesOn, isHung, type Measure, measureOf } from './paragraphs.ts'

export interface Laid {
  height: number
  lines: Line[]
  tables: PlacedTable[]
}

/** The tables of a page, and the lines between them. */
export function laidOut({ height, words, segments }: Page): Laid {
  const ruled = ruledTables(words, segments)
  const aligned = alignedTables(linesOf(ruled.rest))
  return { height, lines: aligned.rest, tables: [...ruled.tables, ...aligned.tables] }
}

/** All pages as one document: paragraphs and tables go on over the edge of a page. */
export function blocksOf(pages: readonly Laid[], losesStops = false): Block[] {
  const lines = withoutMargins(pages)
  const whole = measureOf(lines.flat())
  const hangs = lines.flat().some((line) => isHung(line, whole))
  const writer = new Writer(losesStops && !hangs)
  pages.forEach(({ tables }, at) => {
    const own = lines[at] as Line[]
    writer.page(own.length >= 4 ? measureOf(own, whole) : { ...whole, ...edges(own, whole) })
    const things = [
      ...own.map((line) => ({ at: line.base, line })),
      ...tables.map((table) => ({ at: table.top, table })),
    ]
    for (const thing of things.sort((one, other) => one.at - other.at))
      if ('line' in thing) writer.line(thing.line)
      else writer.table(thing.table)
  })
  return writer.done()
}

/** A page with a line or two cannot say where its margins are. */
const edges = (lines: readonly Line[], { left, right }: Measure) => ({
  left: Math.min(left, ...lines.map(({ x }) => x)),
  right: Math.max(right, ...lines.map((line) => line.right)),
})

class Writer {
  private readonly blocks: Block[] = []
  private paragraph: TextParagraph | undefined
  private last: { line: Line; measure: Measure } | undefined
  private open: { rows: TextCell[][]; pageRows: number[]; xs: number[] } | undefined
  private measure: Measure = { left: 0, right: 0, pitch: 0, size: 0, indents: false }
  private turned = false
  private readonly losesStops: boolean

  /** `losesStops`: of a program that leaves out what hangs over the margin. */
  constructor(losesStops: boolean) {
    this.losesStops = losesStops
  }

  page(measure: Measure) {
    this.measure = measure
    // Pages are told where the next thing begins, which may be within a paragraph.
    if (this.turned) this.close()
    this.turned = true
  }

  private close() {
    if (this.paragraph) this.blocks.push(this.paragraph)
    this.paragraph = undefined
    this.last = undefined
    if (this.turned) this.blocks.push({ page: true })
    this.turned = false
  }

  line(line: Line) {
    const { last, paragraph, measure, turned } = this
    this.open = undefined
    if (
      paragraph &&
      last &&
      !this.beginsRow(paragraph.text, line.text, last) &&
      goesOn(last.line, line, last.measure, measure, !turned)
    ) {
      this.paragraph = appended(paragraph, line, turned, this.losesStops)
      this.turned = false
    } else {
      this.close()
      this.paragraph = { text: line.text }
    }
    this.last = { line, measure }
  }

  /** Rows of a table drawn with bars: a row that was wrapped has fewer of them than the one before it. */
  private row = 0
  private beginsRow(
    paragraph: string,
    line: string,
    { line: before, measure }: { line: Line; measure: Measure },
  ): boolean {
    const [own, next] = [barsIn(paragraph), barsIn(line)]
    if (!next) return false
    const isFull = measure.right - before.right < WRAPPED * before.size
    // Bars at both ends of every row: a row begins with one.
    const isFramed = paragraph.startsWith('|')
    const begins = isFramed
      ? line.startsWith('|')
      : own === 0 || own >= (this.row || next) || (this.row === 0 && !isFull)
    if (begins) this.row = own
    return begins
  }

  /** A table at the top of a page with the columns of the one above goes on with it; its headings are not said again. */
  table({ rows, xs }: PlacedTable) {
    const { open } = this
    if (open && this.turned && alike(open.xs, xs)) {
      open.pageRows.push(open.rows.length)
      open.rows.push(...rows.slice(repeated(open.rows, rows)))
      this.turned = false
      return
    }
    this.close()
    this.open = { rows: [...rows], pageRows: [], xs }
    this.blocks.push(this.open)
  }

  done(): Block[] {
    this.close()
    return this.blocks
  }
}

/** No cell a row is wrapped before is wider than so many signs. */
const WRAPPED = 10
const barsIn = (text: string): number => text.split('|').length - 1

const alike = (one: readonly number[], other: readonly number[]) =>
  one.length === other.length && one.every((x, at) => Math.abs(x - (other[at] as number)) < 4)

const said = (row: readonly TextCell[] | undefined) => row?.map(({ text }) => text).join('\t')
function repeated(before: readonly TextCell[][], rows: readonly TextCell[][]): number {
  let count = 0
  while (count < 4 && count < rows.length - 1 && said(before[count]) === said(rows[count])) count++
  return count
}
