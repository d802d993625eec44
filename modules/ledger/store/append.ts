import type { Tx } from '../../../platform/db.ts'
import type { ChainedEntry, LedgerRecord } from '../domain.ts'

export interface Facet {
  field: string
  text: string | null
  int: number | null
}
export interface Secret {
  field: string
  seq: number
  salt: string
  value: unknown
}
/** A record as it is after some entries, with everything that is written together with them. */
export interface Change {
  after: LedgerRecord
  entries: readonly ChainedEntry[]
  late: boolean
  grams: { added: readonly string[]; gone: readonly string[] }
  facets: readonly Facet[]
  secrets: readonly Secret[]
  event: { id: string; name: string; body: unknown }
  request?: { key: string; person: string }
}

const recordTypes = {
  id: 'uuid',
  ledger: 'text',
  number: 'text',
  state: 'text',
  title: 'text',
  holder: 'text',
  unit: 'text',
  grid: 'text',
  class: 'text',
  channel: 'text',
  occurred_at: 'timestamptz',
  due_at: 'timestamptz',
  closed_at: 'timestamptz',
  late: 'bool',
  version: 'int',
  head: 'text',
  data: 'jsonb',
  clocks: 'jsonb',
  by: 'jsonb',
} // prettier-ignore
const entryTypes = {
  record: 'uuid',
  seq: 'int',
  ledger: 'text',
  move: 'text',
  actor: 'text',
  happened_at: 'timestamptz',
  recorded_at: 'timestamptz',
  happened_on: 'date',
  unit: 'text',
  grid: 'text',
  class: 'text',
  channel: 'text',
  in_time: 'bool',
  undoes: 'int',
  data: 'jsonb',
  effect: 'jsonb',
  hash: 'text',
} // prettier-ignore

const changeable = [
  'number',
  'state',
  'title',
  'holder',
  'unit',
  'grid',
  'class',
  'channel',
  'due_at',
  'closed_at',
  'late',
  'version',
  'head',
  'data',
  'clocks',
  'by',
]
const requestTypes = { key: 'text', person: 'text', record: 'uuid', seq: 'int' }
const eventTypes = { id: 'uuid', name: 'text', body: 'jsonb' }

type Types = Record<string, string>
/** Where a table's rows come from: arrays of parameters from `first` on, or, for one row, the parameters themselves. */
type RowsOf = (types: Types, first: number) => { values: string; from: string }
const bytes = new Set(['head', 'hash'])
const shown = (name: string, value: string) => (bytes.has(name) ? `decode(${value}, 'hex')` : value)
const manyRows: RowsOf = (types, first) => {
  const names = Object.keys(types)
  const arrays = Object.values(types).map((type, i) => `$${first + i}::${type}[]`)
  return {
    values: names.map((name) => shown(name, `t.${name}`)).join(', '),
    from: `from unnest(${arrays.join(', ')}) as t(${names.join(', ')})`,
  }
}
/** Without a first value there is no row. */
const oneRow: RowsOf = (types, first) => ({
  values: Object.entries(types)
    .map(([name, type], i) => shown(name, `$${first + i}::${type}`))
    .join(', '),
  from: `where $${first} is not null`,
})

/** Records, entries and outbox rows in ONE statement. The epoch is read here, after the shared lock was taken in an
 *  earlier statement: in the same one the snapshot would be older than the lock (engine: As-of). */
function writing(rowsOf: RowsOf): string {
  let first = 2
  const rows = (types: Types) => {
    const { values, from } = rowsOf(types, first)
    first += Object.keys(types).length
    return { names: Object.keys(types).join(', '), values, from }
  }
  const [record, entry] = [rows(recordTypes), rows(entryTypes)]
  const [request, event] = [rows(requestTypes), rows(eventTypes)]
  return `
with r as (
  insert into ledger.record (tenant, ${record.names}) select $1, ${record.values} ${record.from}
  on conflict (tenant, id) do update set ${changeable.map((name) => `${name} = excluded.${name}`).join(', ')}
), e as (
  insert into ledger.entry (tenant, ${entry.names}, epoch)
  select $1, ${entry.values}, coalesce((select n from ledger.epoch where tenant = $1), 1) ${entry.from}
), q as (
  insert into ledger.request (tenant, ${request.names}) select $1, ${request.values} ${request.from}
)
insert into platform.outbox (tenant, ${event.names}) select $1, ${event.values} ${event.from}`
}
const writeMany = writing(manyRows)
const writeOne = writing(oneRow)

