import { createHash } from 'node:crypto'
import { yearOf } from '../../../platform/clock.ts'
import { canonical, hashOf } from './chain.ts'
import { type Attempt, applyEntry, decide, headOf, searchText } from './decide.ts'
import type { Ledger } from './declare.ts'
import { isEmpty } from './fields.ts'
import type { ChainedEntry, Entry, Happened, LedgerRecord, MoveContext, Refs } from './record.ts'
import { gramsOf } from './search.ts'

export interface Step {
  attempt: Attempt
  context: MoveContext
  refs?: Refs
}
export interface HiddenValue {
  field: string
  seq: number
  salt: string
  value: unknown
}
export interface FacetValue {
  field: string
  text: string | null
  int: number | null
}
/** Entries decided but not yet numbered and chained, and the record they make, but for its number and head. */
export interface Draft {
  found: LedgerRecord | undefined
  after: LedgerRecord
  entries: Entry[]
  hidden: HiddenValue[]
}

/** What has happened when a move was made, as its event says: `filed`, `returned-to-unit`. */
export function pastOf(ledger: Ledger, name: string): string {
  const [verb = '', ...rest] = name.split('-')
  const regular = verb.endsWith('e') ? `${verb}d` : /[^aeiou]y$/.test(verb) ? `${verb.slice(0, -1)}ied` : `${verb}ed`
  return ledger.moves[name]?.past ?? [regular, ...rest].join('-')
}

/** What a move makes of a record, with the entries it adds and the values they keep apart. */
export interface Outcome {
  after: LedgerRecord
  entries: readonly ChainedEntry[]
  hidden: readonly HiddenValue[]
}

/** What had happened to a record before, and the values kept apart from it. */
export interface Past {
  history: readonly Happened[]
  secrets: readonly { field: string; value: unknown }[]
}
/** How a move's outcome is told, and what of the record's past that takes: it is read together with the locking, so that
 *  nobody waits for the database to say again what was just written. */
export interface Telling<T> {
  needs: readonly (keyof Past)[]
  tell(outcome: Outcome, past: Past): T
}

const unhashed = (entry: Entry): ChainedEntry => ({ ...entry, hash: '' })
const hiddenText = (salt: string, value: unknown) =>
  `sha256:${createHash('sha256')
    .update(`${salt}${canonical(value)}`)
    .digest('hex')}`

/** Puts a salted hash where a secret value stood, so that the value can be erased and the chain still holds. */
function hide(ledger: Ledger, entry: Entry, salt: () => string): { entry: Entry; hidden: HiddenValue[] } {
  const secret = Object.keys(entry.data).filter((name) => ledger.fields[name]?.secret)
  if (!secret.length) return { entry, hidden: [] }
  const hidden = secret.map((field) => ({ field, seq: entry.seq, salt: salt(), value: entry.data[field] }))
  const data = { ...entry.data, ...Object.fromEntries(hidden.map((h) => [h.field, hiddenText(h.salt, h.value)])) }
  return { entry: { ...entry, data }, hidden }
}
export const hiddenHolds = (stored: unknown, { salt, value }: HiddenValue) => stored === hiddenText(salt, value)

/** Decides the steps of one record, one after the other. */
export function draft(
  ledger: Ledger,
  found: LedgerRecord | undefined,
  steps: readonly Step[],
  salt: () => string,
): Draft {
  const [drafted, apart]: [Entry[], HiddenValue[]] = [[], []]
  let record = found
  for (const { attempt, context, refs } of steps) {
    const { entry, hidden } = hide(ledger, decide(ledger, record, attempt, context, refs), salt)
    drafted.push(entry)
    apart.push(...hidden)
    record = applyEntry(ledger, record, unhashed(entry))
  }
  return { found, after: record!, entries: drafted, hidden: apart }
}

/** A number a draft takes: the record's own, or that of a paper which stands in a field. Each runs in a series of its own,
 *  by year, and what was taken is never given again. */
export interface Taking {
  series: string
  pattern: string
  year: number
  field?: string
  /** One number for all drafts that are saved together. */
  shared?: true
}
export function takingsOf(ledger: Ledger, { entries }: Draft): Taking[] {
  const taking = (by: readonly string[], more: Omit<Taking, 'year'>): Taking[] => {
    const entry = entries.find(({ move }) => by.includes(move))
    return entry ? [{ ...more, year: yearOf(entry.happenedAt) }] : []
  }
  const papers = Object.entries(ledger.fields).flatMap(([field, { series }]) => {
    if (!series) return []
    const { by, ...more } = series
    return taking(by, { ...more, field, series: `${ledger.id}.${field}` })
  })
  return [...taking([ledger.numberedBy ?? ''], { series: ledger.id, pattern: ledger.number ?? '' }), ...papers]
}

