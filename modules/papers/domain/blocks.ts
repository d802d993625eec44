/** What a paper is made of, for the page and for the file alike. */
export type Block =
  | { kind: 'text'; text: string; as: TextStyle }
  | { kind: 'table'; rows: readonly (readonly Cell[])[]; shares?: readonly number[] }
  | { kind: 'pictures'; pictures: readonly Picture[] }

/** A paragraph; a heading of the first or second level; a line from the left edge, to be read or filled in; what stands
 *  above a table. */
export type TextStyle = 'paragraph' | 'heading' | 'subheading' | 'line' | 'caption'

export interface Picture {
  /** Of a stored file. */
  hash: string
  note?: string
}
export interface Cell {
  text: string
  pictures?: readonly Picture[]
  /** Names what stands beside or below it. */
  head?: boolean
  /** How many columns it takes. */
  span?: number
}

/** A table whose first row names its columns; any other is a form. */
export const isList = ([first]: readonly (readonly Cell[])[]): boolean => first?.every(({ head }) => head) ?? false

const texts =
  (as: TextStyle) =>
  (text: string): Block => ({ kind: 'text', text, as })
export const paragraph = texts('paragraph')
/** 一、… */
export const heading = texts('heading')
/** （一）… */
export const subheading = texts('subheading')
export const line = texts('line')
export const caption = texts('caption')

/** Pictures below the text; nothing where there is none. */
export const pictures = (found: readonly Picture[]): Block[] =>
  found.length ? [{ kind: 'pictures', pictures: found }] : []

/** A list: what its columns are called, and its rows; its columns are as wide as each other unless their shares are given. */
export const table = (
  head: readonly string[],
  rows: readonly (readonly string[])[],
  shares?: readonly number[],
): Block => ({
  kind: 'table',
  ...(shares ? { shares } : {}),
  rows: [head.map((text) => ({ text, head: true })), ...rows.map((row) => row.map((text) => ({ text })))],
})

type Filled = string | Omit<Cell, 'head' | 'span'>
/** A row of a form: a label and its value, twice; or once, the value then takes the row. */
type FormRow = readonly [string, Filled] | readonly [string, Filled, string, Filled]

/** A form as offices fill it in: 案由 | … | 立案日期 | …. */
export const form = (...rows: readonly FormRow[]): Block => ({
  kind: 'table',
  rows: rows.map((row) =>
    row.map((cell, i): Cell => {
      const whole = typeof cell === 'string' ? { text: cell } : cell
      if (i % 2 === 0) return { ...whole, head: true }
      return row.length === 2 ? { ...whole, span: 3 } : whole
    }),
  ),
})
