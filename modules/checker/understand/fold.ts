import type { Reading, Span } from '../read/reading.ts'

/**
 * The text as rules read it: full-width figures made narrow, white space gone, lines joined that a page had broken.
 * `at[i]` is the place of folded character i in the plain text. Paragraphs and cells stand in reading order, each ended
 * by a newline, so that nothing matches across two of them.
 */
export interface Folded {
  text: string
  at: Int32Array
  lines: Line[]
}

/** A paragraph, or a cell of a table. */
export interface Line extends Span {
  cell?: { table: number; row: number; column: number }
  autoNumbered?: boolean
}

const narrow: Record<string, string> = {
  '％': '%',
  '：': '：',
  '．': '.',
  '－': '-',
  '—': '—',
  '–': '-',
  '～': '~',
  '﹪': '%',
}
const WIDE_0 = 0xff10
const WIDE_9 = 0xff19

function narrowed(char: string): string {
  const code = char.charCodeAt(0)
  if (code >= WIDE_0 && code <= WIDE_9) return String.fromCharCode(code - WIDE_0 + 48)
  if ((code >= 0xff21 && code <= 0xff3a) || (code >= 0xff41 && code <= 0xff5a))
    return String.fromCharCode(code - 0xfee0)
  return narrow[char] ?? char
}

const isSpace = (char: string) => /[\s\u00a0\u3000\u200b-\u200f\ufeff\u00ad]/.test(char)
const isWord = (char: string) => /[\w%]/.test(char)

class Folder {
  text: string[] = []
  at: number[] = []
  private readonly source: string
  constructor(source: string) {
    this.source = source
  }

  get length() {
    return this.text.length
  }

  /** White space goes; between two figures or Latin words one blank stays, unless a figure was plainly split. */
  add({ start, end }: Span) {
    const { source } = this
    for (let index = start; index < end; index++) {
      const char = source[index] as string
      if (!isSpace(char)) {
        this.push(narrowed(char), index)
        continue
      }
      let next = index
      while (next < end && isSpace(source[next] as string)) next++
      if (next < end && this.keepsApart(narrowed(source[next] as string))) this.push(' ', index)
      index = next - 1
    }
  }

  private keepsApart(next: string): boolean {
    const before = this.text.at(-1) ?? ''
    return isWord(before) && isWord(next) && before !== '%' && next !== '%'
  }

  push(char: string, place: number) {
    this.text.push(char)
    this.at.push(place)
  }
}

const opens = '（(【[《“‘〔'
const closes = '）)】]》”’〕'
/** How many brackets and quotes of the words are still open. */
function openBrackets(words: string): number {
  let depth = 0
  for (const char of words) {
    if (opens.includes(char)) depth++
    else if (closes.includes(char)) depth = Math.max(0, depth - 1)
  }
  return depth
}

/** What a paragraph begins with when it is one of a numbered row. */
export const marker =
  /^(?:第[一二三四五六七八九十百]+[章节部分条]|[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[、.．](?!\d)|\d{1,2}[）)]|[①-⑳]|[一二三四五六七八九十]是|附件|附表|表\d|#)/

/** A line is cut when its sentence goes on in the next: a bracket is open, or it is long and ends without a stop. */
function goesOn(words: string, next: string): boolean {
  if (!words || !next || marker.test(next)) return false
  const ended = /[。！？；：:;!?|…]["”’）)】]*$/.test(words)
  if (ended) return false
  if (openBrackets(words) > 0 && words.length > 6 && openBrackets(words.slice(-40)) > 0) return true
  return words.length >= 24 && /[，,、；。]/.test(words) && !marker.test(words.slice(0, 6))
    ? true
    : /[，,、]$/.test(words)
}

type Piece = Span & Pick<Line, 'cell' | 'autoNumbered'>

export function fold(reading: Reading): Folded {
  const { text } = reading
  const pieces = piecesOf(reading)
  const folder = new Folder(text)
  const lines: Line[] = []
  const words = ({ start, end }: Span) => text.slice(start, end).trim()
  for (let index = 0; index < pieces.length; index++) {
    const piece = pieces[index] as Piece
    const start = folder.length
    folder.add(piece)
    let last = piece
    while (!piece.cell) {
      const next = pieces[index + 1]
      if (!next || next.cell || next.autoNumbered) break
      if (!goesOn(folder.text.slice(start).join(''), words(next))) break
      folder.add(next)
      last = next
      index++
    }
    const { cell, autoNumbered } = piece
    lines.push({ start, end: folder.length, ...(cell ? { cell } : {}), ...(autoNumbered ? { autoNumbered } : {}) })
    folder.push('\n', last.end)
  }
  return { text: folder.text.join(''), at: Int32Array.from([...folder.at, text.length]), lines }
}

/** Paragraphs and cells in the order of the text. */
function piecesOf({ paragraphs, tables }: Reading): Piece[] {
  const cells = tables.flatMap(({ rows }, table) =>
    rows.flatMap((row, rowAt) => row.map((cell, column): Piece => ({ ...cell, cell: { table, row: rowAt, column } }))),
  )
  return [...paragraphs, ...cells].sort((one, other) => one.start - other.start || one.end - other.end)
}
