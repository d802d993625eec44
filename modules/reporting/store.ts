import type { Instant } from '../../platform/clock.ts'
import type { Tx } from '../../platform/db.ts'
import { type Part, type PublicRow, pageSize, type Snapshot } from './snapshot.ts'

interface SnapshotRow {
  tenant: string
  id: string
  document: string
  title: string
  period: string
  seal: number
  submitted_at: Instant
  submitted_by: string
  body: Snapshot['body']
  record: string
  hash: string
}
export interface Withdrawal {
  at: Instant
  reason: string
}
/** What somebody else said to a report that was submitted: public from then on, or sent back with a reason. */
export interface Decision {
  approved: boolean
  at: Instant
  by: string
  reason: string | null
}
/** What became of a snapshot since it was frozen; without a decision it waits for one. */
export interface Fate {
  decision: Decision | null
  withdrawn: Withdrawal | null
}
/** A snapshot without its body, for lists. */
export type SnapshotHead = Omit<Snapshot, 'body' | 'tenant'> & Fate

const snapshotOf = (row: SnapshotRow): Snapshot => ({
  tenant: row.tenant,
  id: row.id,
  document: row.document,
  title: row.title,
  period: row.period,
  seal: row.seal,
  submittedAt: row.submitted_at,
  submittedBy: row.submitted_by,
  body: row.body,
  record: row.record,
  hash: row.hash,
})

/** The next number of a kind of document in a year. Two publications of a bureau wait for each other here. */
export async function nextSnapshotId(tx: Tx, year: number, slug: string): Promise<string> {
  await tx.query('select pg_advisory_xact_lock(80, hashtext($1))', [`${tx.tenant}.${slug}`])
  const rows = await tx.query<{ last: number }>(
    `select coalesce(max(substr(id, length($2) + 1)::int), 0) as last from reporting.snapshot where tenant = $1 and starts_with(id, $2)`,
    [tx.tenant, `${year}-${slug}-`],
  )
  return `${year}-${slug}-${rows[0]!.last + 1}`
}

