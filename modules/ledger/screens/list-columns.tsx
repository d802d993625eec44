import type { Column } from '../../../kit/data-table.tsx'
import { FileLinks } from '../../../kit/fields/evidence.tsx'
import { FieldOutput, isNumeric } from '../../../kit/fields/faces.tsx'
import type { FieldView } from '../../../kit/fields/field.ts'
import { Go } from '../../../kit/nav.tsx'
import { dateTime, quantity, yuan } from '../../../kit/text.ts'
import { isClocked, isWorked, type LedgerView, useYear } from './catalog.ts'
import { RecordState, RowClock } from './record-state.tsx'
import { type Row, recordUrl } from './records.ts'

const measureOf = ({ kind, measure }: FieldView) => (kind === 'money' ? '元' : measure)

/** A number without its measure: that stands in the head of the column. */
function bare(field: FieldView, value: unknown): string {
  if (typeof value !== 'number') return '—'
  if (field.kind === 'money') return yuan(value)
  return field.kind === 'quantity' ? quantity(value) : String(value)
}

/** What a record without a number is worth: its first quantity or amount, as `完成值 12 月`. */
export function worthOf({ fields }: LedgerView, { data, measures }: Row): string | undefined {
  const name = Object.keys(fields).find((one) => fields[one]?.listed && isWorth(fields[one]) && data[one] !== undefined)
  const field = name && fields[name]
  return field && [field.label, bare(field, data[name]), measures?.[name] ?? measureOf(field)].filter(Boolean).join(' ')
}
const isWorth = ({ kind }: FieldView) => kind === 'quantity' || kind === 'money'

/** A value that is a key: what it is called. A reference leads to its record. */
function Named({ field, row: { names = {} }, value }: { field: FieldView; row: Row; value: string }) {
  if (field.kind === 'ref' && field.ledger) return <Go to={recordUrl(field.ledger, value)}>{names[value]}</Go>
  return <span>{names[value]}</span>
}

function fieldColumn(ledger: LedgerView, name: string): Column<Row> {
  const field = ledger.fields[name]!
  const numeric = isNumeric(field)
  const measure = measureOf(field)
  const shown = (row: Row) => {
    const value = row.data[name]
    const unit = row.measures?.[name]
    if (typeof value === 'string' && row.names?.[value]) return <Named field={field} row={row} value={value} />
    if (name === ledger.columns.unit) return row.unitName || '—'
    if (name === ledger.columns.class && row.classLabel) return row.classLabel
    if (numeric) return unit && typeof value === 'number' ? `${bare(field, value)} ${unit}` : bare(field, value)
    if (['photos', 'files'].includes(field.kind) && Array.isArray(value)) return <FileLinks files={value} />
    return <FieldOutput field={field} value={value} />
  }
  return { key: name, title: numeric && measure ? `${field.label}（${measure}）` : field.label, numeric, render: shown }
}

const number: Column<Row> = { key: 'number', title: '编号', whole: true, render: (row) => row.number ?? '未编号' }

function workColumns(ledger: LedgerView): Column<Row>[] {
  const state: Column<Row> = {
    key: 'state',
    title: '状态',
    render: (row) => <RecordState ledger={ledger} row={row} />,
  }
  const clock: Column<Row> = {
    key: 'clock',
    title: '时限',
    width: 150,
    sort: 'dueAt',
    render: (row) => <RowClock ledger={ledger} row={row} />,
  }
  const holder: Column<Row> = {
    key: 'holder',
    title: '在办',
    render: (row) => (ledger.states[row.state]?.ended ? '—' : row.holderText || '—'),
  }
  return [state, ...(isClocked(ledger) ? [clock] : []), ...(isWorked(ledger) ? [holder] : [])]
}

/** Of the year everything is of, the year itself needs not be said. */
function When({ at }: { at: string }) {
  const year = String(useYear())
  const said = dateTime(at)
  return <span title={said}>{said.startsWith(year) ? said.slice(5) : said}</span>
}

const occurred: Column<Row> = {
  key: 'occurredAt',
  title: '发生时间',
  sort: '-occurredAt',
  render: (row) => <When at={row.occurredAt} />,
}

const listedFields = (ledger: LedgerView): string[] => {
  const inTitle = new Set(ledger.columns.title)
  return Object.keys(ledger.fields).filter((name) => ledger.fields[name]?.listed && !inTitle.has(name))
}

/** Listed fields that wait to be chosen: beside a clock and a holder there is room for two, otherwise for six. */
export const crowded = (ledger: LedgerView): string[] => listedFields(ledger).slice(isClocked(ledger) ? 2 : 6)

/** Every column a ledger's list can have; people choose among them. A ledger with a day of its own shows only that. */
export function columnsOf(ledger: LedgerView): Column<Row>[] {
  const dated = ledger.columns.on !== undefined && ledger.fields[ledger.columns.on]?.listed
  const said = ledger.columns.title.flatMap((name) => ledger.fields[name]?.label ?? [])
  const title: Column<Row> = {
    key: 'title',
    title: said.join(' · ') || ledger.title,
    first: true,
    render: (row) => row.title || '—',
  }
  return [
    ...(ledger.numbered ? [number] : []),
    title,
    ...listedFields(ledger).map((name) => fieldColumn(ledger, name)),
    ...workColumns(ledger),
    ...(dated ? [] : [occurred]),
  ]
}