const json = JSON.stringify
function recordArrays(changes: readonly Change[]): unknown[][] {
  const pick = (of: (change: Change) => unknown) => changes.map(of)
  return [
    pick((c) => c.after.id),
    pick((c) => c.after.ledger),
    pick((c) => c.after.number),
    pick((c) => c.after.state),
    pick((c) => c.after.title),
    pick((c) => c.after.holder),
    pick((c) => c.after.dims.unit),
    pick((c) => c.after.dims.grid),
    pick((c) => c.after.dims.class),
    pick((c) => c.after.dims.channel),
    pick((c) => c.after.occurredAt),
    pick((c) => c.after.dueAt),
    pick((c) => c.after.closedAt),
    pick((c) => c.late),
    pick((c) => c.after.version),
    pick((c) => c.after.head),
    pick((c) => json(c.after.data)),
    pick((c) => json(c.after.clocks)),
    pick((c) => json(c.after.by)),
  ] // prettier-ignore
}
function entryArrays(entries: readonly ChainedEntry[]): unknown[][] {
  const pick = (of: (entry: ChainedEntry) => unknown) => entries.map(of)
  return [
    pick((e) => e.record),
    pick((e) => e.seq),
    pick((e) => e.ledger),
    pick((e) => e.move),
    pick((e) => e.actor),
    pick((e) => e.happenedAt),
    pick((e) => e.recordedAt),
    pick((e) => e.on),
    pick((e) => e.dims.unit),
    pick((e) => e.dims.grid),
    pick((e) => e.dims.class),
    pick((e) => e.dims.channel),
    pick((e) => e.inTime),
    pick((e) => e.undoes),
    pick((e) => json(e.data)),
    pick((e) => json(e.effect)),
    pick((e) => e.hash),
  ] // prettier-ignore
}

/** What the record is found by, and what is kept apart from its entries. */
function besides(tx: Tx, changes: readonly Change[]): Promise<unknown>[] {
  const sent: Promise<unknown>[] = []
  const { ledger } = changes[0]!.after
  const pairs = (which: 'added' | 'gone') => {
    const rows = changes.flatMap(({ after, grams }) => grams[which].map((gram) => [gram, after.id] as const))
    return rows.length ? [tx.tenant, ledger, rows.map(([gram]) => gram), rows.map(([, record]) => record)] : undefined
  }
  const [added, gone] = [pairs('added'), pairs('gone')]
  if (gone) sent.push(tx.named('ledger.grams-gone', gramsGone, gone))
  if (added) sent.push(tx.named('ledger.grams', gramsAdded, added))
  const facets = changes.flatMap((change) => change.facets.map((facet) => ({ ...facet, record: change.after.id })))
  if (facets.length)
    sent.push(
      tx.named('ledger.facets', facetsSet, [
        tx.tenant,
        ledger,
        facets.map((f) => f.field),
        facets.map((f) => f.record),
        facets.map((f) => f.text),
        facets.map((f) => f.int),
      ]),
    )
  const secrets = changes.flatMap((change) => change.secrets.map((secret) => ({ ...secret, record: change.after.id })))
  if (secrets.length)
    sent.push(
      tx.named('ledger.secrets', secretsAdded, [
        tx.tenant,
        secrets.map((s) => s.record),
        secrets.map((s) => s.field),
        secrets.map((s) => s.seq),
        secrets.map((s) => s.salt),
        secrets.map((s) => json(s.value)),
      ]),
    )
  return sent
}
const gramsGone = `
delete from ledger.gram g using unnest($3::text[], $4::uuid[]) as t(gram, record)
where g.tenant = $1 and g.ledger = $2 and g.gram = t.gram and g.record = t.record`
const gramsAdded = `
insert into ledger.gram (tenant, ledger, gram, record)
select $1, $2, t.gram, t.record from unnest($3::text[], $4::uuid[]) as t(gram, record) on conflict do nothing`
const facetsSet = `
insert into ledger.facet (tenant, ledger, field, record, text_value, int_value)
select $1, $2, t.field, t.record, t.text_value, t.int_value
from unnest($3::text[], $4::uuid[], $5::text[], $6::bigint[]) as t(field, record, text_value, int_value)
on conflict (tenant, record, field) do update set text_value = excluded.text_value, int_value = excluded.int_value`
const secretsAdded = `
insert into ledger.secret (tenant, record, field, seq, salt, value)
select $1, t.record, t.field, t.seq, t.salt, t.value
from unnest($2::uuid[], $3::text[], $4::int[], $5::text[], $6::jsonb[]) as t(record, field, seq, salt, value)`

/**
 * Appends: one click and a thousand rows go the same way. All changes are of one ledger. Every statement is sent before the
 * first is answered, so that what is asked behind this call sees them done. Throws the database's error when
 * an idempotency key was used before (23505 on `request_pkey`).
 */
export async function append(tx: Tx, changes: readonly Change[]): Promise<void> {
  if (!changes.length) return
  const entries = changes.flatMap((change) => change.entries)
  const requests = changes.filter((change) => change.request)
  const lists = [
    ...recordArrays(changes),
    ...entryArrays(entries),
    requests.map((c) => c.request!.key),
    requests.map((c) => c.request!.person),
    requests.map((c) => c.after.id),
    requests.map((c) => c.after.version),
    changes.map((c) => c.event.id),
    changes.map((c) => c.event.name),
    changes.map((c) => json(c.event.body)),
  ]
  const appended =
    entries.length === 1
      ? tx.named('ledger.append-one', writeOne, [tx.tenant, ...lists.map(([value = null]) => value)])
      : tx.named('ledger.append', writeMany, [tx.tenant, ...lists])
  await Promise.all([appended, ...besides(tx, changes)])
}

/** Erases secret values and their salts. The entries keep the salted hashes, so the chain still holds. */
export const eraseSecrets = (tx: Tx, record: string, fields: readonly string[]) =>
  tx.query('delete from ledger.secret where tenant = $1 and record = $2 and field = any($3::text[])', [
    tx.tenant,
    record,
    fields,
  ])
