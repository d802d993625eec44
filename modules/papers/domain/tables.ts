import type { Cell } from './blocks.ts'
import { widthOf } from './layout.ts'

type Rows = readonly (readonly Cell[])[]

/** No column so narrow that a head of two characters breaks, none so wide that it takes the room of the others. */
const [least, most] = [2, 16]
/** Beside the text of a cell, in characters; fonts that stand in for the office's have wider digits. */
const margin = 1.5
/** 156 mm hold so many characters of a table. */
const across = 36

/** What a column keeps before the others get more. */
const kept = 5 + margin

const longestLine = (text: string) => Math.max(...text.split('\n').map(widthOf))
const total = (widths: readonly number[]) => widths.reduce((sum, one) => sum + one, 0)

/** Takes from the wide ones only, so that a column of figures keeps its figures on one line. */
function fitted(wanted: readonly number[], room: number): number[] {
  const narrow = wanted.map((width) => Math.min(width, kept))
  const more = wanted.map((width, at) => width - narrow[at]!)
  const part = Math.max(0, room - total(narrow)) / (total(more) || 1)
  return narrow.map((width, at) => width + more[at]! * Math.min(1, part))
}

/** What the texts of each column ask for; its head may stand in two lines. */
const wantedBy = (rows: Rows, headLines: number): number[] =>
  rows[0]!.map((_, at) => {
    const [head = 0, ...texts] = rows.map((row) => longestLine(row[at]?.text ?? ''))
    return Math.min(most, Math.max(least, Math.ceil(head / headLines), ...texts)) + margin
  })

/** What each column of a list takes of its width: as its longest text asks for, in a table of so many characters. */
export function sharesOf(rows: Rows, room: number = across): number[] {
  const wanted = wantedBy(rows, 1)
  const widths = total(wanted) > room ? fitted(wantedBy(rows, 2), room) : wanted
  const sum = total(widths)
  return widths.map((one) => one / sum)
}

/** A figure with its unit, or a word as short as one: a grade, a dash. */
const isFigure = (text: string) =>
  /^[-−+≥≤=<>]?[\d.,]+(?:%|[\p{Script=Han}㎡]{1,4})?$/u.test(text) || /^\p{Script=Han}{0,2}$|^—$/u.test(text)
/** Whether a column holds figures only: they stand in its middle. */
export const isFigures = (rows: Rows, at: number): boolean =>
  rows.length > 1 && rows.slice(1).every((row) => isFigure(row[at]?.text ?? ''))