export async function insertSnapshot(tx: Tx, snapshot: Snapshot): Promise<void> {
  const { id, document, title, period, seal, submittedAt, submittedBy, body, record, hash } = snapshot
  await tx.query(
    `insert into reporting.snapshot (tenant, id, document, title, period, seal, submitted_at, submitted_by, body, record, hash)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [tx.tenant, id, document, title, period, seal, submittedAt, submittedBy, JSON.stringify(body), record, hash],
  )
}

const batch = 5000
const rowTypes = {
  number: 'text',
  class: 'text',
  street: 'text',
  received_on: 'date',
  closed_on: 'date',
  unit: 'text',
  in_time: 'bool',
  on_day: 'date',
  value: 'bigint',
  amount: 'text',
}
const names = Object.keys(rowTypes).join(', ')
const lists = Object.values(rowTypes).map((type, i) => `$${i + 6}::${type}[]`)
const insertPart = `
insert into reporting.snapshot_row (tenant, snapshot, figure, part, ordinal, ${names})
select $1, $2, $3, $4, $5::int + t.ordinal::int, ${names
  .split(', ')
  .map((name) => `t.${name}`)
  .join(', ')}
from unnest(${lists.join(', ')}) with ordinality as t(${names}, ordinal)`

export async function insertRows(
  tx: Tx,
  snapshot: string,
  figure: string,
  part: Part,
  rows: readonly PublicRow[],
): Promise<void> {
  for (let from = 0; from < rows.length; from += batch) {
    const some = rows.slice(from, from + batch)
    await tx.named('reporting.rows', insertPart, [
      tx.tenant,
      snapshot,
      figure,
      part,
      from,
      some.map((row) => row.number),
      some.map((row) => row.class),
      some.map((row) => row.street),
      some.map((row) => row.receivedOn),
      some.map((row) => row.closedOn),
      some.map((row) => row.unit),
      some.map((row) => row.inTime),
      some.map((row) => row.on),
      some.map((row) => row.value),
      some.map((row) => row.amount),
    ])
  }
}

interface FateRow {
  approved: boolean | null
  decided_at: Instant | null
  decided_by: string | null
  decided_reason: string | null
  withdrawn_at: Instant | null
  withdrawn_reason: string | null
}
const fates =
  'd.approved, d.at as decided_at, d.by as decided_by, d.reason as decided_reason, w.at as withdrawn_at, w.reason as withdrawn_reason'
const fromAll = `reporting.snapshot s
 left join reporting.decision d on d.tenant = s.tenant and d.snapshot = s.id
 left join reporting.withdrawal w on w.tenant = s.tenant and w.snapshot = s.id`
const fateOf = (row: FateRow): Fate => ({
  decision:
    row.approved === null
      ? null
      : { approved: row.approved, at: row.decided_at!, by: row.decided_by!, reason: row.decided_reason },
  withdrawn: row.withdrawn_at ? { at: row.withdrawn_at, reason: row.withdrawn_reason! } : null,
})

export async function findSnapshot(tx: Tx, id: string): Promise<({ snapshot: Snapshot } & Fate) | undefined> {
  const [row] = await tx.query<SnapshotRow & FateRow>(
    `select s.*, ${fates} from ${fromAll} where s.tenant = $1 and s.id = $2`,
    [tx.tenant, id],
  )
  return row && { snapshot: snapshotOf(row), ...fateOf(row) }
}

/** All that were ever frozen, whatever became of them; the newest first. */
export async function listSnapshots(tx: Tx): Promise<SnapshotHead[]> {
  const rows = await tx.query<Omit<SnapshotRow, 'body'> & FateRow>(
    `select s.id, s.document, s.title, s.period, s.seal, s.submitted_at, s.submitted_by, s.record, s.hash, ${fates}
     from ${fromAll} where s.tenant = $1 order by coalesce(d.at, s.submitted_at) desc, s.id desc`,
    [tx.tenant],
  )
  return rows.map((row) => ({
    id: row.id,
    document: row.document,
    title: row.title,
    period: row.period,
    seal: row.seal,
    submittedAt: row.submitted_at,
    submittedBy: row.submitted_by,
    record: row.record,
    hash: row.hash,
    ...fateOf(row),
  }))
}

interface StoredRow {
  number: string | null
  class: string
  street: string | null
  received_on: string | null
  closed_on: string | null
  unit: string | null
  in_time: boolean | null
  on_day: string
  value: number
  amount: string | null
}
/** The rows behind a part of a figure, in their frozen order. `page` counts from 1; left out, all of them. */
export async function rowsOf(
  tx: Tx,
  snapshot: string,
  figure: string,
  part: Part,
  page?: number,
): Promise<PublicRow[]> {
  const [after, upTo] = page === undefined ? [0, 2_147_483_647] : [(page - 1) * pageSize, page * pageSize]
  const rows = await tx.query<StoredRow>(
    `select ${names} from reporting.snapshot_row
     where tenant = $1 and snapshot = $2 and figure = $3 and part = $4 and ordinal > $5 and ordinal <= $6 order by ordinal`,
    [tx.tenant, snapshot, figure, part, after, upTo],
  )
  return rows.map((row) => ({
    number: row.number,
    class: row.class,
    street: row.street,
    receivedOn: row.received_on,
    closedOn: row.closed_on,
    unit: row.unit,
    inTime: row.in_time,
    on: row.on_day,
    value: row.value,
    amount: row.amount,
  }))
}

/** How much of a part falls on one month or one class. */
export interface Spread {
  /** `2024-03`, or the name of a class. */
  key: string
  /** In the smallest unit; 1 a thing. */
  value: number
}
/** The rows behind a part of a figure, added up by month in the order of the calendar and by class from the largest down. */
export async function spreadOf(
  tx: Tx,
  snapshot: string,
  figure: string,
  part: Part,
): Promise<{ months: Spread[]; classes: Spread[] }> {
  const from = 'from reporting.snapshot_row where tenant = $1 and snapshot = $2 and figure = $3 and part = $4'
  const values = [tx.tenant, snapshot, figure, part]
  const months = await tx.query<Spread>(
    `select to_char(on_day, 'YYYY-MM') as key, sum(value)::bigint as value ${from} group by 1 order by 1`,
    values,
  )
  const classes = await tx.query<Spread>(
    `select class as key, sum(value)::bigint as value ${from} group by 1 order by 2 desc, 1`,
    values,
  )
  return { months, classes }
}

export async function insertWithdrawal(
  tx: Tx,
  snapshot: string,
  { at, by, reason }: Withdrawal & { by: string },
): Promise<void> {
  await tx.query(
    'insert into reporting.withdrawal (tenant, snapshot, at, by, reason) values ($1, $2, $3, $4, $5) on conflict do nothing',
    [tx.tenant, snapshot, at, by, reason],
  )
}

export async function insertDecision(tx: Tx, snapshot: string, { approved, at, by, reason }: Decision): Promise<void> {
  await tx.query(
    'insert into reporting.decision (tenant, snapshot, approved, at, by, reason) values ($1, $2, $3, $4, $5, $6)',
    [tx.tenant, snapshot, approved, at, by, reason],
  )
}
