import { ClockBar } from '../../../kit/clock-bar.tsx'
import { StateTag } from '../../../kit/state-tag.tsx'
import type { LedgerView } from './catalog.ts'
import type { Row } from './records.ts'

/** The state of a record by its word; red when it is late and still under way. */
export function RecordState({ ledger, row }: { ledger: LedgerView; row: Pick<Row, 'state' | 'late'> }) {
  const state = ledger.states[row.state]
  const tone = row.late && !state?.ended ? 'late' : (state?.tone ?? 'todo')
  return <StateTag tone={tone}>{state?.label ?? '其他'}</StateTag>
}

/** The main clock of a row; nothing when none runs. */
export function RowClock({ ledger, row }: { ledger: LedgerView; row: Row }) {
  if (!row.dueAt) return null
  if (ledger.states[row.state]?.ended)
    return row.late ? <StateTag tone="late">曾超时</StateTag> : <StateTag tone="done">按期</StateTag>
  return <ClockBar startedAt={row.occurredAt} dueAt={row.dueAt} late={row.late} />
}
