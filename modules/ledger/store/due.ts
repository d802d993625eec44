import type { Instant } from '../../../platform/clock.ts'
import type { Tx } from '../../../platform/db.ts'

/** Records in these states of which one of these clocks runs and has run out, the earliest first. */
export async function findDue(
  tx: Tx,
  ledger: string,
  { clocks, states, now, most }: { clocks: readonly string[]; states: readonly string[]; now: Instant; most: number },
): Promise<string[]> {
  const rows = await tx.named<{ id: string }>(
    'ledger.due',
    `select r.id from ledger.record r
     where r.tenant = $1 and r.ledger = $2 and r.due_at <= $3::timestamptz and r.state = any($5::text[]) and exists (
       select 1 from unnest($4::text[]) as c(name)
       where (r.clocks->c.name->>'dueAt')::timestamptz <= $3::timestamptz and not (r.clocks->c.name) ? 'stoppedAt'
     )
     order by r.due_at, r.id limit $6`,
    [tx.tenant, ledger, now, clocks, states, most],
  )
  return rows.map(({ id }) => id)
}
