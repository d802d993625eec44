import type { Place } from '../domain.ts'
import type { Reading, Span } from '../read/reading.ts'
import type { Understanding } from '../understand/index.ts'
import { wholeWords } from './quote.ts'
import { whereabouts } from './whereabouts.ts'
import { lineAt } from './words.ts'

const LONGEST_QUOTE = 60
export type Placer = (span: Span) => Place

/** From places of the folded text to places of the plain text, with their quote, page, cell or paragraph. */
export function placer(doc: Understanding): Placer {
  const { folded, reading } = doc
  const { at, lines } = folded
  const astral = /[\ud800-\udbff]/.test(reading.text)
  const count = (position: number) => (astral ? characters(reading.text, position) : position)
  const where = whereabouts(doc)
  return (span) => {
    const line = lineAt(doc, span.start)
    const { start, end } = wholeWords(folded.text, span, lines[line]?.start ?? 0)
    const from = at[start] ?? reading.text.length
    const to = Math.max(from, (at[Math.max(start, end - 1)] ?? from) + 1)
    const page = pageOf(reading, from)
    return {
      quote: reading.text.slice(from, to).replace(/\s+/g, ' ').slice(0, LONGEST_QUOTE),
      start: count(from),
      end: count(to),
      ...(page ? { page } : {}),
      ...where(line),
    }
  }
}

export function characters(text: string, until: number): number {
  let count = 0
  for (const _ of text.slice(0, until)) count++
  return count
}

function pageOf({ pages }: Reading, position: number): number | undefined {
  if (!pages) return undefined
  let page = 0
  while (page < pages.length && (pages[page] as number) <= position) page++
  return page || 1
}
