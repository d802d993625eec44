import { type Day, dayOf, type Instant } from '../../../platform/clock.ts'
import { conflict, forbidden, invalid } from '../../../platform/errors.ts'
import { START } from './chain.ts'
import { clockOf, clocksAfter, dueMoves, inTimeAt, runningClock } from './clocks.ts'
import { notInForce } from './dated.ts'
import { type Gives, isOffered, type Ledger, type Move, type Reach } from './declare.ts'
import { type Data, type Field, isEmpty, problemWith } from './fields.ts'
import type { Actor, ChainedEntry, Dimensions, Entry, LedgerRecord, MoveContext, Refs } from './record.ts'

/** What somebody tries to do. `happenedAt` may lie before now (it is recorded now), never after. */
export interface Attempt {
  record: string
  move: string
  data: Data
  reason?: string
  happenedAt: Instant
}

/** The holder as one text: `p:person`, `r:role` (the role's pool) or `u:unit:role` (that role in the unit). */
export const held = {
  person: (id: string) => `p:${id}`,
  role: (role: string) => `r:${role}`,
  unit: (unit: string, role: string) => `u:${unit}:${role}`,
}
export function holdersOf(actor: Actor): string[] {
  const pools = actor.grants.flatMap(({ role, units }) => [
    held.role(role),
    ...units.map((unit) => held.unit(unit, role)),
  ])
  return [...new Set([held.person(actor.person), ...pools])]
}

/** Nobody's task: it has ended, or it is a thing that is simply there. */
const rests = (ledger: Ledger, state: string): boolean => {
  const { ended = false, lasts = false } = ledger.states[state] ?? {}
  return ended || lasts
}

export const isFrom = (ledger: Ledger, move: Move, state: string): boolean => {
  if (move.from === 'any') return !ledger.states[state]?.ended
  return Array.isArray(move.from) ? move.from.includes(state) : move.from === state
}

function reaches(reach: Reach, grant: Actor['grants'][number], actor: Actor, found: LedgerRecord | undefined): boolean {
  if (reach === 'bureau' || !found) return true
  if (found.holder === held.person(actor.person)) return true
  if (reach === 'own') return Object.values(found.by).some(({ person }) => person === actor.person)
  return grant.units.includes(found.dims.unit)
}

/** Own reach for a move means holding the record; for reading it also means having acted on it. */
function mayMake(move: Move, actor: Actor, found: LedgerRecord | undefined): boolean {
  return actor.grants.some((grant) => {
    const reach = move.by[grant.role]
    if (reach === undefined) return false
    if (reach === 'own' && found) return found.holder === held.person(actor.person)
    return reaches(reach, grant, actor, found)
  })
}

/** A new record belongs to a unit as soon as it names one: reach `unit` opens only for one's own. */
const mayOpenFor = (move: Move, actor: Actor, unit: string): boolean =>
  actor.grants.some(({ role, units }) => {
    const reach = move.by[role]
    return reach !== undefined && (reach !== 'unit' || unit === '' || units.includes(unit))
  })

export const mayRead = (ledger: Ledger, actor: Actor, found: LedgerRecord): boolean =>
  actor.grants.some((grant) => {
    const reach = ledger.read[grant.role]
    return reach !== undefined && reaches(reach, grant, actor, found)
  })

/** What keeps this person from a move that his role allows; undefined when nothing does. */
function personFault(ledger: Ledger, move: Move, actor: Actor, found: LedgerRecord | undefined): string | undefined {
  const made = (name: string) => found?.by[name]?.person === actor.person
  const everMade = (name: string) => made(name) || found?.by[name]?.before?.includes(actor.person)
  const label = (name: string) => ledger.moves[name]!.label
  // Who has left hands it to the pool of the role.
  const isPooled = found?.holder?.startsWith('r:')
  if (move.sameAs && found && !isPooled && !made(move.sameAs))
    return `“${move.label}”由“${label(move.sameAs)}”的人办理；可以请他办理。`
  const earlier = move.otherThan?.find((name) => ledger.moves[name] && everMade(name))
  if (earlier) return `办理过“${label(earlier)}”的人不能${move.label}；请由其他人办理。`
  const named = move.otherThan?.find((name) => ledger.fields[name] && found?.data[name] === actor.person)
  return named && `${ledger.fields[named]!.label}不能${move.label}；请由其他人办理。`
}

