import { type RawBuilder, sql } from 'kysely'
import type { Instant } from '../../../platform/clock.ts'
import type { Tx } from '../../../platform/db.ts'
import { handOf, type LedgerRecord, type ListedRecord } from '../domain.ts'
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

/** The filter with the pairs of letters it will look up, the rarest of its period first: a search walks that one. Looked up
 *  rather than left to the planner, whose statistics know nothing of a new table or a new year. */
export async function withRarestFirst(tx: Tx, filter: ListFilter): Promise<ListFilter> {
  const { ledger, grams = [] } = filter
  if (grams.length < 2) return filter
  const one = [sql`g.tenant = ${tx.tenant}`, sql`g.ledger = ${ledger}`, sql`g.gram = t.gram`]
  const where = and([...one, ...within(sql`g.record`, filter)])
  const rows = await tx.run(
    sql<{ gram: string }>`select t.gram from unnest(${someOf(grams)}::text[]) with ordinality as t(gram, i)
      order by (select count(*) from (select from ledger.gram g where ${where} limit 1000) s), t.i`,
  )
  return { ...filter, grams: rows.map(({ gram }) => gram) }
}

type Source = { from: RawBuilder<unknown>; conditions: Condition[]; id: RawBuilder<unknown> }

/** Where the pairs of letters lie, and the hands: each table's records of the period, joined to those of the first. */
function findersOf(tenant: string, { ledger, grams = [], sight, ...period }: ListFilter) {
  const finders = grams.map((gram, i) => {
    const table = sql.ref(`g${i}`)
    return { table, source: sql`ledger.gram ${table}`, is: [sql`${table}.gram = ${gram}`] }
  })
  if (sight.person) {
    const is = [sql`h.field = ${handOf(sight.person)}`, sql`h.text_value = ${sight.person}`]
    finders.push({ table: sql.ref('h'), source: sql`ledger.facet h`, is })
  }
  return finders.map(({ table, source, is }) => ({
    record: sql`${table}.record`,
    source,
    conditions: [
      ...[sql`${table}.tenant = ${tenant}`, sql`${table}.ledger = ${ledger}`, ...is],
      ...within(sql`${table}.record`, period),
    ],
  }))
}

/** The records, joined with the pairs of letters and the hands they must have been in: at most one row of each. */
function sourceOf(tenant: string, filter: ListFilter, whole = false): Source {
  const finders = findersOf(tenant, filter)
  const joined = finders.map(({ source, record }) => sql`join ${source} on ${record} = r.id`)
  // A page says the period only where its walk begins: said of both sides of a join, the planner takes it for two
  // conditions that seldom meet, and does not walk. A count reads both sides whole, and each should be short.
  const own = whole || !finders.length ? within(sql`r.id`, filter) : []
  return {
    from: sql.join([sql`ledger.record r`, ...joined], sql` `),
    conditions: [...own, ...finders.flatMap(({ conditions }) => conditions), ...conditionsOf(tenant, filter)],
    id: sql`r.id`,
  }
}

/** The same for a page, newest first. A search that nothing else narrows walks the first pair of letters (or the hands)
 *  backwards and looks up all else by key, said so that the planner has no other way: before a table's first statistics,
 *  and in the days of a new year that they do not know yet, it takes both sides of a join for nearly empty and goes through
 *  all of one for each of the other. */
function walkOf(
  tenant: string,
  filter: ListFilter,
  { after, whole }: { after?: string; whole?: boolean } = {},
): Source {
  const [first, ...others] = findersOf(tenant, filter)
  const beyond = (id: RawBuilder<unknown>) => (after ? [sql`${id} < ${after}::uuid`] : [])
  if (!first || isNarrowed(filter)) {
    const source = sourceOf(tenant, filter, whole)
    return { ...source, conditions: [...source.conditions, ...beyond(source.id)] }
  }
  const walk = sql`select ${first.record} from ${first.source} where ${and([...first.conditions, ...beyond(first.record)])} order by ${first.record} desc offset 0`
  const also = others.map(({ source, record, conditions }, i) => {
    const held = sql`select from ${source} where ${and([sql`${record} = w.record`, ...conditions])} offset 0`
    return sql`cross join lateral (${held}) ${sql.ref(`also${i}`)}`
  })
  const found = sql`cross join lateral (select * from ledger.record where tenant = ${tenant} and id = w.record offset 0) r`
  return {
    from: sql.join([sql`(${walk}) w`, ...also, found], sql` `),
    conditions: conditionsOf(tenant, filter),
    id: sql`w.record`,
  }
}
const isNarrowed = ({ ledger, from, to, grams, words, sight, ...more }: ListFilter) =>
  sight.units !== undefined || Object.values(more).some((condition) => condition !== undefined)

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
/** One page by keyset. */
function pageText(tenant: string, filter: ListFilter, columns: RawBuilder<unknown>, { sort, limit, after }: Page) {
  const isDue = sort === 'due'
  const walked = after && { after: after.id }
  const { from, conditions, id } = isDue ? sourceOf(tenant, filter) : walkOf(tenant, filter, walked)
  if (isDue) conditions.push(sql`r.due_at is not null`)
  if (after && isDue) conditions.push(sql`(r.due_at, r.id) > (${after.at}::timestamptz, ${after.id}::uuid)`)
  const order = isDue ? sql`r.due_at, r.id` : sql`${id} desc`
  return sql`select ${columns} from ${from} where ${and(conditions)} order by ${order} limit ${sql.lit(limit)}`
}

