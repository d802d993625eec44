import type { z } from 'zod'
import type { Instant } from '../../../platform/clock.ts'
import type { Tx } from '../../../platform/db.ts'
import { limitText, type OrgView } from '../../org/index.ts'
import type { historyLine, photo, RecordView, Row } from '../contract.ts'
import {
  type Data,
  type Happened,
  happened,
  type Ledger,
  type LedgerRecord,
  listed,
  type Outcome,
  openMoves,
  type Photo,
  type Point,
  type Telling,
} from '../domain.ts'
import { secretsOf } from '../store/lists.ts'
import { findRecord, historiesOf } from '../store/records.ts'
import { isShown, type Reader, rowOf } from './row.ts'
import { maySeeSecrets, readable } from './sight.ts'

/** Whether a secret was erased since it was last told; who may not see it learns that much from the entries. */
function isErased(ledger: Ledger, entries: readonly Happened[], field: string): boolean {
  const told = entries.findLastIndex(({ data }) => field in data)
  return entries.findLastIndex(({ move }) => ledger.moves[move]?.erases?.includes(field)) > told
}

type Known = ReadonlyMap<string, unknown>

/** The data as this reader may see it: secret values for those who need them, a mark for the others, nothing once erased. */
function shownData(ledger: Ledger, record: LedgerRecord, entries: readonly Happened[], known: Known | undefined): Data {
  const values = secretsIn(ledger, record).map((name) => {
    if (known) return [name, known.has(name) ? known.get(name) : '（已清除）']
    return [name, isErased(ledger, entries, name) ? '（已清除）' : '（保密）']
  })
  return { ...record.data, ...Object.fromEntries(values) }
}
const secretsIn = (ledger: Ledger, record: LedgerRecord) =>
  Object.keys(record.data).filter((name) => !isShown(ledger, name))

type HistoryLine = z.infer<typeof historyLine>
function historyOf(ledger: Ledger, { world }: Reader, entries: readonly Happened[]): HistoryLine[] {
  const undone = new Set(entries.flatMap((entry) => entry.undoes ?? []))
  return entries.map((entry) => ({
    seq: entry.seq,
    move: entry.move,
    label: ledger.moves[entry.move]?.label ?? entry.move,
    actor: { id: entry.actor, name: world.personName(entry.actor) },
    happenedAt: entry.happenedAt,
    recordedAt: entry.recordedAt,
    ...(entry.reason ? { reason: entry.reason } : {}),
    data: Object.fromEntries(
      Object.entries(entry.data).filter(([name, value]) => value !== null && isShown(ledger, name)),
    ),
    to: entry.to,
    toLabel: ledger.states[entry.to]?.label ?? entry.to,
    undone: undone.has(entry.seq),
    undoes: entry.undoes,
    hash: entry.hash,
  }))
}

type PhotoView = z.infer<typeof photo>
const photosOf = (ledger: Ledger, entries: readonly Happened[]): PhotoView[] =>
  entries.flatMap((entry) =>
    Object.entries(entry.data)
      .filter(([name, value]) => Array.isArray(value) && ['photos', 'files'].includes(ledger.fields[name]?.kind ?? ''))
      .flatMap(([name, value]) =>
        (value as Photo[]).map((one) => ({ ...one, field: name, label: ledger.fields[name]!.label, seq: entry.seq })),
      ),
  )

function namesIn(ledger: Ledger, world: OrgView, data: Data): Record<string, string> {
  const names: Record<string, string> = {}
  for (const [name, value] of Object.entries(data)) {
    const kind = ledger.fields[name]?.kind
    if (kind === 'unit') names[String(value)] = world.unitName(String(value))
    if (kind === 'person') names[String(value)] = world.personName(String(value))
  }
  return names
}

