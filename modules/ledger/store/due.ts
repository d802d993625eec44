import type { Instant } from '../../../platform/clock.ts'
import type { Tx } from '../../../platform/db.ts'

interface Due {
  clocks: readonly string[]
  states: readonly string[]
  /** One of the clocks limits nobody: it runs out while the record's own time goes on. */
  aside: boolean
  now: Instant
  most: number
}
/** Records in these states of which one of these clocks runs and has run out, the earliest first. */
export async function findDue(tx: Tx, ledger: string, { clocks, states, aside, now, most }: Due): Promise<string[]> {
  const rows = await tx.named<{ id: string }>(
    'ledger.due',
    `select r.id from ledger.record r
     where r.tenant = $1 and r.ledger = $2 and r.due_at <= $7::timestamptz and r.state = any($5::text[]) and exists (
       select 1 from unnest($4::text[]) as c(name)
       where (r.clocks->c.name->>'dueAt')::timestamptz <= $3::timestamptz and not (r.clocks->c.name) ? 'stoppedAt'
     )
     order by r.due_at, r.id limit $6`,
    [tx.tenant, ledger, now, clocks, states, most, aside ? 'infinity' : now],
  )
  return rows.map(({ id }) => id)
}
