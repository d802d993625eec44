import mammoth from 'mammoth'
import { type Block, readingOf } from './blocks.ts'
import { Container, closed, type OpenTable } from './container.ts'
import type { Reading } from './reading.ts'
import { checkXml, type Entries, packed } from './zip.ts'

/** What mammoth makes of a document before it becomes HTML: deleted text is gone, numbering and merged cells are known. */
interface Node {
  type: string
  children?: Node[]
  value?: string
  breakType?: string
  numbering?: { isOrdered: boolean } | null
  colSpan?: number
  rowSpan?: number
  checked?: boolean
}

/** A Word document from its parts. Pictures, macros, comments, notes, headers and footers are no part of what is read. */
export async function readDocx(name: string, parts: Entries): Promise<Reading> {
  checkXml(parts)
  let seen: Node | undefined
  await mammoth.convertToHtml(
    { buffer: Buffer.from(packed(parts)) },
    {
      transformDocument: (document: Node) => {
        seen = document
        return { ...document, children: [] }
      },
    },
  )
  return readingOf(name, blocksOf(seen?.children ?? []))
}

function blocksOf(nodes: readonly Node[]): Block[] {
  const container = new Container()
  for (const node of nodes) put(container, node)
  container.flush()
  return container.blocks
}

function put(container: Container, node: Node) {
  if (node.type === 'paragraph') {
    container.flush(node.numbering?.isOrdered ? { autoNumbered: true } : {})
    putAll(container, node.children)
    container.flush()
  } else if (node.type === 'table') {
    container.flush()
    container.blocks.push(...closed(tableOf(node)))
  } else if (node.type === 'text') container.add(node.value ?? '')
  else if (node.type === 'tab') container.add(' ')
  else if (node.type === 'checkbox') container.add(node.checked ? '☑' : '☐')
  else if (node.type === 'break') container.flush()
  else putAll(container, node.children)
}

const putAll = (container: Container, nodes: readonly Node[] = []) => {
  for (const node of nodes) put(container, node)
}

const tableOf = (table: Node): OpenTable => ({
  rows: (table.children ?? []).map((row) =>
    (row.children ?? []).map(({ children, colSpan = 1, rowSpan = 1 }) => {
      const content = new Container()
      putAll(content, children)
      return { content, columns: colSpan, rows: rowSpan }
    }),
  ),
})