/** Whose numbers they are: the region's code, and what the bureau is called in its papers. */
export interface Issuer {
  readonly tenant: string
  readonly short: string
}
/** `{tenant}{year}{seq:5}`: at least five digits, the hundred-thousandth has six (architecture, 14). Of a paper
 *  `{short}城管罚字〔{year}〕第{seq}号`, unpadded (GB/T 9704). */
export const numberText = (pattern: string, { tenant, short }: Issuer, year: number, seq: number): string =>
  pattern
    .replace('{tenant}', tenant)
    .replace('{short}', short)
    .replace('{year}', String(year))
    .replace(/\{seq(?::(\d))?\}/, (_, width = '1') => String(seq).padStart(Number(width), '0'))

/** The numbers a draft was given: the record's, and those of its papers by field. */
export interface Given {
  number?: string
  papers?: Readonly<Record<string, string>>
}
/** Numbers and chains a draft. */
export function finish(
  ledger: Ledger,
  { found, after, entries }: Draft,
  { number, papers = {} }: Given = {},
): { entries: ChainedEntry[]; after: LedgerRecord } {
  let head = headOf(found)
  const papersBy = (move: string) =>
    Object.fromEntries(Object.entries(papers).filter(([field]) => ledger.fields[field]?.series?.by.includes(move)))
  const chained = entries.map((entry): ChainedEntry => {
    const effect = number && entry.move === ledger.numberedBy ? { ...entry.effect, number } : entry.effect
    const numbered = { ...entry, data: { ...entry.data, ...papersBy(entry.move) }, effect }
    head = hashOf(head, numbered)
    return { ...numbered, hash: head }
  })
  const data = Object.keys(papers).length ? { ...after.data, ...papers } : after.data
  return { entries: chained, after: { ...after, head, number: number ?? after.number, data } }
}

export const isLate = (record: LedgerRecord): boolean => Object.values(record.clocks).some((clock) => clock.late)

/** The pairs of letters a record is found by from now on, and those it is no longer found by. */
export function newGrams(
  ledger: Ledger,
  before: LedgerRecord | undefined,
  after: LedgerRecord,
): { added: string[]; gone: string[] } {
  const textOf = (record: LedgerRecord | undefined) => (record ? searchText(ledger, record.data) : '')
  const [old, now] = [textOf(before), textOf(after)]
  if (old === now) return { added: [], gone: [] }
  const [had, has] = [new Set(gramsOf(old)), new Set(gramsOf(now))]
  return { added: [...has].filter((gram) => !had.has(gram)), gone: [...had].filter((gram) => !has.has(gram)) }
}

/** The facet of a record that was in somebody's hands: given to, or worked on by, one who sees only such records. */
export const handOf = (person: string) => `hand.${person}`

function handsOf(ledger: Ledger, { move, actor, effect }: ChainedEntry): string[] {
  const { by, gives } = ledger.moves[move]!
  const given = typeof gives === 'object' && 'person' in gives ? (effect.holder?.replace(/^p:/, '') ?? '') : ''
  return [given, Object.values(by).includes('own') ? actor : ''].filter(Boolean)
}

/** Listed fields and references that have no real column of their own, and whose hands the record was in. */
export function newFacets(ledger: Ledger, entries: readonly ChainedEntry[]): FacetValue[] {
  const { unit, grid, class: kind, channel } = ledger.columns
  const own = new Set([unit, grid, kind, channel])
  const latest = new Map<string, unknown>()
  for (const entry of entries) {
    for (const person of handsOf(ledger, entry)) latest.set(handOf(person), person)
    for (const [name, value] of Object.entries(entry.data)) {
      const field = ledger.fields[name]
      const sought = field && !field.secret && (field.listed || field.kind === 'ref')
      // What a move takes back is filtered by no more.
      const isTold = value === null || (!isEmpty(value) && typeof value !== 'object')
      if (sought && !own.has(name) && isTold) latest.set(name, value)
    }
  }
  return [...latest].map(([field, value]) => ({
    field,
    text: value === null || typeof value === 'number' ? null : String(value),
    int: typeof value === 'number' ? value : null,
  }))
}