const offered = (ledger: Ledger) => Object.entries(ledger.moves).filter(([, move]) => isOffered(move))

/** The moves open in the record's state that this person may make, the likely one first. */
export function openMoves(ledger: Ledger, actor: Actor, found: LedgerRecord | undefined): string[] {
  return offered(ledger)
    .filter(([, move]) => (found ? isFrom(ledger, move, found.state) : move.from === 'new'))
    .filter(([, move]) => mayMake(move, actor, found) && !personFault(ledger, move, actor, found))
    .sort(([, a], [, b]) => Number(b.main ?? false) - Number(a.main ?? false))
    .map(([name]) => name)
}

function refuseClosedMove(ledger: Ledger, found: LedgerRecord | undefined, name: string): never {
  const open = offered(ledger)
    .map(([, move]) => move)
    .filter((move) => (found ? isFrom(ledger, move, found.state) : move.from === 'new'))
  const state = found ? `当前为“${ledger.states[found.state]?.label ?? found.state}”` : '还没有建立'
  throw conflict(
    `${ledger.id}.move-not-open`,
    `${ledger.title}${state}，不能${ledger.moves[name]?.label ?? '这样办理'}；可以：${open.map((move) => move.label).join('、') || '无（已办结）'}。`,
    { open: Object.entries(ledger.moves).flatMap(([id, move]) => (open.includes(move) ? [id] : [])) },
  )
}

function checkData(ledger: Ledger, move: Move, before: Data, given: Data, on: Day): Data {
  const allowed = new Set([...(move.needs ?? []), ...(move.may ?? [])])
  const problems: { field: string; sentence: string }[] = []
  const set: Data = {}
  for (const [name, value] of Object.entries(given)) {
    if (isEmpty(value)) continue
    const label = ledger.fields[name]?.label ?? name
    if (!allowed.has(name)) problems.push({ field: name, sentence: `“${move.label}”不填“${label}”` })
    else set[name] = value
  }
  const data = { ...before, ...set }
  for (const name of Object.keys(set)) {
    const field = ledger.fields[name]!
    const problem = problemWith(field, set[name], data)
    const chosen = field.options?.find(({ value }) => value === set[name])
    const early = chosen && notInForce(chosen, on)
    if (problem ?? early) problems.push({ field: name, sentence: `${field.label}${problem ?? early}` })
  }
  for (const [name, field] of Object.entries(ledger.fields)) {
    // Its parent was answered anew: does the older answer still belong to it?
    const orphaned = field.within !== undefined && field.within in set && !(name in set) && !isEmpty(data[name])
    const problem = orphaned ? problemWith(field, data[name], data) : undefined
    if (problem) problems.push({ field: name, sentence: `${field.label}${problem}` })
  }
  for (const name of move.needs ?? [])
    if (isEmpty(data[name])) problems.push({ field: name, sentence: `还差“${ledger.fields[name]!.label}”` })
  if (problems.length)
    throw invalid(`${ledger.id}.data`, `${move.label}：${problems.map(({ sentence }) => sentence).join('；')}。`, {
      fields: problems,
    })
  return set
}

function holderAfter(
  gives: Gives<string, string> | undefined,
  found: LedgerRecord | undefined,
  data: Data,
  context: MoveContext,
): string | null {
  if (gives === undefined) return found?.holder ?? null
  if (gives === 'me') return held.person(context.actor.person)
  if ('person' in gives) return held.person(String(data[gives.person]))
  if ('role' in gives && !('who' in gives))
    return 'of' in gives ? held.unit(String(data[gives.of]), gives.role) : held.role(gives.role)
  const earlier = found?.by[gives.who]?.person
  if ('role' in gives)
    return earlier && context.worksIn(earlier, '', gives.role) ? held.person(earlier) : held.role(gives.role)
  return earlier && context.onDuty(earlier, gives.else) ? held.person(earlier) : held.role(gives.else)
}

