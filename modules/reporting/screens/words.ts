import type { Figure, Piece } from './documents.ts'

type Figures = ReadonlyMap<string, Pick<Figure, 'id' | 'label'>>
const marked = (label: string) => `〔${label}〕`

/** A paragraph as it is edited: its figures stand as 〔结案〕, to be moved and not to be typed. */
export const wordsOf = (pieces: readonly Piece[], figures: Figures): string =>
  pieces
    .map((piece) => (typeof piece === 'string' ? piece : marked(figures.get(piece.figure)?.label ?? piece.figure)))
    .join('')

/** The same as it is kept, each figure by its name. */
export const textOf = (words: string, pieces: readonly Piece[], figures: Figures): string =>
  pieces.reduce(
    (text: string, piece) =>
      typeof piece === 'string'
        ? text
        : text.replace(marked(figures.get(piece.figure)?.label ?? piece.figure), `{${piece.figure}}`),
    words,
  )