const clocksOf = (ledger: Ledger, record: LedgerRecord, now: Instant): RecordView['clocks'] =>
  Object.fromEntries(
    Object.entries(record.clocks)
      .filter(([, { over, aside }]) => !over && !aside)
      .sort(([, a], [, b]) => (a.startedAt < b.startedAt ? -1 : 1))
      .map(([name, clock]) => [
        name,
        {
          label: ledger.deadlines[name]?.label ?? name,
          limit: clock.limit,
          limitText: limitText(clock.limit),
          startedAt: clock.startedAt,
          dueAt: clock.dueAt,
          ...(clock.stoppedAt ? { stoppedAt: clock.stoppedAt } : {}),
          late: clock.late ?? (clock.stoppedAt ?? now) > clock.dueAt,
          spent: clock.spent,
        },
      ]),
  )

/** One record with what this person may do to it and everything that happened to it. Unseen and missing are both 404. */
export async function viewRecord(tx: Tx, ledger: Ledger, reader: Reader, id: string): Promise<RecordView> {
  const { needs, tell } = telling(ledger, reader)
  const [found, histories, secrets] = await Promise.all([
    findRecord(tx, ledger.id, id),
    historiesOf(tx, [id]),
    secretsOf(tx, needs.includes('secrets') ? [id] : []),
  ])
  const after = readable(ledger, reader.actor, found)
  return tell({ after, entries: [], hidden: [] }, { history: histories.get(id) ?? [], secrets })
}

/** A move's outcome as its record's page. */
export function telling(ledger: Ledger, reader: Reader): Telling<RecordView> {
  const sees = maySeeSecrets(ledger, reader.actor)
  const isApart = sees && Object.values(ledger.fields).some(({ secret }) => secret)
  return {
    needs: isApart ? ['history', 'secrets'] : ['history'],
    tell: (outcome, { history, secrets }) => {
      const known = sees ? knownSecrets(ledger, secrets, outcome) : undefined
      return viewOf(ledger, reader, outcome.after, [...history, ...outcome.entries.map(happened)], known)
    },
  }
}

/** A move's outcome as the row a list shows of the record: for programs that make many moves and read none. */
export const tellingRow = (ledger: Ledger, reader: Reader): Telling<Row> => ({
  needs: [],
  tell: ({ after }) => rowOf(ledger, reader, listed(after)),
})

function knownSecrets(
  ledger: Ledger,
  secrets: readonly { field: string; value: unknown }[],
  { entries, hidden }: Pick<Outcome, 'entries' | 'hidden'>,
): Known {
  const known = new Map(secrets.map(({ field, value }) => [field, value]))
  for (const { move, seq } of entries) {
    for (const field of ledger.moves[move]?.erases ?? []) known.delete(field)
    for (const { field, value } of hidden.filter((one) => one.seq === seq)) known.set(field, value)
  }
  return known
}

function viewOf(
  ledger: Ledger,
  reader: Reader,
  record: LedgerRecord,
  entries: readonly Happened[],
  known: Known | undefined,
): RecordView {
  const data = shownData(ledger, record, entries, known)
  const placeField = Object.keys(ledger.fields).find((name) => ledger.fields[name]!.kind === 'point')
  const place = placeField ? (record.data[placeField] as Point | undefined) : undefined
  return {
    ...rowOf(ledger, reader, listed(record)),
    data,
    clocks: clocksOf(ledger, record, reader.now),
    ...(place ? { place } : {}),
    moves: openMoves(ledger, reader.actor, record).map((move) => moveView(ledger, move)),
    history: historyOf(ledger, reader, entries),
    photos: photosOf(ledger, entries),
    names: namesIn(ledger, reader.world, data),
  }
}

export function moveView(ledger: Ledger, id: string) {
  const move = ledger.moves[id]!
  return {
    id,
    label: move.label,
    needs: [...(move.needs ?? [])],
    may: [...(move.may ?? [])],
    ...(move.reason ? { reason: move.reason } : {}),
    main: move.main ?? false,
  }
}
