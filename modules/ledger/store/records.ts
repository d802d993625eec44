import type { Tx } from '../../../platform/db.ts'
import type { ChainedEntry, Clocks, Data, Happened, LedgerRecord, Referred } from '../domain.ts'

export interface RecordRow {
  tenant: string
  id: string
  ledger: string
  number: string | null
  state: string
  title: string
  holder: string | null
  unit: string
  grid: string
  class: string
  channel: string
  occurred_at: string
  due_at: string | null
  closed_at: string | null
  late: boolean
  version: number
  head: Buffer
  data: Data
  clocks: Clocks
  by: LedgerRecord['by']
}
export interface EntryRow {
  tenant: string
  record: string
  seq: number
  ledger: string
  move: string
  actor: string
  happened_at: string
  recorded_at: string
  happened_on: string
  unit: string
  grid: string
  class: string
  channel: string
  in_time: boolean | null
  undoes: number | null
  epoch: number
  data: Data
  effect: ChainedEntry['effect']
  hash: Buffer
}

export const recordColumns =
  'tenant, id, ledger, number, state, title, holder, unit, grid, class, channel, occurred_at, due_at, closed_at, late, version, head, data, clocks, by'
const entryColumns =
  'tenant, record, seq, ledger, move, actor, happened_at, recorded_at, happened_on, unit, grid, class, channel, in_time, undoes, epoch, data, effect, hash'

export const recordOf = (row: RecordRow): LedgerRecord => ({
  tenant: row.tenant,
  id: row.id,
  ledger: row.ledger,
  number: row.number,
  state: row.state,
  holder: row.holder,
  version: row.version,
  head: row.head.toString('hex'),
  occurredAt: row.occurred_at,
  dueAt: row.due_at,
  closedAt: row.closed_at,
  dims: { unit: row.unit, grid: row.grid, class: row.class, channel: row.channel },
  title: row.title,
  data: row.data,
  clocks: row.clocks,
  by: row.by,
})
export const entryOf = (row: EntryRow): ChainedEntry & { epoch: number } => ({
  tenant: row.tenant,
  record: row.record,
  seq: row.seq,
  ledger: row.ledger,
  move: row.move,
  actor: row.actor,
  happenedAt: row.happened_at,
  recordedAt: row.recorded_at,
  on: row.happened_on,
  dims: { unit: row.unit, grid: row.grid, class: row.class, channel: row.channel },
  inTime: row.in_time,
  undoes: row.undoes,
  data: row.data,
  effect: row.effect,
  hash: row.hash.toString('hex'),
  epoch: row.epoch,
})

/** Reads records so that nobody else moves them until this transaction ends. Those in somebody else's hands are waited for,
 *  or passed over: then they are not in the answer. */
export async function lockRecords(
  tx: Tx,
  ledger: string,
  ids: readonly string[],
  held: 'wait' | 'pass over' = 'wait',
): Promise<Map<string, LedgerRecord>> {
  if (!ids.length) return new Map()
  const one = ids.length === 1 && held === 'wait'
  const [name, text] = one ? lockOne : held === 'wait' ? lockAll : lockFree
  const rows = await tx.named<RecordRow>(name, text, [tx.tenant, one ? ids[0] : ids.toSorted()])
  return new Map(rows.filter((row) => row.ledger === ledger).map((row) => [row.id, recordOf(row)]))
}
// Each is looked up by its whole key and nothing else, in the order of the ids: a planner that knows no statistics yet takes
// any index that begins with the tenant for as good, and reads the bureau's records through.
const byKey = `select ${recordColumns} from ledger.record where tenant = $1 and id =`
const lockEach = (how: string) =>
  `select r.* from unnest($2::uuid[]) as t(id) cross join lateral (${byKey} t.id for update ${how} offset 0) r`
const lockOne = ['ledger.lock-one', `${byKey} $2 for update`] as const
const lockAll = ['ledger.lock', lockEach('')] as const
const lockFree = ['ledger.lock-free', lockEach('skip locked')] as const

export async function findRecord(tx: Tx, ledger: string, id: string): Promise<LedgerRecord | undefined> {
  const rows = await tx.named<RecordRow>(
    'ledger.find',
    `select ${recordColumns} from ledger.record where tenant = $1 and id = $2 and ledger = $3`,
    [tx.tenant, id, ledger],
  )
  return rows[0] && recordOf(rows[0])
}

/** The records of these ids, of whatever ledger. */
export async function findRecords(tx: Tx, ids: readonly string[]): Promise<LedgerRecord[]> {
  const rows = await tx.named<RecordRow>(
    'ledger.find-all',
    `select r.* from unnest($2::uuid[]) as t(id) cross join lateral (${byKey} t.id offset 0) r`,
    [tx.tenant, ids],
  )
  return rows.map(recordOf)
}

/** The records of these ids, of whatever ledger, as a rule sees them. */
export async function findReferred(tx: Tx, ids: readonly string[]): Promise<Map<string, Referred>> {
  if (!ids.length) return new Map()
  const rows = await tx.named<{ id: string } & Referred>(
    'ledger.referred',
    `select r.* from unnest($2::uuid[]) as t(id) cross join lateral (
       select id, ledger, state, data from ledger.record where tenant = $1 and id = t.id offset 0
     ) r`,
    [tx.tenant, ids],
  )
  return new Map(rows.map(({ id, ...record }) => [id, record]))
}

