import { escapeHtml } from '../../platform/html.ts'
import type { Piece, RenderedBlock, RenderedSection } from './domain.ts'
import type { FrozenFigure } from './snapshot.ts'

export interface Links {
  figures: readonly FrozenFigure[]
  /** Where a figure leads. */
  hrefOf(figure: FrozenFigure): string
}

function pieceHtml(piece: Piece, { figures, hrefOf }: Links, inTable: boolean): string {
  if (typeof piece === 'string') return escapeHtml(piece)
  const figure = figures.find(({ id }) => id === piece.figure)
  if (!figure) return '—'
  // The head of the column names the unit; a percent sign stays with its number.
  const unit = inTable && figure.unit !== '%' ? '' : figure.unit
  const label = escapeHtml(`${figure.label}：查看构成`)
  return `<a class="figure" data-figure="${escapeHtml(figure.id)}" href="${escapeHtml(hrefOf(figure))}" title="${label}">${escapeHtml(figure.value)}${escapeHtml(unit)}</a>`
}

const isNumber = (pieces: readonly Piece[] | undefined) => pieces?.length === 1 && typeof pieces[0] !== 'string'

const cellHtml = (pieces: readonly Piece[], links: Links) => {
  const number = isNumber(pieces)
  const inside = pieces.map((piece) => pieceHtml(piece, links, true)).join('')
  return number ? `<td class="number">${inside}</td>` : `<td>${inside}</td>`
}

function blockHtml(block: RenderedBlock, links: Links): string {
  if (block.kind === 'sub') return `<h3>${escapeHtml(block.text)}</h3>`
  if (block.kind === 'text') return `<p>${block.pieces.map((piece) => pieceHtml(piece, links, false)).join('')}</p>`
  const isColumn = (at: number) => block.rows.length > 0 && block.rows.every((row) => isNumber(row[at]))
  const head = block.head
    .map((name, at) => `<th scope="col"${isColumn(at) ? ' class="number"' : ''}>${escapeHtml(name)}</th>`)
    .join('')
  const rows = block.rows.map((row) => `<tr>${row.map((cell) => cellHtml(cell, links)).join('')}</tr>`).join('')
  return `<div class="table" tabindex="0" role="region" aria-label="${escapeHtml(block.caption)}"><table><caption>${escapeHtml(block.caption)}</caption><thead><tr>${head}</tr></thead><tbody>${rows}</tbody></table></div>`
}

/** Where a section of a report is, in its page. */
export const sectionId = (at: number): string => `section-${at + 1}`

/** The sections of a document, every figure a link to what it counts. */
export const sectionsHtml = (sections: readonly RenderedSection[], links: Links): string =>
  sections
    .map(
      ({ heading, blocks }, at) =>
        `<section id="${sectionId(at)}">${heading ? `<h2>${escapeHtml(heading)}</h2>` : ''}${blocks.map((block) => blockHtml(block, links)).join('')}</section>`,
    )
    .join('\n')
