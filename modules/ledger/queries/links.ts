import type { Tx } from '../../../platform/db.ts'
import type { Link } from '../contract.ts'
import { type Ledger, listed, mayRead, rowFields } from '../domain.ts'
import type { LedgerCatalog } from '../runtime.ts'
import { listRecords } from '../store/lists.ts'
import { findRecord } from '../store/records.ts'
import { type Reader, rowOf } from './row.ts'
import { readable, sightOf } from './sight.ts'
import { inWords } from './words.ts'

const mostShown = 20
const refsOf = ({ fields }: Ledger) => Object.entries(fields).filter(([, { kind }]) => kind === 'ref')
const reads = ({ actor }: Reader, ledger: Ledger) => actor.grants.some(({ role }) => ledger.read[role])

/** The records this one names: those that the reader may see. */
async function named(tx: Tx, ledgers: LedgerCatalog, reader: Reader, ledger: Ledger, data: Record<string, unknown>) {
  const found = await Promise.all(
    refsOf(ledger).map(async ([name, field]): Promise<Link[]> => {
      const target = ledgers.get(field.ledger ?? '')
      const value = data[name]
      const record = target && typeof value === 'string' ? await findRecord(tx, target.id, value) : undefined
      if (!target || !record || !mayRead(target, reader.actor, record)) return []
      return [{ ledger: target.id, label: field.label, rows: [rowOf(target, reader, listed(record))], more: false }]
    }),
  )
  return found.flat()
}

/** The records that name this one, by the ledger and the field that names it, newest first. */
async function naming(tx: Tx, ledgers: LedgerCatalog, reader: Reader, ledger: Ledger, id: string) {
  const found = await Promise.all(
    [...ledgers.values()]
      .filter((other) => reads(reader, other))
      .flatMap((other) =>
        refsOf(other).flatMap(([name, field]) => (field.ledger === ledger.id ? [{ other, name }] : [])),
      )
      .map(async ({ other, name }): Promise<Link[]> => {
        const filter = { ledger: other.id, facets: { [name]: id }, sight: sightOf(other, reader.actor) }
        const page = { sort: 'newest' as const, limit: mostShown + 1 }
        const records = await listRecords(tx, filter, page, rowFields(other.fields))
        const rows = records.slice(0, mostShown).map((record) => rowOf(other, reader, record))
        return rows.length ? [{ ledger: other.id, label: other.title, rows, more: records.length > mostShown }] : []
      }),
  )
  return found.flat()
}

/** Both ends of every reference of a record, as far as the reader may see. Unseen and missing records are both 404. */
export async function linksOf(
  tx: Tx,
  ledgers: LedgerCatalog,
  reader: Reader,
  ledger: Ledger,
  id: string,
): Promise<Link[]> {
  const record = readable(ledger, reader.actor, await findRecord(tx, ledger.id, id))
  const [forth, back] = await Promise.all([
    named(tx, ledgers, reader, ledger, record.data),
    naming(tx, ledgers, reader, ledger, id),
  ])
  return Promise.all(
    [...forth, ...back].map(async (link) => ({ ...link, rows: await inWords(tx, ledgers, reader, link.rows) })),
  )
}
