import { widthOf } from '../../papers/index.ts'
import { type Form, type Placed, placed, widthIn } from './model.ts'

/** In points. A form is read closely and has many columns: smaller than the body of a letter. */
export const sizes = { title: 18, period: 12, cell: 10, note: 9 } as const
export const pitch = { title: 26, period: 18, cell: 13.5, note: 13 } as const
/** Room beside the text of a cell, in millimetres, and above and below it, in points. */
export const beside = 0.9
export const above = 3
export const leastHeight = 21

const mmOfPoint = 25.4 / 72

/** How many lines a text takes in so many millimetres. */
export function linesIn(text: string, mm: number, size: number): number {
  const room = Math.max(1, Math.floor(((mm - 2 * beside) / (size * mmOfPoint)) * 2) / 2)
  return text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(widthOf(line) / room)), 0)
}

const heightOf = (form: Form, one: Placed): number =>
  linesIn(one.cell.text, widthIn(form, one), sizes.cell) * pitch.cell + 2 * above

/** The height of each row in points, as a spreadsheet wants it: it does not stretch rows for merged cells by itself. */
export function heightsOf(form: Form): number[] {
  const heights = form.rows.map(() => leastHeight)
  const cells = placed(form)
  for (const one of cells) if (one.rows === 1) heights[one.row] = Math.max(heights[one.row]!, heightOf(form, one))
  for (const one of cells) {
    const rows = [...heights.keys()].slice(one.row, one.row + one.rows)
    const missing = heightOf(form, one) - rows.reduce((sum, row) => sum + heights[row]!, 0)
    if (missing > 0) for (const row of rows) heights[row]! += missing / rows.length
  }
  return heights
}
