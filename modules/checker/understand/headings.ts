import type { Folded, Line } from './fold.ts'

/** How a heading or an item is numbered. */
export type NumberStyle = '一、' | '（一）' | '1.' | '1、' | '（1）' | '1）' | '①' | '第一' | '1.1' | '一是'

export interface Heading {
  line: number
  style?: NumberStyle
  /** What its number is: 三、 → 3. */
  number?: number
  /** Without its number. */
  text: string
  /** 1 for the highest style of the document. Unnumbered headings have the level of those beside them, or none. */
  level?: number
  autoNumbered?: boolean
}

import { numberOf } from './numerals.ts'

const styles: readonly [NumberStyle, RegExp][] = [
  ['第一', /^第([一二三四五六七八九十]{1,3})(?:部分|章|节)[、，：:\s]?/],
  ['一、', /^([一二三四五六七八九十]{1,3})[、.．，,]/],
  ['（一）', /^[（(]([一二三四五六七八九十]{1,3})[）)][、.]?/],
  ['1.1', /^(\d{1,2}(?:\.\d{1,2})+)(?=[^\d.%万亿元个件人])/],
  ['1、', /^(\d{1,2})[、，](?!\d)/],
  // 1.2023年完成…: a year behind the number is no decimal.
  ['1.', /^(\d{1,2})[.．](?!\d(?!\d{3}年))/],
  ['（1）', /^[（(](\d{1,2})[）)][、.]?/],
  ['1）', /^(\d{1,2})[）)]/],
  ['①', /^([①-⑳])/],
  ['一是', /^([一二三四五六七八九十]{1,2})是/],
]

/** The number in front of a line of text, if it is numbered. */
export function numbered(words: string): { style: NumberStyle; number: number; rest: string } | undefined {
  for (const [style, pattern] of styles) {
    const found = pattern.exec(words)
    if (!found?.[1]) continue
    const number =
      style === '①'
        ? found[1].charCodeAt(0) - 0x245f
        : style === '1.1'
          ? Number(found[1].split('.').at(-1))
          : (numberOf(found[1]) ?? 0)
    return { style, number, rest: words.slice(found[0].length) }
  }
  return undefined
}

/** A line is a heading when it is numbered, or short and without the stop of a sentence. */
export function headingsOf({ text, lines }: Folded): Heading[] {
  const contents = contentsOf(text, lines)
  return lines.flatMap((line, index) => (contents.has(index) ? [] : (headingAt(text, line, index) ?? [])))
}

const LONGEST_ENTRY = 60
const FEWEST_ENTRIES = 4
/** The lines of the table of contents: behind 目录, until its first entry comes again, or as far as all are numbered. */
function contentsOf(text: string, lines: readonly Line[]): Set<number> {
  const words = (index: number) => text.slice(lines[index]?.start, lines[index]?.end).replace(/[.…·]*\d*$/, '')
  const title = lines.findIndex((line, index) => !line.cell && /^目[录次]$/.test(words(index)))
  const first = words(title + 1)
  if (title < 0 || !first) return new Set()
  const until = (end: number) => new Set(Array.from({ length: end - title - 1 }, (_, index) => title + 1 + index))
  let at = title + 2
  for (; at < lines.length; at++) {
    if (words(at) === first) return until(at)
    if (lines[at]?.cell || words(at).length > LONGEST_ENTRY || /。$/.test(words(at))) break
  }
  const runs = lines.findIndex((_, index) => index > title && (index === at || !numbered(words(index))))
  return runs - title > FEWEST_ENTRIES ? until(runs) : new Set()
}

const MOST = 30
function headingAt(text: string, line: Line, index: number): Heading | undefined {
  if (line.cell) return undefined
  const words = text.slice(line.start, line.end)
  const found = numbered(words)
  const auto = line.autoNumbered ? { autoNumbered: true } : {}
  if (found) return { line: index, style: found.style, number: found.number, text: found.rest, ...auto }
  if (
    words.length > MOST ||
    /[，,；;！？!?|=]/.test(words) ||
    /[。：:]./.test(words) ||
    /\d/.test(words.replace(/\d{4}年度?/, ''))
  )
    return undefined
  return { line: index, text: words.replace(/[。：:]$/, ''), ...auto }
}
