import { type RawBuilder, sql } from 'kysely'
import type { Instant } from '../../../platform/clock.ts'
import type { Tx } from '../../../platform/db.ts'
import type { LedgerRecord } from '../domain.ts'
import { type RecordRow, recordOf } from './records.ts'

/** Whose records are seen: everything, those of some units, or those a person holds or has worked on. */
export interface Sight {
  units?: readonly string[]
  person?: string
}
export interface ListFilter {
  ledger: string
  states?: readonly string[]
  class?: string
  channel?: string
  unit?: string
  grid?: string
  holders?: readonly string[]
  from?: Instant
  to?: Instant
  dueBefore?: Instant
  open?: boolean
  number?: { from: string; to: string }
  grams?: readonly string[]
  /** For more than two letters: all pairs are there, but are they side by side? */
  words?: { text: string; fields: readonly string[] }
  facets?: Record<string, string>
  sight: Sight
}

type Condition = RawBuilder<unknown>
const and = (conditions: readonly Condition[]) => sql.join([...conditions], sql` and `)

/** Nobody reads further back than this among what they have worked on themselves. */
const ownMost = 5000
const ownRecords = (tenant: string, ledger: string, person: string) => sql`(
  (select h.id from ledger.record h where h.tenant = ${tenant} and h.holder = ${`p:${person}`} and h.closed_at is null)
  union all
  (select f.record from ledger.facet f where f.tenant = ${tenant} and f.ledger = ${ledger} and f.field = 'actor' and f.text_value = ${person} order by f.record desc limit ${sql.lit(ownMost)}))`

const facetIs = (tenant: string, ledger: string, field: string, value: string) => {
  const same = /^-?\d{1,15}$/.test(value)
    ? sql`(f.text_value = ${value} or f.int_value = ${Number(value)})`
    : sql`f.text_value = ${value}`
  return sql`r.id in (select f.record from ledger.facet f where f.tenant = ${tenant} and f.ledger = ${ledger} and f.field = ${field} and ${same})`
}
const hasGram = (tenant: string, ledger: string, gram: string) =>
  sql`exists (select 1 from ledger.gram g where g.tenant = ${tenant} and g.ledger = ${ledger} and g.gram = ${gram} and g.record = r.id)`
const hasWords = ({ text, fields }: NonNullable<ListFilter['words']>) =>
  sql`position(${text} in lower(${sql.join([sql`r.title`, ...fields.map((field) => sql`coalesce(r.data->>${field}, '')`)], sql` || ' ' || `)})) > 0`

function conditionsOf(tenant: string, filter: ListFilter): Condition[] {
  const { ledger, sight } = filter
  const all: Condition[] = [sql`r.tenant = ${tenant}`, sql`r.ledger = ${ledger}`]
  if (filter.states?.length === 1) all.push(sql`r.state = ${filter.states[0]}`)
  else if (filter.states) all.push(sql`r.state = any(${[...filter.states]}::text[])`)
  for (const name of ['class', 'channel', 'unit', 'grid'] as const)
    if (filter[name] !== undefined) all.push(sql`${sql.ref(`r.${name}`)} = ${filter[name]}`)
  if (filter.holders) all.push(sql`r.holder = any(${[...filter.holders]}::text[])`, sql`r.closed_at is null`)
  if (filter.from) all.push(sql`r.occurred_at >= ${filter.from}::timestamptz`)
  if (filter.to) all.push(sql`r.occurred_at < ${filter.to}::timestamptz`)
  if (filter.dueBefore) all.push(sql`r.due_at < ${filter.dueBefore}::timestamptz`)
  if (filter.open) all.push(sql`r.closed_at is null`)
  if (filter.number) all.push(sql`r.number >= ${filter.number.from}`, sql`r.number < ${filter.number.to}`)
  for (const gram of filter.grams ?? []) all.push(hasGram(tenant, ledger, gram))
  if (filter.words) all.push(hasWords(filter.words))
  for (const [field, value] of Object.entries(filter.facets ?? {})) all.push(facetIs(tenant, ledger, field, value))
  if (sight.units) all.push(sql`r.unit = any(${[...sight.units]}::text[])`)
  if (sight.person) all.push(sql`r.id in ${ownRecords(tenant, ledger, sight.person)}`)
  return all
}

