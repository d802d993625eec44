import { randomBytes } from 'node:crypto'
import { dayOf, type Instant, isDay, startOfDay } from '../../platform/clock.ts'
import type { Tx } from '../../platform/db.ts'
import { conflict, invalid, notFound, Refusal } from '../../platform/errors.ts'
import { findMissingFiles } from '../../platform/files.ts'
import { newId } from '../../platform/ids.ts'
import type { OrgView } from '../org/index.ts'
import {
  type Actor,
  type Data,
  type Draft,
  draft,
  filesIn,
  finish,
  isLate,
  type Ledger,
  type LedgerRecord,
  mayRead,
  newFacets,
  newGrams,
  numberText,
  numberYear,
  type Outcome,
  type Step,
} from './domain.ts'
import { contextFor, getLedger, type LedgerRuntime, sharedLock } from './runtime.ts'
import { append, type Change, eraseSecrets } from './store/append.ts'
import { drawNumbers, findRecord, findRequest, lockRecords } from './store/records.ts'

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

const salt = () => randomBytes(16).toString('base64url')

async function numbersFor(tx: Tx, ledger: Ledger, drafts: readonly Draft[]): Promise<(string | undefined)[]> {
  const byYear = new Map<number, number[]>()
  drafts.forEach((one, i) => {
    const year = numberYear(ledger, one)
    if (year !== undefined) byYear.set(year, [...(byYear.get(year) ?? []), i])
  })
  const numbers: (string | undefined)[] = []
  for (const [year, places] of byYear) {
    const first = await drawNumbers(tx, ledger.id, year, places.length)
    places.forEach((place, n) => {
      numbers[place] = numberText(ledger, tx.tenant, year, first + n)
    })
  }
  return numbers
}

function changeOf(ledger: Ledger, one: Draft, number: string | undefined, request: Change['request']): Change {
  const { entries, after } = finish(ledger, one, number)
  const last = entries.at(-1)!
  return {
    after,
    entries,
    late: isLate(ledger, after),
    grams: newGrams(ledger, one.found, after),
    facets: newFacets(ledger, entries),
    secrets: one.hidden,
    event: {
      id: newId(),
      name: `${ledger.id}.${ledger.moves[last.move]!.past ?? last.move}`,
      body: { ledger: ledger.id, record: after.id, seq: last.seq },
    },
    ...(request ? { request } : {}),
  }
}

/** Numbers and chains drafts of one ledger. The counter is drawn last, just before the write. */
async function numbered(
  tx: Tx,
  ledger: Ledger,
  drafts: readonly Draft[],
  request?: Change['request'],
): Promise<Change[]> {
  const numbers = await numbersFor(tx, ledger, drafts)
  return drafts.map((one, i) => changeOf(ledger, one, numbers[i], request))
}
function write(tx: Tx, ledger: Ledger, changes: readonly Change[]): Promise<unknown> {
  const erased = changes.flatMap(({ after, entries }) => {
    const fields = entries.flatMap((entry) => ledger.moves[entry.move]!.erases ?? [])
    return fields.length ? [{ id: after.id, fields }] : []
  })
  return Promise.all([append(tx, changes), ...erased.map(({ id, fields }) => eraseSecrets(tx, id, fields))])
}
/** The photos named in what was filled in that are not here. */
async function missingFiles(tx: Tx, ledger: Ledger, filledIn: readonly Data[]): Promise<string[]> {
  const named = new Set(filledIn.flatMap((data) => filesIn(ledger.fields, data)))
  return named.size ? findMissingFiles(tx, [...named]) : []
}
/** A photo is evidence only when it is here. */
function checkFiles(missing: readonly string[]): void {
  if (missing.length)
    throw invalid('ledger.file-missing', `有${missing.length}张照片没有上传成功；请重新上传后再提交。`, { missing })
}

/** Records stand in the order of when they happened: of the day they are about, where they are entered later. */
function idFor(ledger: Ledger, data: Data | undefined, happenedAt: Instant): string {
  const on = ledger.columns.on && data?.[ledger.columns.on]
  return newId(Date.parse(typeof on === 'string' && isDay(on) ? startOfDay(on) : happenedAt))
}

async function save(tx: Tx, ledger: Ledger, drafts: readonly Draft[]): Promise<LedgerRecord[]> {
  const filledIn = drafts.flatMap(({ entries }) => entries.map(({ data }) => data))
  checkFiles(await missingFiles(tx, ledger, filledIn))
  const changes = await numbered(tx, ledger, drafts)
  await write(tx, ledger, changes)
  return changes.map((change) => change.after)
}

function checkVersion(ledger: Ledger, world: OrgView, found: LedgerRecord, version: number | undefined): void {
  if (version === undefined || version === found.version) return
  const [move, last] = Object.entries(found.by).find(([, { seq }]) => seq === found.version) ?? []
  const who = last ? `刚由${world.personName(last.person)}办理“${ledger.moves[move!]?.label ?? ''}”` : '刚有人办理'
  throw conflict('ledger.stale', `这条${ledger.title}${who}，您看到的已不是最新内容；请刷新后再办。`, {
    version: found.version,
  })
}

