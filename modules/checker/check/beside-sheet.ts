import type { Span } from '../read/reading.ts'
import type { Understanding } from '../understand/index.ts'
import type { Sheet } from '../understand/scores.ts'

const NEAR = 3

/** A paragraph beside a table, and how many stand between. */
export interface Beside extends Span {
  line: number
  text: string
  /** 0 is the paragraph that touches the table. */
  side: 'above' | 'below'
  away: number
}

/** The next paragraphs above and below a score table, up to another table. */
export function besideSheet(doc: Understanding, { table }: Sheet): Beside[] {
  const { lines } = doc.folded
  const first = lines.findIndex(({ cell }) => cell?.table === table)
  const last = lines.findLastIndex(({ cell }) => cell?.table === table)
  if (first < 0) return []
  return [...walked(doc, first, -1), ...walked(doc, last, 1)]
}

function* walked(doc: Understanding, from: number, step: 1 | -1): Generator<Beside> {
  let away = 0
  for (let line = from + step; away < NEAR; line += step) {
    const span = doc.folded.lines[line]
    if (!span || span.cell) return
    const text = doc.line(line)
    if (text) yield { start: span.start, end: span.end, line, text, side: step < 0 ? 'above' : 'below', away: away++ }
  }
}
