import type { Finding } from '../domain.ts'
import type { Span } from '../read/reading.ts'
import { type Content, type ContentCell, cutter } from './content.ts'
import { bySeverity } from './words.ts'

/** One place of one finding: `2` of the findings, `0` of its places. */
export interface Anchor {
  finding: number
  place: number
}
/** A piece of a line under the same findings all along; the gravest first. */
export interface Segment {
  text: string
  findings: number[]
  /** The places that begin here. */
  begins: Anchor[]
  /** Somebody asked where this is. */
  sought?: boolean
}
export interface ShownCell {
  segments: Segment[]
  columns?: number | undefined
  rows?: number | undefined
}
export type ShownBlock = { kind: 'paragraph'; segments: Segment[] } | { kind: 'table'; rows: ShownCell[][] }

interface Mark extends Span, Anchor {}

/**
 * The document as it is shown: paragraphs and tables in reading order, cut where the marks of findings begin and end, and
 * where places stand that somebody looks for.
 */
export function shownBlocks(
  content: Content,
  findings: readonly Pick<Finding, 'severity' | 'places'>[],
  sought: readonly Span[] = [],
): ShownBlock[] {
  const marks = findings
    .flatMap(({ places }, finding) =>
      places.map(({ start, end }, place): Mark => ({ start, end: Math.max(end, start + 1), finding, place })),
    )
    .sort((one, other) => one.start - other.start)
  const grave = (one: number, other: number) =>
    bySeverity(findings[one] as Finding, findings[other] as Finding) || one - other
  const cutting: Cutting = { cut: cutter(content.text), grave, begun: new Set(), sought }
  const segmentsOf = (span: Span) => segmentsIn(span, marksIn(marks, span), cutting)
  const cellOf = ({ columns, rows, ...span }: ContentCell): ShownCell => ({
    segments: segmentsOf(span),
    ...(columns ? { columns } : {}),
    ...(rows ? { rows } : {}),
  })
  const blocks = [
    ...content.paragraphs.map((span) => ({ start: span.start, paragraph: span })),
    ...content.tables.map(({ rows }) => ({ start: rows[0]?.[0]?.start ?? 0, rows })),
  ].sort((one, other) => one.start - other.start)
  return blocks.map((block) =>
    'rows' in block
      ? { kind: 'table', rows: block.rows.map((row) => row.map(cellOf)) }
      : { kind: 'paragraph', segments: segmentsOf(block.paragraph) },
  )
}

/** Marks that touch a span. They are few; those that begin behind it end the search. */
function marksIn(marks: readonly Mark[], { start, end }: Span): Mark[] {
  const found: Mark[] = []
  for (const mark of marks) {
    if (mark.start >= end) break
    if (mark.end > start) found.push(mark)
  }
  return found
}

interface Cutting {
  cut: (span: Span) => string
  grave: (one: number, other: number) => number
  /** Marks that have begun in an earlier block: they go on here without a number of their own. */
  begun: Set<Mark>
  sought: readonly Span[]
}

const touches = (one: Span, other: Span) => one.start < other.end && one.end > other.start

function segmentsIn(span: Span, marks: readonly Mark[], { cut, grave, begun, sought }: Cutting): Segment[] {
  const inside = (at: number) => Math.min(Math.max(at, span.start), span.end)
  const cutAt = [...marks, ...sought.filter((one) => touches(one, span))]
  const edges = new Set([span.start, span.end, ...cutAt.flatMap(({ start, end }) => [inside(start), inside(end)])])
  const cuts = [...edges].sort((one, other) => one - other)
  return cuts.slice(0, -1).map((start, at) => {
    const piece = { start, end: cuts[at + 1] as number }
    const over = marks.filter((mark) => touches(mark, piece))
    const fresh = over.filter((mark) => !begun.has(mark))
    for (const mark of fresh) begun.add(mark)
    return {
      text: cut(piece),
      findings: [...new Set(over.map(({ finding }) => finding))].sort(grave),
      begins: fresh.map(({ finding, place }) => ({ finding, place })),
      ...(sought.some((one) => touches(one, piece)) ? { sought: true } : {}),
    }
  })
}
