import type { Instant } from '../../../platform/clock.ts'
import type { Tx } from '../../../platform/db.ts'

/** Records of which one of these clocks runs and has run out, the earliest first. */
export async function findDue(
  tx: Tx,
  ledger: string,
  clocks: readonly string[],
  now: Instant,
  most: number,
): Promise<string[]> {
  const rows = await tx.named<{ id: string }>(
    'ledger.due',
    `select r.id from ledger.record r
     where r.tenant = $1 and r.ledger = $2 and r.due_at <= $3::timestamptz and exists (
       select 1 from unnest($4::text[]) as c(name)
       where (r.clocks->c.name->>'dueAt')::timestamptz <= $3::timestamptz and not (r.clocks->c.name) ? 'stoppedAt'
     )
     order by r.due_at, r.id limit $5`,
    [tx.tenant, ledger, now, clocks, most],
  )
  return rows.map(({ id }) => id)
}
