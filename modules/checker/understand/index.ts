import type { Reading, Span } from '../read/reading.ts'
import { type Folded, fold } from './fold.ts'
import { type Heading, headingsOf } from './headings.ts'
import { type Labelled, labelOf } from './labels.ts'
import { type Profile, profileOf } from './profile.ts'
import { type Quantity, quantitiesIn } from './quantities.ts'
import { sidesOf, type UnderstoodTable, understandTable } from './tables.ts'

/** A quantity with the words it is about. */
export type Fact = Quantity & Labelled

/** A sentence of a paragraph, without its stop. */
export interface Sentence extends Span {
  line: number
  facts: Fact[]
  text: string
}

/** What rules look at. All positions are those of `folded.text`. */
export interface Understanding {
  reading: Reading
  folded: Folded
  facts: Fact[]
  /** Of paragraphs, not of cells. */
  sentences: Sentence[]
  headings: Heading[]
  tables: UnderstoodTable[]
  profile: Profile
  /** The words of one line. */
  line(index: number): string
}

export function understand(reading: Reading): Understanding {
  const folded = fold(reading)
  const { text, lines } = folded
  const line = (index: number) => {
    const span = lines[index]
    return span ? text.slice(span.start, span.end) : ''
  }
  const facts = lines.flatMap((span, index) => factsOf(text, span, index, Boolean(span.cell)))
  const headings = headingsOf(folded)
  const byLine = new Map<number, Fact[]>()
  for (const fact of facts) byLine.set(fact.line, [...(byLine.get(fact.line) ?? []), fact])
  return {
    reading,
    folded,
    facts,
    sentences: sentencesOf(folded, facts),
    headings,
    tables: reading.tables.flatMap((table, index) => sidesOf(understandTable(folded, table, index, byLine))),
    profile: profileOf(folded, headings),
    line,
  }
}

function factsOf(text: string, span: Span, index: number, inCell: boolean): Fact[] {
  const quantities = quantitiesIn(text.slice(span.start, span.end), span.start, index, inCell)
  return quantities.map((quantity, at) => ({ ...quantity, ...labelOf(text, span, quantity, quantities[at - 1]) }))
}

function sentencesOf({ text, lines }: Folded, facts: readonly Fact[]): Sentence[] {
  const sentences: Sentence[] = []
  let next = 0
  lines.forEach((line, index) => {
    const own: Fact[] = []
    while (facts[next]?.line === index) own.push(facts[next++] as Fact)
    if (line.cell) return
    let start = line.start
    for (let at = line.start; at <= line.end; at++) {
      if (at < line.end && !/[。！？!?]/.test(text[at] as string)) continue
      if (at > start)
        sentences.push({
          start,
          end: at,
          line: index,
          text: text.slice(start, at),
          facts: own.filter((fact) => fact.start >= start && fact.end <= at),
        })
      start = at + 1
    }
  })
  return sentences
}

export type { Folded, Heading, Profile, Quantity, UnderstoodTable }
