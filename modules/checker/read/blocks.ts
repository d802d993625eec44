import { barTables } from './bars.ts'
import { limits } from './limits.ts'
import { type Reading, ReadingBuilder, Unreadable } from './reading.ts'

export interface TextCell {
  text: string
  columns?: number
  rows?: number
}
export interface TextParagraph {
  text: string
  autoNumbered?: boolean
  /** Where in the text further pages begin. */
  pageBreaks?: number[]
}
export interface TextTable {
  rows: TextCell[][]
  /** Which rows begin a page. */
  pageRows?: number[]
}
/** Where a page begins. */
export interface PageStart {
  page: true
}
export type Block = TextParagraph | TextTable | PageStart

/** Paragraphs and tables in reading order, as every format but plain text gives them. */
export function readingOf(name: string, blocks: readonly Block[], notes: string[] = []): Reading {
  const builder = new ReadingBuilder(name)
  for (const block of blocks.flatMap(settled)) {
    if ('page' in block) builder.page()
    else if ('rows' in block) builder.table(block.rows, block.pageRows)
    else putParagraph(builder, block)
  }
  const built = builder.done()
  const reading = /[|│┃｜]/.test(built.text)
    ? { ...built, ...barTables(built.text, built.paragraphs, built.tables) }
    : built
  if (reading.text.length > limits.characters) throw tooLong()
  return notes.length ? { ...reading, notes } : reading
}

export const tooLong = () =>
  new Unreadable('too-large', `文档的文字超过 ${limits.characters / 10_000} 万字，读不了；请拆成几个文件。`)

function putParagraph(builder: ReadingBuilder, { text, autoNumbered, pageBreaks = [] }: TextParagraph) {
  for (const ahead of pageBreaks) builder.page(ahead)
  if (text.trim()) builder.paragraph(text, autoNumbered ? { autoNumbered } : {})
}

/** A table of one column is a frame around paragraphs; a form has its title above its columns and its notes below. */
function settled(block: Block): Block[] {
  if (!('rows' in block)) return [block]
  const rows = block.rows.filter((row) => row.length)
  if (rows.every((row) => row.length === 1)) return rows.flat().map(({ text }) => ({ text }))
  let from = 0
  while (from < rows.length && isCaption(rows[from] as TextCell[])) from++
  let to = rows.length
  while (to > from && isNote(rows[to - 1] as TextCell[])) to--
  const words = (row: TextCell[]) => ({ text: spoken(row).join('  ') })
  const body = rows.slice(from, to)
  return [
    ...rows.slice(0, from).map(words),
    ...(body.length ? [{ rows: body, pageRows: block.pageRows?.map((at) => at - from) ?? [] }] : []),
    ...rows.slice(to).map(words),
  ]
}

const spoken = (row: TextCell[]) => row.map(({ text }) => text.trim()).filter(Boolean)
const captionWords =
  /^(?:[（(])?(?:编制|填报|填表|公开|金额|部门|项目)?(?:单位|部门|日期|时间|人)(?:名称)?[：:]|^公开\d+表/

function isCaption(row: TextCell[]): boolean {
  if (row.some(({ rows = 1 }) => rows > 1)) return false
  const words = spoken(row)
  if (words.length === 0) return true
  if (words.every((text) => captionWords.test(text))) return true
  return words.length === 1 && row.length === 1 && !/^[\d.,%-]+$/.test(words[0] as string)
}

function isNote(row: TextCell[]): boolean {
  const words = spoken(row)
  if (words.length !== 1) return words.length === 0
  const [said = ''] = words
  return /^(?:附?注|备注|说明)[：:\d]/.test(said) || (row.length === 1 && /[。；]/.test(said))
}
