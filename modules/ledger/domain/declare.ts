import type { Day } from '../../../platform/clock.ts'
import type { Limit } from '../../org/index.ts'
import { faultsOf } from './faults.ts'
import type { Data, DataOf, Fields } from './fields.ts'
import type { LedgerRecord, MoveContext, Refs } from './record.ts'

/** How far a role sees or acts: what it holds itself, its unit and those below, or the whole bureau. */
export type Reach = 'own' | 'unit' | 'bureau'
export type Reaches = Readonly<Record<string, Reach>>
export type Tone = 'todo' | 'doing' | 'soon' | 'late' | 'done' | 'void'

export interface State {
  label: string
  /** The public stage it belongs to, for lists and citizens. */
  stage?: string
  tone: Tone
  /** Nothing is held and no clock runs any more. */
  ended?: boolean
  /** It rests here, held by nobody, until a move calls it up again: a lamp that burns. Its clocks run on. */
  lasts?: boolean
}

const states =
  (more: Partial<State> = {}) =>
  <const S extends string>(tone: Tone, labels: Record<S, string>): Record<S, State> =>
    mapped(labels, (label: string) => ({ label, tone, ...more })) as Record<S, State>
/** States on the way, by their names and labels: `...on('todo', { applied: '待受理' })`. */
export const on = states()
/** States in which a record ends. */
export const ends = states({ ended: true })
/** States that last: things that are there, between one task and the next. */
export const lasts = states({ lasts: true })

/** Who holds the record after a move: a role's pool, a role of the unit in a field, the person in a field, whoever made a
 *  move before (or that role's pool: with `else` when they are off duty, with `role` when they hold it no longer), or the one
 *  who acts. */
export type Gives<F extends string, M extends string> =
  | { role: string }
  | { role: string; of: F }
  | { person: F }
  | { who: M; else: string }
  | { who: M; role: string }
  | 'me'

/** What a guard or a derivation may look at. It gives a sentence when the move may not be made. */
export interface Sight<D = Data> {
  data: D
  found: LedgerRecord | undefined
  context: MoveContext
  /** The day on which the move is made. */
  day: Day
  /** The records that this move names. */
  refs: Refs
}

export interface Move<F extends string = string, S extends string = string, M extends string = string, D = Data> {
  label: string
  /** `new` opens a record; `any` is every state that has not ended. */
  from: S | 'new' | 'any' | readonly S[]
  /** Left out: the state stays. */
  to?: S
  by: Reaches
  needs?: readonly F[]
  may?: readonly F[]
  /** What the required reason is called: 退回原因. */
  reason?: string
  gives?: Gives<F, M>
  /** The latest entry of this move is undone: from now on it is in no count. Of several, whichever is there, or none. */
  undoes?: M | readonly M[]
  derive?: (sight: Sight<D>) => D
  guard?: (sight: Sight<D>) => string | undefined
  /** The event it tells of, in the past, where that is not the regular one of the move's name: `sent` of `send`. */
  past?: string
  /** Fields that must be answered anew from here on; what was answered before stays in the history. */
  clears?: readonly F[]
  /** Secret fields whose values this move erases. */
  erases?: readonly F[]
  /** Made only by a module as part of something larger (a publication); nobody is asked for it by itself. */
  inside?: true
  /** Made by anybody on a page of the public site, without an account; nobody in the bureau is offered it. */
  public?: true
  /** Another record of this ledger is moved with it, in one transaction: what is spent here is taken in there. The guard sees
   *  it among `refs`, as it was before. */
  carries?: Carries<F, M>
  /** Opens a record by itself too, for whatever a module finds under this name: once for each thing it finds. */
  finds?: string
  /** Made for many records at once, as one batch; never for one by itself. */
  together?: true
  /** Only whoever made that move last makes this one: who issued a notice checks it again. */
  sameAs?: M
  /** Nobody who ever made one of these moves, or is named in one of these fields, makes this one: who investigated does not
   *  review. */
  otherThan?: readonly (M | F)[]
  /** The likely next step, drawn as the first button. */
  main?: boolean
}

/** What people who have signed in are offered: not what a module makes as part of something larger, what goes in batches, or
 *  what the public does. */
export const isOffered = ({ inside, together, public: open }: Pick<Move, 'inside' | 'together' | 'public'>): boolean =>
  !inside && !together && !open

