import { Go } from '../../../kit/nav.tsx'
import { isNumbering } from '../domain/digits.ts'
import type { Body, Figure, Block as PaperBlock, Piece } from './documents.ts'
import { addressOf } from './figure-address.ts'
import { Prose } from './prose.tsx'

interface PaperProps {
  body: Body
  here: string | undefined
  onHere: (figure: string) => void
  /** Left out where nothing is written any more. */
  onEdit?: ((place: string, pieces: readonly Piece[]) => void) | undefined
}
interface Told extends PaperProps {
  figures: ReadonlyMap<string, Figure>
  /** The first place a figure stands at is the one the list jumps to. */
  first: (figure: string, place: string) => boolean
}

function firstPlaces() {
  const places = new Map<string, string>()
  return (figure: string, place: string) => {
    if (!places.has(figure)) places.set(figure, place)
    return places.get(figure) === place
  }
}

/** Where a section stands, for whoever jumps to it. */
export const sectionId = (section: number) => `section-${section + 1}`

/** The document as it will be read, each figure a link to what it counts. */
export function Paper(props: PaperProps) {
  const { title, bureau, sections, figures } = props.body
  const told: Told = { ...props, figures: new Map(figures.map((figure) => [figure.id, figure])), first: firstPlaces() }
  return (
    <article className="paper">
      <h2 className="paper-title">{title}</h2>
      <p className="paper-bureau">{bureau}</p>
      {sections.map((section, s) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: sections never move, and some have no heading
        <section key={s} id={sectionId(s)}>
          {section.heading ? (
            <h3>
              <Prose text={section.heading} />
            </h3>
          ) : null}
          {section.blocks.map((block, b) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: blocks have no name and never move
            <Block key={b} block={block} place={`${s}.${b}`} told={told} />
          ))}
        </section>
      ))}
    </article>
  )
}

function Block({ block, place, told }: { block: PaperBlock; place: string; told: Told }) {
  if (block.kind === 'sub')
    return (
      <h4>
        <Prose text={block.text} />
      </h4>
    )
  if (block.kind === 'text')
    return (
      <p>
        <Pieces pieces={block.pieces} place={place} told={told} isDrawn={block.drawn} />
        {told.onEdit && !block.drawn ? (
          <button type="button" className="paper-edit" onClick={() => told.onEdit?.(place, block.pieces)}>
            改写
          </button>
        ) : null}
      </p>
    )
  return (
    <div className="paper-table">
      <table>
        <caption>
          <Prose text={block.caption} />
        </caption>
        <thead>
          <tr>
            {block.head.map((cell) => (
              <th key={cell}>{cell}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {block.rows.map((row, r) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows of a printed table
            <tr key={r}>
              {row.map((cell, c) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: cells of a printed table
                <td key={c} className={cell.some((piece) => typeof piece !== 'string') ? 'num' : undefined}>
                  {isNumbering(block.head[c]) ? (
                    cell.join('')
                  ) : (
                    <Pieces pieces={cell} place={`${place}.${r}.${c}`} told={told} isDrawn={block.drawn} inTable />
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

interface PiecesProps {
  pieces: readonly Piece[]
  place: string
  told: Told
  /** The head of the column names the unit. */
  inTable?: boolean
  /** Words of the ledgers. */
  isDrawn?: boolean | undefined
}
function Pieces({ pieces, place, told, inTable = false, isDrawn = false }: PiecesProps) {
  return pieces.map((piece, i) =>
    typeof piece === 'string' && isDrawn ? (
      piece
    ) : typeof piece === 'string' ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: pieces of a printed line
      <Prose key={i} text={piece} opens={i === 0} />
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: pieces of a printed line
      <PaperFigure key={i} id={piece.figure} place={`${place}.${i}`} told={told} inTable={inTable} />
    ),
  )
}

interface PaperFigureProps {
  id: string
  place: string
  told: Told
  inTable: boolean
}
function PaperFigure({ id, place, told, inTable }: PaperFigureProps) {
  const figure = told.figures.get(id)
  if (!figure) return <span className="paper-missing">（缺）</span>
  const address = addressOf(figure, told.body.year)
  const anchor = told.first(id, place) ? { id: `paper-${id}` } : {}
  const className = told.here === id ? 'paper-figure paper-figure-here' : 'paper-figure'
  const printed = `${figure.value}${inTable && figure.unit !== '%' ? '' : figure.unit}`
  return (
    <span {...anchor} className={className} onMouseEnter={() => told.onHere(id)}>
      {address ? (
        <Go to={address.to} search={address.search} title={figure.label}>
          {printed}
        </Go>
      ) : (
        printed
      )}
    </span>
  )
}
