import { type Day, dayOf } from '../../../platform/clock.ts'
import type { Tx } from '../../../platform/db.ts'
import { conflict } from '../../../platform/errors.ts'
import { bureauTitle } from '../../../platform/tenants.ts'
import { type Actor, type Data, recordMoveIn, sealNow, sharedLock } from '../../ledger/index.ts'
import { type Composed, compose } from '../compose.ts'
import { type Unproven, unprovenIn } from '../domain/digits.ts'
import { edited } from '../domain/edits.ts'
import { findingSentence, findingsIn, type Placed } from '../proof.ts'
import { getDocument, type ReportingRuntime } from '../runtime.ts'
import { type Body, hashSnapshot, type Snapshot } from '../snapshot.ts'
import { insertRows, insertSnapshot, listSnapshots, nextSnapshotId } from '../store.ts'
import { editsOf } from './write.ts'

/** What somebody submits, since when it has been ready, and what he answers for. */
export interface Submission {
  document: string
  year: number
  /** Left out: today. */
  formedOn?: Day | undefined
  /** Why numbers stand in the prose that no ledger gave. */
  unprovenReason?: string | undefined
  /** Why errors that the checker found are left as they are. */
  findingsReason?: string | undefined
}

function refuseUnfit({ faults }: Composed): void {
  if (faults.length) throw conflict('report.not-fit', `还不能送审：${faults.join('')}请更正后再送审。`, { faults })
}

function refuseUnproven(unproven: readonly Unproven[], reason: string | undefined): void {
  if (!unproven.length || reason) return
  const said = unproven.map(({ digits }) => `“${digits}”`).join('、')
  throw conflict(
    'report.unproven',
    `正文有${unproven.length}处未证实的数字（${said}）；请改为取自台账的数字，或写明理由后送审。`,
    { unproven },
  )
}

const stopless = (sentence: string) => sentence.replace(/。$/, '')

function refuseErrors(errors: readonly Placed[], reason: string | undefined): void {
  if (!errors.length || reason) return
  const said = errors.map((one) => stopless(findingSentence(one))).join('；')
  throw conflict('report.findings', `审校发现${errors.length}处错误：${said}。请改正，或写明理由后送审。`, {
    findings: errors,
  })
}

async function refuseWaiting(tx: Tx, document: string, period: string): Promise<void> {
  const waiting = (await listSnapshots(tx)).find(
    (one) => one.document === document && one.period === period && !one.decision,
  )
  if (waiting)
    throw conflict('report.waiting', `这份报告已送审，编号${waiting.id}，还在待审批；请先由局领导同意公开或退回。`)
}

/** What is kept of what somebody answers for: how many, and his reason. */
async function answersFor(
  runtime: ReportingRuntime,
  body: Body,
  { unprovenReason, findingsReason }: Submission,
): Promise<Data> {
  const unproven = unprovenIn(body.sections)
  refuseUnproven(unproven, unprovenReason)
  const errors = (await findingsIn(runtime, body)).filter(({ severity }) => severity === 'error')
  refuseErrors(errors, findingsReason)
  return {
    ...(unproven.length ? { unproven: unproven.length, unprovenReason } : {}),
    ...(errors.length ? { findings: errors.length, findingsReason } : {}),
  }
}

/**
 * Submits a report: seals the ledger, counts every figure as of the seal, freezes the rows behind them, hashes it all. Nothing
 * of it changes afterwards, and nobody outside sees it before somebody else has agreed. Refuses (409 `report.not-fit`) while a
 * sum or a list does not add up or a score cannot stand.
 */
export async function submit(runtime: ReportingRuntime, actor: Actor, asked: Submission): Promise<Snapshot> {
  const { tenant } = actor
  const { year } = asked
  const declared = getDocument(runtime, tenant, asked.document, year)
  const bureau = await bureauTitle(runtime.database, tenant)
  const world = await runtime.world(tenant)
  const now = runtime.clock.now()
  const { n, at, hash } = await sealNow(runtime.database, runtime.signer, tenant, now)
  const submitted = await runtime.database.inTenant(
    tenant,
    async (tx) => {
      const sight = { catalog: runtime.ledgers, schemes: runtime.schemes, year, asOf: n }
      const document = edited(declared, await editsOf(tx, declared.id, year))
      const composed = await compose(tx, document, { ...sight, world, bureau, seal: { n, at, hash } }, true)
      refuseUnfit(composed)
      const { body, rows } = composed
      const answers = await answersFor(runtime, body, asked)
      const draft: Omit<Snapshot, 'hash' | 'record'> = {
        tenant,
        id: await nextSnapshotId(tx, year, document.slug),
        document: document.id,
        title: body.title,
        period: String(year),
        seal: n,
        submittedAt: now,
        submittedBy: actor.person,
        body,
      }
      await refuseWaiting(tx, document.id, draft.period)
      const fingerprint = hashSnapshot(draft)
      const data = {
        snapshot: draft.id,
        document: document.id,
        name: body.title,
        period: draft.period,
        seal: n,
        hash: fingerprint,
        formedOn: asked.formedOn ?? dayOf(now),
        ...answers,
      }
      const { id: record } = await recordMoveIn(tx, runtime, actor, 'publication', { move: 'submit', data })
      const snapshot = { ...draft, record, hash: fingerprint }
      await insertSnapshot(tx, snapshot)
      for (const part of rows) await insertRows(tx, snapshot.id, part.figure, part.part, part.rows)
      return snapshot
    },
    { prelude: sharedLock(tenant) },
  )
  runtime.poke(tenant)
  return submitted
}