/** Which record goes along, named in a field; by which move (`inside`), with which answers of this one, and the field in
 *  which it names this record. */
export interface Carries<F extends string, M extends string> {
  to: F
  move: M
  data: readonly F[]
  back: F
}

/** A move as a row of a table: what it is called, from where, to where (`stay`: where it is), by whom, and what else. */
export type MoveRow<F extends string, S extends string, M extends string, D> = readonly [
  label: string,
  from: Move<F, S, M, D>['from'],
  to: S | 'stay',
  by: Reaches,
  more?: Omit<Move<F, S, M, D>, 'label' | 'from' | 'to' | 'by'>,
]

/** A limit on the way between moves. Running time is kept when it stops, and goes on if `sameFor` has not changed. */
export interface Deadline<F extends string = string, M extends string = string> {
  label: string
  starts: readonly M[]
  stops: readonly M[]
  /** Fixed, or what stands in a field: a limit, or the day until which there is time, to its end. */
  limit: Limit | { field: F }
  /** Moves that give a running clock more time, in its own unit. */
  extends?: Partial<Record<M, number>>
  /** The move that comes by itself when it has run out: nobody is asked, and nobody is late. */
  brings?: M
  /** It limits nobody, it only brings its move: no list shows it, and nobody is late by it. */
  aside?: true
  /** Started again it begins anew: what was used before is another matter's. */
  anew?: true
  /** Started again for the same value of this field (the same unit) the clock resumes, for another it restarts. */
  sameFor?: F
}

/** A limit as a row: what it is called, the moves that start and stop it, how long, and what else. */
export type DeadlineRow<F extends string, M extends string> = readonly [
  label: string,
  starts: readonly M[],
  stops: readonly M[],
  limit: Deadline<F, M>['limit'],
  more?: Omit<Deadline<F, M>, 'label' | 'starts' | 'stops' | 'limit'>,
]

interface Described {
  label: string
  unit: string
  /** The formula in words, and what is left out of it. */
  formula: string
  excludes?: string
  /** Somebody states it of the period, as final accounts do: where nobody has, it is not zero, there is none. */
  stated?: true
  /** Values of different keys of this dimension have different units: they are never added up. */
  apart?: 'class' | 'channel'
  /** The law that forbids to score or to rank by it. */
  notScored?: string
}
export interface At<M extends string = string> {
  at: M | readonly M[]
  inTime?: boolean
}
/** Of the entries of a move only those that say this of a field: money that was carried over from last year. */
export interface Only<F extends string = string> {
  only?: { field: F; is: string }
}
/** Between which moves a record stands: a shop from its entry on until it is closed down. One of `enters` is made only when
 *  the record does not stand, one of `leaves` only when it does, and its dimensions do not change in between. */
export interface Standing<M extends string = string> {
  enters: readonly M[]
  leaves: readonly M[]
}
export type Metric<F extends string = string, M extends string = string> = Described &
  (
    | ({ kind: 'count' } & At<M> & Only<F>)
    | ({ kind: 'sum'; field: F } & At<M> & Only<F>)
    | ({ kind: 'distinct'; field: F } & At<M>)
    | { kind: 'duration'; from: M; to: M }
    | { kind: 'share'; of: At<M>; among: At<M>; flow?: boolean }
    /** Two sums over the same moves: lamps that were lit over lamps that were looked at. */
    | ({ kind: 'ratio'; of: F; among: F } & At<M>)
    /** How many stand at the end of the period, whenever they entered. */
    | { kind: 'stock'; stands: Standing<M> }
    /** Of those that stand at the end of the period among one lot, those that stand among another. */
    | { kind: 'stock-share'; of: Standing<M>; among: Standing<M> }
  )
/** What is counted at a day's end, not over the days. */
export const isStock = ({ kind }: Pick<Metric, 'kind'>): boolean => kind === 'stock' || kind === 'stock-share'
export const isRate = ({ kind }: Pick<Metric, 'kind'>): boolean =>
  kind === 'share' || kind === 'ratio' || kind === 'stock-share'

