import { shortTime } from '../../../kit/text.ts'
import type { LedgerView } from './catalog.ts'
import { worthOf } from './list-columns.tsx'
import { RecordState, RowClock } from './record-state.tsx'
import type { Row } from './records.ts'
import './row-cards.css'

interface RowCardsProps {
  ledger: LedgerView
  rows: readonly Row[]
  onOpen: (row: Row) => void
}

/** A list for a thumb: what it is, where it stands, how much time is left. */
export function RowCards({ ledger, rows, onOpen }: RowCardsProps) {
  return (
    <ul className="row-cards">
      {rows.map((row) => (
        <li key={row.id}>
          <RowCard ledger={ledger} row={row} onOpen={() => onOpen(row)} />
        </li>
      ))}
    </ul>
  )
}

export function RowCard({ ledger, row, onOpen }: { ledger: LedgerView; row: Row; onOpen: () => void }) {
  const running = row.dueAt && !ledger.states[row.state]?.ended
  return (
    <button type="button" className="row-card" onClick={onOpen}>
      <span className="row-card-line">
        <strong>{row.title || ledger.title}</strong>
        <RecordState ledger={ledger} row={row} />
      </span>
      <span className="row-card-line row-card-soft">
        <span>{row.number ?? (ledger.numbered ? '未编号' : worthOf(ledger, row))}</span>
        <span>{shortTime(row.occurredAt)}</span>
      </span>
      <span className="row-card-line row-card-soft">
        <span>{[row.unitName, row.holderText].filter(Boolean)[0] ?? ''}</span>
        {running ? <RowClock ledger={ledger} row={row} /> : null}
      </span>
    </button>
  )
}
