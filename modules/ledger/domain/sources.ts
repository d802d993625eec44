import type { Ledger, Metric } from './declare.ts'
import type { Field } from './fields.ts'
import type { Dimensions } from './record.ts'

// Where a value comes from: a metric, a range of it, a formula over several. They are stored as keys and read as words.

type Catalog = ReadonlyMap<string, Ledger>
type Dimension = keyof Dimensions
const filters: readonly Dimension[] = ['unit', 'grid', 'class', 'channel']

/** `class=lamp-repair;unit=u-lamps` as filters of a figure. Words that are no filter are left out. */
export function readRange(text: string): Record<string, string> {
  const pairs = text.split(/[;；]/).map((part) => part.split('=').map((word) => word.trim()))
  const known = new Set<string>(filters)
  return Object.fromEntries(pairs.filter(([name, value]) => name && value && known.has(name)) as [string, string][])
}

/** The metric an id names: `work.quantity`; undefined when there is none. */
export function metricOf(catalog: Catalog, id: string): { ledger: Ledger; metric: Metric } | undefined {
  const dot = id.indexOf('.')
  const ledger = catalog.get(id.slice(0, dot))
  const metric = ledger?.metrics[id.slice(dot + 1)]
  return ledger && metric ? { ledger, metric } : undefined
}

/** `工作记录·工作量`; the id itself when nobody declares it. */
export function metricWords(catalog: Catalog, id: string): string {
  const found = metricOf(catalog, id)
  return found ? `${found.ledger.title}·${found.metric.label}` : id
}

/** The metric that somebody wrote: its id, its words, or a label only one has. */
export function metricMeant(catalog: Catalog, written: string): string | undefined {
  if (metricOf(catalog, written)) return written
  const all = [...catalog.values()].flatMap(({ id, metrics }) =>
    Object.entries(metrics).map(([name, { label }]) => ({ id: `${id}.${name}`, label })),
  )
  const meant = all.filter(({ id, label }) => label === written || metricWords(catalog, id) === written)
  return meant.length === 1 ? meant[0]!.id : undefined
}

/** The range that somebody wrote in words, `工作种类：路灯维修`, or as it is kept. Undefined: nobody knows. */
export function rangeMeant({ columns, fields }: Ledger, written: string): string | undefined {
  const parts = written.split(/[;；]/).map((part) => part.split(/[=:：]/).map((word) => word.trim()))
  const read = parts.map(([name, value]) => {
    const filter = filters.find((one) => one === name || fields[columns[one] ?? '']?.label === name)
    const options = filter && fields[columns[filter] ?? '']?.options
    const option = options?.find((one) => one.value === value || one.label === value)
    return filter && value ? `${filter}=${option?.value ?? value}` : undefined
  })
  return read.includes(undefined) ? undefined : read.join(';')
}

/** What a range of a ledger's figures takes: the field each filter is of, with its value. */
export const rangeValues = ({ columns, fields }: Ledger, range: string): { field: Field; value: string }[] =>
  Object.entries(readRange(range)).flatMap(([name, value]) => {
    const field = fields[columns[name as Dimension] ?? '']
    return field ? [{ field, value }] : []
  })

type Say = (field: Field, value: string) => string
/** `工作种类：路灯维修；承办单位：路灯所`; the text itself where the ledger has no such field. */
export function rangeWords(ledger: Ledger | undefined, range: string, say: Say): string {
  const values = ledger ? rangeValues(ledger, range) : []
  return values.length ? values.map(({ field, value }) => `${field.label}：${say(field, value)}`).join('；') : range
}

const figuresOrSigns = /([a-z][a-z-]*\.[a-z][a-z-]*)(?:\[([^\]]*)\])?(?:@(-\d))?|[*/-]/g
const signs: Readonly<Record<string, string>> = { '*': '×', '/': '÷', '-': '−' }
/** The metrics a formula names, with their ranges. */
export const figuresNamed = (formula: string): { metric: string; range: string }[] =>
  [...formula.matchAll(figuresOrSigns)].flatMap(([, metric, range = '']) => (metric ? [{ metric, range }] : []))

/** `在职人员 ÷ 编制数 × 100` of `personnel.staff / personnel.posts * 100`. */
export const formulaWords = (catalog: Catalog, formula: string, say: Say): string =>
  formula.replace(figuresOrSigns, (sign, metric?: string, range = '', year = '') => {
    if (!metric) return signs[sign]!
    const found = metricOf(catalog, metric)
    const narrowed = range ? `（${rangeWords(found?.ledger, range, say)}）` : ''
    return `${year ? '上年' : ''}${found?.metric.label ?? metric}${narrowed}`
  })
