import type { Tx } from '../../../platform/db.ts'
import type { Row } from '../contract.ts'
import { type Data, type KeyName, type KeyNames, keyLabel, keysIn, type Ledger } from '../domain.ts'
import { getLedger, type LedgerCatalog } from '../runtime.ts'
import type { Dimension } from '../store/counts.ts'
import { findKeyed, keysOf } from '../store/keys.ts'

const mostChoices = 50

/** The records a key field may name, newest first: those whose code or name contains the words. */
export const keyChoices = (tx: Tx, ledger: Ledger, words = ''): Promise<KeyName[]> =>
  keysOf(tx, ledger, words, mostChoices)

/** What these codes are called, by the ledger they lead to. */
export async function keyNames(
  tx: Tx,
  ledgers: LedgerCatalog,
  wanted: readonly { ledger: string; code: string }[],
): Promise<KeyNames> {
  const names = await Promise.all(
    [...new Set(wanted.map(({ ledger }) => ledger))].map(async (id) => {
      const codes = wanted.flatMap(({ ledger, code }) => (ledger === id ? [code] : []))
      const found = await findKeyed(tx, getLedger(ledgers, id), codes)
      return [id, new Map([...found].map(([code, { name }]) => [code, name]))] as const
    }),
  )
  return new Map(names)
}

/** What of a record stands in the columns of its ledger: a code there may be of no listed field. */
export type Titled = Pick<Row, 'title' | 'class' | 'channel' | 'data'>
export const told = ({ columns }: Ledger, { data, class: kind, channel }: Titled): Data => ({
  ...(columns.class ? { [columns.class]: kind } : {}),
  ...(columns.channel ? { [columns.channel]: channel } : {}),
  ...data,
})

/** A title with names in place of codes; a title keeps the codes it was stored with. */
export function titleInWords(ledger: Ledger, row: Titled, names: KeyNames): string {
  const values = told(ledger, row)
  const words = new Map(
    ledger.columns.title.flatMap((name) => {
      const [field, value] = [ledger.fields[name]!, values[name]]
      return field.kind === 'key' && typeof value === 'string' ? [[value, keyLabel(field, value, names)] as const] : []
    }),
  )
  if (!words.size) return row.title
  return row.title
    .split(' · ')
    .map((part) => words.get(part) ?? part)
    .join(' · ')
}

/** The names of the codes in what these records say. */
export const namesForData = (tx: Tx, ledgers: LedgerCatalog, ledger: Ledger, all: readonly Data[]): Promise<KeyNames> =>
  keyNames(
    tx,
    ledgers,
    all.flatMap((data) => keysIn(ledger.fields, data)),
  )

/** The names of the codes in these rows' titles and classes. */
export const namesForRows = (
  tx: Tx,
  ledgers: LedgerCatalog,
  ledger: Ledger,
  rows: readonly Titled[],
): Promise<KeyNames> =>
  namesForData(
    tx,
    ledgers,
    ledger,
    rows.map((row) => told(ledger, row)),
  )

/** What the keys of a dimension are called, where the field in it names records of another ledger. */
export async function dimensionNames(
  tx: Tx,
  ledgers: LedgerCatalog,
  { columns, fields }: Ledger,
  by: Dimension,
  codes: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const field = fields[columns[by] ?? '']
  if (field?.kind !== 'key') return new Map()
  const names = await keyNames(
    tx,
    ledgers,
    codes.map((code) => ({ ledger: field.ledger!, code })),
  )
  return new Map(codes.map((code) => [code, keyLabel(field, code, names)]))
}
