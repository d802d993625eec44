import type { Instant } from '../../../platform/clock.ts'
import type { Tx } from '../../../platform/db.ts'
import { conflict, Refusal } from '../../../platform/errors.ts'
import {
  type Actor,
  type Data,
  type Draft,
  draft,
  type Ledger,
  type LedgerRecord,
  type MoveContext,
  type Past,
  type Refs,
  systemActor,
  type Telling,
} from '../domain.ts'
import { contextFor, getLedger, type LedgerRuntime, sharedLock } from '../runtime.ts'
import { secretsOf } from '../store/lists.ts'
import { findRecord, findRequests, historiesOf, lockRecords } from '../store/records.ts'
import { gathering } from './gathering.ts'
import { checkThere, checkVersion, findNamed, idFor, numbered, refsOf, salt, save, visible, write } from './saving.ts'

/** One move somebody asks for. Without `record` it opens a new one. `happenedAt` left out is now. */
export interface MoveRequest {
  record?: string
  version?: number
  move: string
  data?: Data
  reason?: string
  happenedAt?: Instant
  /** Sent again with the same key, the same request is done once. */
  key?: string
}

/**
 * Makes a move inside a transaction that does more (a publication). The caller opened it with `sharedLock` and pokes the
 * consumer after the commit. The only way to make moves declared `inside`.
 */
export async function recordMoveIn(
  tx: Tx,
  runtime: LedgerRuntime,
  actor: Actor,
  ledgerId: string,
  request: MoveRequest,
): Promise<LedgerRecord> {
  const ledger = getLedger(runtime.ledgers, ledgerId)
  const now = runtime.clock.now()
  const happenedAt = request.happenedAt ?? now
  const id = request.record ?? idFor(ledger, request.data, happenedAt)
  const found = request.record ? visible(ledger, actor, (await lockRecords(tx, ledger.id, [id])).get(id)) : undefined
  const attempt = {
    record: id,
    move: request.move,
    data: request.data ?? {},
    happenedAt,
    ...(request.reason ? { reason: request.reason } : {}),
  }
  const world = await runtime.world(actor.tenant)
  const context = { ...contextFor(world, actor, now, happenedAt), inside: true }
  const named = await findNamed(tx, runtime.ledgers, ledger, [attempt.data])
  const refs = refsOf(ledger, attempt.data, named)
  const made = draft(ledger, found, [{ attempt, context, refs }], salt)
  checkThere(ledger, attempt.data, named)
  const [after] = await save(tx, world, ledger, [made])
  return after!
}

interface Asked {
  actor: Actor
  request: MoveRequest
  telling: Telling<unknown>
  /** Nobody has signed in: somebody on the public site, or the program itself. */
  by?: 'public' | 'itself'
}
/** What comes of a move that went with others: it was told, refused, made before under the same key, or has to go alone. */
type Answer = { told: unknown } | { refused: unknown } | 'made-before' | 'alone'
type Draw = { draft: Draft; asked: Asked; at: number }

/** What the tellings need of the records' past, in one question for all. */
async function pastsOf(tx: Tx, asked: readonly Asked[]): Promise<(record: string | undefined) => Past> {
  const needing = (need: keyof Past) =>
    asked.flatMap(({ request, telling }) => (request.record && telling.needs.includes(need) ? [request.record] : []))
  const [histories, secrets] = await Promise.all([
    historiesOf(tx, needing('history')),
    secretsOf(tx, needing('secrets')),
  ])
  return (record = '') => ({
    history: histories.get(record) ?? [],
    secrets: secrets.filter((secret) => secret.record === record),
  })
}

/** Whose record has moved on since they saw it: were their moves made before, under the same key? */
async function madeBefore(tx: Tx, asked: readonly Asked[], locked: ReadonlyMap<string, LedgerRecord>) {
  const keys = asked.flatMap(({ request: { record, version, key } }) => {
    const found = record && locked.get(record)
    return found && key && found.version !== version ? [key] : []
  })
  return findRequests(tx, keys)
}

/** The record that goes along with a move, where one does: named in the move, or named by its record before. */
function carriedBy(ledger: Ledger, { move, data = {} }: MoveRequest, found?: LedgerRecord): string | undefined {
  const { carries } = ledger.moves[move] ?? {}
  const id = carries && (data[carries.to] ?? found?.data[carries.to])
  return typeof id === 'string' ? id : undefined
}
/** The record that goes along, as the guard of the move sees it: by the field that names it. */
const alongAt = (ledger: Ledger, { move }: MoveRequest, along: LedgerRecord | undefined): Refs =>
  along ? { [ledger.moves[move]!.carries!.to]: along } : {}
