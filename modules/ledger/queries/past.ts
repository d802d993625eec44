import type { Instant } from '../../../platform/clock.ts'
import type { Tx } from '../../../platform/db.ts'
import { type Actor, applyEntry, type ChainedEntry, type Data, type Ledger, type LedgerRecord } from '../domain.ts'
import { secretsOf } from '../store/lists.ts'
import { entriesOf, findRecord } from '../store/records.ts'
import { isShown } from './row.ts'
import { maySeeSecrets, readable } from './sight.ts'

/** A move that was made and stands, with what was known of the record then. */
export interface Moment {
  move: string
  person: string
  at: Instant
  reason: string | null
  number: string | null
  /** After the move; what the move clears is still in it, for that is what the move was about. */
  data: Data
  /** Fields that were filled in and whose values this reader is not told: secrets, or secrets erased since. */
  untold: ReadonlySet<string>
  /** Who had made each kind of move last, this one included. */
  by: LedgerRecord['by']
}

const filled = (data: Data): Data => Object.fromEntries(Object.entries(data).filter(([, value]) => value !== null))

/**
 * The moments of a record, from the first, rebuilt from its entries: what comes later changes none of them. Moves undone
 * since are left out. A record that is unseen and one that is missing are both 404.
 */
export async function momentsOf(tx: Tx, ledger: Ledger, actor: Actor, id: string): Promise<Moment[]> {
  const [found, entries, secrets] = await Promise.all([
    findRecord(tx, ledger.id, id),
    entriesOf(tx, id),
    secretsOf(tx, maySeeSecrets(ledger, actor) ? [id] : []),
  ])
  readable(ledger, actor, found)
  const undone = new Set(entries.map(({ undoes }) => undoes))
  const told = (seq: number): Data =>
    Object.fromEntries(secrets.filter((one) => one.seq <= seq).map(({ field, value }) => [field, value]))
  return pastOf(ledger, entries).flatMap(({ entry, before, after }) => {
    if (undone.has(entry.seq)) return []
    const data = { ...before?.data, ...filled(entry.data) }
    return [momentOf(ledger, entry, { ...after, data }, told(entry.seq))]
  })
}

function pastOf(ledger: Ledger, entries: readonly ChainedEntry[]) {
  let record: LedgerRecord | undefined
  return entries.map((entry) => {
    const before = record
    record = applyEntry(ledger, before, entry)
    return { entry, before, after: record }
  })
}

function momentOf(ledger: Ledger, entry: ChainedEntry, { number, data, by }: LedgerRecord, told: Data): Moment {
  const secret = Object.keys(data).filter((name) => !isShown(ledger, name))
  const known = Object.fromEntries(secret.flatMap((name) => (name in told ? [[name, told[name]]] : [])))
  const open = Object.fromEntries(Object.entries(data).filter(([name]) => isShown(ledger, name)))
  return {
    move: entry.move,
    person: entry.actor,
    at: entry.happenedAt,
    reason: entry.effect.reason ?? null,
    number,
    data: { ...open, ...known },
    untold: new Set(secret.filter((name) => !(name in known))),
    by,
  }
}
