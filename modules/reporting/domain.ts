import { Decimal } from 'decimal.js'

/** What a figure of a document asks the metrics for; the period is the document's year. */
export interface Query {
  metric: string
  where?: Partial<Record<'unit' | 'grid' | 'class' | 'channel', string>>
}
/** How a figure is printed: 万元 or 元 from 分, a share in percent, a count or a quantity as it is, points, or words. */
export type Scale = '万元2' | '元2' | '%2' | '数' | '分2' | '词'

/** Where a figure comes from. Sums are added up; `of ÷ among` and shares are rates; a score is a project's total. */
export type Source =
  | { sum: readonly Query[] }
  | { rate: readonly Query[]; among: readonly Query[] }
  | { share: Query }
  | { score: string }
  | { grade: string }
  /** Points of a project's indicators whose code begins so (`1-1` of `1-1-02`), or of its `execution`. */
  | { points: string; of: string }
  /** What one indicator of a project reached, by its code. */
  | { reached: string; of: string }

/** A source that is a score. */
export type Taken = Extract<Source, { score: string } | { grade: string } | { points: string } | { reached: string }>

/** Ties a place in the text to what it counts. No figure is ever typed into a document. */
export interface Binding {
  /** Unique in the document; part of its public address. */
  id: string
  label: string
  scale: Scale
  unit: string
  from: Source
}
/** `{figure}` in a text stands for a figure, `{year}` and `{bureau}` for themselves. What is `drawn` has its words from the
 *  ledgers: the names and targets in it may have digits. */
export type Block =
  | { sub: string }
  | { text: string; drawn?: true }
  /** Said in these words when the figure is zero, and as `text` otherwise. */
  | { text: string; unless: { zero: string; say: string } }
  | { table: { caption: string; head: readonly string[]; rows: readonly (readonly string[])[] }; drawn?: true }
  | Drawn
/** Drawn from the year's scores and budget as it is composed, so that it fits whatever a bureau has set; `none` is said where
 *  there is nothing to draw. The indicators of a project (of some first levels); its score and grade in a sentence; what of its
 *  indicators, or of those of all projects, lost points; all projects. */
export type Drawn =
  | { draw: 'points'; of: string; levels?: readonly string[]; caption: string; none: string }
  | { draw: 'score'; of: string; none: string }
  | { draw: 'short'; of?: string; none: string }
  | { draw: 'projects'; caption: string; none: string }
export interface Section {
  /** Empty for what stands before the first heading. */
  heading: string
  blocks: readonly Block[]
}
/** A figure that must be the sum of others, to the smallest unit; a document in which it is not is not published. */
export interface SumRule {
  whole: string
  parts: readonly string[]
}
export interface ReportDocument {
  id: string
  /** The arrangement of sections a finance bureau asks for. */
  form: string
  /** Whose arrangement that is, in words: several have the same title. */
  layout: string
  title: string
  /** In the address of what is published: `2022-zpbg-1`. */
  slug: string
  /** Only for this bureau and this year; left out, for any. */
  tenant?: string
  year?: number
  sections: readonly Section[]
  figures: readonly Binding[]
  sums: readonly SumRule[]
}

/** What a checker of reports finds in a text. An error keeps it from being submitted, unless somebody answers for it. */
export interface Finding {
  severity: 'error' | 'hint'
  /** What is wrong, and what it should be. */
  sentence: string
  /** The words it is about. */
  quote?: string
  /** Where they begin, in characters of the text that was read. */
  start?: number
}
/** Reads a document's text. The program runs without one. */
export type CheckText = (text: string) => readonly Finding[] | Promise<readonly Finding[]>

/** A piece of a line: words, or a figure by its id. */
export type Piece = string | { figure: string }
export type RenderedBlock =
  | { kind: 'sub'; text: string }
  | { kind: 'text'; pieces: Piece[]; drawn?: true }
  | { kind: 'table'; caption: string; head: readonly string[]; rows: Piece[][][]; drawn?: true }
export interface RenderedSection {
  heading: string
  blocks: RenderedBlock[]
}

const percent = (num: number, den: number): string =>
  den === 0 ? '—' : new Decimal(num).times(100).div(den).toFixed(2, Decimal.ROUND_HALF_UP)
const grouped = (text: string): string => text.replace(/\B(?=(\d{3})+(?!\d))(?<!\.\d*)/g, ',')

/** The printed value of parts, rounded half up. Money comes in 分, `数` in thousandths when `milli`. */
export function printFigure(scale: Scale, { num, den, milli }: { num: number; den: number; milli: boolean }): string {
  if (scale === '万元2') return new Decimal(num).div(1_000_000).toFixed(2, Decimal.ROUND_HALF_UP)
  if (scale === '元2') return grouped(new Decimal(num).div(100).toFixed(2, Decimal.ROUND_HALF_UP))
  if (scale === '%2') return percent(num, den)
  if (scale === '分2') return new Decimal(num).div(100).toFixed(2)
  return milli ? new Decimal(num).div(1000).toString() : String(num)
}

