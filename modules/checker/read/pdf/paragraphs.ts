import type { TextParagraph } from '../blocks.ts'
import { joined, type Line } from './lines.ts'

/** Where the lines of a page begin and end, and how far they stand from each other. */
export interface Measure {
  left: number
  right: number
  pitch: number
  size: number
  /** Whether paragraphs begin two characters in: then a line that does not begins none. */
  indents: boolean
}

/** `others`: of the document, for pages with too few lines to tell. */
export function measureOf(lines: readonly Line[], others?: Measure): Measure {
  const size = median(lines.map((line) => line.size)) || others?.size || 12
  const body = lines.filter((line) => Math.abs(line.size - size) < 1)
  const pitches = body.slice(1).map((line, at) => line.base - (body[at] as Line).base)
  const pitch = median(pitches.filter((gap) => gap > size * 0.8 && gap < size * 4)) || others?.pitch || size * 2
  const right = agreed(
    body.map(unhung).sort((one, other) => other - one),
    size,
  )
  const left = agreed(
    body.map((line) => line.x).sort((one, other) => one - other),
    size,
  )
  const edges = { left: left ?? others?.left ?? 0, right: right ?? others?.right ?? 0 }
  const inside = body.filter((line) => Math.abs(line.x - edges.left - 2 * line.size) < line.size * 0.8)
  return { size, pitch, ...edges, indents: others?.indents ?? inside.length > body.length * 0.08 }
}

/** A stop is drawn beyond the margin: then none is lost there. */
export const isHung = ({ text, right, size }: Line, measure: Measure): boolean =>
  /[，。；：、]$/.test(text) && right > measure.right + size * 0.4

/** A stop may hang over the margin; what stands before it does not. */
const unhung = ({ text, right, size }: Line): number => (/[，。；：、！？]$/.test(text) ? right - size : right)

const median = (values: number[]) => [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0

/** The outermost place that at least two lines share. */
function agreed(places: number[], size: number): number | undefined {
  return places.find((place, at) => {
    const next = places[at + 1]
    return next !== undefined && Math.abs(next - place) < size * 0.7
  })
}

const marked =
  /^(?:第[一二三四五六七八九十]+部分|(?:目标|任务|指标)[\d一二三四五六七八九十]+[（(：:]|[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[、.．](?!\d)|[①-⑳])/
/** A figure with the sign in front of it, or several with 、 between: they are not cut at the end of a line. */
const figure = /^[≥≤＞＜><±]?[\x20-\x7e]+(?:、[\x20-\x7e]+)*/
/** How wide signs are, in their size: figures half of it, a percent sign nearly all. */
const widthOf = (text: string): number =>
  [...text].reduce(
    (sum, sign) => sum + (/\d/.test(sign) ? 0.56 : sign === '%' ? 0.9 : /[\x20-\x7e]/.test(sign) ? 0.5 : 1),
    0,
  )

/** How wide that is which could not be put on the line before: a figure, or a character with the stops behind it. */
function firstWidth({ text, size }: Line): number {
  const opened = /^[（“《〔【]+/.exec(text)?.[0] ?? ''
  const rest = text.slice(opened.length)
  const first = figure.exec(rest)?.[0] ?? rest.slice(0, 1)
  const stops = /^[，。、；：）”》！？]*/.exec(rest.slice(first.length))?.[0] ?? ''
  return Math.max(opened ? 3 : 0, widthOf(opened + first + stops)) * size
}

/** Whether the next line goes on with the paragraph. Lines of one page, or the last of one and the first of the next. */
export function goesOn(line: Line, next: Line, measure: Measure, nextMeasure: Measure, samePage: boolean): boolean {
  if (Math.abs(line.size - next.size) > Math.max(line.size, next.size) * 0.12) return false
  if (samePage && next.base - line.base > measure.pitch * 1.6) return false
  if (line.size > measure.size * 1.12 && samePage) return wrappedTitle(line, next, measure)
  if (isCentred(line, measure)) return false
  if (endsBefore(line, next, nextMeasure)) return false
  const indent = next.x - nextMeasure.left - (line.x - measure.left)
  if (indent > next.size * 0.8 || next.x - nextMeasure.left > next.size * 1.3) return false
  if (marked.test(next.text) && (!/^[（(]/.test(next.text) || !/[，、的第]$/.test(line.text))) return false
  return measure.right - line.right < firstWidth(next) + next.size * (measure.indents ? 2.2 : 0.6)
}

/** Behind a sentence that ends a full line stands a title or a signature: short, and without a stop. */
function endsBefore(line: Line, next: Line, { left, right }: Measure): boolean {
  return (
    /[。：；]$/.test(line.text) && next.right - left < (right - left) * 0.6 && /[^。；，、！？…”）)]$/.test(next.text)
  )
}

const isCentred = ({ x, right, size }: Line, { left, right: end }: Measure) =>
  x - left > size * 2.6 && Math.abs(x - left - (end - right)) < size * 2

/** A title too long for one line. */
function wrappedTitle(line: Line, next: Line, measure: Measure): boolean {
  const width = measure.right - measure.left
  return line.right - line.x > width * 0.62 && isCentred(next, measure)
}

const ended = /\d[百千万亿]*[余多]?(?:[%％‰]|[^\d\W]|\p{Script=Han}){1,4}$/u
/** 60分至79.9分 goes on across the end of a line. */
const beginsClause = /^(?![至到和与及或的以])\p{Script=Han}{1,8}\d/u

/**
 * LibreOffice does not draw a stop that hangs over the right margin. Between a figure with its unit and the words of the
 * next figure there was one; before 二是 a sentence ended.
 */
export function hanging(before: string, next: string): string {
  if (/[^。！？：；]$/.test(before) && /^[二三四五六七八九]是/.test(next)) return '。'
  return ended.test(before) && !/(?:达|为|至|到|的|是)$/.test(before) && beginsClause.test(next) ? '，' : ''
}

/** Puts a line behind what there is of a paragraph. */
export function appended(paragraph: TextParagraph, line: Line, newPage: boolean, stops: boolean): TextParagraph {
  const before = stops ? paragraph.text + hanging(paragraph.text, line.text) : paragraph.text
  const text = joined(before, line.text, true)
  const breaks = newPage ? { pageBreaks: [...(paragraph.pageBreaks ?? []), text.length - line.text.length] } : {}
  return { ...paragraph, text, ...breaks }
}
