import { conflict, invalid, notFound } from '../../platform/errors.ts'
import type { Signer } from '../../platform/keys.ts'
import { bureauTitle } from '../../platform/tenants.ts'
import type { Scheme } from '../evaluation/index.ts'
import type { Actor } from '../ledger/index.ts'
import { type LedgerRuntime, recordMoveIn, sealNow, sharedLock } from '../ledger/index.ts'
import { type Composed, compose } from './compose.ts'
import { type ReportDocument, textsOf } from './domain.ts'
import { hashSnapshot, type Snapshot } from './snapshot.ts'
import { findSnapshot, insertRows, insertSnapshot, insertWithdrawal, nextSnapshotId } from './store.ts'

/** What reporting is given when the program starts. */
export interface ReportingRuntime extends LedgerRuntime {
  documents: readonly ReportDocument[]
  schemes: readonly Scheme[]
  signer: Signer
}

export const documentsOf = ({ documents }: Pick<ReportingRuntime, 'documents'>, tenant: string): ReportDocument[] =>
  documents.filter((document) => document.tenant === undefined || document.tenant === tenant)

/** The document as this bureau may write it for that year. */
export function getDocument(
  runtime: Pick<ReportingRuntime, 'documents'>,
  tenant: string,
  id: string,
  year: number,
): ReportDocument {
  const found = documentsOf(runtime, tenant).find((document) => document.id === id)
  if (!found) throw notFound('report.unknown', '没有这份文档；请从“报告”菜单中选择。')
  if (found.year !== undefined && found.year !== year)
    throw invalid('report.other-year', `这份文档只适用于${found.year}年；${year}年的报告请选用同一格式的通用文档。`)
  return found
}

const UNFINISHED = '待填写'

function refuseUnfit(document: ReportDocument, { faults }: Composed): void {
  const unfinished = textsOf(document).some((text) => text.includes(UNFINISHED))
  const all = [...faults, ...(unfinished ? [`文中还有“${UNFINISHED}”的段落。`] : [])]
  if (all.length) throw conflict('report.not-fit', `还不能公布：${all.join('')}请更正后再公布。`, { faults: all })
}

/**
 * Publishes: seals the ledger, counts every figure as of the seal, freezes the rows behind them, hashes it all. Nothing of
 * it changes afterwards. Refuses (409 `report.not-fit`) while a sum does not add up or a score cannot stand.
 */
export async function publish(
  runtime: ReportingRuntime,
  actor: Actor,
  { document: id, year }: { document: string; year: number },
): Promise<Snapshot> {
  const { tenant } = actor
  const document = getDocument(runtime, tenant, id, year)
  const bureau = await bureauTitle(runtime.database, tenant)
  const world = await runtime.world(tenant)
  const now = runtime.clock.now()
  const { n, at, hash } = await sealNow(runtime.database, runtime.signer, tenant, now)
  const published = await runtime.database.inTenant(
    tenant,
    async (tx) => {
      const sight = { catalog: runtime.ledgers, schemes: runtime.schemes, year, asOf: n }
      const composed = await compose(tx, document, { ...sight, world, bureau, seal: { n, at, hash } }, true)
      refuseUnfit(document, composed)
      const { body, rows } = composed
      const draft: Omit<Snapshot, 'hash' | 'record'> = {
        tenant,
        id: await nextSnapshotId(tx, year, document.slug),
        document: document.id,
        title: body.title,
        period: String(year),
        seal: n,
        publishedAt: now,
        publishedBy: actor.person,
        body,
      }
      const fingerprint = hashSnapshot(draft)
      const data = {
        snapshot: draft.id,
        document: document.id,
        name: body.title,
        period: draft.period,
        seal: n,
        hash: fingerprint,
      }
      const { id: record } = await recordMoveIn(tx, runtime, actor, 'publication', { move: 'publish', data })
      const snapshot = { ...draft, record, hash: fingerprint }
      await insertSnapshot(tx, snapshot)
      for (const part of rows) await insertRows(tx, snapshot.id, part.figure, part.part, part.rows)
      return snapshot
    },
    { prelude: sharedLock(tenant) },
  )
  runtime.poke(tenant)
  return published
}

/** Marks a publication as withdrawn, with the reason; it stays readable under its address. */
export async function withdraw(
  runtime: ReportingRuntime,
  actor: Actor,
  { snapshot, reason }: { snapshot: string; reason: string },
): Promise<void> {
  const { database, clock } = runtime
  await database.inTenant(
    actor.tenant,
    async (tx) => {
      const found = await findSnapshot(tx, snapshot)
      if (!found) throw notFound('report.no-snapshot', '没有这份公布的报告；请从公布列表中选择。')
      if (found.withdrawn) throw conflict('report.withdrawn', '这份报告已经撤回，不能再次撤回。')
      await recordMoveIn(tx, runtime, actor, 'publication', { record: found.snapshot.record, move: 'withdraw', reason })
      await insertWithdrawal(tx, snapshot, { at: clock.now(), by: actor.person, reason })
    },
    { prelude: sharedLock(actor.tenant) },
  )
  runtime.poke(actor.tenant)
}
