import type { Piece, RenderedBlock, RenderedSection } from '../domain.ts'

interface Printed {
  id: string
  value: string
  unit: string
}
/** The words of a document, and where each section begins in them, in characters. */
export interface Prose {
  text: string
  sections: readonly { heading: string; start: number }[]
}

/** Each paragraph and each row of a table of a block as plain text, as people read it. */
function linesIn(figures: readonly Printed[]): (block: RenderedBlock) => string[] {
  const printed = new Map(figures.map((figure) => [figure.id, figure]))
  const said = (pieces: readonly Piece[], inTable: boolean) =>
    pieces
      .map((piece) => {
        if (typeof piece === 'string') return piece
        const { value, unit } = printed.get(piece.figure) ?? { value: '—', unit: '' }
        // The head of the column names the unit; a percent sign stays with its number.
        return inTable && unit !== '%' ? value : `${value}${unit}`
      })
      .join('')
  return (block) => {
    if (block.kind === 'sub') return [block.text]
    if (block.kind === 'text') return [said(block.pieces, false)]
    const row = (cells: readonly string[]) => cells.join('\t')
    return [block.caption, row(block.head), ...block.rows.map((cells) => row(cells.map((cell) => said(cell, true))))]
  }
}

/** The lines of a document, each with the section it stands in. */
export function linesOf(
  sections: readonly RenderedSection[],
  figures: readonly Printed[],
): { section: number; heading: string; text: string }[] {
  const lines = linesIn(figures)
  return sections.flatMap(({ heading, blocks }, section) =>
    blocks.flatMap((block) => lines(block).map((text) => ({ section, heading, text }))),
  )
}

/** The document as plain text, a paragraph or a row of a table a line: what a checker reads, as people read it. */
export function proseOf(title: string, sections: readonly RenderedSection[], figures: readonly Printed[]): Prose {
  const lines = linesIn(figures)
  let text = `${title}\n`
  const placed = sections.map(({ heading, blocks }) => {
    const start = characters(text)
    text += [...(heading ? [heading] : []), ...blocks.flatMap(lines)].map((line) => `${line}\n`).join('')
    return { heading, start }
  })
  return { text: text.trimEnd(), sections: placed }
}

const characters = (text: string): number => [...text].length

/** The section a character stands in; undefined for those of the title. */
export function sectionAt({ sections }: Prose, character: number): number | undefined {
  const at = sections.findLastIndex(({ start }) => start <= character)
  return at < 0 ? undefined : at
}
