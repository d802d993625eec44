import type { Tx } from '../../../platform/db.ts'
import type { RecordView, Row } from '../contract.ts'
import {
  type Data,
  type Field,
  figuresNamed,
  formulaWords,
  type KeyNames,
  keyLabel,
  keysIn,
  type Ledger,
  type LedgerRecord,
  mayRead,
  metricOf,
  metricWords,
  rangeValues,
  rangeWords,
  refsIn,
} from '../domain.ts'
import { getLedger, type LedgerCatalog } from '../runtime.ts'
import { findRecords } from '../store/records.ts'
import { keyNames, titleInWords, told } from './keys.ts'
import type { Reader } from './row.ts'

type AnyRow = Row | RecordView
const isText = (value: unknown): value is string => typeof value === 'string' && value !== ''
/** Everything a row says: what it is now, and what its entries said. */
const saidIn = (ledger: Ledger, row: AnyRow): Data[] => [
  told(ledger, row),
  ...('history' in row ? row.history.map(({ data }) => data) : []),
]

/** The ledgers whose figures a record's ranges and formulas narrow, each with the range. */
function rangesIn(catalog: LedgerCatalog, { fields }: Ledger, data: Data): { ledger: Ledger; range: string }[] {
  const of = (id: unknown, range: unknown) => {
    const found = isText(id) && isText(range) ? metricOf(catalog, id) : undefined
    return found ? [{ ledger: found.ledger, range: range as string }] : []
  }
  return Object.entries(fields).flatMap(([name, { kind, within = '' }]) => {
    const value = data[name]
    if (kind === 'range') return of(data[within], value)
    return kind === 'formula' && isText(value)
      ? figuresNamed(value).flatMap(({ metric, range }) => of(metric, range))
      : []
  })
}

/** What the words of these rows need of other records: names of codes, and the records they refer to. */
interface Known {
  catalog: LedgerCatalog
  reader: Reader
  names: KeyNames
  records: ReadonlyMap<string, LedgerRecord>
}
async function knownOf(tx: Tx, catalog: LedgerCatalog, reader: Reader, rows: readonly AnyRow[]): Promise<Known> {
  const said = rows.flatMap((row) => {
    const ledger = getLedger(catalog, row.ledger)
    return saidIn(ledger, row).map((data) => ({ ledger, data }))
  })
  const ids = new Set(said.flatMap(({ ledger, data }) => refsIn(ledger.fields, data).map(({ id }) => id)))
  const found = ids.size ? await findRecords(tx, [...ids]) : []
  const seen = found.filter((record) => {
    const ledger = catalog.get(record.ledger)
    return ledger && mayRead(ledger, reader.actor, record)
  })
  const referred = seen.map((record) => ({ ledger: getLedger(catalog, record.ledger), data: record.data }))
  const narrowed = said.flatMap(({ ledger, data }) =>
    rangesIn(catalog, ledger, data).flatMap((one) =>
      rangeValues(one.ledger, one.range).flatMap(({ field, value }) => keysIn({ value: field }, { value })),
    ),
  )
  const codes = [...said, ...referred].flatMap(({ ledger, data }) => keysIn(ledger.fields, data))
  return {
    catalog,
    reader,
    names: await keyNames(tx, catalog, [...codes, ...narrowed]),
    records: new Map(seen.map((record) => [record.id, record])),
  }
}

const sayIn =
  ({ names, reader: { world } }: Known) =>
  (field: Field, value: string): string => {
    if (field.kind === 'unit') return world.unitName(value)
    return keyLabel(field, value, names)
  }

/** What one stored value is called; undefined where it says itself. */
function wordsFor(known: Known, ledger: Ledger, name: string, data: Data): string | undefined {
  const [field, value] = [ledger.fields[name], data[name]]
  if (!field || !isText(value)) return undefined
  const say = sayIn(known)
  if (field.kind === 'key') return keyLabel(field, value, known.names)
  if (field.kind === 'metric') return metricWords(known.catalog, value)
  if (field.kind === 'range')
    return rangeWords(metricOf(known.catalog, String(data[field.within ?? '']))?.ledger, value, say)
  if (field.kind === 'formula') return formulaWords(known.catalog, value, say)
  const record = field.kind === 'ref' ? known.records.get(value) : undefined
  if (!record) return undefined
  const { class: kind, channel } = record.dims
  const title = titleInWords(getLedger(known.catalog, record.ledger), { ...record, class: kind, channel }, known.names)
  return [record.number, title].filter(Boolean).join(' ')
}

/** The unit of a quantity that stands in another field, of this record or of one it refers to. */
function measureOf({ records }: Known, { fields }: Ledger, data: Data, { measureIn = '' }: Field): string | undefined {
  const [own = '', there] = measureIn.split('.')
  if (!there) return isText(data[own]) ? data[own] : undefined
  const value = fields[own]?.kind === 'ref' ? records.get(String(data[own]))?.data[there] : undefined
  return isText(value) ? value : undefined
}

const filled = <T extends object>(name: string, all: T) => (Object.keys(all).length ? { [name]: all } : {})

function worded<R extends AnyRow>(known: Known, row: R): R {
  const ledger = getLedger(known.catalog, row.ledger)
  const names: Record<string, string> = {}
  for (const data of saidIn(ledger, row))
    for (const [name, value] of Object.entries(data)) {
      const words = wordsFor(known, ledger, name, { ...row.data, ...data })
      if (words !== undefined) names[String(value)] = words
    }
  const measures = Object.entries(ledger.fields).flatMap(([name, field]) => {
    const measure = measureOf(known, ledger, row.data, field)
    return measure ? [[name, measure] as const] : []
  })
  const labelOf = (column: string | undefined, value: string, label: string) =>
    column && ledger.fields[column]?.kind === 'key' ? (names[value] ?? label) : label
  return {
    ...row,
    title: titleInWords(ledger, row, known.names),
    classLabel: labelOf(ledger.columns.class, row.class, row.classLabel),
    channelLabel: labelOf(ledger.columns.channel, row.channel, row.channelLabel),
    ...filled('names', { ...row.names, ...names }),
    ...filled('measures', Object.fromEntries(measures)),
  }
}

/** Rows and records as people read them: with the words for codes, references, metrics and their ranges, and the units of
 *  quantities that stand elsewhere. Of records this reader may not see nothing is told. */
export async function inWords<R extends AnyRow>(
  tx: Tx,
  catalog: LedgerCatalog,
  reader: Reader,
  rows: readonly R[],
): Promise<R[]> {
  const known = await knownOf(tx, catalog, reader, rows)
  return rows.map((row) => worded(known, row))
}