interface More {
  /** Left out: 件 of a count, % of a share. */
  unit?: string
  excludes?: string
  stated?: true
  notScored?: string
}
const told = <const R extends object>(label: string, formula: string, unit: string, rest: R) => ({
  label,
  formula,
  unit,
  ...rest,
})
/** How often something was done: `count('issue', '整改通知书', '期内下发的份数', { unit: '份' })`. */
export const count = <const M extends string>(
  at: M | readonly M[],
  label: string,
  formula: string,
  more: More & { inTime?: boolean } = {},
): Described & { kind: 'count' } & At<M> => ({ kind: 'count', at, ...told(label, formula, '件', more) })
/** Of the records that did one thing in the period, those that did another, perhaps in time. */
export const share = <const O extends string, const A extends string>(
  of: O | readonly O[],
  among: A | readonly A[],
  label: string,
  formula: string,
  { inTime, ...more }: More & { inTime?: boolean; flow?: boolean } = {},
): Described & { kind: 'share'; of: At<O>; among: At<A>; flow?: boolean } => ({
  kind: 'share',
  of: { at: of, ...(inTime === undefined ? {} : { inTime }) },
  among: { at: among },
  ...told(label, formula, '%', more),
})
/** Sums of two fields over the same moves: `ratio('patrol', 'lit', 'checked', '亮灯率', '…')`. */
export const ratio = <const M extends string, const F extends string>(
  at: M | readonly M[],
  of: F,
  among: F,
  label: string,
  formula: string,
  more: More = {},
): Described & { kind: 'ratio'; of: F; among: F } & At<M> => ({
  kind: 'ratio',
  at,
  of,
  among,
  ...told(label, formula, '%', more),
})
/** How many stand at the period's end: `stock({ enters: ['enter'], leaves: ['remove'] }, '在册商户', '…')`. */
export const stock = <const M extends string>(
  stands: Standing<M>,
  label: string,
  formula: string,
  more: More = {},
): Described & { kind: 'stock'; stands: Standing<M> } => ({
  kind: 'stock',
  stands,
  ...told(label, formula, '个', more),
})
export const stockShare = <const O extends string, const A extends string>(
  of: Standing<O>,
  among: Standing<A>,
  label: string,
  formula: string,
  more: More = {},
): Described & { kind: 'stock-share'; of: Standing<O>; among: Standing<A> } => ({
  kind: 'stock-share',
  of,
  among,
  ...told(label, formula, '%', more),
})
/** How many different answers there were: kinds of points. */
export const distinct = <const M extends string, const F extends string>(
  at: M | readonly M[],
  field: F,
  label: string,
  formula: string,
  more: More = {},
): Described & { kind: 'distinct'; field: F } & At<M> => ({
  kind: 'distinct',
  at,
  field,
  ...told(label, formula, '个', more),
})
/** What was added up: `sum('pay', 'paid', '收缴罚款', '…', { unit: '元' })`. */
export const sum = <const M extends string, const F extends string>(
  at: M | readonly M[],
  field: F,
  label: string,
  formula: string,
  more: More & { unit: string },
): Described & { kind: 'sum'; field: F } & At<M> => ({ kind: 'sum', at, field, label, formula, ...more })

/** Records given to another authority in numbered, signed batches, and what it answers for each of them. */
export interface Handover<F extends string = string, M extends string = string> {
  /** To whom: 公安机关交通管理部门. */
  to: string
  /** The field with the batch's number; `batchNumber` draws it. */
  batch: F
  /** The moves by which records go, are taken, and come back. */
  move: M
  accept: M
  refuse: M
  /** What of a record goes with it. */
  rows: readonly F[]
}

/** What of a record the public reads, from the day in a field on and for as long as that day stands there. */
export interface Publishes<F extends string = string, M extends string = string> {
  label: string
  /** The listed field with the day from which it is public. */
  since: F
  shows: readonly F[]
  /** How a value is shown to the public: names of persons, plates. */
  masks?: Partial<Record<F, (value: string, data: Data) => string>>
  /** The move that takes it back; its reason is told in its place. */
  withdraw?: M
}

/** A page of each record's own on the public site: `/public/<bureau>/<under>/<what stands in the field>`. */
export interface PublicPage<F extends string = string> {
  under: string
  field: F
}

/** What its records are about and of which year: beside them, and beside the form, stands what came of the year before. */
export interface Evaluates<F extends string = string> {
  object: F
  year: F
  /** It is one indicator of it, named so and measured in this: last year's stands beside it. */
  name?: F
  measure?: F
}

/** The code by which other ledgers name a record of this one, and what people call it. */
export interface Keyed<F extends string = string> {
  by: F
  name: F
}

