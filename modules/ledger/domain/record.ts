import type { Day, Instant } from '../../../platform/clock.ts'
import type { Actor, Calendar, Limit, Place } from '../../org/index.ts'
import type { Data, Point } from './fields.ts'

/** A clock as it stands: how much of the limit was used before this run, when this run began, when it runs out. */
export interface Clock {
  limit: Limit
  startedAt: Instant
  /** Minutes of the limit used in earlier runs. */
  spent: number
  dueAt: Instant
  stoppedAt?: Instant
  /** It ran out at least once; never erased. */
  late?: boolean
  sameFor?: string
  /** It only brings a move: it limits nobody. */
  aside?: true
  /** The matter it ran for is over: the record rests. Started again it begins anew. */
  over?: boolean
}
export type Clocks = Record<string, Clock>

/** Where a record stands in the tables of counts. */
export interface Dimensions {
  unit: string
  grid: string
  class: string
  channel: string
}

/** One appended change. Everything that follows from it is in it, so that a record can be rebuilt without any rule. */
export interface Entry {
  tenant: string
  record: string
  seq: number
  ledger: string
  move: string
  actor: string
  happenedAt: Instant
  recordedAt: Instant
  on: Day
  dims: Dimensions
  /** Whether the main clock had not run out at this entry; null when none was ever started. */
  inTime: boolean | null
  /** The sequence number of the entry it undoes. */
  undoes: number | null
  data: Data
  effect: { to: string; holder: string | null; number?: string; reason?: string; clocks?: Clocks }
}
export interface ChainedEntry extends Entry {
  hash: string
}

export interface LedgerRecord {
  tenant: string
  id: string
  ledger: string
  number: string | null
  state: string
  holder: string | null
  version: number
  /** Hash of the newest entry. */
  head: string
  occurredAt: Instant
  dueAt: Instant | null
  closedAt: Instant | null
  dims: Dimensions
  title: string
  data: Data
  clocks: Clocks
  /** Who made each kind of move last, when, and at which entry; and who else made it before. */
  by: Record<string, { person: string; seq: number; at: Instant; before?: string[] }>
}

/** A record that a move names, or carries along, as a rule sees it. */
export type Referred = Pick<LedgerRecord, 'ledger' | 'state' | 'data'>
/** By the field that names it. */
export type Refs = Readonly<Record<string, Referred>>

/** What the world looks like to a rule. Nothing in it is asked twice, nothing in it changes. */
export interface MoveContext {
  now: Instant
  actor: Actor
  calendar: Calendar
  locate(point: Point): Place | undefined
  onDuty(person: string, role: string): boolean
  /** Whether a person works in the unit, in that role. */
  worksIn(person: string, unit: string, role: string): boolean
  unitExists(unit: string): boolean
  /** The move is made by a module, as part of something larger. */
  inside?: boolean
  /** The move is made for many at once. */
  together?: boolean
  /** The record it carries along is moved too. */
  carried?: boolean
  /** Nobody makes it: a limit has run out, or a module has found something. */
  byItself?: boolean
  /** Somebody makes it on the public site, without an account. */
  byPublic?: boolean
}
export type { Actor, Place }

/** Whoever makes the moves that come by themselves. */
export const SYSTEM = 'system'
export const systemActor = (tenant: string): Actor => ({ tenant, person: SYSTEM, name: '系统', grants: [] })

/** What a list shows of a record: the fields it lists, and whether a clock ran out. */
export interface ListedRecord
  extends Pick<
    LedgerRecord,
    | 'id'
    | 'ledger'
    | 'number'
    | 'state'
    | 'holder'
    | 'version'
    | 'occurredAt'
    | 'dueAt'
    | 'closedAt'
    | 'dims'
    | 'title'
    | 'data'
  > {
  ranOut: boolean
}
export const listed = (record: LedgerRecord): ListedRecord => ({
  ...record,
  ranOut: Object.values(record.clocks).some((clock) => clock.late),
})

/** A line of a record's history: what is told of an entry. */
export interface Happened
  extends Pick<ChainedEntry, 'seq' | 'move' | 'actor' | 'happenedAt' | 'recordedAt' | 'undoes' | 'data' | 'hash'> {
  to: string
  reason: string | null
}
export const happened = ({ effect, ...entry }: ChainedEntry): Happened => ({
  ...entry,
  to: effect.to,
  reason: effect.reason ?? null,
})
