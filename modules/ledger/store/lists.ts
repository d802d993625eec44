import { type RawBuilder, sql } from 'kysely'
import type { Instant } from '../../../platform/clock.ts'
import type { Tx } from '../../../platform/db.ts'
import { handOf, type LedgerRecord } from '../domain.ts'
import { type RecordRow, recordOf } from './records.ts'

/** Whose records are seen: everything, those of some units, or those that were in a person's hands. */
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
  /** For more than two letters: all pairs are there, but are those of each word side by side? */
  words?: { texts: readonly string[]; fields: readonly string[] }
  facets?: Record<string, string>
  sight: Sight
}

type Condition = RawBuilder<unknown>
const and = (conditions: readonly Condition[]) => sql.join([...conditions], sql` and `)

/** A record's id is a uuid v7 of the moment it occurred (commands.ts), so ids are in the order of occurrence: every list
 *  and search is one walk over one index, and a year is a stretch of it. */
const firstIdAt = (at: Instant): string => {
  const ms = Date.parse(at).toString(16).padStart(12, '0')
  return `${ms.slice(0, 8)}-${ms.slice(8)}-0000-0000-000000000000`
}
const within = (id: RawBuilder<unknown>, { from, to }: Pick<ListFilter, 'from' | 'to'>): Condition[] => [
  ...(from ? [sql`${id} >= ${firstIdAt(from)}::uuid`] : []),
  ...(to ? [sql`${id} < ${firstIdAt(to)}::uuid`] : []),
]

const facetIs = (tenant: string, ledger: string, field: string, value: string) => {
  const same = /^-?\d{1,15}$/.test(value)
    ? sql`(f.text_value = ${value} or f.int_value = ${Number(value)})`
    : sql`f.text_value = ${value}`
  return sql`r.id in (select f.record from ledger.facet f where f.tenant = ${tenant} and f.ledger = ${ledger} and f.field = ${field} and ${same})`
}
const hasWords = ({ texts, fields }: NonNullable<ListFilter['words']>): Condition[] => {
  const said = [sql`r.title`, ...fields.map((field) => sql`coalesce(r.data->>${field}, '')`)]
  return texts.map((text) => sql`position(${text} in lower(${sql.join(said, sql` || ' ' || `)})) > 0`)
}

/** Of a long search that many pairs are looked up; whether those of a word stand side by side is seen in the record itself. */
const mostGrams = 4
const someOf = (grams: readonly string[]) =>
  grams.length <= mostGrams ? grams : [0, 1, 2, 3].map((i) => grams[Math.floor((i * (grams.length - 1)) / 3)]!)

/** The records, joined with the pairs of letters and the hands they must have been in: at most one row of each. */
function sourceOf(
  tenant: string,
  filter: ListFilter,
  whole = false,
): { from: RawBuilder<unknown>; conditions: Condition[] } {
  const { ledger, grams = [], sight } = filter
  const sources = [sql`ledger.record r`]
  // A page says the period only where its walk begins: said of both sides of a join, the planner takes it for two
  // conditions that seldom meet, and does not walk. A count reads both sides whole, and each should be short.
  const walks = !whole && (grams.length > 0 || sight.person !== undefined)
  const conditions = walks ? [] : within(sql`r.id`, filter)
  someOf(grams).forEach((gram, i) => {
    const g = sql.ref(`g${i}`)
    sources.push(sql`join ledger.gram ${g} on ${g}.record = r.id`)
    conditions.push(sql`${g}.tenant = ${tenant}`, sql`${g}.ledger = ${ledger}`, sql`${g}.gram = ${gram}`)
    conditions.push(...within(sql`${g}.record`, filter))
  })
  if (sight.person) {
    sources.push(sql`join ledger.facet h on h.record = r.id`)
    conditions.push(sql`h.tenant = ${tenant}`, sql`h.ledger = ${ledger}`)
    conditions.push(sql`h.field = ${handOf(sight.person)}`, sql`h.text_value = ${sight.person}`)
    conditions.push(...within(sql`h.record`, filter))
  }
  return { from: sql.join(sources, sql` `), conditions: [...conditions, ...conditionsOf(tenant, filter)] }
}

function conditionsOf(tenant: string, filter: ListFilter): Condition[] {
  const { ledger, sight } = filter
  const all: Condition[] = [sql`r.tenant = ${tenant}`, sql`r.ledger = ${ledger}`]
  if (filter.states?.length === 1) all.push(sql`r.state = ${filter.states[0]}`)
  else if (filter.states) all.push(sql`r.state = any(${[...filter.states]}::text[])`)
  for (const name of ['class', 'channel', 'unit', 'grid'] as const)
    if (filter[name] !== undefined) all.push(sql`${sql.ref(`r.${name}`)} = ${filter[name]}`)
  if (filter.holders) all.push(sql`r.holder = any(${[...filter.holders]}::text[])`, sql`r.closed_at is null`)
  if (filter.dueBefore) all.push(sql`r.due_at < ${filter.dueBefore}::timestamptz`)
  if (filter.open) all.push(sql`r.closed_at is null`)
  if (filter.number) all.push(sql`r.number >= ${filter.number.from}`, sql`r.number < ${filter.number.to}`)
  if (filter.words) all.push(...hasWords(filter.words))
  for (const [field, value] of Object.entries(filter.facets ?? {})) all.push(facetIs(tenant, ledger, field, value))
  if (sight.units) all.push(sql`r.unit = any(${[...sight.units]}::text[])`)
  return all
}

