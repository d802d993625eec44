import type { Instant } from '../../../platform/clock.ts'
import type { Tx } from '../../../platform/db.ts'
import { newId } from '../../../platform/ids.ts'

export interface LogRow {
  id: string
  at: Instant
  by: string
  what: string
  sentence: string
  about: Record<string, unknown>
}

/** Writes down a change and raises the revision that other processes watch. */
export async function note(tx: Tx, row: Omit<LogRow, 'id'>): Promise<void> {
  await insertLog(tx, row)
  await tx.query(
    `insert into org.revision (tenant, n) values ($1, 1)
     on conflict (tenant) do update set n = org.revision.n + 1`,
    [tx.tenant],
  )
}
export async function insertLog(tx: Tx, { at, by, what, sentence, about }: Omit<LogRow, 'id'>): Promise<void> {
  await tx.query(
    'insert into org.log (tenant, id, at, by, what, sentence, about) values ($1, $2, $3, $4, $5, $6, $7)',
    [tx.tenant, newId(Date.parse(at)), at, by, what, sentence, JSON.stringify(about)],
  )
}
export const findLog = (tx: Tx, before: string | undefined, limit: number): Promise<LogRow[]> =>
  tx.query<LogRow>(
    `select id, at, by, what, sentence, about from org.log
     where tenant = $1 and ($2::uuid is null or id < $2) order by id desc limit $3`,
    [tx.tenant, before ?? null, limit],
  )

export async function findRevision(tx: Tx): Promise<number> {
  const [row] = await tx.named<{ n: number }>('org-revision', 'select n from org.revision where tenant = $1', [
    tx.tenant,
  ])
  return row?.n ?? 0
}
