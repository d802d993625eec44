import type { Instant } from '../../../platform/clock.ts'
import type { Tx } from '../../../platform/db.ts'
import { conflict, notFound } from '../../../platform/errors.ts'
import { type Actor, recordMoveIn, sharedLock } from '../../ledger/index.ts'
import { type Standing, standingOf, standings } from '../fate.ts'
import type { ReportingRuntime } from '../runtime.ts'
import type { Snapshot } from '../snapshot.ts'
import { findSnapshot, insertDecision, insertWithdrawal } from '../store.ts'
import { faultsOf, recountFrom } from '../verify.ts'

const possible: Readonly<Record<Standing, string>> = {
  submitted: '可以：同意公开或退回',
  published: '可以：撤回',
  returned: '请改正后重新送审',
  withdrawn: '需要时请重新送审',
}

/** The report, if it stands where the step begins. */
async function getIn(tx: Tx, id: string, standing: Standing, step: string): Promise<Snapshot> {
  const found = await findSnapshot(tx, id)
  if (!found) throw notFound('report.no-snapshot', '没有这份送审或公开的报告；请从“报告”菜单的列表中选择。')
  const now = standingOf(found)
  if (now !== standing)
    throw conflict('report.other-standing', `这份报告当前为“${standings[now]}”，不能${step}；${possible[now]}。`)
  return found.snapshot
}

/** One step of a report in a transaction: where it must stand, the move in the ledger of publications, and what is kept. */
async function step<T>(
  runtime: ReportingRuntime,
  actor: Actor,
  {
    snapshot: id,
    from,
    label,
    move,
    reason,
  }: { snapshot: string; from: Standing; label: string; move: string; reason?: string },
  keep: (tx: Tx, snapshot: Snapshot, at: Instant) => Promise<T>,
): Promise<T> {
  const at = runtime.clock.now()
  const kept = await runtime.database.inTenant(
    actor.tenant,
    async (tx) => {
      const snapshot = await getIn(tx, id, from, label)
      const request = { record: snapshot.record, move, ...(reason ? { reason } : {}) }
      await recordMoveIn(tx, runtime, actor, 'publication', request)
      return keep(tx, snapshot, at)
    },
    { prelude: sharedLock(actor.tenant) },
  )
  runtime.poke(actor.tenant)
  return kept
}

/**
 * Publishes what somebody else has submitted, exactly as it was frozen. Every figure is counted again before, as of its seal:
 * one that differs keeps the report back (409 `report.altered`).
 */
export const approve = (
  runtime: ReportingRuntime,
  actor: Actor,
  { snapshot }: { snapshot: string },
): Promise<Snapshot & { publishedAt: Instant }> =>
  step(runtime, actor, { snapshot, from: 'submitted', label: '同意公开', move: 'publish' }, async (tx, found, at) => {
    const faults = await faultsOf(tx, found, { recount: recountFrom(runtime.ledgers) })
    if (faults.length)
      throw conflict('report.altered', `不能公开：${faults.join('；')}。请退回，核对后重新送审。`, { faults })
    await insertDecision(tx, found.id, { approved: true, at, by: actor.person, reason: null })
    return { ...found, publishedAt: at }
  })

/** Sends back what somebody else has submitted; it never becomes public, and the reason stays in the ledger. */
export const sendBack = (
  runtime: ReportingRuntime,
  actor: Actor,
  { snapshot, reason }: { snapshot: string; reason: string },
): Promise<void> =>
  step(runtime, actor, { snapshot, from: 'submitted', label: '退回', move: 'return', reason }, (tx, found, at) =>
    insertDecision(tx, found.id, { approved: false, at, by: actor.person, reason }),
  )

/** Marks a publication as withdrawn, with the reason; it stays readable under its address. */
export const withdraw = (
  runtime: ReportingRuntime,
  actor: Actor,
  { snapshot, reason }: { snapshot: string; reason: string },
): Promise<void> =>
  step(runtime, actor, { snapshot, from: 'published', label: '撤回', move: 'withdraw', reason }, (tx, found, at) =>
    insertWithdrawal(tx, found.id, { at, by: actor.person, reason }),
  )
