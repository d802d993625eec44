import type { Severity } from '../domain.ts'
import type { Span } from '../read/reading.ts'
import { every } from '../understand/every.ts'
import type { Understanding } from '../understand/index.ts'
import type { Wrong } from './rule.ts'

/** A match as a span of the folded text, with its words and groups. */
export interface Match extends Span {
  words: string
  groups: (string | undefined)[]
}

/**
 * Every match of a pattern (with the flag g) in the folded text; none reaches over a paragraph unless the pattern says so.
 * A pattern that begins with any sign is tried at every place: `sign` finds the rare words in it first.
 */
export const matches = ({ folded: { text } }: Understanding, pattern: RegExp, sign?: RegExp): Match[] =>
  sign && !sign.test(text)
    ? []
    : every(text, pattern).map((found) => ({
        start: found.index,
        end: found.index + found[0].length,
        words: found[0],
        groups: found.slice(1),
      }))

/** The words as they stand in the document, with their white space and full-width figures. */
export const raw = ({ folded: { at }, reading }: Understanding, { start, end }: Span): string =>
  reading.text.slice(at[start], (at[Math.max(start, end - 1)] ?? 0) + 1)

/** The words around a place, for rules that ask what stands before or behind. */
export const before = ({ folded: { text } }: Understanding, { start }: Span, length: number): string =>
  text.slice(Math.max(0, start - length), start)
export const behind = ({ folded: { text } }: Understanding, { end }: Span, length: number): string =>
  text.slice(end, end + length)

export const wrong = (
  severity: Severity,
  certainty: number,
  message: string,
  places: Span[],
  more: Pick<Wrong, 'claimed' | 'computed' | 'kind' | 'formula'> = {},
): Wrong => ({ verdict: 'wrong', severity, certainty, message, places, ...more })

/** Two or three of many, as a sentence names them: “甲”、“乙”等5处. */
export function named(words: readonly string[]): string {
  const different = [...new Set(words)]
  const some = different
    .slice(0, 3)
    .map((word) => `“${word}”`)
    .join('、')
  return different.length > 3 || words.length > different.length ? `${some}等${words.length}处` : some
}

/** The line of the folded text a place lies in. */
export function lineAt({ folded: { lines } }: Understanding, place: number): number {
  let low = 0
  let high = lines.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((lines[middle] as Span).start <= place) low = middle
    else high = middle - 1
  }
  return low
}
