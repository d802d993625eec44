import { createHash } from 'node:crypto'
import type { Day, Instant } from '../../platform/clock.ts'
import type { ScoreAnswer } from '../evaluation/index.ts'
import { canonical } from '../ledger/index.ts'
import type { Query, RenderedSection, Scale, SumRule, Taken } from './domain.ts'

export type Part = 'num' | 'den'

/** One counted thing as the public may see it: never its text, its photos, its exact place or anybody's name. */
export interface PublicRow {
  number: string | null
  class: string
  street: string | null
  receivedOn: Day | null
  closedOn: Day | null
  unit: string | null
  inTime: boolean | null
  on: Day
  /** What it adds to the figure, in its smallest unit; 1 where things are counted. */
  value: number
  /** The same as printed, with its unit. */
  amount: string | null
}

/** A figure as it was published: its value, its parts, what was asked, and a hash of the rows behind it. */
export interface FrozenFigure {
  id: string
  label: string
  value: string
  unit: string
  scale: Scale
  formula: string
  excludes: string[]
  num: number
  den: number
  milli: boolean
  /** `sum`, `count`, `share` … of the metric; decides which columns its list shows. */
  shows: 'things' | 'money' | 'work' | 'score'
  queries: { num: readonly Query[]; den: readonly Query[] }
  parts: Partial<Record<Part, { rows: number; total: number; hash: string }>>
  score?: ScoreAnswer
  /** What it takes from the score. */
  taken?: Taken
}
export interface Body {
  title: string
  bureau: string
  form: string
  year: number
  from: Day
  to: Day
  seal: { n: number; at: Instant; hash: string }
  sections: RenderedSection[]
  figures: FrozenFigure[]
  /** Which figures are the sum of which. */
  sums?: readonly SumRule[]
  /** How many numbers of the prose no ledger gave. */
  unproven?: number
}
export interface Snapshot {
  tenant: string
  id: string
  document: string
  title: string
  period: string
  seal: number
  submittedAt: Instant
  submittedBy: string
  body: Body
  /** The record in the ledger of publications; its entry holds the same hash. */
  record: string
  hash: string
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

/** One hash over rows in their order. */
export function hashRows(rows: readonly PublicRow[]): string {
  const hash = createHash('sha256')
  for (const row of rows)
    hash.update(
      `${canonical([row.number, row.class, row.street, row.receivedOn, row.closedOn, row.unit, row.inTime, row.on, row.value, row.amount])}\n`,
    )
  return hash.digest('hex')
}

type Unhashed = Omit<Snapshot, 'hash' | 'record'> & { hash?: string; record?: string }
/** Over everything: the body names the hash of each figure's rows. Submitting and publishing were one step at first, and the
 *  names of that time are kept in the hash, so that what was published then still verifies. */
export const hashSnapshot = ({ hash: _, record: __, submittedAt, submittedBy, ...snapshot }: Unhashed): string =>
  sha256(canonical({ ...snapshot, publishedAt: submittedAt, publishedBy: submittedBy }))

/** A score as the public reads it: the values that make it, not what somebody typed about them. */
const publicScore = (score: ScoreAnswer): ScoreAnswer => ({
  ...score,
  inputs: Object.fromEntries(Object.entries(score.inputs).map(([id, { said: _, ...value }]) => [id, value])),
})
export const publicFigureOf = (figure: FrozenFigure): FrozenFigure =>
  figure.score ? { ...figure, score: publicScore(figure.score) } : figure
export const publicBodyOf = (body: Body): Body => ({ ...body, figures: body.figures.map(publicFigureOf) })

/** Over what the public reads of a publication, so that a copy of it can be held against the page. */
export const hashPublic = ({ tenant, id, body }: Pick<Snapshot, 'tenant' | 'id' | 'body'>): string =>
  sha256(canonical({ tenant, id, body: publicBodyOf(body) }))

/** The number of a page's first row and how many pages there are. `page` counts from 1. */
export const pageSize = 100
export const pagesOf = (rows: number): number => Math.max(1, Math.ceil(rows / pageSize))
