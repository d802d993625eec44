import type { Tx } from '../../../platform/db.ts'
import { notFound } from '../../../platform/errors.ts'
import { type Data, findRecord, type LedgerRecord, recordsOf } from '../../ledger/index.ts'
import { compose, type Sources } from '../compose.ts'
import { standingOf } from '../fate.ts'
import { getDocument, type ReportingRuntime } from '../runtime.ts'
import type { Snapshot } from '../snapshot.ts'
import { type Fate, findSnapshot, listSnapshots, type SnapshotHead } from '../store.ts'

/** A figure that the ledgers count differently by now. */
export interface Difference {
  figure: string
  label: string
  frozen: string
  now: string
}
/** A report with its record in the ledger of publications: the day until which it is to be public, and what was answered for. */
export interface Submitted extends SnapshotHead {
  due: string | null
  late: boolean
}
export interface Review extends Fate {
  snapshot: Snapshot
  answers: Data
  differences: Difference[]
}

const lateAt = (record: LedgerRecord, now: string): boolean => {
  const clock = record.clocks.disclose
  return clock !== undefined && (clock.stoppedAt ?? now) > clock.dueAt
}

/** What waits for a decision, or was sent back and not handed in again since; newest first. */
export async function submissions(tx: Tx, now: string): Promise<Submitted[]> {
  const all = await listSnapshots(tx)
  const isLatest = ({ document, period, seal }: SnapshotHead) =>
    !all.some((one) => one.document === document && one.period === period && one.seal > seal)
  const heads = all.filter((head) => standingOf(head) !== 'returned' || isLatest(head))
  const records = new Map((await recordsOf(tx, 'publication')).map((record) => [record.id, record]))
  return heads.flatMap((head) => {
    const record = records.get(head.record)
    const standing = standingOf(head)
    if (!record || (standing !== 'submitted' && standing !== 'returned')) return []
    return [{ ...head, due: (record.data.until as string | undefined) ?? null, late: lateAt(record, now) }]
  })
}

async function differencesOf(
  tx: Tx,
  runtime: ReportingRuntime,
  { tenant, document, body }: Snapshot,
  sources: Omit<Sources, 'year' | 'asOf'>,
): Promise<Difference[]> {
  const declared = getDocument(runtime, tenant, document, body.year)
  const { body: now } = await compose(tx, declared, { ...sources, year: body.year }, false)
  const current = new Map(now.figures.map((figure) => [figure.id, `${figure.value}${figure.unit}`]))
  return body.figures.flatMap(({ id, label, value, unit }) => {
    const frozen = `${value}${unit}`
    const counted = current.get(id) ?? '不再统计'
    return counted === frozen ? [] : [{ figure: id, label, frozen, now: counted }]
  })
}

/** A submitted report exactly as it was frozen, and which of its figures differ now. */
export async function review(
  tx: Tx,
  runtime: ReportingRuntime,
  id: string,
  sources: Omit<Sources, 'year' | 'asOf'>,
): Promise<Review> {
  const found = await findSnapshot(tx, id)
  if (!found) throw notFound('report.no-snapshot', '没有这份送审的报告；请从“待审批”列表中选择。')
  const { snapshot, decision, withdrawn } = found
  const record = await findRecord(tx, 'publication', snapshot.record)
  const differences = decision ? [] : await differencesOf(tx, runtime, snapshot, sources)
  return { snapshot, decision, withdrawn, answers: record?.data ?? {}, differences }
}
