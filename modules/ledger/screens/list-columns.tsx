import type { Column } from '../../../kit/data-table.tsx'
import { FieldOutput, isNumeric } from '../../../kit/fields/faces.tsx'
import type { FieldView } from '../../../kit/fields/field.ts'
import { dateTime, quantity, yuan } from '../../../kit/text.ts'
import type { LedgerView } from './catalog.ts'
import { RecordState, RowClock } from './record-state.tsx'
import type { Row } from './records.ts'

const measureOf = ({ kind, measure }: FieldView) => (kind === 'money' ? '元' : measure)

/** A number without its measure: that stands in the head of the column. */
function bare(field: FieldView, value: unknown): string {
  if (typeof value !== 'number') return '—'
  if (field.kind === 'money') return yuan(value)
  return field.kind === 'quantity' ? quantity(value) : String(value)
}

function fieldColumn(ledger: LedgerView, name: string): Column<Row> {
  const field = ledger.fields[name]!
  const numeric = isNumeric(field)
  const measure = measureOf(field)
  const shown = (row: Row) => {
    if (name === ledger.columns.unit) return row.unitName || '—'
    if (name === ledger.columns.class && row.classLabel) return row.classLabel
    return numeric ? bare(field, row.data[name]) : <FieldOutput field={field} value={row.data[name]} />
  }
  return { key: name, title: numeric && measure ? `${field.label}（${measure}）` : field.label, numeric, render: shown }
}

/** Every column a ledger's list can have; people choose among them. */
export function columnsOf(ledger: LedgerView): Column<Row>[] {
  const inTitle = new Set(ledger.columns.title)
  const listed = Object.keys(ledger.fields).filter((name) => ledger.fields[name]?.listed && !inTitle.has(name))
  const clocked = Object.keys(ledger.deadlines).length > 0
  const numbered: Column<Row> = {
    key: 'number',
    title: '编号',
    render: (row) => row.number ?? '未编号',
  }
  const titled: Column<Row> = {
    key: 'title',
    title: ledger.title,
    render: (row) => <span className="list-title">{row.title || '—'}</span>,
  }
  return [
    numbered,
    titled,
    ...listed.map((name) => fieldColumn(ledger, name)),
    { key: 'state', title: '状态', width: 132, render: (row) => <RecordState ledger={ledger} row={row} /> },
    ...(clocked
      ? [
          {
            key: 'clock',
            title: '时限',
            width: 140,
            sort: 'dueAt',
            render: (row: Row) => <RowClock ledger={ledger} row={row} />,
          },
        ]
      : []),
    { key: 'holder', title: '在办', render: (row) => <span className="nowrap">{row.holderText || '—'}</span> },
    {
      key: 'occurredAt',
      title: '发生时间',
      width: 144,
      sort: '-occurredAt',
      render: (row) => <span className="nowrap">{dateTime(row.occurredAt)}</span>,
    },
  ]
}
