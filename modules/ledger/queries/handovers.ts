import { createHash } from 'node:crypto'
import type { Instant } from '../../../platform/clock.ts'
import type { Tx } from '../../../platform/db.ts'
import { notFound } from '../../../platform/errors.ts'
import type { Signer } from '../../../platform/keys.ts'
import type { OrgView } from '../../org/index.ts'
import type { Batch } from '../contract.ts'
import { canonical, filesIn, type Handover, isFiled, type Ledger, recordFrom } from '../domain.ts'
import { shown } from '../sheets.ts'
import { batchStates, entriesOfBatch, entriesUpTo } from '../store/handovers.ts'

/** A batch as the other authority receives it. What is signed is the hash of everything before it. */
export interface HandoverFile {
  form: '移交清单'
  ledger: string
  from: string
  to: string
  batch: string
  at: Instant
  by: string
  rows: Record<string, unknown>[]
  hash: string
  keyId: string
  signature: string
}

/** The batches of a ledger, the newest first, and what became of their records. */
export async function batchesOf(tx: Tx, ledger: Ledger, handover: Handover): Promise<Batch[]> {
  const byBatch = new Map<string, Batch>()
  for (const { batch, state, records } of await batchStates(tx, ledger.id, handover.batch, handover.move)) {
    const label = state === null ? '已更正，不在本批' : (ledger.states[state]?.label ?? state)
    const one = byBatch.get(batch) ?? { batch, records: 0, states: [] }
    byBatch.set(batch, {
      ...one,
      records: one.records + records,
      states: [...one.states, { state: state ?? '', label, records }],
    })
  }
  const yearAndNumber = ({ batch }: Batch) => batch.match(/\d+/g)?.map(Number) ?? []
  return [...byBatch.values()].sort((a, b) => {
    const [x, y] = [yearAndNumber(a), yearAndNumber(b)]
    return (y[0] ?? 0) - (x[0] ?? 0) || (y[1] ?? 0) - (x[1] ?? 0)
  })
}

/** Writes a batch as it went: each record as it stood then, whatever was corrected since. Signed with the bureau's key. */
export async function handoverFile(
  tx: Tx,
  ledger: Ledger,
  handover: Handover,
  { world, signer, batch }: { world: OrgView; signer: Signer; batch: string },
): Promise<HandoverFile> {
  const went = await entriesOfBatch(tx, ledger.id, { move: handover.move, field: handover.batch, batch })
  if (!went.length) throw notFound('ledger.no-batch', `没有“${batch}”这个移交批次；请从批次列表进入。`)
  const lives = await entriesUpTo(tx, went)
  const rows = went.map(({ record }) => {
    const { number, data } = recordFrom(ledger, lives.get(record)!)!
    const told = handover.rows.map((name) => {
      const field = ledger.fields[name]!
      return [
        field.label,
        isFiled(field.kind) ? filesIn(ledger.fields, { [name]: data[name] }) : shown(field, data[name], world),
      ]
    })
    return { 编号: number, ...Object.fromEntries(told) } as Record<string, unknown>
  })
  const file = {
    form: '移交清单' as const,
    ledger: ledger.title,
    from: world.units.find(({ parent }) => parent === null)?.name ?? '',
    to: handover.to,
    batch,
    at: went[0]!.at,
    by: world.personName(went[0]!.actor),
    rows: rows.sort((a, b) => String(a.编号).localeCompare(String(b.编号))),
  }
  const hash = createHash('sha256').update(canonical(file)).digest('hex')
  return { ...file, hash, keyId: signer.keyId, signature: signer.sign(hash) }
}
