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
  return rows.map((row, at) => {
    if (row.length === width) return row.map((text) => ({ text }))
    const below = rows.slice(at + 1).find((other) => other.length === width)
    const slots = slotsOf(below ?? [])
    if (slots.length !== row.length) slots.splice(0, slots.length, ...row.map(() => 1))
    const missing = width - slots.reduce((sum, slot) => sum + slot, 0)
    return row.map((text, column) => ({
      text,
      columns: (slots[column] as number) + (column === row.length - 1 ? missing : 0),
    }))
  })
}

/** Below a cell that goes on downwards there is nothing; what stands side by side below belongs to one cell. */
function slotsOf(below: readonly string[]): number[] {
  const slots: number[] = []
  below.forEach((text, column) => {
    if (column && text && below[column - 1]) slots[slots.length - 1] = (slots.at(-1) as number) + 1
    else slots.push(1)
  })
  return slots
}