function checkPeople(ledger: Ledger, set: Data, data: Data, context: MoveContext): void {
  for (const [name, value] of Object.entries(set)) {
    const field = ledger.fields[name]!
    if (field.kind === 'unit' && !context.unitExists(String(value)))
      throw invalid(`${ledger.id}.unit-unknown`, `没有“${String(value)}”这个单位；请从单位列表中选择。`, {
        fields: [{ field: name }],
      })
    if (
      field.kind === 'person' &&
      field.role &&
      !context.worksIn(String(value), String(data[ledger.columns.unit ?? ''] ?? ''), field.role)
    )
      throw invalid(`${ledger.id}.person-unfit`, `${field.label}应是承办单位在岗的人员；请重新选择。`, {
        fields: [{ field: name }],
      })
  }
}

/** Whoever is measured does not choose the time: a move that starts or stops a clock counts when it is made. */
const BACKDATED_MS = 60_000
export const isTimed = (ledger: Ledger, move: string): boolean =>
  Object.values(ledger.deadlines).some(({ starts, stops }) => [...starts, ...stops].includes(move))

function checkTime(
  ledger: Ledger,
  found: LedgerRecord | undefined,
  attempt: Attempt,
  on: Day,
  context: MoveContext,
): void {
  if (attempt.happenedAt > context.now || on > dayOf(context.now))
    throw invalid(`${ledger.id}.in-future`, `办理时间${on}晚于现在；请填写已经发生的时间。`, {
      fields: [{ field: ledger.columns.on ?? '' }],
    })
  const last = Object.values(found?.by ?? {}).find(({ seq }) => seq === found?.version)
  if (last && attempt.happenedAt < last.at)
    throw invalid(`${ledger.id}.before-last`, '办理时间早于上一环节的时间；请填写实际办理的时间。')
  if (isTimed(ledger, attempt.move) && Date.parse(context.now) - Date.parse(attempt.happenedAt) > BACKDATED_MS)
    throw invalid(
      `${ledger.id}.backdated`,
      `“${ledger.moves[attempt.move]!.label}”关系到时限，以办理的时间为准，不能补填更早的时间。`,
    )
}

const dimensionsOf = (ledger: Ledger, data: Data): Dimensions => {
  const of = (field: string | undefined) => (field === undefined ? '' : String(data[field] ?? ''))
  const { unit, grid, class: kind, channel } = ledger.columns
  return { unit: of(unit), grid: of(grid), class: of(kind), channel: of(channel) }
}

function undone(ledger: Ledger, move: Move, found: LedgerRecord | undefined): number | null {
  if (move.undoes === undefined) return null
  const [latest] = [move.undoes]
    .flat()
    .flatMap((name) => found?.by[name] ?? [])
    .sort((a, b) => b.seq - a.seq)
  if (!latest && typeof move.undoes === 'string')
    throw conflict(`${ledger.id}.nothing-to-undo`, `没有可以撤销的“${ledger.moves[move.undoes]!.label}”。`)
  return latest?.seq ?? null
}

/** What was answered before and counts no longer: a move that clears an answer and needs it asks anew. */
const without = (data: Data, cleared: readonly string[] = []): Data =>
  cleared.length ? Object.fromEntries(Object.entries(data).filter(([name]) => !cleared.includes(name))) : data

const amountText = ({ kind, measure = '' }: Field, value: number): string => {
  if (kind === 'money') return `${(value / 100).toFixed(2)}元`
  return `${kind === 'quantity' ? value / 1000 : value}${measure}`
}
/** The accounts after a move. Whoever writes second sees what the first has left: records are locked. */
function balances(ledger: Ledger, move: string, before: Data, set: Data): Data {
  const after: Data = {}
  for (const [name, field] of Object.entries(ledger.fields)) {
    const [adds, takes] = [field.account?.adds[move], field.account?.takes[move]]
    if (!adds && !takes) continue
    const there = Number(before[name] ?? 0)
    const taken = takes ? Number(set[takes] ?? 0) : 0
    after[name] = there + (adds ? Number(set[adds] ?? 0) : 0) - taken
    if ((after[name] as number) < 0)
      throw conflict(
        `${ledger.id}.balance`,
        `${field.label}只有${amountText(field, there)}，不够${amountText(field, taken)}；最多可以${ledger.moves[move]!.label}${amountText(field, there)}。`,
        { fields: [{ field: takes }] },
      )
  }
  return after
}