function visible(ledger: Ledger, actor: Actor, found: LedgerRecord | undefined): LedgerRecord {
  if (!found || !mayRead(ledger, actor, found))
    throw notFound('ledger.not-found', `没有这条${ledger.title}，或不在您的查看范围内。`)
  return found
}

const isUsedKey = (error: unknown) =>
  (error as { code?: string }).code === '23505' && (error as { constraint?: string }).constraint === 'request_pkey'

/** Reads what is needed to tell a move's outcome, together with the locking: from then on nobody else can move the record.
 *  A new record has no id yet. */
type Reading<T> = (tx: Tx, record: string | undefined) => Promise<(outcome: Outcome) => T>

async function earlierOutcome<T>(
  runtime: LedgerRuntime,
  actor: Actor,
  ledger: Ledger,
  key: string,
  reading: Reading<T>,
): Promise<T> {
  return runtime.database.inTenant(actor.tenant, async (tx) => {
    const request = await findRequest(tx, key)
    const found = request?.person === actor.person ? await findRecord(tx, ledger.id, request.record) : undefined
    if (!found) throw conflict('ledger.key-used', '这个提交标识已被别的办理使用；请刷新页面后重新提交。')
    return (await reading(tx, found.id))({ after: found, entries: [], hidden: [] })
  })
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
  const context = { ...contextFor(await runtime.world(actor.tenant), actor, now, happenedAt), inside: true }
  const [after] = await save(tx, ledger, [draft(ledger, found, [{ attempt, context }], salt)])
  return after!
}

/** Makes one move: load, decide, save, in one transaction; gives the outcome as `reading` tells it. Two round trips: what is
 *  asked, and then what is written with its commit. */
export async function recordMove<T>(
  runtime: LedgerRuntime,
  actor: Actor,
  ledgerId: string,
  request: MoveRequest,
  reading: Reading<T>,
): Promise<T> {
  const ledger = getLedger(runtime.ledgers, ledgerId)
  const world = await runtime.world(actor.tenant)
  const now = runtime.clock.now()
  const happenedAt = request.happenedAt ?? now
  const id = request.record ?? idFor(ledger, request.data, happenedAt)
  const work = async (tx: Tx) => {
    const [locked, missing, tell] = await Promise.all([
      request.record ? lockRecords(tx, ledger.id, [id]) : undefined,
      missingFiles(tx, ledger, [request.data ?? {}]),
      reading(tx, request.record),
    ])
    const found = locked && visible(ledger, actor, locked.get(id))
    // Done before, a request has raised the version since.
    const mayBeDone = found && request.key && found.version !== request.version
    if (mayBeDone && (await findRequest(tx, request.key!))) return undefined
    if (found) checkVersion(ledger, world, found, request.version)
    const attempt = {
      record: id,
      move: request.move,
      data: request.data ?? {},
      happenedAt,
      ...(request.reason ? { reason: request.reason } : {}),
    }
    const one = draft(ledger, found, [{ attempt, context: contextFor(world, actor, now, happenedAt) }], salt)
    checkFiles(missing)
    const key = request.key ? { key: request.key, person: actor.person } : undefined
    const [change] = await numbered(tx, ledger, [one], key)
    const told = tell({ after: change!.after, entries: change!.entries, hidden: one.hidden })
    const written = write(tx, ledger, [change!])
    tx.commit()
    await written
    return { told }
  }
  try {
    const done = await runtime.database.inTenant(actor.tenant, work, { prelude: sharedLock(actor.tenant) })
    if (!done) return await earlierOutcome(runtime, actor, ledger, request.key!, reading)
    runtime.poke(actor.tenant)
    return done.told
  } catch (error) {
    if (request.key && isUsedKey(error)) return earlierOutcome(runtime, actor, ledger, request.key, reading)
    throw error
  }
}

/** What goes wrong with one row of many. Rows count from 1; a file's rows as the spreadsheet shows them. */
export interface RowProblem {
  row: number
  column?: string
  sentence: string
  id?: string
}
const problemsOf = (row: number, error: unknown, labels: (field: string) => string | undefined): RowProblem[] => {
  if (!(error instanceof Refusal)) throw error
  const fields = error.details.fields as { field: string; sentence?: string }[] | undefined
  if (!fields?.length) return [{ row, sentence: error.sentence }]
  return fields.map(({ field, sentence }) => {
    const column = labels(field)
    return { row, ...(column ? { column } : {}), sentence: sentence ?? error.sentence }
  })
}

