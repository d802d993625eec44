import type { Piece, RenderedBlock, RenderedSection } from '../domain.ts'

/** A number in the prose that no ledger gave, with the words around it. */
export interface Unproven {
  heading: string
  digits: string
  before: string
  after: string
}
/** A piece of prose: words that may stand, or a number nobody counted. */
export interface Segment {
  text: string
  unproven: boolean
}

const year = '(?:19|20)\\d{2}'
const month = '(?:1[0-2]|0?[1-9])'
const day = '(?:3[01]|[12]\\d|0?[1-9])'
const to = '\\s*[-—–~～至、和]+\\s*'
const standards = '(?:GB|CJJ|CJ|JGJ|JT|GA|HJ|DB)\\d{0,4}(?:/[TZ])?\\s*\\d+(?:\\.\\d+)*(?:\\s*[-—–]\\s*\\d{4})?'
/** What digits may stand for beside a figure: years and days, papers and standards, ordinals. */
const known = [
  `(?<!\\d)${year}(?:${to}${year})?年(?:${month}(?:${to}${month})?月(?:${day}[日号])?)?`,
  `(?<!\\d)${year}[-/.]${month}(?:[-/.]${day})(?!\\d)`,
  `(?<![\\d.])${month}(?:${to}${month})?月(?:${day}(?:${to}${day})?[日号])?`,
  `[〔［【（[(]\\s*${year}\\s*[〕］】）\\])]\\s*(?:第?\\s*\\d+\\s*号)?`,
  `第\\s*\\d+(?:${to}(?:第\\s*)?\\d+)?`,
  standards,
].map((pattern) => new RegExp(pattern, 'g'))
/** The number of a paragraph or of a point in it: `1.`, `2、`, `（3）`. */
const points = /(?<=[。；：！？\n]\s*)(?:[（(]\d{1,2}[）)]|\d{1,2}[、.．](?!\d))/g
const opening = /^\s*(?:[（(]\d{1,2}[）)]|\d{1,2}(?:\.\d{1,2})*[、.．](?!\d)|\d{1,2}(?:\.\d{1,2})+\s)/g
const number = /\d+(?:[,，]\d{3}(?!\d))*(?:\.\d+)?[%％‰]?/g

/** Full-width digits count as digits; nothing moves. */
const narrow = (text: string) =>
  text.replace(/[０-９．]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xff10 + 0x30))

/** Cuts prose at the numbers that stand for nothing known. `opens`: it is the beginning of its paragraph. */
export function segmentsOf(text: string, opens = true): Segment[] {
  const plain = narrow(text)
  const spans = [...known, points, ...(opens ? [opening] : [])].flatMap((pattern) =>
    [...plain.matchAll(pattern)].map((found) => [found.index, found.index + found[0].length] as const),
  )
  const isKnown = (at: number) => spans.some(([from, end]) => at >= from && at < end)
  const segments: Segment[] = []
  let from = 0
  for (const found of plain.matchAll(number)) {
    if (isKnown(found.index)) continue
    const end = found.index + found[0].length
    if (found.index > from) segments.push({ text: text.slice(from, found.index), unproven: false })
    segments.push({ text: text.slice(found.index, end), unproven: true })
    from = end
  }
  if (from < text.length) segments.push({ text: text.slice(from), unproven: false })
  return segments
}

const around = 12
function unprovenOf(heading: string, pieces: readonly Piece[]): Unproven[] {
  return pieces.flatMap((piece, at) => {
    if (typeof piece !== 'string') return []
    const segments = segmentsOf(piece, at === 0)
    return segments.flatMap(({ text, unproven }, i) => {
      if (!unproven) return []
      const before = segments.slice(0, i).map((one) => one.text)
      const after = segments.slice(i + 1).map((one) => one.text)
      return [{ heading, digits: text, before: before.join('').slice(-around), after: after.join('').slice(0, around) }]
    })
  })
}

/** A column that only counts its rows. */
export const isNumbering = (head: string | undefined): boolean => head === '序号'

function linesOf(block: RenderedBlock): (readonly Piece[])[] {
  if (block.kind === 'sub') return [[block.text]]
  if (block.drawn) return []
  if (block.kind === 'text') return [block.pieces]
  const cells = block.rows.flatMap((row) => row.filter((_, column) => !isNumbering(block.head[column])))
  return [[block.caption], ...block.head.map((name) => [name]), ...cells]
}

/** 未证实的数字: every number of a document's prose that is no figure, year, day, number of a paper, ordinal or heading. */
export const unprovenIn = (sections: readonly RenderedSection[]): Unproven[] =>
  sections.flatMap(({ heading, blocks }) =>
    [[heading], ...blocks.flatMap(linesOf)].flatMap((pieces) => unprovenOf(heading, pieces)),
  )