/** Time that has run out is not lengthened any more. */
function checkExtension(ledger: Ledger, found: LedgerRecord | undefined, { move, happenedAt }: Attempt): void {
  for (const [name, { label, extends: more }] of Object.entries(ledger.deadlines)) {
    const clock = more?.[move] ? found?.clocks[name] : undefined
    if (clock && !clock.stoppedAt && happenedAt > clock.dueAt)
      throw conflict(`${ledger.id}.${move}-refused`, `“${label}”的期限已过，不能再延长；请尽快办理。`)
  }
}

/**
 * Decides an attempt: gives the entry to append, or throws a Refusal that says what is so and what is possible. The only
 * way an entry comes to be, for one click, for a thousand rows of a file, and for the demonstration alike. Pure.
 */
export function decide(
  ledger: Ledger,
  found: LedgerRecord | undefined,
  attempt: Attempt,
  context: MoveContext,
  refs: Refs = {},
): Entry {
  const move = ledger.moves[attempt.move]
  if (!move || (found ? !isFrom(ledger, move, found.state) : move.from !== 'new'))
    refuseClosedMove(ledger, found, attempt.move)
  const comes = context.byItself && found && dueMoves(ledger, found.clocks, context.now).includes(attempt.move)
  const isApart = (move.inside && !context.inside) || (move.together && !context.together)
  // Nobody of the bureau opens it: the public does, or it comes by itself.
  const isFree = found ? false : (context.byPublic && move.public) || (context.byItself && move.finds !== undefined)
  if (!comes && !isFree && (isApart || !mayMake(move, context.actor, found)))
    throw forbidden(
      `${ledger.id}.${attempt.move}`,
      `您的岗位不能对这条${ledger.title}“${move.label}”；可以请有此权限的人员办理。`,
    )
  if (move.carries && !context.carried)
    throw conflict(`${ledger.id}.one-by-one`, `“${move.label}”要同时登记另一条${ledger.title}，请一条一条办理。`)
  const fault = personFault(ledger, move, context.actor, found)
  if (fault) throw conflict(`${ledger.id}.${attempt.move}-refused`, fault)
  if (move.reason && isEmpty(attempt.reason?.trim()))
    throw invalid(`${ledger.id}.reason-missing`, `${move.label}必须填写${move.reason}。`, {
      fields: [{ field: 'reason', sentence: `请填写${move.reason}` }],
    })
  const before = without(found?.data ?? {}, move.clears)
  const day = dayOf(attempt.happenedAt)
  const asked = checkData(ledger, move, before, attempt.data, day)
  const sight = { data: { ...before, ...asked }, found, context, day, refs }
  const cleared = Object.fromEntries((move.clears ?? []).map((name) => [name, null]))
  const derived = { ...cleared, ...asked, ...move.derive?.(sight) }
  const set = { ...derived, ...balances(ledger, attempt.move, found?.data ?? {}, derived) }
  const data = { ...before, ...set }
  checkPeople(ledger, asked, data, context)
  const sentence = move.guard?.({ ...sight, data })
  if (sentence) throw conflict(`${ledger.id}.${attempt.move}-refused`, sentence)
  const on = found || !ledger.columns.on ? dayOf(attempt.happenedAt) : (data[ledger.columns.on] as Day)
  checkTime(ledger, found, attempt, on, context)
  checkExtension(ledger, found, attempt)
  const dims = dimensionsOf(ledger, data)
  if (!found && !isFree && !mayOpenFor(move, context.actor, dims.unit))
    throw forbidden(`${ledger.id}.${attempt.move}`, '只能为本单位和下属单位登记；请选择本单位，或请有关单位登记。')
  const to = move.to ?? found?.state ?? ''
  const { ended = false, lasts = false } = ledger.states[to] ?? {}
  const clocks = clocksAfter(ledger, found?.clocks ?? {}, {
    move: attempt.move,
    at: attempt.happenedAt,
    data,
    ended,
    lasts,
    calendar: context.calendar,
  })
  return {
    tenant: context.actor.tenant,
    record: attempt.record,
    seq: (found?.version ?? 0) + 1,
    ledger: ledger.id,
    move: attempt.move,
    actor: context.actor.person,
    happenedAt: attempt.happenedAt,
    recordedAt: context.now,
    on,
    dims,
    inTime: inTimeAt(clockOf(ledger, clocks, attempt.move, attempt.happenedAt), attempt.happenedAt),
    undoes: undone(ledger, move, found),
    data: set,
    effect: {
      to,
      holder: rests(ledger, to) ? null : holderAfter(move.gives, found, data, context),
      ...(attempt.reason?.trim() ? { reason: attempt.reason.trim() } : {}),
      ...(Object.keys(clocks).length ? { clocks } : {}),
    },
  }
}

