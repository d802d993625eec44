import type { Tx } from '../../../platform/db.ts'
import { type Data, type KeyName, keyMeant, keysIn, type Ledger, unknownKey } from '../domain.ts'
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

/** In a file people write a code or a name. What nobody knows is left as it was written, and refused. */
export async function withCodes<R extends { data: Data }>(
  tx: Tx,
  ledgers: LedgerCatalog,
  ledger: Ledger,
  rows: readonly R[],
): Promise<R[]> {
  let read = [...rows]
  for (const [name, field] of Object.entries(ledger.fields)) {
    if (field.kind !== 'key' || !read.some(({ data }) => data[name])) continue
    const known = await keysOf(tx, getLedger(ledgers, field.ledger!), '', mostKeys)
    read = read.map((row) => {
      const code = row.data[name] ? keyMeant(field, String(row.data[name]), known) : undefined
      return code ? { ...row, data: { ...row.data, [name]: code } } : row
    })
  }
  return read
}
