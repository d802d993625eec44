import type { Block, TextCell, TextParagraph, TextTable } from './blocks.ts'

/** Paragraphs and tables as they are met in a tree, tables within cells of tables included. */
export class Container {
  readonly blocks: Block[] = []
  private words: string[] = []
  private more: Omit<TextParagraph, 'text'> = {}

  add(words: string) {
    this.words.push(words)
  }

  /** What was collected is a paragraph; what comes next has these properties. */
  flush(next: Omit<TextParagraph, 'text'> = {}) {
    const text = this.words
      .join('')
      .replace(/[ \t\r\n]+/g, ' ')
      .trim()
    if (text) this.blocks.push({ text, ...this.more })
    this.words = []
    this.more = next
  }
}

export interface OpenTable {
  rows: (Omit<TextCell, 'text'> & { content: Container })[][]
}

/** A table around tables only lays out a page: what stands in its cells comes one after the other. */
export function closed({ rows }: OpenTable): Block[] {
  for (const { content } of rows.flat()) content.flush()
  const lays = rows.some((row) => row.some(({ content }) => content.blocks.some((block) => 'rows' in block)))
  if (lays) return rows.flat().flatMap(({ content }) => content.blocks)
  const deepest = rows.length
  const table: TextTable = {
    rows: rows.map((row, at) =>
      row.map(({ content, columns = 1, rows: deep = 1 }) => ({
        text: content.blocks.map((block) => ('text' in block ? block.text : '')).join(' '),
        columns,
        rows: Math.min(deep, deepest - at),
      })),
    ),
  }
  return [table]
}
