import type { Tx } from '../../../platform/db.ts'

/** What columns of a bureau's tables stand for, by what is written at their head; null is left out. */
export type Headings = Readonly<Record<string, string | null>>

export async function findHeadings(tx: Tx, ledger: string): Promise<Headings> {
  const rows = await tx.query<{ label: string; field: string | null }>(
    'select label, field from ledger.heading where tenant = $1 and ledger = $2',
    [tx.tenant, ledger],
  )
  return Object.fromEntries(rows.map(({ label, field }) => [label, field]))
}

export async function keepHeadings(tx: Tx, ledger: string, headings: Headings): Promise<void> {
  const all = Object.entries(headings)
  if (!all.length) return
  await tx.query(
    `insert into ledger.heading (tenant, ledger, label, field)
     select $1, $2, t.label, t.field from unnest($3::text[], $4::text[]) as t(label, field)
     on conflict (tenant, ledger, label) do update set field = excluded.field`,
    [tx.tenant, ledger, all.map(([label]) => label), all.map(([, field]) => field)],
  )
}
