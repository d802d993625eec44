import type { Database, Tx } from '../../platform/db.ts'
import {
  brokenAt,
  type ChainedEntry,
  canonical,
  hiddenHolds,
  type Ledger,
  type LedgerRecord,
  recordFrom,
} from './domain.ts'
import type { LedgerCatalog } from './runtime.ts'
import { secretsOf } from './store/lists.ts'
import { pageOfEntries, recordsById, recordsWithout } from './store/walk.ts'

export interface LedgerFault {
  record: string
  number?: string | null
  sentence: string
}
export interface LedgerReport {
  records: number
  entries: number
  faults: LedgerFault[]
}

async function secretFaults(tx: Tx, ledger: Ledger, entries: readonly ChainedEntry[]): Promise<string[]> {
  const named = entries.flatMap(({ seq, data }) =>
    Object.keys(data).flatMap((field) => (ledger.fields[field]?.secret ? [{ seq, field }] : [])),
  )
  if (!named.length) return []
  const stored = await secretsOf(tx, [entries[0]!.record])
  const labelOf = (field: string) => ledger.fields[field]?.label ?? field
  const altered = stored.filter((secret) => {
    const entry = entries.find((one) => one.seq === secret.seq)
    return !entry || !hiddenHolds(entry.data[secret.field], secret)
  })
  const erased = (field: string, seq: number) =>
    entries.some((entry) => entry.seq > seq && ledger.moves[entry.move]?.erases?.includes(field))
  const gone = named.filter(
    ({ seq, field }) => !erased(field, seq) && !stored.some((secret) => secret.seq === seq && secret.field === field),
  )
  return [
    ...altered.map(({ field }) => `保密字段“${labelOf(field)}”的内容被改动`),
    ...gone.map(({ field }) => `保密字段“${labelOf(field)}”的内容被删除，没有清除记录`),
  ]
}

/** An account says what its entries add up to, whatever each of them says is left. */
function accountFaults(ledger: Ledger, entries: readonly ChainedEntry[], { data }: LedgerRecord): string[] {
  return Object.entries(ledger.fields).flatMap(([name, { account, label }]) => {
    if (!account) return []
    const sum = entries.reduce((all, { move, data: given }) => {
      const amount = (field: string | undefined) => Number((field && given[field]) || 0)
      return all + amount(account.adds[move]) - amount(account.takes[move])
    }, 0)
    return sum === Number(data[name] ?? 0) ? [] : [`“${label}”为${String(data[name])}，各笔收支合计${sum}`]
  })
}

async function faultsOf(
  tx: Tx,
  ledgers: LedgerCatalog,
  entries: readonly ChainedEntry[],
  record: LedgerRecord | undefined,
): Promise<string[]> {
  const broken = brokenAt(entries)
  if (broken)
    return [
      `第${broken.seq}步（${ledgers.get(broken.ledger)?.moves[broken.move]?.label ?? broken.move}）的内容或顺序被改动`,
    ]
  if (!record) return ['经过还在，记录本身被删除']
  const ledger = ledgers.get(record.ledger)
  if (!ledger) return [`台账“${record.ledger}”已没有声明`]
  const summed = recordFrom(ledger, entries)
  const secrets = [...(await secretFaults(tx, ledger, entries)), ...accountFaults(ledger, entries, record)]
  return summed && canonical(summed) === canonical(record) ? secrets : ['记录与它的经过不一致', ...secrets]
}

/** Walks every record of a bureau: does the chain hold, is the record the sum of its entries, is a record or a number missing? */
export async function verifyLedger(database: Database, ledgers: LedgerCatalog, tenant: string): Promise<LedgerReport> {
  const report: LedgerReport = { records: 0, entries: 0, faults: [] }
  let after: string | undefined
  do {
    after = await database.inTenant(
      tenant,
      async (tx) => {
        const { groups, last } = await pageOfEntries(tx, after)
        const records = await recordsById(tx, [...groups.keys()])
        for (const [id, entries] of groups) {
          report.records += 1
          report.entries += entries.length
          const record = records.get(id)
          for (const sentence of await faultsOf(tx, ledgers, entries, record))
            report.faults.push({ record: id, number: record?.number ?? null, sentence })
        }
        return last
      },
      { readOnly: true },
    )
  } while (after)
  const missing = await database.inTenant(tenant, recordsWithout, { readOnly: true })
  report.faults.push(...missing)
  return report
}
