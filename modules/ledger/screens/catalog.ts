import { queryOptions, useSuspenseQuery } from '@tanstack/react-query'
import type { FieldView } from '../../../kit/fields/field.ts'
import { http, Problem } from '../../../kit/http.ts'
import { useAddress } from '../../../kit/nav.tsx'
import type { Tone } from '../../../kit/tone.ts'

export interface StateView {
  label: string
  stage?: string
  tone: Tone
  ended?: boolean
  lasts?: boolean
}
export interface MoveView {
  label: string
  from: string | readonly string[]
  to?: string
  needs: readonly string[]
  may: readonly string[]
  /** What was answered before and is asked anew. */
  clears: readonly string[]
  /** What the required reason is called. */
  reason?: string
  main?: boolean
  /** It starts or stops a clock: it counts when it is made. */
  timed?: boolean
  /** Never made for many at once. */
  single?: boolean
  /** Whether my role may ever make it. */
  open: boolean
}
export interface MetricView {
  kind: string
  label: string
  unit: string
  formula: string
  excludes?: string
  /** The law that forbids to rank by it. */
  notScored?: string
}
/** A ledger as the catalog describes it to screens. */
export interface LedgerView {
  id: string
  title: string
  group: string
  fields: Record<string, FieldView>
  states: Record<string, StateView>
  moves: Record<string, MoveView>
  form: Record<string, readonly string[]>
  columns: { title: readonly string[]; class?: string; channel?: string; unit?: string; grid?: string; on?: string }
  /** Its records have numbers, or are called by those of their papers. */
  numbered: boolean
  deadlines: Record<string, { label: string }>
  metrics: Record<string, MetricView>
  /** Where its records are handed to in batches, by the move of this label; only for who may. */
  handover?: { to: string; label: string; batch: string }
  /** Each record has a page on the public site. */
  publicPage?: { under: string; field: string }
  /** What its records are about and of which year. */
  evaluates?: { object: string; year: string; name?: string; measure?: string }
  /** Its list as documents of their own, filtered as the list is. */
  files: { title: string; url: string }[]
  may: { read: boolean; create: boolean; export: boolean }
}
export interface Catalog {
  ledgers: LedgerView[]
  roles: { id: string; label: string }[]
  menu: string[]
  year: number
  years: number[]
}

/** What the bureau does, as far as the person signed in may know. */
export const catalogQuery = queryOptions({
  queryKey: ['catalog'],
  queryFn: ({ signal }) => http.get<Catalog>('/catalog', signal),
  staleTime: Number.POSITIVE_INFINITY,
})

export const useCatalog = (): Catalog => useSuspenseQuery(catalogQuery).data

export const useLedgers = (): LedgerView[] => useCatalog().ledgers.filter(({ may }) => may.read)

export function useLedger(id: string): LedgerView {
  const found = useCatalog().ledgers.find((ledger) => ledger.id === id)
  if (!found) throw new Problem('没有这本台账，或您的岗位看不到它。', 404, 'ledger.unknown')
  return found
}

/** The year everything on the screens is of: the one in the address, or the bureau's. */
export function useYear(): number {
  const { year } = useAddress()
  const { year: usual, years } = useCatalog()
  const asked = Number(year)
  return years.includes(asked) ? asked : usual
}

/** The moves that open a new record and that I may make, the likely one first. */
export const openings = (ledger: LedgerView): [string, MoveView][] =>
  Object.entries(ledger.moves)
    .filter(([, move]) => move.from === 'new' && move.open)
    .sort(([, a], [, b]) => Number(b.main ?? false) - Number(a.main ?? false))

export const fieldOfKind = (ledger: LedgerView, kind: string): string | undefined =>
  Object.keys(ledger.fields).find((name) => ledger.fields[name]?.kind === kind)

/** Whether limits run in it. */
export const isClocked = (ledger: LedgerView): boolean => Object.keys(ledger.deadlines).length > 0

/** Whether its records wait for somebody: not so where every state has ended or lasts, as with payments. */
export const isWorked = (ledger: LedgerView): boolean =>
  Object.values(ledger.states).some(({ ended, lasts }) => !ended && !lasts)

/** Whether its records outlast the year in which they were entered. */
export const isLasting = (ledger: LedgerView): boolean => Object.values(ledger.states).some(({ lasts }) => lasts)
