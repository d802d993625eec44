import type { Body, FrozenFigure, Piece, RenderedBlock } from '../modules/reporting/index.ts'
import { type Html, html } from '../platform/html.ts'
import { type Bar, lyingBars } from './pictures.ts'

type Table = Extract<RenderedBlock, { kind: 'table' }>
type Printed = ReadonlyMap<string, FrozenFigure>

/** A total is not drawn beside its parts: it would make them all small. */
const isTotal = (name: string) => /^(合计|总计|小计|共计)/.test(name)
const wordsOf = (cell: readonly Piece[] | undefined): string =>
  (cell ?? []).filter((piece) => typeof piece === 'string').join('')

function figureAt(cell: readonly Piece[] | undefined, figures: Printed): FrozenFigure | undefined {
  const [only, ...more] = cell ?? []
  const figure = only === undefined || typeof only === 'string' || more.length ? undefined : figures.get(only.figure)
  return figure && figure.scale !== '词' ? figure : undefined
}

/** The columns of figures, those of one unit together: they stand in one picture. */
function columnsByUnit({ head, rows }: Table, figures: Printed): Map<string, number[]> {
  const units = new Map<string, number[]>()
  for (const at of head.keys()) {
    const found = rows.flatMap((row) => figureAt(row[at], figures) ?? [])
    const [first] = found
    if (!first || found.length < rows.length || found.some(({ unit }) => unit !== first.unit)) continue
    units.set(first.unit, [...(units.get(first.unit) ?? []), at])
  }
  return units
}

function pictureOf(table: Table, unit: string, columns: readonly number[], figures: Printed): Html {
  const rows = table.rows.filter((row) => !isTotal(wordsOf(row[0])))
  const bars = rows.map(
    (row): Bar => ({
      label: wordsOf(row[0]),
      values: columns.map((at) => {
        const value = figureAt(row[at], figures)?.value ?? ''
        return { size: Number(value.replaceAll(',', '')) || 0, text: value }
      }),
    }),
  )
  const series = columns.map((at) => table.head[at]!)
  const caption = `${table.caption.replace(/（[^）]*）$/, '')}：${series.length > 1 ? '' : series[0]!.replace(/（[^）]*）$/, '')}（${unit}）`
  return lyingBars({ caption: caption.replace('：（', '（'), bars, series })
}

/** The tables of a report that hold figures, as pictures. They stand behind the text, which stays as it was published. */
export function reportPictures({ sections, figures }: Body): Html | null {
  const known: Printed = new Map(figures.map((figure) => [figure.id, figure]))
  const tables = sections.flatMap(({ blocks }) => blocks.filter((block): block is Table => block.kind === 'table'))
  const drawn = tables
    .filter(({ rows }) => rows.filter((row) => !isTotal(wordsOf(row[0]))).length > 1)
    .flatMap((table) =>
      [...columnsByUnit(table, known)].map(([unit, columns]) => pictureOf(table, unit, columns, known)),
    )
  return drawn.length ? html`<section><h2>附：表中数字的图</h2>${drawn}</section>` : null
}
