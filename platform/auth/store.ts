import type { Instant } from '../clock.ts'
import type { Tx } from '../db.ts'

export interface SessionRow {
  person: string
  csrf: string
  seenAt: Instant
  expiresAt: Instant
}

export async function insertSession(
  tx: Tx,
  idHash: Buffer,
  { person, csrf, seenAt, expiresAt }: SessionRow,
): Promise<void> {
  await tx.query(
    `insert into platform.session (tenant, id_hash, person, created_at, seen_at, expires_at, csrf)
     values ($1, $2, $3, $4, $4, $5, $6)`,
    [tx.tenant, idHash, person, seenAt, expiresAt, csrf],
  )
}

export async function findSession(tx: Tx, idHash: Buffer): Promise<SessionRow | undefined> {
  const [row] = await tx.named<SessionRow>(
    'session-find',
    `select person, csrf, seen_at as "seenAt", expires_at as "expiresAt" from platform.session
     where tenant = $1 and id_hash = $2`,
    [tx.tenant, idHash],
  )
  return row
}

export async function touchSession(tx: Tx, idHash: Buffer, at: Instant): Promise<void> {
  await tx.query('update platform.session set seen_at = $3 where tenant = $1 and id_hash = $2', [tx.tenant, idHash, at])
}

export async function deleteSession(tx: Tx, idHash: Buffer): Promise<void> {
  await tx.query('delete from platform.session where tenant = $1 and id_hash = $2', [tx.tenant, idHash])
}

export async function deleteExpired(tx: Tx, now: Instant): Promise<void> {
  await tx.query('delete from platform.session where tenant = $1 and expires_at < $2', [tx.tenant, now])
}

/** Signs a person out everywhere: a role was taken away, a password was set anew. */
export async function endSessions(tx: Tx, person: string): Promise<void> {
  await tx.query('delete from platform.session where tenant = $1 and person = $2', [tx.tenant, person])
}
