import { type Matrix, matrixOf, times } from './matrix.ts'
import type { PDFPageProxy, TextItem } from './pdfjs.ts'
import { type Segment, segmentsOf } from './segments.ts'

/** Some characters that stand together. Lengths are points; y grows downwards; `base` is the line they stand on. */
export interface Word {
  text: string
  x: number
  right: number
  base: number
  size: number
}
export interface Page {
  width: number
  height: number
  words: Word[]
  segments: Segment[]
}

/** What is printed on a page: its words, and where they seem to stand in columns the straight lines drawn around them. */
export async function pageOf(page: PDFPageProxy): Promise<Page> {
  const { width, height, transform } = page.getViewport({ scale: 1 })
  const { items } = await page.getTextContent()
  const words = items.flatMap((item) => ('str' in item ? wordsOf(item, matrixOf(transform)) : []))
  const segments = looksTabular(words) ? await segmentsOf(page, matrixOf(transform)) : []
  page.cleanup()
  return { width, height, words, segments }
}

/** Half of a full-width character. */
const isNarrow = (char: string) => char.charCodeAt(0) < 0x2000
const weight = (text: string) => [...text].reduce((sum, char) => sum + (isNarrow(char) ? 1 : 2), 0)

/** Text that is turned is a watermark or a stamp. */
function wordsOf({ str, transform, width }: TextItem, view: Matrix): Word[] {
  const [a, b, c, d, x, base] = times(view, matrixOf(transform))
  const size = Math.hypot(c, d)
  if (!str.trim() || size < 1 || Math.abs(b) > Math.abs(a) * 0.1 || a < 0) return []
  const each = width / Math.max(1, weight(str))
  return [...str.matchAll(/\S+/g)].map(({ index, 0: text }) => {
    const from = x + weight(str.slice(0, index)) * each
    return { text: ordinary(text), x: from, right: from + weight(text) * each, base, size }
  })
}

/** Radicals that some fonts give for characters (⼀ for 一). */
const ordinary = (text: string) => text.replace(/[\u2e80-\u2fdf]/g, (char) => char.normalize('NFKC'))

/** Two lines with a gap in them: only then it is worth asking what is drawn. */
function looksTabular(words: readonly Word[]): boolean {
  const sorted = [...words].sort((one, other) => one.base - other.base || one.x - other.x)
  let gaps = 0
  sorted.forEach((word, at) => {
    const next = sorted[at + 1]
    if (next && Math.abs(next.base - word.base) < 2 && next.x - word.right > 1.2 * word.size) gaps++
  })
  return gaps >= 3
}
