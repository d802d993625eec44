import type { Day } from '../../../platform/clock.ts'
import type { Tx } from '../../../platform/db.ts'
import type { OrgView } from '../../org/index.ts'
import type { Data, Field, Ledger, Publishes } from '../domain.ts'
import type { LedgerCatalog } from '../runtime.ts'
import { shown } from '../sheets.ts'
import { countPublic, publicRecords, withdrawnRecords } from '../store/disclosed.ts'

/** A list that the public reads. */
export interface Disclosure {
  ledger: string
  label: string
  count: number
}
export interface Disclosed extends Disclosure {
  head: string[]
  rows: string[][]
  withdrawn: { what: string; on: Day; reason: string }[]
}
const pageSize = 50
const headOf = ({ kind, label, measure }: Field): string => {
  if (kind === 'money') return `${label}（元）`
  return measure ? `${label}（${measure}）` : label
}

/** The lists of a bureau that have anything in them. */
export async function disclosures(tx: Tx, ledgers: LedgerCatalog, on: Day): Promise<Disclosure[]> {
  const all: Disclosure[] = []
  for (const { id, publishes } of ledgers.values()) {
    if (!publishes) continue
    const count = await countPublic(tx, id, publishes.since, on)
    if (count) all.push({ ledger: id, label: publishes.label, count })
  }
  return all
}

/** One page of a list, in the words the public reads and with what it must not know masked. Pages count from 1. */
export async function disclosed(
  tx: Tx,
  ledger: Ledger,
  publishes: Publishes,
  { world, on, page }: { world: OrgView; on: Day; page: number },
): Promise<Disclosed> {
  const { label, since, shows, masks = {}, withdraw } = publishes
  const tell = (data: Data) =>
    shows.map((name) => {
      const text = shown(ledger.fields[name]!, data[name], world)
      return text && masks[name] ? masks[name](text, data) : text
    })
  // Where a paper is published, its number is the one people know; that of the file is the bureau's own.
  const named = shows.some((name) => ledger.fields[name]!.series)
  const records = await publicRecords(tx, ledger.id, since, { on, limit: pageSize, offset: (page - 1) * pageSize })
  const gone = withdraw ? await withdrawnRecords(tx, ledger.id, withdraw) : []
  return {
    ledger: ledger.id,
    label,
    count: await countPublic(tx, ledger.id, since, on),
    head: [...(named ? [] : ['编号']), ...shows.map((name) => headOf(ledger.fields[name]!))],
    rows: records.map(({ number, data }) => [...(named ? [] : [number ?? '']), ...tell(data)]),
    withdrawn: gone.map(({ number, data, on: day, reason }) => ({
      what: tell(data).find(Boolean) ?? number ?? '',
      on: day,
      reason,
    })),
  }
}
export const pagesOfDisclosure = (count: number): number => Math.max(1, Math.ceil(count / pageSize))
