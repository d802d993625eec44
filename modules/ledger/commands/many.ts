import type { Instant } from '../../../platform/clock.ts'
import { invalid, Refusal } from '../../../platform/errors.ts'
import { type Actor, type Data, type Draft, draft, type Ledger, type LedgerRecord, type Step } from '../domain.ts'
import { contextFor, getLedger, type LedgerRuntime, sharedLock } from '../runtime.ts'
import { lockRecords } from '../store/records.ts'
import { checkVersion, idFor, salt, save, visible } from './saving.ts'

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
/** One record to open or to move, with the row it stands in. */
export interface WholeRow {
  row: number
  id: string
  version?: number
  opens: boolean
  steps: Step[]
}
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
