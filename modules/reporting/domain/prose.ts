import type { Piece, RenderedBlock, RenderedSection } from '../domain.ts'

interface Printed {
  id: string
  value: string
  unit: string
}

/** The document as plain text, a paragraph or a row of a table a line: what a checker reads. */
export function textOf(title: string, sections: readonly RenderedSection[], figures: readonly Printed[]): string {
  const known = new Map(figures.map((figure) => [figure.id, figure]))
  // The head of a column names its unit; a percent sign stays with its number.
  const printed = (id: string, inTable: boolean) => {
    const { value = '—', unit = '' } = known.get(id) ?? {}
    return inTable && unit !== '%' ? value : `${value}${unit}`
  }
  const said = (pieces: readonly Piece[], inTable = false) =>
    pieces.map((piece) => (typeof piece === 'string' ? piece : printed(piece.figure, inTable))).join('')
  const lines = (block: RenderedBlock): string[] => {
    if (block.kind === 'sub') return [block.text]
    if (block.kind === 'text') return [said(block.pieces)]
    return [
      block.caption,
      block.head.join('\t'),
      ...block.rows.map((row) => row.map((cell) => said(cell, true)).join('\t')),
    ]
  }
  return [
    title,
    ...sections.flatMap(({ heading, blocks }) => [...(heading ? [heading] : []), ...blocks.flatMap(lines)]),
  ].join('\n')
}
