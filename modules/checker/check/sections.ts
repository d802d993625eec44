import type { Span } from '../read/reading.ts'
import type { Heading } from '../understand/headings.ts'
import type { Understanding } from '../understand/index.ts'

/** A heading with what stands under it, up to the next heading of its level or a higher one. */
export interface Section extends Span {
  heading: Heading
  /** The heading alone. */
  title: Span
  /** Lines under the heading: from `from`, before `to`. */
  from: number
  to: number
  /** The words under the heading. */
  body: string
}

/** The lower, the more it holds: 一、 stands above （一）. */
export const ranks: Record<NonNullable<Heading['style']>, number> = {
  第一: 1,
  '一、': 2,
  '（一）': 3,
  '1.': 5,
  '1、': 5,
  '1.1': 6,
  '（1）': 6,
  '1）': 6,
  '①': 7,
  一是: 8,
}
const UNNUMBERED = 4
const rank = ({ style }: Heading) => (style ? ranks[style] : UNNUMBERED)
const known = new WeakMap<Understanding, Section[]>()

/** Every section of the document, nested ones within theirs. */
export function sectionsOf(doc: Understanding): Section[] {
  const found = known.get(doc) ?? divide(doc)
  known.set(doc, found)
  return found
}

/** The sections whose heading speaks of something. */
export const sectionsOn = (doc: Understanding, subject: RegExp): Section[] =>
  sectionsOf(doc).filter(({ heading }) => heading.text.length <= 40 && subject.test(heading.text))

function divide({ headings, folded: { text, lines } }: Understanding): Section[] {
  const ends = new Array<number>(headings.length).fill(lines.length)
  const open: number[] = []
  headings.forEach((heading, at) => {
    const stop = text[(lines[heading.line]?.end ?? 0) - 1] ?? ''
    if (!heading.style && '。；;'.includes(stop) && isWithin(headings, at)) return
    while (open.length && rank(headings[open.at(-1) as number] as Heading) >= rank(heading))
      ends[open.pop() as number] = heading.line
    open.push(at)
  })
  return headings.flatMap((heading, at) => {
    const title = lines[heading.line]
    const to = ends[at] as number
    const last = lines[to - 1]
    if (!title || !last) return []
    const start = Math.min(title.end + 1, last.end)
    return { heading, title, from: heading.line + 1, to, start, end: last.end, body: text.slice(start, last.end) }
  })
}

/** A short sentence right under a heading is its text, no heading. */
const isWithin = (headings: readonly Heading[], at: number): boolean =>
  headings[at - 1]?.line === (headings[at] as Heading).line - 1
