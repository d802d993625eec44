import type { Day } from '../../../platform/clock.ts'
import type { Tx } from '../../../platform/db.ts'
import type { Data, LedgerRecord } from '../domain.ts'
import { type RecordRow, recordOf } from './records.ts'

const isPublic = `from ledger.facet f where f.tenant = $1 and f.ledger = $2 and f.field = $3 and f.text_value <= $4::text`

export async function countPublic(tx: Tx, ledger: string, field: string, on: Day): Promise<number> {
  const rows = await tx.query<{ n: number }>(`select count(*)::int as n ${isPublic}`, [tx.tenant, ledger, field, on])
  return rows[0]!.n
}

/** A page of what is public on a day, the newest first. */
export async function publicRecords(
  tx: Tx,
  ledger: string,
  field: string,
  { on, limit, offset }: { on: Day; limit: number; offset: number },
): Promise<LedgerRecord[]> {
  const rows = await tx.query<RecordRow>(
    `select r.* from (select f.record, f.text_value ${isPublic} order by f.text_value desc, f.record desc limit $5 offset $6) p
     join ledger.record r on r.tenant = $1 and r.id = p.record order by p.text_value desc, p.record desc`,
    [tx.tenant, ledger, field, on, limit, offset],
  )
  return rows.map(recordOf)
}

/** What was public and was taken back by this move, the newest first. */
export const withdrawnRecords = (
  tx: Tx,
  ledger: string,
  move: string,
): Promise<{ number: string | null; data: Data; on: Day; reason: string }[]> =>
  tx.query(
    `select r.number, r.data, e.happened_on as on, coalesce(e.effect->>'reason', '') as reason from ledger.entry e
     join ledger.record r on r.tenant = e.tenant and r.id = e.record
     where e.tenant = $1 and e.ledger = $2 and e.move = $3 order by e.happened_on desc, e.record desc limit 100`,
    [tx.tenant, ledger, move],
  )
