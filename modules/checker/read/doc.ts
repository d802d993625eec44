import WordExtractor from 'word-extractor'
import { type Block, readingOf, type TextCell } from './blocks.ts'
import type { Reading } from './reading.ts'

/** A document of Word 97–2003. Its text has no merged cells: how far the cells of a short row reach is told by the row below. */
export async function readDoc(name: string, bytes: Uint8Array): Promise<Reading> {
  const document = await new WordExtractor().extract(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
  return readingOf(name, blocksOf(document.getBody({ filterUnicode: false })))
}

/** Each cell ends in a tab, each row in a tab and a line end; a line end without a tab is one within a cell. */
export function blocksOf(body: string): Block[] {
  const blocks: Block[] = []
  let rows: string[][] = []
  let open = ''
  const closeTable = () => {
    if (rows.length) blocks.push({ rows: spread(rows) })
    rows = []
  }
  for (const line of body.split(/\r\n|[\n\r\f]/)) {
    const row = open + line
    if (row.endsWith('\t')) {
      rows.push(row.slice(0, -1).split('\t'))
      open = ''
    } else if (rows.length && (open || line.includes('\t'))) open = row
    else {
      closeTable()
      blocks.push({ text: line.replaceAll('\t', ' ') })
    }
  }
  closeTable()
  if (open) blocks.push({ text: open.replaceAll('\t', ' ') })
  return blocks
}

function spread(rows: readonly string[][]): TextCell[][] {
  const width = Math.max(...rows.map((row) => row.length))
  const spread: TextCell[][] = rows.map((row) => row.map((text) => ({ text })))
  rows.forEach((row, at) => {
    if (row.length === width) return
    const next = rows[at + 1]?.length === width ? (rows[at + 1] as string[]) : []
    const slots = slotsOf(next)
    if (slots.length === row.length) spread[at + 1] = next.filter(Boolean).map((text) => ({ text }))
    let missing = width - row.length
    spread[at] = row.map((text, column) => {
      const { columns = 1, rows = 1 } = slots.length === row.length ? (slots[column] as Slot) : {}
      missing -= columns - 1
      return { text, columns: columns + (column === row.length - 1 ? missing : 0), rows }
    })
  })
  return spread
}

interface Slot {
  columns: number
  rows: number
}

/** Below a cell that goes on downwards there is nothing; what stands side by side below belongs to one cell. */
function slotsOf(below: readonly string[]): Slot[] {
  const slots: Slot[] = []
  below.forEach((text, column) => {
    const last = slots.at(-1)
    if (last && text && below[column - 1]) last.columns++
    else slots.push({ columns: 1, rows: text ? 1 : 2 })
  })
  return slots
}
