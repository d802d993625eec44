import { tableAt, withBars } from './bars.ts'
import type { Paragraph, Reading, Span, Table } from './reading.ts'

/** Plain text as it stands: nothing is moved, so that places are places of the file. */
export function readText(name: string, text: string): Reading {
  const lines = linesOf(text)
  const drawn = withBars(text)
  const tables: Table[] = []
  const paragraphs: Paragraph[] = []
  for (let at = 0; at < lines.length; ) {
    const table = tableAt(drawn, lines, at)
    if (table) {
      tables.push(table.table)
      at = table.next
    } else {
      const line = lines[at++] as Span
      if (text.slice(line.start, line.end).trim()) paragraphs.push(line)
    }
  }
  const pages = [...text.matchAll(/\f/g)].map(({ index }) => index + 1)
  return { name, text, paragraphs, tables, ...(pages.length ? { pages: [0, ...pages] } : {}) }
}

function linesOf(text: string): Span[] {
  const lines: Span[] = []
  let start = 0
  for (const { index, 0: end } of text.matchAll(/\r\n|[\n\r\f\v\u2028\u2029]|$/g)) {
    lines.push({ start, end: index })
    start = index + end.length
  }
  return lines
}
