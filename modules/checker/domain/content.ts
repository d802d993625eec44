import type { Reading, Span } from '../read/reading.ts'

/**
 * The document itself, for whoever shows it beside its findings. Places count characters (code points) of `text`, as those
 * of findings do.
 */
export interface Content {
  /** Of the bytes as they were handed in: names the document without keeping it. */
  sha256: string
  text: string
  paragraphs: Span[]
  tables: { rows: ContentCell[][] }[]
  /** What a reader would want to know of how it was read. */
  notes: string[]
}
export interface ContentCell extends Span {
  columns?: number | undefined
  rows?: number | undefined
}

/** A reading counts UTF-16 units; where a character takes two of them, places are counted anew. */
export function contentOf({ text, paragraphs, tables, notes = [] }: Reading, sha256: string): Content {
  const at = characterAt(text)
  const moved = <S extends Span>(span: S): S => ({ ...span, start: at(span.start), end: at(span.end) })
  return {
    sha256,
    text,
    paragraphs: paragraphs.map(({ start, end }) => moved({ start, end })),
    tables: tables.map(({ rows }) => ({ rows: rows.map((row) => row.map(moved)) })),
    notes,
  }
}

const astral = /[\ud800-\udbff]/

function characterAt(text: string): (position: number) => number {
  if (!astral.test(text)) return (position) => position
  const counts = new Uint32Array(text.length + 1)
  for (let at = 0, count = 0; at < text.length; count++) {
    const width = (text.codePointAt(at) as number) > 0xffff ? 2 : 1
    counts.fill(count, at, at + width)
    at += width
    counts[at] = count + 1
  }
  return (position) => counts[Math.min(position, text.length)] as number
}

/** Cuts words out of a text by places that count characters. */
export function cutter(text: string): (span: Span) => string {
  if (!astral.test(text)) return ({ start, end }) => text.slice(start, end)
  const characters = [...text]
  return ({ start, end }) => characters.slice(start, end).join('')
}
