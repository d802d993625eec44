import type { Instant } from '../../../platform/clock.ts'
import type { OrgView } from '../../org/index.ts'
import type { Row } from '../contract.ts'
import { type Actor, calledBy, dataIn, type Ledger, type ListedRecord, listedFields, type Tone } from '../domain.ts'

/** Who asks, in what world, at what time. */
export interface Reader {
  actor: Actor
  world: OrgView
  now: Instant
  roleLabel(role: string): string
}

const labelIn = (ledger: Ledger, field: string | undefined, value: string) =>
  (field && ledger.fields[field]?.options?.find((option) => option.value === value)?.label) || value

function holderText(ledger: Ledger, { world, roleLabel }: Reader, { holder, state }: ListedRecord): string {
  if (!holder) return ledger.states[state]?.ended ? '已办结' : '—'
  const [kind, first = '', role = ''] = holder.split(':')
  if (kind === 'p') return world.personName(first)
  return kind === 'u' ? `${world.unitName(first)}（${roleLabel(role)}）` : `${roleLabel(first)}待办池`
}

export const isOverdue = ({ dueAt }: Pick<ListedRecord, 'dueAt'>, now: Instant) => dueAt !== null && dueAt < now
export const toneOf = (
  ledger: Ledger,
  { state, closedAt }: Pick<ListedRecord, 'state' | 'closedAt'>,
  late: boolean,
): Tone => (late && !closedAt ? 'late' : (ledger.states[state]?.tone ?? 'doing'))
export const isShown = (ledger: Ledger, name: string) => !ledger.fields[name]?.secret
export function rowOf(
  ledger: Ledger,
  reader: Reader,
  record: ListedRecord,
  names: readonly string[] = listedFields(ledger.fields),
): Row {
  const { unit, grid, class: kind, channel } = record.dims
  const late = record.ranOut || isOverdue(record, reader.now)
  return {
    id: record.id,
    ledger: ledger.id,
    number: calledBy(ledger.fields, record.number, record.data),
    state: record.state,
    stateLabel: ledger.states[record.state]?.label ?? record.state,
    tone: toneOf(ledger, record, late),
    holder: record.holder,
    holderText: holderText(ledger, reader, record),
    title: record.title,
    occurredAt: record.occurredAt,
    dueAt: record.dueAt,
    closedAt: record.closedAt,
    late,
    unit,
    unitName: unit ? reader.world.unitName(unit) : '',
    grid,
    class: kind,
    classLabel: labelIn(ledger, ledger.columns.class, kind),
    channel,
    channelLabel: labelIn(ledger, ledger.columns.channel, channel),
    data: dataIn(names, record.data),
    version: record.version,
  }
}