export interface Page {
  sort: 'newest' | 'due' | 'found'
  limit: number
  after?: { at: Instant; id: string }
}
const orders = {
  newest: sql`r.occurred_at desc, r.id desc`,
  due: sql`r.due_at, r.id`,
  found: sql`g0.record desc`,
}
function beyond({ sort, after }: Page): Condition[] {
  if (!after) return []
  if (sort === 'newest') return [sql`(r.occurred_at, r.id) < (${after.at}::timestamptz, ${after.id}::uuid)`]
  if (sort === 'due') return [sql`(r.due_at, r.id) > (${after.at}::timestamptz, ${after.id}::uuid)`]
  return [sql`g0.record < ${after.id}::uuid`]
}

/** Where rows come from, and the conditions left for it. A search walks its own table, newest record first, and never sorts. */
function sourceOf(
  tenant: string,
  filter: ListFilter,
  found: boolean,
): { from: RawBuilder<unknown>; conditions: Condition[] } {
  const [first, ...rest] = filter.grams ?? []
  if (!found || first === undefined) return { from: sql`ledger.record r`, conditions: conditionsOf(tenant, filter) }
  const gram = [sql`g0.tenant = ${tenant}`, sql`g0.ledger = ${filter.ledger}`, sql`g0.gram = ${first}`]
  return {
    from: sql`ledger.gram g0 join ledger.record r on r.tenant = g0.tenant and r.id = g0.record`,
    conditions: [...gram, ...conditionsOf(tenant, { ...filter, grams: rest })],
  }
}

/** One page by keyset. */
export async function listRecords(tx: Tx, filter: ListFilter, page: Page): Promise<LedgerRecord[]> {
  const { from, conditions } = sourceOf(tx.tenant, filter, page.sort === 'found')
  const due = page.sort === 'due' ? [sql`r.due_at is not null`] : []
  const rows = await tx.run(
    sql<RecordRow>`select r.* from ${from} where ${and([...conditions, ...due, ...beyond(page)])} order by ${orders[page.sort]} limit ${sql.lit(page.limit)}`,
  )
  return rows.map(recordOf)
}

/** Counts exactly up to `most`, and then says `most + 1`. */
export async function countRecords(tx: Tx, filter: ListFilter, most = 10_000): Promise<number> {
  const { from, conditions } = sourceOf(tx.tenant, filter, Boolean(filter.grams))
  const rows = await tx.run(
    sql<{
      n: number
    }>`select count(*)::int as n from (select 1 from ${from} where ${and(conditions)} limit ${sql.lit(most + 1)}) s`,
  )
  return rows[0]!.n
}

export async function heldBy(tx: Tx, holders: readonly string[], limit: number): Promise<LedgerRecord[]> {
  const rows = await tx.query<RecordRow>(
    `select r.* from ledger.record r where r.tenant = $1 and r.holder = any($2::text[]) and r.closed_at is null order by r.due_at nulls last, r.id limit $3`,
    [tx.tenant, holders, limit],
  )
  return rows.map(recordOf)
}
export async function countHeld(
  tx: Tx,
  holders: readonly string[],
  now: Instant,
  soon: Instant,
): Promise<{ n: number; late: number; soon: number }> {
  const rows = await tx.query<{ n: number; late: number; soon: number }>(
    `select count(*)::int as n, count(*) filter (where due_at < $3::timestamptz)::int as late,
       count(*) filter (where due_at >= $3::timestamptz and due_at < $4::timestamptz)::int as soon
     from ledger.record where tenant = $1 and holder = any($2::text[]) and closed_at is null`,
    [tx.tenant, holders, now, soon],
  )
  return rows[0]!
}

export async function secretsOf(
  tx: Tx,
  record: string,
): Promise<{ field: string; seq: number; salt: string; value: unknown }[]> {
  return tx.query('select field, seq, salt, value from ledger.secret where tenant = $1 and record = $2 order by seq', [
    tx.tenant,
    record,
  ])
}
