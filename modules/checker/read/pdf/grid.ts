import type { TextCell } from '../blocks.ts'
import { joined, type Line, linesOf } from './lines.ts'
import type { Word } from './page.ts'
import type { Segment } from './segments.ts'

/** A table with its place on the page. `xs` are where its columns begin and end. */
export interface PlacedTable {
  top: number
  bottom: number
  xs: number[]
  rows: TextCell[][]
}

const NEAR = 3
const MOST_LINES = 4000

/** Tables whose lines are drawn, and the words that stand in none. */
export function ruledTables(
  words: readonly Word[],
  segments: readonly Segment[],
): { tables: PlacedTable[]; rest: Word[] } {
  const grids = gridsOf(collinear(segments))
  const inside = new Map<Grid, Word[]>(grids.map((grid) => [grid, []]))
  const rest: Word[] = []
  for (const word of words) {
    const grid = grids.find((one) => one.holds(word))
    if (grid) inside.get(grid)?.push(word)
    else rest.push(word)
  }
  const tables = grids.flatMap((grid) => {
    const own = inside.get(grid) ?? []
    return own.length ? [grid.table(own)] : []
  })
  return { tables, rest }
}

/** Lines that continue each other are one. */
function collinear(segments: readonly Segment[]): Segment[] {
  const sorted = [...segments].sort((one, other) => Number(one.upright) - Number(other.upright) || one.at - other.at)
  const groups: Segment[][] = []
  for (const segment of sorted) {
    const group = groups.at(-1)
    const first = group?.[0]
    if (first && first.upright === segment.upright && segment.at - first.at <= 1.5) group?.push(segment)
    else groups.push([segment])
  }
  return groups.flatMap((group) => {
    const merged: Segment[] = []
    for (const segment of group.sort((one, other) => one.from - other.from)) {
      const last = merged.at(-1)
      if (last && segment.from - last.to <= NEAR) last.to = Math.max(last.to, segment.to)
      else merged.push({ ...segment })
    }
    return merged
  })
}

function gridsOf(segments: Segment[]): Grid[] {
  if (segments.length > MOST_LINES) return []
  const groups = segments.map((_, index) => index)
  const root = (index: number): number => {
    let at = index
    while (groups[at] !== at) at = groups[at] = groups[groups[at] as number] as number
    return at
  }
  const uprights = segments.flatMap((segment, index) => (segment.upright ? [index] : []))
  segments.forEach((level, index) => {
    if (level.upright) return
    for (const other of uprights) if (meet(segments[other] as Segment, level)) groups[root(other)] = root(index)
  })
  const byRoot = new Map<number, Segment[]>()
  segments.forEach((segment, index) => {
    const key = root(index)
    byRoot.set(key, [...(byRoot.get(key) ?? []), segment])
  })
  return [...byRoot.values()].map((group) => new Grid(group)).filter((grid) => grid.isTable)
}

const meet = (upright: Segment, level: Segment) =>
  upright.at >= level.from - NEAR &&
  upright.at <= level.to + NEAR &&
  level.at >= upright.from - NEAR &&
  level.at <= upright.to + NEAR

/** Places that are nearly the same are one. */
function clustered(places: number[]): number[] {
  const found: number[] = []
  for (const place of places.sort((one, other) => one - other)) {
    const last = found.at(-1)
    if (last === undefined || place - last > NEAR) found.push(place)
  }
  return found
}

class Grid {
  private readonly xs: number[]
  private readonly ys: number[]
  private readonly segments: Segment[]

  constructor(segments: Segment[]) {
    this.segments = segments
    this.xs = clustered(segments.filter(({ upright }) => upright).map(({ at }) => at))
    this.ys = clustered(segments.filter(({ upright }) => !upright).map(({ at }) => at))
  }

  /** At least two columns: a single box is a frame. */
  get isTable(): boolean {
    return this.xs.length >= 3 && this.ys.length >= 2
  }

  private place = ({ x, right, base, size }: Word): [number, number] => [(x + right) / 2, base - size * 0.35]

  holds(word: Word): boolean {
    const [x, y] = this.place(word)
    const { xs, ys } = this
    return (
      x >= (xs[0] as number) - 1 &&
      x <= (xs.at(-1) as number) + 1 &&
      y >= (ys[0] as number) &&
      y <= (ys.at(-1) as number)
    )
  }

  /** How much of a stretch between two places is drawn. */
  private drawn(upright: boolean, at: number, from: number, to: number): boolean {
    let covered = 0
    for (const segment of this.segments)
      if (segment.upright === upright && Math.abs(segment.at - at) <= NEAR)
        covered += Math.max(0, Math.min(to, segment.to) - Math.max(from, segment.from))
    return covered >= (to - from) * 0.5
  }

  table(words: readonly Word[]): PlacedTable {
    const { xs, ys } = this
    const owner = ys.slice(1).map(() => xs.slice(1).map(() => -1))
    const cells: { row: number; column: number; rows: number; columns: number; words: Word[] }[] = []
    for (let row = 0; row < ys.length - 1; row++)
      for (let column = 0; column < xs.length - 1; column++) {
        if (owner[row]?.[column] !== -1) continue
        const { rows, columns } = this.spanAt(row, column, owner)
        for (let down = 0; down < rows; down++) owner[row + down]?.fill(cells.length, column, column + columns)
        cells.push({ row, column, rows, columns, words: [] })
      }
    for (const word of words) {
      const [x, y] = this.place(word)
      const at = owner[within(ys, y)]?.[within(xs, x)]
      cells[at ?? -1]?.words.push(word)
    }
    const rows: TextCell[][] = ys.slice(1).map(() => [])
    for (const cell of cells)
      rows[cell.row]?.push({
        text: cellText(linesOf(cell.words), (xs[cell.column + cell.columns] as number) - 1),
        columns: cell.columns,
        rows: cell.rows,
      })
    const empty = (row: TextCell[]) =>
      row.every(({ text, rows: deep = 1 }) => !text && deep === 1) && width(row) === xs.length - 1
    return { top: ys[0] as number, bottom: ys.at(-1) as number, xs, rows: rows.filter((row) => !empty(row)) }
  }

  /** A cell goes on to the right and downwards until a line is drawn. */
  private spanAt(row: number, column: number, owner: number[][]): { rows: number; columns: number } {
    const { xs, ys } = this
    const x = (index: number) => xs[index] as number
    const y = (index: number) => ys[index] as number
    let columns = 1
    while (
      column + columns < xs.length - 1 &&
      owner[row]?.[column + columns] === -1 &&
      !this.drawn(true, x(column + columns), y(row), y(row + 1))
    )
      columns++
    let rows = 1
    while (row + rows < ys.length - 1 && this.openBelow(row + rows, column, columns)) rows++
    return { rows, columns }
  }

  private openBelow(row: number, column: number, columns: number): boolean {
    const { xs, ys } = this
    for (let at = column; at < column + columns; at++)
      if (this.drawn(false, ys[row] as number, xs[at] as number, xs[at + 1] as number)) return false
    return true
  }
}

const width = (row: readonly TextCell[]) => row.reduce((sum, { columns = 1 }) => sum + columns, 0)

function within(places: readonly number[], at: number): number {
  let index = 0
  while (index < places.length - 2 && at > (places[index + 1] as number)) index++
  return index
}

/** Lines of a cell; a figure that fills its line goes on in the next. */
function cellText(lines: Line[], right: number): string {
  return lines.reduce((text, line, at) => {
    const before = lines[at - 1]
    if (!before) return line.text
    const full = right - before.right < before.size * 1.2
    return joined(text, line.text, full)
  }, '')
}
