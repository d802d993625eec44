import { createHash } from 'node:crypto'
import type { Tx } from '../../../platform/db.ts'
import { notFound } from '../../../platform/errors.ts'

export interface Seal {
  n: number
  at: string
  entries: number
  previous: string
  hash: string
  keyId: string
  signature: string
}
interface SealRow {
  n: number
  at: string
  entries: number
  previous: Buffer
  hash: Buffer
  key_id: string
  signature: Buffer
}
const sealOf = (row: SealRow): Seal => ({
  n: row.n,
  at: row.at,
  entries: row.entries,
  previous: row.previous.toString('hex'),
  hash: row.hash.toString('hex'),
  keyId: row.key_id,
  signature: row.signature.toString('base64'),
})

/** Closes the open epoch and gives its number. The caller holds the exclusive lock. */
export async function raiseEpoch(tx: Tx): Promise<number> {
  const rows = await tx.query<{ n: number }>(
    'insert into ledger.epoch (tenant, n) values ($1, 2) on conflict (tenant) do update set n = epoch.n + 1 returning n',
    [tx.tenant],
  )
  return rows[0]!.n - 1
}
export async function openEpoch(tx: Tx): Promise<number> {
  const rows = await tx.query<{ n: number }>('select n from ledger.epoch where tenant = $1', [tx.tenant])
  return rows[0]?.n ?? 1
}

export async function seals(tx: Tx): Promise<Seal[]> {
  const rows = await tx.query<SealRow>(
    'select n, at, entries, previous, hash, key_id, signature from ledger.seal where tenant = $1 order by n',
    [tx.tenant],
  )
  return rows.map(sealOf)
}
export async function getSeal(tx: Tx, n: number): Promise<Seal> {
  const rows = await tx.query<SealRow>(
    'select n, at, entries, previous, hash, key_id, signature from ledger.seal where tenant = $1 and n = $2',
    [tx.tenant, n],
  )
  if (!rows[0]) throw notFound('ledger.no-seal', `没有第${n}号封账；截至时点只能选已封账的编号。`)
  return sealOf(rows[0])
}
export const insertSeal = (tx: Tx, seal: Seal) =>
  tx.query(
    'insert into ledger.seal (tenant, n, at, entries, previous, hash, key_id, signature) values ($1, $2, $3, $4, $5, $6, $7, $8)',
    [
      tx.tenant,
      seal.n,
      seal.at,
      seal.entries,
      Buffer.from(seal.previous, 'hex'),
      Buffer.from(seal.hash, 'hex'),
      seal.keyId,
      Buffer.from(seal.signature, 'base64'),
    ],
  ) // prettier-ignore

const page = 20_000
/** The digest of an epoch's entries in their order (recorded, record, seq), read in pages. */
export async function digestEpoch(tx: Tx, n: number): Promise<{ entries: number; digest: string }> {
  const digest = createHash('sha256')
  let entries = 0
  let after: [string, string, number] = ['-infinity', '00000000-0000-0000-0000-000000000000', 0]
  for (;;) {
    const rows = await tx.query<{ at: string; record: string; seq: number; hash: Buffer }>(
      `select recorded_at::text as at, record, seq, hash from ledger.entry
       where tenant = $1 and epoch = $2 and (recorded_at, record, seq) > ($3::timestamptz, $4::uuid, $5::int)
       order by recorded_at, record, seq limit ${page}`,
      [tx.tenant, n, ...after],
    )
    for (const { hash } of rows) digest.update(hash)
    entries += rows.length
    const last = rows.at(-1)
    if (!last || rows.length < page) return { entries, digest: digest.digest('hex') }
    after = [last.at, last.record, last.seq]
  }
}