/** The words of a value as people read it; labels of choices, plain text otherwise. */
const words = (ledger: Ledger, name: string, data: Data): string => {
  const field = ledger.fields[name]
  const value = data[name]
  if (isEmpty(value) || !field) return ''
  return field.kind === 'choice'
    ? (field.options?.find((option) => option.value === value)?.label ?? '')
    : String(value)
}
export const titleOf = (ledger: Ledger, data: Data): string =>
  ledger.columns.title
    .map((name) => words(ledger, name, data))
    .filter(Boolean)
    .join(' · ')
    .slice(0, 200)

/** What the search finds a record by: its title and its searched fields. */
export const searchText = (ledger: Ledger, data: Data): string =>
  [
    titleOf(ledger, data),
    ...Object.keys(ledger.fields)
      .filter((name) => ledger.fields[name]!.searched)
      .map((name) => words(ledger, name, data)),
  ].join('\n')

/** A record after one more entry. Needs no rule and no clock: everything is in the entry. */
export function applyEntry(ledger: Ledger, before: LedgerRecord | undefined, entry: ChainedEntry): LedgerRecord {
  const data = { ...before?.data, ...entry.data }
  for (const name of Object.keys(entry.data)) if (data[name] === null) delete data[name]
  const clocks = entry.effect.clocks ?? before?.clocks ?? {}
  const clock = runningClock(clocks)
  const ended = ledger.states[entry.effect.to]?.ended ?? false
  const restsSince = before && rests(ledger, before.state) ? before.closedAt : null
  const last = before?.by[entry.move]
  const others = [...(last?.before ?? []), ...(last ? [last.person] : [])].filter((one) => one !== entry.actor)
  const made = { person: entry.actor, seq: entry.seq, at: entry.happenedAt }
  const by = { ...before?.by, [entry.move]: others.length ? { ...made, before: [...new Set(others)] } : made }
  return {
    tenant: entry.tenant,
    id: entry.record,
    ledger: entry.ledger,
    number: entry.effect.number ?? before?.number ?? null,
    state: entry.effect.to,
    holder: entry.effect.holder,
    version: entry.seq,
    head: entry.hash,
    occurredAt: before?.occurredAt ?? entry.happenedAt,
    dueAt: clock && !ended ? clock.dueAt : null,
    closedAt: rests(ledger, entry.effect.to) ? (restsSince ?? entry.happenedAt) : null,
    dims: entry.dims,
    title: titleOf(ledger, data),
    data,
    clocks,
    by,
  }
}

export function recordFrom(ledger: Ledger, entries: readonly ChainedEntry[]): LedgerRecord | undefined {
  let record: LedgerRecord | undefined
  for (const entry of entries) record = applyEntry(ledger, record, entry)
  return record
}
export const headOf = (record: LedgerRecord | undefined) => record?.head ?? START