type ListedRow = Pick<
  RecordRow,
  | 'id'
  | 'ledger'
  | 'number'
  | 'state'
  | 'holder'
  | 'version'
  | 'occurred_at'
  | 'due_at'
  | 'closed_at'
  | 'title'
  | 'data'
  | 'unit'
  | 'grid'
  | 'class'
  | 'channel'
> & { ran_out: boolean }

/** One page of what a list shows; of the data only these fields. */
export async function listRecords(
  tx: Tx,
  filter: ListFilter,
  page: Page,
  fields: readonly string[] = [],
): Promise<ListedRecord[]> {
  const data = sql.join(fields.map((field) => sql`${field}::text, r.data->${field}::text`))
  const columns = sql`r.id, r.ledger, r.number, r.state, r.holder, r.version, r.occurred_at, r.due_at, r.closed_at, r.title,
    r.unit, r.grid, r.class, r.channel, jsonb_strip_nulls(jsonb_build_object(${data})) as data,
    jsonb_path_exists(r.clocks, '$.*.late ? (@ == true)') as ran_out`
  const rows = (await tx.run(pageText(tx.tenant, filter, columns, page))) as ListedRow[]
  return rows.map(({ occurred_at, due_at, closed_at, ran_out, unit, grid, class: kind, channel, ...row }) => ({
    ...row,
    occurredAt: occurred_at,
    dueAt: due_at,
    closedAt: closed_at,
    ranOut: ran_out,
    dims: { unit, grid, class: kind, channel },
  }))
}

const walked = 1000
/** Every record of a ledger, newest first; for ledgers that stay small (publications), or a class that does. */
export async function recordsOf(
  tx: Tx,
  ledger: string,
  filter: Pick<ListFilter, 'class' | 'states'> = {},
): Promise<LedgerRecord[]> {
  const all: LedgerRecord[] = []
  for (;;) {
    const last = all.at(-1)
    const after = last ? { after: { at: last.occurredAt, id: last.id } } : {}
    const page = { sort: 'newest' as const, limit: walked, ...after }
    const rows = (await tx.run(pageText(tx.tenant, { ledger, ...filter, sight: {} }, sql`r.*`, page))) as RecordRow[]
    all.push(...rows.map(recordOf))
    if (rows.length < walked) return all
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

/** A word is seen in the record itself, so a search for words goes the way of its page. */
function countOf(tenant: string, filter: ListFilter): Pick<Source, 'from' | 'conditions'> {
  if (isPairAlone(filter)) return pairAlone(tenant, filter)
  return filter.words ? walkOf(tenant, filter, { whole: true }) : sourceOf(tenant, filter, true)
}

/** Counts exactly up to `most`, and then says `most + 1`. */
export async function countRecords(tx: Tx, filter: ListFilter, most = 10_000): Promise<number> {
  const { from, conditions } = countOf(tx.tenant, filter)
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
  const { from, conditions, id } = walkOf(tx.tenant, filter)
  return tx.run(
    sql<PlacedRecord>`select r.id, r.state, r.data->${field}::text as place, r.late, r.due_at as "dueAt", r.closed_at as "closedAt"
      from ${from} where ${and(conditions)} order by ${id} desc limit ${sql.lit(limit)}`,
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

interface SecretValue {
  record: string
  field: string
  seq: number
  salt: string
  value: unknown
}
/** The values kept apart from these records, oldest first. */
export async function secretsOf(tx: Tx, records: readonly string[]): Promise<SecretValue[]> {
  if (!records.length) return []
  return tx.named(
    'ledger.secrets-of',
    'select record, field, seq, salt, value from ledger.secret where tenant = $1 and record = any($2::uuid[]) order by record, seq',
    [tx.tenant, records],
  )
}
