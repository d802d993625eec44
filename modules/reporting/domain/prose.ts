import type { Piece, RenderedBlock, RenderedSection } from '../domain.ts'

interface Printed {
  id: string
  value: string
  unit: string
}

/** The document as plain text, a paragraph or a row of a table a line: what a checker reads. */
export function textOf(title: string, sections: readonly RenderedSection[], figures: readonly Printed[]): string {
  const printed = new Map(figures.map(({ id, value, unit }) => [id, `${value}${unit}`]))
  const said = (pieces: readonly Piece[]) =>
    pieces.map((piece) => (typeof piece === 'string' ? piece : (printed.get(piece.figure) ?? '—'))).join('')
  const lines = (block: RenderedBlock): string[] => {
    if (block.kind === 'sub') return [block.text]
    if (block.kind === 'text') return [said(block.pieces)]
    return [block.caption, block.head.join('\t'), ...block.rows.map((row) => row.map(said).join('\t'))]
  }
  return [
    title,
    ...sections.flatMap(({ heading, blocks }) => [...(heading ? [heading] : []), ...blocks.flatMap(lines)]),
  ].join('\n')
}
