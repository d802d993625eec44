/** What a form says, before anybody draws it: the spreadsheet, the Word file and the page are made of the same cells. */
export interface FormCell {
  /** As it stands on paper. */
  text: string
  kind: 'label' | 'words' | 'figure'
  /** What formulas call it by. */
  name?: string
  /** How many columns and rows it covers; one when left out. */
  span?: number
  rows?: number
  /** What a spreadsheet keeps behind the text. */
  value?: number
  /** How a spreadsheet shows a number. */
  format?: string
  /** With the names of other cells in braces: `{paid}/{full}`. Gives `value`, or else `text`. */
  formula?: string
}
export type FormRow = readonly FormCell[]

export interface Form {
  title: string
  /** Below the title: the year or the months. */
  period: string
  /** Whose it is, for the name of a sheet. */
  of: string
  isLying: boolean
  /** In millimetres. */
  columns: readonly number[]
  rows: readonly FormRow[]
  /** Below the table. */
  notes: readonly string[]
}

type More = Omit<FormCell, 'text' | 'kind'>
export const label = (text: string, more: More = {}): FormCell => ({ text, kind: 'label', ...more })
export const words = (text: string, more: More = {}): FormCell => ({ text, kind: 'words', ...more })
export const figure = (text: string, more: More = {}): FormCell => ({ text, kind: 'figure', ...more })
/** For people to fill in. */
export const blank = (more: More = {}): FormCell => words('', more)
/** Has no place for a figure, or nobody knows it. */
export const dash = (more: More = {}): FormCell => figure('—', more)

export interface Placed {
  cell: FormCell
  row: number
  column: number
  span: number
  rows: number
}

/** Where each cell stands, as a page lays out a table: from the left, beside what reaches down from the rows above. */
export function placed(form: Pick<Form, 'rows'>): Placed[] {
  const taken = new Set<string>()
  const found: Placed[] = []
  for (const [row, cells] of form.rows.entries()) {
    let column = 0
    for (const cell of cells) {
      while (taken.has(`${row},${column}`)) column++
      const { span = 1, rows = 1 } = cell
      for (let y = row; y < row + rows; y++) for (let x = column; x < column + span; x++) taken.add(`${y},${x}`)
      found.push({ cell, row, column, span, rows })
      column += span
    }
  }
  return found
}

/** How wide a cell is, in millimetres. */
export const widthIn = (
  { columns }: Pick<Form, 'columns'>,
  { column, span }: Pick<Placed, 'column' | 'span'>,
): number => columns.slice(column, column + span).reduce((sum, one) => sum + one, 0)