export const isTaken = (from: Source): from is Taken =>
  'score' in from || 'grade' in from || 'points' in from || 'reached' in from
/** The project whose score a figure is read from. */
export function scoredBy(from: Taken): string {
  if ('score' in from) return from.score
  if ('grade' in from) return from.grade
  return 'points' in from ? from.points : from.reached
}

/** The queries of a figure by the part they count: `num` is what it is or its numerator, `den` its denominator. */
export function queriesOf(from: Source): { num: readonly Query[]; den: readonly Query[] } {
  if ('sum' in from) return { num: from.sum, den: [] }
  if ('rate' in from) return { num: from.rate, den: from.among }
  if ('share' in from) return { num: [from.share], den: [from.share] }
  return { num: [], den: [] }
}

const placeholder = /\{([a-z0-9-]+)\}/g
/** The names in braces of a text. */
export const namesIn = (text: string): string[] => [...text.matchAll(placeholder)].map((found) => found[1]!)

/** Words the document itself knows. */
export interface Words {
  year: number
  bureau: string
}
const isWord = (name: string): name is keyof Words => name === 'year' || name === 'bureau'

export function piecesOf(text: string, words: Words): Piece[] {
  const pieces: Piece[] = []
  const say = (more: string) => {
    const last = pieces.at(-1)
    if (typeof last === 'string') pieces[pieces.length - 1] = last + more
    else if (more) pieces.push(more)
  }
  let from = 0
  for (const found of text.matchAll(placeholder)) {
    say(text.slice(from, found.index))
    const name = found[1]!
    if (isWord(name)) say(String(words[name]))
    else pieces.push({ figure: name })
    from = found.index + found[0].length
  }
  say(text.slice(from))
  return pieces
}
export const plain = (text: string, words: Words): string =>
  piecesOf(text, words)
    .filter((piece) => typeof piece === 'string')
    .join('')

function renderBlock(block: Block, words: Words, isZero: (figure: string) => boolean): RenderedBlock {
  if ('sub' in block) return { kind: 'sub', text: plain(block.sub, words) }
  const mark = 'drawn' in block ? ({ drawn: true } as const) : {}
  if ('table' in block) {
    const { caption, head, rows } = block.table
    const cells = rows.map((row) => row.map((cell) => piecesOf(cell, words)))
    return { kind: 'table', caption: plain(caption, words), head, rows: cells, ...mark }
  }
  if ('draw' in block) throw new Error(`${block.draw} was not drawn before it is rendered`)
  const said = 'unless' in block && isZero(block.unless.zero) ? block.unless.say : block.text
  return { kind: 'text', pieces: piecesOf(said, words), ...mark }
}

/** The document with its words filled in; figures stay figures, so that each can be followed. */
export const renderSections = (
  document: ReportDocument,
  words: Words,
  isZero: (figure: string) => boolean,
): RenderedSection[] =>
  document.sections.map(({ heading, blocks }) => ({
    heading: plain(heading, words),
    blocks: blocks.map((block) => renderBlock(block, words, isZero)),
  }))

/** Every text of a document, for the checks below and for the tests. */
export const textsOf = (document: ReportDocument): string[] => [
  document.title,
  ...document.sections.flatMap(({ heading, blocks }) => [
    heading,
    ...blocks.flatMap((block) => {
      if ('sub' in block) return [block.sub]
      if ('draw' in block) return [block.none, ...('caption' in block ? [block.caption] : [])]
      if ('table' in block) return [block.table.caption, ...block.table.head, ...block.table.rows.flat()]
      return 'unless' in block ? [block.text, block.unless.say] : [block.text]
    }),
  ]),
]

/** What is wrong with a declaration, as sentences: a figure named and not bound, bound and not used, bound twice. */
export function faultsOfDocument(document: ReportDocument): string[] {
  const bound = document.figures.map(({ id }) => id)
  const named = new Set(
    textsOf(document)
      .flatMap(namesIn)
      .filter((name) => !isWord(name)),
  )
  const conditions = document.sections
    .flatMap(({ blocks }) => blocks)
    .flatMap((block) => ('unless' in block ? [block.unless.zero] : []))
  const summed = document.sums.flatMap(({ whole, parts }) => [whole, ...parts])
  const known = new Set(bound)
  return [
    ...bound.filter((id, at) => bound.indexOf(id) !== at).map((id) => `数字 ${id} 绑定了两次`),
    ...[...named, ...conditions, ...summed].filter((name) => !known.has(name)).map((name) => `数字 ${name} 没有绑定`),
    ...bound.filter((id) => !named.has(id)).map((id) => `数字 ${id} 绑定了却没有使用`),
  ]
}
