/** A document as text with places. Offsets are UTF-16 positions in `text`. */
export interface Reading {
  name: string
  /** The plain text: what `--text` writes and what every place counts in. */
  text: string
  /** In reading order; tables lie between paragraphs by their offsets. */
  paragraphs: Paragraph[]
  tables: Table[]
  /** Where each page begins; absent where the format has no pages. */
  pages?: number[]
  /** Things a reader of the document would want to know of how it was read. */
  notes?: string[]
}

export interface Span {
  start: number
  end: number
}

export interface Paragraph extends Span {
  /** The number in front is given by the word processor and does not stand in the text. */
  autoNumbered?: boolean
}

export interface Cell extends Span {
  /** Columns it covers, when more than one. */
  columns?: number
  /** Rows it covers, when more than one. */
  rows?: number
}

export interface Table extends Span {
  rows: Cell[][]
}

/** Why a document cannot be checked; the sentence is for whoever handed it in. */
export class Unreadable extends Error {
  readonly code: UnreadableCode
  constructor(code: UnreadableCode, sentence: string) {
    super(sentence)
    this.code = code
  }
}
export type UnreadableCode =
  | 'empty'
  | 'scanned'
  | 'encrypted'
  | 'damaged'
  | 'unknown'
  | 'too-large'
  | 'too-slow'
  | 'not-a-report'

/** Collects paragraphs and tables in order and keeps their places. */
export class ReadingBuilder {
  private parts: string[] = []
  private length = 0
  private paragraphs: Paragraph[] = []
  private tables: Table[] = []
  private pages: number[] = []
  private readonly name: string

  constructor(name: string) {
    this.name = name
  }

  private put(words: string): Span {
    const start = this.length
    this.parts.push(words)
    this.length += words.length
    return { start, end: this.length }
  }

  /** A page begins here, or so many characters ahead. */
  page(ahead = 0) {
    this.pages.push(this.length + ahead)
  }

  paragraph(words: string, more: Omit<Paragraph, 'start' | 'end'> = {}) {
    this.paragraphs.push({ ...this.put(words), ...more })
    this.put('\n')
  }

  /** Cells of a row are set apart by tabs. */
  table(
    rows: readonly (readonly { text: string; columns?: number; rows?: number }[])[],
    pageRows: readonly number[] = [],
  ) {
    const start = this.length
    const placed = rows.map((row, at) => {
      if (pageRows.includes(at)) this.page()
      const cells = row.map(({ text, columns, rows: deep }, index) => {
        if (index) this.put('\t')
        const span = this.put(text.replaceAll('\t', ' '))
        return { ...span, ...(columns && columns > 1 ? { columns } : {}), ...(deep && deep > 1 ? { rows: deep } : {}) }
      })
      this.put('\n')
      return cells
    })
    this.tables.push({ start, end: this.length, rows: placed })
  }

  done(): Reading {
    const { name, paragraphs, tables, pages } = this
    return { name, text: this.parts.join(''), paragraphs, tables, ...(pages.length ? { pages } : {}) }
  }
}