/** The records of a ledger that people call by these numbers. */
export async function findNumbered(tx: Tx, ledger: string, numbers: readonly string[]): Promise<Map<string, string>> {
  const rows = await tx.query<{ number: string; id: string }>(
    'select number, id from ledger.record where tenant = $1 and ledger = $2 and number = any($3::text[])',
    [tx.tenant, ledger, numbers],
  )
  return new Map(rows.map(({ number, id }) => [number, id]))
}

/** A record of the ledger that says the same and was not taken back. Whoever opens one like it at this moment is waited for. */
export async function findAlike(
  tx: Tx,
  ledger: string,
  { class: kind, data, voided }: { class: string; data: Data; voided: readonly string[] },
): Promise<Pick<LedgerRecord, 'number' | 'title' | 'state'> | undefined> {
  const said = JSON.stringify(data)
  await tx.query('select pg_advisory_xact_lock(81, hashtext($1))', [`${tx.tenant}.${ledger}.${said}`])
  const rows = await tx.query<Pick<LedgerRecord, 'number' | 'title' | 'state'>>(
    `select number, title, state from ledger.record
     where tenant = $1 and ledger = $2 and class = $3 and data @> $4::jsonb and not state = any($5) limit 1`,
    [tx.tenant, ledger, kind, said, voided],
  )
  return rows[0]
}

interface HappenedRow {
  record: string
  seq: number
  move: string
  actor: string
  happened_at: string
  recorded_at: string
  undoes: number | null
  data: Data
  to: string
  reason: string | null
  hash: string
}
/** What these records have gone through, each in its order. */
export async function historiesOf(tx: Tx, records: readonly string[]): Promise<Map<string, Happened[]>> {
  if (!records.length) return new Map()
  const rows = await tx.named<HappenedRow>(
    'ledger.histories',
    `select e.* from unnest($2::uuid[]) as t(id) cross join lateral (
       select record, seq, move, actor, happened_at, recorded_at, undoes, data,
         effect->>'to' as to, effect->>'reason' as reason, encode(hash, 'hex') as hash
       from ledger.entry where tenant = $1 and record = t.id order by seq offset 0
     ) e`,
    [tx.tenant, records],
  )
  const lines = new Map<string, Happened[]>(records.map((record) => [record, []]))
  for (const { record, happened_at, recorded_at, ...line } of rows)
    lines.get(record)!.push({ ...line, happenedAt: happened_at, recordedAt: recorded_at })
  return lines
}

/** Everything a record has gone through, whole. */
export async function entriesOf(tx: Tx, record: string): Promise<ChainedEntry[]> {
  const rows = await tx.named<EntryRow>(
    'ledger.entries-of',
    `select ${entryColumns} from ledger.entry where tenant = $1 and record = $2 order by seq`,
    [tx.tenant, record],
  )
  return rows.map(entryOf)
}

/** What these records had gone through when an epoch was sealed, each record's entries in their order. */
export async function entriesUntil(
  tx: Tx,
  records: readonly string[],
  epoch: number,
): Promise<(ChainedEntry & { epoch: number })[]> {
  const rows = await tx.query<EntryRow>(
    `select ${entryColumns} from ledger.entry where tenant = $1 and record = any($2::uuid[]) and epoch <= $3 order by record, seq`,
    [tx.tenant, records, epoch],
  )
  return rows.map(entryOf)
}

/** Draws the next `count` numbers of a series; gives the first. Held until the commit, so drawn last (engine: counter). */
export async function drawNumbers(tx: Tx, series: string, year: number, count: number): Promise<number> {
  const rows = await tx.named<{ last: number }>(
    'ledger.draw',
    `insert into ledger.counter (tenant, series, year, last) values ($1, $2, $3, $4)
     on conflict (tenant, series, year) do update set last = counter.last + $4 returning last`,
    [tx.tenant, series, year, count],
  )
  return rows[0]!.last - count + 1
}

/** The requests that were made under these keys, by key. */
export async function findRequests(
  tx: Tx,
  keys: readonly string[],
): Promise<Map<string, { record: string; person: string }>> {
  if (!keys.length) return new Map()
  const rows = await tx.query<{ key: string; record: string; person: string }>(
    'select key, record, person from ledger.request where tenant = $1 and key = any($2::text[])',
    [tx.tenant, keys],
  )
  return new Map(rows.map(({ key, ...request }) => [key, request]))
}

/** Whether anything was made under this key. */
export const isRequested = async (tx: Tx, key: string): Promise<boolean> => (await findRequests(tx, [key])).has(key)

/** The days on which these records have entries: the days whose counts they may change. */
export async function daysOf(tx: Tx, records: readonly string[]): Promise<{ ledger: string; day: string }[]> {
  return tx.named(
    'ledger.days',
    `select distinct e.ledger, e.happened_on as day from unnest($2::uuid[]) as t(id) cross join lateral (
       select ledger, happened_on from ledger.entry where tenant = $1 and record = t.id order by seq offset 0
     ) e`,
    [tx.tenant, records],
  )
}

/** The years in which the bureau has numbered records, and how many. */
export async function yearsOf(tx: Tx): Promise<{ year: number; records: number }[]> {
  return tx.query(
    'select year, sum(last)::int as records from ledger.counter where tenant = $1 group by year order by year desc',
    [tx.tenant],
  )
}
