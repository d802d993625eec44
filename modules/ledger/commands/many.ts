import type { Instant } from '../../../platform/clock.ts'
import type { Tx } from '../../../platform/db.ts'
import { invalid, Refusal } from '../../../platform/errors.ts'
import { type Actor, type Data, type Draft, draft, type Ledger, type LedgerRecord, type Step } from '../domain.ts'
import { contextFor, getLedger, type LedgerRuntime, sharedLock } from '../runtime.ts'
import { findNumbered, lockRecords } from '../store/records.ts'
import { withCodes } from './keys.ts'
import { checkThere, checkVersion, findNamed, idFor, refsOf, salt, save, visible } from './saving.ts'

/** Rows count from 1; a file's rows as the spreadsheet shows them, with the sheet where several were read. */
export interface RowPlace {
  row: number
  sheet?: string
}
export const placeOf = ({ row, sheet }: RowPlace): RowPlace => ({ row, ...(sheet === undefined ? {} : { sheet }) })
/** What goes wrong with one row of many. */
export interface RowProblem extends RowPlace {
  field?: string
  column?: string
  /** What stands in the cell, and what was probably meant by it. */
  raw?: string
  proposal?: string
  sentence: string
  id?: string
}
export const rowsIn = (problems: readonly RowPlace[]): number =>
  new Set(problems.map(({ row, sheet = '' }) => `${row} ${sheet}`)).size
const problemsOf = (place: RowPlace, error: unknown, ledger: Ledger): RowProblem[] => {
  if (!(error instanceof Refusal)) throw error
  const fields = error.details.fields as { field: string; sentence?: string }[] | undefined
  if (!fields?.length) return [{ ...place, sentence: error.sentence }]
  return fields.map(({ field, sentence = error.sentence }) => {
    const column = ledger.fields[field]?.label
    return { ...place, ...(column ? { field, column } : {}), sentence }
  })
}

const mostRows = 5000
/** One record to open or to move, with the row it stands in. */
export type WholeRow = RowPlace & { id: string; version?: number; opens: boolean } & Step
/** All of them or none. Each row goes through the same `decide`; every row that cannot be done is listed. */
export async function saveAll(
  runtime: LedgerRuntime,
  actor: Actor,
  ledger: Ledger,
  rows: readonly WholeRow[],
): Promise<LedgerRecord[]> {
  if (new Set(rows.map(({ id }) => id)).size < rows.length)
    throw invalid('ledger.twice', '清单里有重复的记录；请每条只选一次。')
  if (rows.length > mostRows)
    throw invalid('ledger.too-many', `一次最多办理${mostRows}条，这里有${rows.length}条；请分批。`)
  const world = await runtime.world(actor.tenant)
  const after = await runtime.database.inTenant(
    actor.tenant,
    async (tx) => {
      const [found, named] = await Promise.all([
        lockRecords(
          tx,
          ledger.id,
          rows.flatMap(({ id, opens }) => (opens ? [] : [id])),
        ),
        findNamed(
          tx,
          runtime.ledgers,
          ledger,
          rows.map(({ attempt }) => attempt.data),
        ),
      ])
      const drafts: Draft[] = []
      const problems: RowProblem[] = []
      for (const { id, version, opens, attempt, context, ...place } of rows) {
        try {
          const before = opens ? undefined : visible(ledger, actor, found.get(id))
          if (before) checkVersion(ledger, world, before, version)
          drafts.push(draft(ledger, before, [{ attempt, context, refs: refsOf(ledger, attempt.data, named) }], salt))
          checkThere(ledger, attempt.data, named)
        } catch (error) {
          const wrong = problemsOf(placeOf(place), error, ledger)
          problems.push(...wrong.map((problem) => ({ ...problem, ...(opens ? {} : { id }) })))
        }
      }
      if (problems.length)
        throw invalid(
          'ledger.rows',
          `${rows.length}条中有${rowsIn(problems)}条不能办理，所以一条也没有保存；请按清单改正后重新提交。`,
          { rows: problems },
        )
      return save(tx, world, ledger, drafts)
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
  const context = { ...contextFor(world, actor, now, now), together: true }
  const rows = items.map(({ id, version }, i) => ({
    row: i + 1,
    id,
    ...(version === undefined ? {} : { version }),
    opens: false,
    attempt: { record: id, move, data, happenedAt: now, ...(reason ? { reason } : {}) },
    context,
  }))
  return saveAll(runtime, actor, getLedger(runtime.ledgers, ledgerId), rows)
}

/** In a file people call another record by its number. One that is not there is left as it was written, and refused. */
async function withReferred<R extends { data: Data }>(tx: Tx, ledger: Ledger, rows: readonly R[]): Promise<R[]> {
  let named = [...rows]
  for (const [name, { kind, ledger: other = '' }] of Object.entries(ledger.fields)) {
    const numbers = named.flatMap(({ data }) => (kind === 'ref' && data[name] ? [String(data[name])] : []))
    if (!numbers.length) continue
    const ids = await findNumbered(tx, other, [...new Set(numbers)])
    named = named.map((row) => {
      const id = ids.get(String(row.data[name]))
      return id ? { ...row, data: { ...row.data, [name]: id } } : row
    })
  }
  return named
}

/** Opens a record for each row of a file. */
export async function importRows(
  runtime: LedgerRuntime,
  actor: Actor,
  ledgerId: string,
  rows: readonly (RowPlace & { move: string; data: Data; reason?: string; happenedAt?: Instant })[],
): Promise<LedgerRecord[]> {
  const ledger = getLedger(runtime.ledgers, ledgerId)
  const world = await runtime.world(actor.tenant)
  const now = runtime.clock.now()
  const read = await runtime.database.inTenant(
    actor.tenant,
    async (tx) => withCodes(tx, runtime.ledgers, ledger, await withReferred(tx, ledger, rows)),
    { readOnly: true },
  )
  const opening = read.map(({ move, data, reason, happenedAt = now, ...place }) => {
    const id = idFor(ledger, data, happenedAt)
    const attempt = { record: id, move, data, happenedAt, ...(reason ? { reason } : {}) }
    return { ...placeOf(place), id, opens: true, attempt, context: contextFor(world, actor, now, happenedAt) }
  })
  return saveAll(runtime, actor, ledger, opening)
}