/** What the record that goes along is moved by: refused, it takes the other move with it. */
function carriedDraft(
  ledger: Ledger,
  found: LedgerRecord,
  from: LedgerRecord,
  { move, data = {} }: MoveRequest,
  context: MoveContext,
): Draft {
  const carries = ledger.moves[move]!.carries!
  const given = Object.fromEntries(carries.data.map((name) => [name, data[name]]))
  const attempt = {
    record: found.id,
    move: carries.move,
    data: { ...given, [carries.back]: from.id },
    happenedAt: context.now,
  }
  return draft(ledger, found, [{ attempt, context: { ...context, inside: true } }], salt)
}

/**
 * Makes moves of different records in one transaction (group commit): each is decided by itself, and refused by itself; the
 * database is asked, and waits for its disk, once for all. Two round trips: what is asked, and what is written with its
 * commit.
 */
async function makeTogether(
  runtime: LedgerRuntime,
  tenant: string,
  ledger: Ledger,
  asked: readonly Asked[],
  sent: () => void,
): Promise<Answer[]> {
  const world = await runtime.world(tenant)
  const now = runtime.clock.now()
  const alone = asked.length === 1
  const data = asked.map(({ request }) => request.data ?? {})
  const work = async (tx: Tx): Promise<Answer[]> => {
    const ids = asked.flatMap(({ request }) => [request.record ?? [], carriedBy(ledger, request) ?? []].flat())
    const [locked, named, pastOf] = await Promise.all([
      lockRecords(tx, ledger.id, ids, alone ? 'wait' : 'pass over'),
      findNamed(tx, runtime.ledgers, ledger, data),
      pastsOf(tx, asked),
    ])
    const goesAlong = ({ request }: Asked) => carriedBy(ledger, request, locked.get(request.record ?? ''))
    const later = asked.flatMap((one) => goesAlong(one) ?? []).filter((id) => !locked.has(id))
    if (later.length) for (const [id, record] of await lockRecords(tx, ledger.id, later)) locked.set(id, record)
    const before = await madeBefore(tx, asked, locked)
    const decideOne = ({ actor, request, by }: Asked, at: number): Draft => {
      const happenedAt = request.happenedAt ?? now
      const found = request.record ? visible(ledger, actor, locked.get(request.record)) : undefined
      if (found) checkVersion(ledger, world, found, request.version)
      const attempt = {
        record: request.record ?? idFor(ledger, request.data, happenedAt),
        move: request.move,
        data: data[at]!,
        happenedAt,
        ...(request.reason ? { reason: request.reason } : {}),
      }
      const nobody = { byPublic: by === 'public', byItself: by === 'itself' }
      const context = { ...contextFor(world, actor, now, happenedAt), carried: alone, ...nobody }
      const along = locked.get(carriedBy(ledger, request, found) ?? '')
      const refs = { ...refsOf(ledger, attempt.data, named), ...alongAt(ledger, request, along) }
      const made = draft(ledger, found, [{ attempt, context, refs }], salt)
      checkThere(ledger, attempt.data, named)
      return made
    }
    const drawn: Draw[] = []
    const answers = asked.map((one, at): Answer | undefined => {
      const { record, key } = one.request
      if (record && !alone && !locked.has(record)) return 'alone'
      if (key && before.has(key)) return 'made-before'
      try {
        drawn.push({ draft: decideOne(one, at), asked: one, at })
        return undefined
      } catch (error) {
        if (!(error instanceof Refusal)) throw error
        return { refused: error }
      }
    })
    if (!drawn.length) return answers as Answer[]
    const requests = drawn.map(({ asked: { actor, request } }) =>
      request.key ? { key: request.key, person: actor.person } : undefined,
    )
    const carried = drawn.flatMap(({ draft: { after }, asked: one }) => {
      const found = locked.get(goesAlong(one) ?? '')
      const context = contextFor(world, one.actor, now, now)
      return found ? [carriedDraft(ledger, found, after, one.request, context)] : []
    })
    const changes = await numbered(tx, world, ledger, [...drawn.map((one) => one.draft), ...carried], requests)
    drawn.forEach(({ draft: { hidden }, asked: { request, telling }, at }, i) => {
      const { after, entries } = changes[i]!
      answers[at] = { told: telling.tell({ after, entries, hidden }, pastOf(request.record)) }
    })
    const written = write(tx, ledger, changes)
    tx.commit()
    sent()
    await written
    return answers as Answer[]
  }
  return runtime.database.inTenant(tenant, work, { prelude: sharedLock(tenant) })
}

/** Errors of a statement, as the server tells them: the transaction was rolled back, whatever was sent behind it. A broken
 *  connection has no severity, or a worse one. */
const isOfStatement = (error: unknown) => (error as { severity?: string }).severity === 'ERROR'
const isUsedKey = (error: unknown) =>
  (error as { code?: string }).code === '23505' && (error as { constraint?: string }).constraint === 'request_pkey'