/** Which fields stand in the record's real columns, so that lists and counts can use an index. */
export interface Columns<F extends string = string> {
  /** Words of the title, in this order. */
  title: readonly F[]
  class?: F
  channel?: F
  unit?: F
  grid?: F
  /** The day it happened, when that is another than the day it is entered. */
  on?: F
}

export interface Declaration<F extends Fields, S extends string, M extends string> {
  id: string
  title: string
  /** Where it stands in the menu of ledgers. */
  group: string
  /** `{tenant}{year}{seq:5}`: taken by the move named in `numberedBy`. */
  number?: string
  numberedBy?: NoInfer<M>
  fields: F
  states: Record<S, State>
  moves: Record<
    M,
    | Move<keyof F & string, NoInfer<S>, NoInfer<M>, DataOf<F>>
    | MoveRow<keyof F & string, NoInfer<S>, NoInfer<M>, DataOf<F>>
  >
  columns: Columns<keyof F & string>
  /** What other ledgers name its records by (`key`): the field with the code, which is its class, and that with the name. */
  keyed?: Keyed<keyof F & string>
  /** There is at most one record with the same answers here: one self-evaluation of a project and a year. The first is the
   *  ledger's class. What was taken back does not stand in the way. */
  one?: readonly (keyof F & string)[]
  /** What was taken back stands in the way too: answers that were given under a code keep it. */
  oneEver?: true
  read: Reaches
  /** Roles that see secret fields. */
  secretsFor?: readonly string[]
  deadlines?: Record<string, Deadline<keyof F & string, NoInfer<M>> | DeadlineRow<keyof F & string, NoInfer<M>>>
  form: Record<string, readonly (keyof F & string)[]>
  handover?: Handover<keyof F & string, NoInfer<M>>
  publishes?: Publishes<keyof F & string, NoInfer<M>>
  publicPage?: PublicPage<keyof F & string>
  evaluates?: Evaluates<keyof F & string>
  metrics?: Record<string, Metric<keyof F & string, NoInfer<M>>>
}

/** A ledger as the engine sees it: the declaration with its names widened. */
export interface Ledger {
  id: string
  title: string
  group: string
  number?: string
  numberedBy?: string
  fields: Fields
  states: Record<string, State>
  moves: Record<string, Move>
  columns: Columns
  keyed?: Keyed
  one?: readonly string[]
  oneEver?: true
  read: Reaches
  secretsFor: readonly string[]
  deadlines: Record<string, Deadline>
  form: Record<string, readonly string[]>
  handover?: Handover
  publishes?: Publishes
  publicPage?: PublicPage
  evaluates?: Evaluates
  metrics: Record<string, Metric>
}
/** A ledger that still knows by what names its fields and moves were declared. */
export type DefinedLedger<F extends Fields, M extends string> = Ledger & { readonly __names?: { fields: F; move: M } }

/**
 * Declares a ledger. A field, state or move named wrongly does not compile; what the compiler cannot see is refused here,
 * when the program starts.
 */
export function defineLedger<const F extends Fields, S extends string, M extends string>(
  declaration: Declaration<F, S, M>,
): DefinedLedger<F, M> {
  const ledger = {
    secretsFor: [],
    metrics: {},
    ...declaration,
    moves: mapped(declaration.moves, asMove),
    deadlines: mapped(declaration.deadlines ?? {}, asDeadline),
  } as unknown as Ledger
  const faults = faultsOf(ledger)
  if (faults.length) throw new Error(`台账 ${ledger.id} 的声明有误：${faults.join('；')}`)
  return ledger
}

function mapped(named: object, as: (one: never) => unknown): Record<string, unknown> {
  return Object.fromEntries(Object.entries(named).map(([name, one]) => [name, as(one as never)]))
}
function asMove(move: Move | MoveRow<string, string, string, Data>): Move {
  if (!Array.isArray(move)) return move as Move
  const [label, from, to, by, more] = move as MoveRow<string, string, string, Data>
  return { label, from, ...(to === 'stay' ? {} : { to }), by, ...more }
}
function asDeadline(deadline: Deadline | DeadlineRow<string, string>): Deadline {
  if (!Array.isArray(deadline)) return deadline as Deadline
  const [label, starts, stops, limit, more] = deadline as DeadlineRow<string, string>
  return { label, starts, stops, limit, ...more }
}