export interface Page {
  sort: 'newest' | 'due'
  limit: number
  after?: { at: Instant; id: string }
}
const orders = { newest: sql`r.id desc`, due: sql`r.due_at, r.id` }
function beyond({ sort, after }: Page): Condition[] {
  if (!after) return []
  return sort === 'newest'
    ? [sql`r.id < ${after.id}::uuid`]
    : [sql`(r.due_at, r.id) > (${after.at}::timestamptz, ${after.id}::uuid)`]
}

/** One page by keyset. */
export async function listRecords(tx: Tx, filter: ListFilter, page: Page): Promise<LedgerRecord[]> {
  const { from, conditions } = sourceOf(tx.tenant, filter)
  const due = page.sort === 'due' ? [sql`r.due_at is not null`] : []
  const rows = await tx.run(
    sql<RecordRow>`select r.* from ${from} where ${and([...conditions, ...due, ...beyond(page)])} order by ${orders[page.sort]} limit ${sql.lit(page.limit)}`,
  )
  return rows.map(recordOf)
}

const walked = 1000
/** Every record of a ledger, newest first; for ledgers that stay small (publications). */
export async function recordsOf(tx: Tx, ledger: string): Promise<LedgerRecord[]> {
  const all: LedgerRecord[] = []
  for (;;) {
    const last = all.at(-1)
    const after = last ? { after: { at: last.occurredAt, id: last.id } } : {}
    const page = await listRecords(tx, { ledger, sight: {} }, { sort: 'newest', limit: walked, ...after })
    all.push(...page)
    if (page.length < walked) return all
  }
}

/** A search of two letters and nothing else is counted without looking at the records. */
const isPairAlone = ({ ledger, from, to, grams, sight, ...more }: ListFilter) =>
  grams?.length === 1 && !sight.units && !sight.person && Object.keys(more).length === 0
const pairAlone = (tenant: string, { ledger, grams = [], ...period }: ListFilter) => ({
  from: sql`ledger.gram g`,
  conditions: [
    ...[sql`g.tenant = ${tenant}`, sql`g.ledger = ${ledger}`, sql`g.gram = ${grams[0]}`],
    ...within(sql`g.record`, period),
  ],
})

/** Counts exactly up to `most`, and then says `most + 1`. */
export async function countRecords(tx: Tx, filter: ListFilter, most = 10_000): Promise<number> {
  const { from, conditions } = isPairAlone(filter) ? pairAlone(tx.tenant, filter) : sourceOf(tx.tenant, filter, true)
  const rows = await tx.run(
    sql<{
      n: number
    }>`select count(*)::int as n from (select 1 from ${from} where ${and(conditions)} limit ${sql.lit(most + 1)}) s`,
  )
  return rows[0]!.n
}

/** Where records lie that have a place in `field`, newest first: of a thousand records only what a map draws. */
export interface PlacedRecord {
  id: string
  state: string
  place: { lng: number; lat: number }
  late: boolean
  dueAt: Instant | null
  closedAt: Instant | null
}
export function listPlaces(tx: Tx, filter: ListFilter, field: string, limit: number): Promise<PlacedRecord[]> {
  const { from, conditions } = sourceOf(tx.tenant, filter)
  return tx.run(
    sql<PlacedRecord>`select r.id, r.state, r.data->${field}::text as place, r.late, r.due_at as "dueAt", r.closed_at as "closedAt"
      from ${from} where ${and(conditions)} order by ${orders.newest} limit ${sql.lit(limit)}`,
  )
}

/** What these hold, soonest due first; of each holder no more is read than could be shown. */
export async function heldBy(tx: Tx, holders: readonly string[], limit: number): Promise<LedgerRecord[]> {
  const rows = await tx.query<RecordRow>(
    `select r.* from unnest($2::text[]) as t(holder) cross join lateral (
       select * from ledger.record where tenant = $1 and holder = t.holder and closed_at is null order by due_at, id limit $3
     ) r order by r.due_at, r.id limit $3`,
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
  return tx.named(
    'ledger.secrets-of',
    'select field, seq, salt, value from ledger.secret where tenant = $1 and record = $2 order by seq',
    [tx.tenant, record],
  )
}