const mostRows = 5000
/** All of them or none. Each row goes through the same `decide`; every row that cannot be done is listed. */
async function saveAll(
  runtime: LedgerRuntime,
  actor: Actor,
  ledger: Ledger,
  rows: readonly { row: number; id: string; version?: number; opens: boolean; steps: Step[] }[],
): Promise<LedgerRecord[]> {
  if (new Set(rows.map(({ id }) => id)).size < rows.length)
    throw invalid('ledger.twice', '清单里有重复的记录；请每条只选一次。')
  if (rows.length > mostRows)
    throw invalid('ledger.too-many', `一次最多办理${mostRows}条，这里有${rows.length}条；请分批。`)
  const world = await runtime.world(actor.tenant)
  const after = await runtime.database.inTenant(
    actor.tenant,
    async (tx) => {
      const existing = rows.filter((row) => !row.opens)
      const found = existing.length
        ? await lockRecords(
            tx,
            ledger.id,
            existing.map((row) => row.id),
          )
        : new Map<string, LedgerRecord>()
      const drafts: Draft[] = []
      const problems: RowProblem[] = []
      for (const { row, id, version, opens, steps } of rows) {
        try {
          const before = opens ? undefined : visible(ledger, actor, found.get(id))
          if (before) checkVersion(ledger, world, before, version)
          drafts.push(draft(ledger, before, steps, salt))
        } catch (error) {
          problems.push(
            ...problemsOf(row, error, (field) => ledger.fields[field]?.label).map((problem) => ({
              ...problem,
              ...(opens ? {} : { id }),
            })),
          )
        }
      }
      if (problems.length)
        throw invalid(
          'ledger.rows',
          `${rows.length}条中有${new Set(problems.map((p) => p.row)).size}条不能办理，所以一条也没有保存；请按清单改正后重新提交。`,
          { rows: problems },
        )
      return save(tx, ledger, drafts)
    },
    { prelude: sharedLock(actor.tenant) },
  )
  runtime.poke(actor.tenant)
  return after
}

/** The same move for many records. */
export async function moveMany(
  runtime: LedgerRuntime,
  actor: Actor,
  ledgerId: string,
  {
    move,
    items,
    data = {},
    reason,
  }: { move: string; items: readonly { id: string; version?: number }[]; data?: Data; reason?: string },
): Promise<LedgerRecord[]> {
  const world = await runtime.world(actor.tenant)
  const now = runtime.clock.now()
  const context = contextFor(world, actor, now, now)
  const rows = items.map(({ id, version }, i) => ({
    row: i + 1,
    id,
    ...(version === undefined ? {} : { version }),
    opens: false,
    steps: [{ attempt: { record: id, move, data, happenedAt: now, ...(reason ? { reason } : {}) }, context }],
  }))
  return saveAll(runtime, actor, getLedger(runtime.ledgers, ledgerId), rows)
}

/** Opens a record for each row of a file. */
export async function importRows(
  runtime: LedgerRuntime,
  actor: Actor,
  ledgerId: string,
  rows: readonly { row: number; move: string; data: Data; happenedAt?: Instant }[],
): Promise<LedgerRecord[]> {
  const ledger = getLedger(runtime.ledgers, ledgerId)
  const world = await runtime.world(actor.tenant)
  const now = runtime.clock.now()
  const opening = rows.map(({ row, move, data, happenedAt = now }) => {
    const id = idFor(ledger, data, happenedAt)
    const context = contextFor(world, actor, now, happenedAt)
    return { row, id, opens: true, steps: [{ attempt: { record: id, move, data, happenedAt }, context }] }
  })
  return saveAll(runtime, actor, ledger, opening)
}

/** One record's whole life, each step by its own person at its own time. */
export interface Life {
  steps: readonly { move: string; data?: Data; reason?: string; person: string; at: Instant }[]
}
/**
 * Replays lives of new records, each step decided as it would have been at its time: for the demonstration, for benches
 * and for bringing over an older system's cases. In the order given; all of them or none.
 */
export async function replay(
  runtime: LedgerRuntime,
  tenant: string,
  ledgerId: string,
  lives: readonly Life[],
): Promise<LedgerRecord[]> {
  const ledger = getLedger(runtime.ledgers, ledgerId)
  const world = await runtime.world(tenant)
  return runtime.database.inTenant(
    tenant,
    (tx) =>
      save(
        tx,
        ledger,
        lives.map((life) => draftLife(ledger, world, life)),
      ),
    { prelude: sharedLock(tenant) },
  )
}

function actorAt(world: OrgView, person: string, at: Instant): Actor {
  const actor = world.actorOf(person, dayOf(at))
  if (!actor) throw invalid('ledger.person-unknown', `${dayOf(at)}没有“${person}”这个在岗人员。`)
  return actor
}

export function draftLife(ledger: Ledger, world: OrgView, { steps }: Life): Draft {
  const id = idFor(ledger, steps[0]!.data, steps[0]!.at)
  const decided = steps.map(({ move, data = {}, reason, person, at }) => ({
    attempt: { record: id, move, data, happenedAt: at, ...(reason ? { reason } : {}) },
    context: contextFor(world, actorAt(world, person, at), at, at),
  }))
  return draft(ledger, undefined, decided, salt)
}