/** Makes the moves together. What fails is rolled back whole, and each then goes alone, so that one does not bring down the
 *  others; unless the commit was on its way: nobody knows what became of it, and nothing may be made twice. */
async function makeMoves(
  runtime: LedgerRuntime,
  tenant: string,
  ledger: Ledger,
  asked: readonly Asked[],
): Promise<(Answer | Promise<Answer>)[]> {
  let isSent = false
  const makeAlone = async (one: Asked): Promise<Answer> => {
    try {
      return await (await makeMoves(runtime, tenant, ledger, [one]))[0]!
    } catch (error) {
      return { refused: error }
    }
  }
  try {
    const answers = await makeTogether(runtime, tenant, ledger, asked, () => {
      isSent = true
    })
    if (isSent) runtime.poke(tenant)
    return answers.map((answer, i) => (answer === 'alone' ? makeAlone(asked[i]!) : answer))
  } catch (error) {
    if (asked.length === 1 && isUsedKey(error)) return ['made-before']
    if (asked.length === 1 || (isSent && !isOfStatement(error))) throw error
    return asked.map(makeAlone)
  }
}

const bunches = { most: 50, atOnce: 2, keyOf: ({ request }: Asked) => request.record }
type Gathered = Map<string, (asked: Asked) => Promise<Answer>>
const gathered = new WeakMap<LedgerRuntime, Gathered>()

/** The moves of one ledger of a bureau that wait in this process go together. */
function gatheredAt(runtime: LedgerRuntime, tenant: string, ledger: Ledger): (asked: Asked) => Promise<Answer> {
  const all = gathered.get(runtime) ?? new Map()
  gathered.set(runtime, all)
  const key = `${tenant}.${ledger.id}`
  const known = all.get(key) ?? gathering((asked) => makeMoves(runtime, tenant, ledger, asked), bunches)
  all.set(key, known)
  return known
}

async function earlierOutcome(
  runtime: LedgerRuntime,
  ledger: Ledger,
  { actor, request: { key = '' }, telling, by }: Asked,
): Promise<unknown> {
  return runtime.database.inTenant(actor.tenant, async (tx) => {
    const request = (await findRequests(tx, [key])).get(key)
    if (request?.person !== actor.person)
      throw conflict('ledger.key-used', '这个提交标识已被别的办理使用；请刷新页面后重新提交。')
    const found = await findRecord(tx, ledger.id, request.record)
    const after = by && found ? found : visible(ledger, actor, found)
    const pastOf = await pastsOf(tx, [{ actor, request: { record: after.id, move: '' }, telling }])
    return telling.tell({ after, entries: [], hidden: [] }, pastOf(after.id))
  })
}

async function makeOne(runtime: LedgerRuntime, ledgerId: string, asked: Asked): Promise<unknown> {
  const ledger = getLedger(runtime.ledgers, ledgerId)
  const { actor, request } = asked
  // A move that carries another record along holds two; it goes by itself.
  const answer = ledger.moves[request.move]?.carries
    ? await (await makeMoves(runtime, actor.tenant, ledger, [asked]))[0]!
    : await gatheredAt(runtime, actor.tenant, ledger)(asked)
  if (answer === 'made-before') return earlierOutcome(runtime, ledger, asked)
  if (answer === 'alone') throw new Error('a move was neither made nor refused')
  if ('refused' in answer) throw answer.refused
  return answer.told
}

/** Makes one move, whole or not at all, and gives it as `telling` tells it. When it is answered it is on the disk. */
export const recordMove = <T>(
  runtime: LedgerRuntime,
  actor: Actor,
  ledgerId: string,
  request: MoveRequest,
  telling: Telling<T>,
): Promise<T> => makeOne(runtime, ledgerId, { actor, request, telling }) as Promise<T>

/** A record that nobody who has signed in opens: of each key there is one. */
type Unasked = Required<Pick<MoveRequest, 'move' | 'data' | 'key'>>

/** Makes a move declared `public` for whoever is at the public page: nobody is known, and of each key there is one record. */
export const recordPublic = <T>(
  runtime: LedgerRuntime,
  tenant: string,
  ledgerId: string,
  request: Unasked,
  telling: Telling<T>,
): Promise<T> =>
  makeOne(runtime, ledgerId, { actor: systemActor(tenant), request, telling, by: 'public' }) as Promise<T>

/** Makes a move declared with `finds` for something that was found. False when it was made of this before, by whomever. */
export const recordFound = (
  runtime: LedgerRuntime,
  tenant: string,
  ledgerId: string,
  request: Unasked,
): Promise<boolean> => {
  const telling: Telling<boolean> = { needs: [], tell: ({ entries }) => entries.length > 0 }
  return makeOne(runtime, ledgerId, { actor: systemActor(tenant), request, telling, by: 'itself' }) as Promise<boolean>
}
