import type { Client } from 'pg'
import { from } from 'pg-copy-streams'
import {
  type ChainedEntry,
  type Draft,
  finish,
  type Given,
  isLate,
  type Ledger,
  type LedgerRecord,
  newFacets,
  newGrams,
} from '../../modules/ledger/domain.ts'

/** Rows for COPY, one text a table. */
export interface Texts {
  record: string[]
  entry: string[]
  gram: string[]
  facet: string[]
  secret: string[]
}
export const emptyTexts = (): Texts => ({ record: [], entry: [], gram: [], facet: [], secret: [] })

const columns: Record<keyof Texts, string> = {
  record:
    'tenant, id, ledger, number, state, title, holder, unit, grid, class, channel, occurred_at, due_at, closed_at, late, version, head, data, clocks, by',
  entry:
    'tenant, record, seq, ledger, move, actor, happened_at, recorded_at, happened_on, unit, grid, class, channel, in_time, undoes, epoch, data, effect, hash',
  gram: 'tenant, ledger, gram, record',
  facet: 'tenant, ledger, field, record, text_value, int_value',
  secret: 'tenant, record, field, seq, salt, value',
}

const special = /[\\\t\n\r]/
const escapes: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' }
function cell(value: unknown): string {
  if (value === null || value === undefined) return '\\N'
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value)
  return special.test(text) ? text.replace(/[\\\t\n\r]/g, (found) => escapes[found]!) : text
}
const line = (values: readonly unknown[]) => `${values.map(cell).join('\t')}\n`
const bytes = (hex: string) => `\\x${hex}`

const recordLine = ({ dims, ...r }: LedgerRecord) =>
  line([
    ...[r.tenant, r.id, r.ledger, r.number, r.state, r.title, r.holder, dims.unit, dims.grid, dims.class, dims.channel],
    ...[r.occurredAt, r.dueAt, r.closedAt, isLate({ dims, ...r }), r.version, bytes(r.head), r.data, r.clocks, r.by],
  ])
const entryLine = ({ dims, ...e }: ChainedEntry) =>
  line([
    ...[e.tenant, e.record, e.seq, e.ledger, e.move, e.actor, e.happenedAt, e.recordedAt, e.on],
    ...[dims.unit, dims.grid, dims.class, dims.channel, e.inTime, e.undoes, 1, e.data, e.effect, bytes(e.hash)],
  ])

/** What a decided and numbered life adds to each table: the same rows the engine would have written. */
export function addLife(texts: Texts, ledger: Ledger, draft: Draft, given: Given): number {
  const { entries, after } = finish(ledger, draft, given)
  const { tenant, id } = after
  texts.record.push(recordLine(after))
  for (const entry of entries) texts.entry.push(entryLine(entry))
  for (const gram of newGrams(ledger, undefined, after).added)
    texts.gram.push(`${tenant}\t${ledger.id}\t${gram}\t${id}\n`)
  for (const { field, text, int } of newFacets(ledger, entries))
    texts.facet.push(line([tenant, ledger.id, field, id, text, int]))
  for (const { field, seq, salt, value } of draft.hidden)
    texts.secret.push(line([tenant, id, field, seq, salt, JSON.stringify(value)]))
  return entries.length
}

/** COPY is not possible under row-level security, so the owner does it; everything that is measured runs as the app role. */
export async function copyTexts(owner: Client, texts: Texts): Promise<void> {
  for (const table of Object.keys(columns) as (keyof Texts)[]) {
    const stream = owner.query(from(`copy ledger.${table} (${columns[table]}) from stdin`))
    const done = new Promise((resolve, reject) => stream.once('finish', resolve).once('error', reject))
    stream.end(texts[table].join(''))
    await done
  }
}
