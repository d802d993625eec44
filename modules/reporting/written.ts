import { dayInWords, type Block as PaperBlock, table, type Written } from '../papers/index.ts'
import type { Piece, RenderedBlock } from './domain.ts'
import type { Body, FrozenFigure } from './snapshot.ts'

const textOf = (pieces: readonly Piece[], figures: ReadonlyMap<string, FrozenFigure>, withUnit: boolean): string =>
  pieces
    .map((piece) => {
      if (typeof piece === 'string') return piece
      const figure = figures.get(piece.figure)
      if (!figure) return '—'
      return `${figure.value}${withUnit || figure.unit === '%' ? figure.unit : ''}`
    })
    .join('')

function blockOf(block: RenderedBlock, figures: ReadonlyMap<string, FrozenFigure>): PaperBlock[] {
  if (block.kind === 'sub') return [{ kind: 'text', as: 'subheading', text: block.text }]
  if (block.kind === 'text') return [{ kind: 'text', as: 'paragraph', text: textOf(block.pieces, figures, true) }]
  return [
    { kind: 'text', as: 'caption', text: block.caption },
    table(
      block.head,
      block.rows.map((row) => row.map((cell) => textOf(cell, figures, false))),
    ),
  ]
}

/** A report as an official document is written: its sections as headings, its figures as they are printed. */
export function writtenReport({ title, bureau, sections, figures }: Body, on: string): Written {
  const known = new Map(figures.map((figure) => [figure.id, figure]))
  return {
    bureau,
    title: title.replace(bureau, ''),
    number: '',
    to: '',
    blocks: sections.flatMap(({ heading, blocks }) => [
      ...(heading ? [{ kind: 'text', as: 'heading', text: heading } satisfies PaperBlock] : []),
      ...blocks.flatMap((block) => blockOf(block, known)),
    ]),
    on: dayInWords(on),
    receipt: [],
    notes: [],
  }
}
