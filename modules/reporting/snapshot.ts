import { createHash } from 'node:crypto'
import type { Day, Instant } from '../../platform/clock.ts'
import type { ScoreAnswer } from '../evaluation/index.ts'
import { canonical } from '../ledger/index.ts'
import type { Query, RenderedSection, Scale } from './domain.ts'

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
}
export interface Snapshot {
  tenant: string
  id: string
  document: string
  title: string
  period: string
  seal: number
  publishedAt: Instant
  publishedBy: string
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

/** Over everything: the body names the hash of each figure's rows. */
export const hashSnapshot = ({
  hash: _,
  record: __,
  ...snapshot
}: Omit<Snapshot, 'hash' | 'record'> & { hash?: string; record?: string }): string => sha256(canonical(snapshot))

/** The number of a page's first row and how many pages there are. `page` counts from 1. */
export const pageSize = 100
export const pagesOf = (rows: number): number => Math.max(1, Math.ceil(rows / pageSize))
