import type { Tx } from '../../../platform/db.ts'
import {
  type Data,
  figuresNamed,
  type KeyName,
  keyMeant,
  keysIn,
  type Ledger,
  metricMeant,
  metricOf,
  rangeMeant,
  unknownKey,
} from '../domain.ts'
import { getLedger, type LedgerCatalog } from '../runtime.ts'
import { findKeyed, keysOf } from '../store/keys.ts'

/** Of each ledger that is named by codes: which of them stand there, and when one does not, what there is instead. */
export type KeysThere = ReadonlyMap<string, { there: ReadonlySet<string>; instead: readonly KeyName[] }>
const mostKeys = 5000

export async function findKeys(
  tx: Tx,
  ledgers: LedgerCatalog,
  { fields }: Ledger,
  filledIn: readonly Data[],
): Promise<KeysThere> {
  const asked = new Map<string, Set<string>>()
  for (const { ledger, code } of filledIn.flatMap((data) => keysIn(fields, data)))
    asked.set(ledger, (asked.get(ledger) ?? new Set()).add(code))
  const found = await Promise.all(
    [...asked].map(async ([id, codes]) => {
      const other = getLedger(ledgers, id)
      const known = await findKeyed(tx, other, [...codes])
      const there = new Set([...codes].filter((code) => known.get(code)?.stands))
      const instead = there.size < codes.size ? await keysOf(tx, other, '', mostKeys) : []
      return [id, { there, instead }] as const
    }),
  )
  return new Map(found)
}

/** What is wrong with the codes that a move names. */
export const keyFaults = ({ fields }: Ledger, data: Data, keys: KeysThere): { field: string; sentence: string }[] =>
  keysIn(fields, data).flatMap(({ field, ledger, code }) => {
    const { there, instead = [] } = keys.get(ledger) ?? {}
    return there?.has(code) ? [] : [{ field, sentence: unknownKey(fields[field]!, code, instead) }]
  })

/** The metrics that are named, alone or in a formula. */
const metricsIn = ({ fields }: Ledger, data: Data): { field: string; metric: string }[] =>
  Object.entries(fields).flatMap(([field, { kind }]) => {
    const said = data[field]
    if (typeof said !== 'string' || !said) return []
    if (kind === 'metric') return [{ field, metric: said }]
    return kind === 'formula' ? figuresNamed(said).map(({ metric }) => ({ field, metric })) : []
  })
/** The metrics named that no ledger declares. */
export const strangeMetrics = (ledgers: LedgerCatalog, ledger: Ledger, filledIn: readonly Data[]): Set<string> =>
  new Set(
    filledIn
      .flatMap((data) => metricsIn(ledger, data).map(({ metric }) => metric))
      .filter((metric) => !metricOf(ledgers, metric)),
  )
export const metricFaults = (ledger: Ledger, data: Data, strange: ReadonlySet<string>) =>
  metricsIn(ledger, data)
    .filter(({ metric }) => strange.has(metric))
    .map(({ field, metric }) => ({ field, sentence: `没有“${metric}”这个统计指标，请从列表中选择` }))

/** In a file people write a code or a name, a metric and its range by their words. What nobody knows is left as it was written, and refused. */
export async function withCodes<R extends { data: Data }>(
  tx: Tx,
  ledgers: LedgerCatalog,
  ledger: Ledger,
  rows: readonly R[],
): Promise<R[]> {
  let read = [...rows]
  for (const [name, field] of Object.entries(ledger.fields)) {
    if (!read.some(({ data }) => data[name])) continue
    const known = field.kind === 'key' ? await keysOf(tx, getLedger(ledgers, field.ledger!), '', mostKeys) : []
    const meant = (written: string, data: Data) => {
      if (field.kind === 'key') return keyMeant(field, written, known)
      if (field.kind === 'metric') return metricMeant(ledgers, written)
      const of = field.kind === 'range' ? metricOf(ledgers, String(data[field.within ?? ''])) : undefined
      return of && rangeMeant(of.ledger, written)
    }
    read = read.map((row) => {
      const code = row.data[name] ? meant(String(row.data[name]), row.data) : undefined
      return code ? { ...row, data: { ...row.data, [name]: code } } : row
    })
  }
  return read
}
