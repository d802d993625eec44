import type { Cell } from './blocks.ts'
import { widthOf } from './layout.ts'

type Rows = readonly (readonly Cell[])[]

/** No column so narrow that a head of two characters breaks, none so wide that it takes the room of the others. */
const [least, most] = [3, 16]
/** Beside the text of a cell, in characters. */
const margin = 1.2

const longestLine = (text: string) => Math.max(...text.split('\n').map(widthOf))

/** What each column of a list takes of its width: as its longest text asks for. */
export function sharesOf(rows: Rows): number[] {
  const wanted = rows[0]!.map((_, at) => {
    const longest = Math.max(...rows.map((row) => longestLine(row[at]?.text ?? '')))
    return Math.min(most, Math.max(least, longest)) + margin
  })
  const total = wanted.reduce((sum, one) => sum + one, 0)
  return wanted.map((one) => one / total)
}

const isFigure = (text: string) =>
  /^[-−+≥≤=<>]?[\d.,]+(?:%|[\p{Script=Han}㎡]{1,3})?$/u.test(text) || text === '—' || text === ''
/** Whether a column holds figures only: they stand in its middle. */
export const isFigures = (rows: Rows, at: number): boolean =>
  rows.length > 1 && rows.slice(1).every((row) => isFigure(row[at]?.text ?? ''))
