import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { http, query } from '../../../kit/http.ts'
import type { Tone } from '../../../kit/tone.ts'

export interface Row {
  id: string
  number: string | null
  state: string
  stateLabel: string
  tone: Tone
  holder: string | null
  holderText: string
  title: string
  occurredAt: string
  dueAt: string | null
  closedAt: string | null
  late: boolean
  unit: string
  unitName: string
  grid: string
  class: string
  classLabel: string
  channel: string
  channelLabel?: string
  data: Record<string, unknown>
  /** What the codes of other ledgers' records in it are called; in a record also its units and people. */
  names?: Record<string, string>
  /** The units of its quantities, where they stand in another field. */
  measures?: Record<string, string>
  version: number
}
export interface Page {
  rows: Row[]
  next: string | null
  total: number
  totalText: string
}
export interface ClockView {
  label: string
  limitText: string
  startedAt: string
  dueAt: string
  stoppedAt?: string | null
  late?: boolean
}
export interface OpenMove {
  id: string
  label: string
  needs: string[]
  may: string[]
  reason?: string
  main?: boolean
}
export interface HistoryLine {
  seq: number
  move: string
  label: string
  actor: { id: string; name: string }
  happenedAt: string
  recordedAt: string
  reason?: string
  data: Record<string, unknown>
  to: string
  toLabel: string
  undone: boolean
  hash: string
}
export interface RecordPhoto {
  hash: string
  takenAt?: string
  lng?: number
  lat?: number
  fileName?: string
  field: string
  seq: number
}
export interface RecordView extends Row {
  clocks: Record<string, ClockView>
  place?: { lng: number; lat: number } | null
  moves: OpenMove[]
  history: HistoryLine[]
  photos: RecordPhoto[]
}
export interface Spot {
  id: string
  lng: number
  lat: number
  state: string
  tone: Tone
  late: boolean
}
export interface Task extends Row {
  ledger: string
}
export interface Tasks {
  mine: Task[]
  pool: Task[]
  counts: { mine: number; pool: number; late: number; soon: number }
}
export interface Found {
  ledger: string
  id: string
  number: string | null
  title: string
  state: string
  stateLabel: string
}
/** The words of the address that narrow a list; `f.<field>` for a listed field. */
export type Filters = Record<string, string | undefined>

export const pageQuery = (ledger: string, filters: Filters) =>
  infiniteQueryOptions({
    queryKey: ['records', ledger, filters],
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) =>
      http.get<Page>(`/ledgers/${ledger}/records${query({ ...filters, cursor: pageParam, limit: 50 })}`, signal),
    getNextPageParam: (page) => page.next ?? undefined,
  })

export const countQuery = (ledger: string, filters: Filters) =>
  queryOptions({
    queryKey: ['records', ledger, 'count', filters],
    queryFn: ({ signal }) => http.get<Page>(`/ledgers/${ledger}/records${query({ ...filters, limit: 1 })}`, signal),
    staleTime: 60_000,
  })

export const recordQuery = (ledger: string, id: string) =>
  queryOptions({
    queryKey: ['record', ledger, id],
    queryFn: ({ signal }) => http.get<RecordView>(`/ledgers/${ledger}/records/${id}`, signal),
  })

export interface Link {
  ledger: string
  label: string
  rows: Row[]
  more: boolean
}
export const linksQuery = (ledger: string, id: string) =>
  queryOptions({
    queryKey: ['record', ledger, id, 'links'],
    queryFn: ({ signal }) => http.get<Link[]>(`/ledgers/${ledger}/records/${id}/links`, signal),
  })

export const spotsQuery = (ledger: string, filters: Filters) =>
  queryOptions({
    queryKey: ['places', ledger, filters],
    queryFn: ({ signal }) => http.get<{ points: Spot[] }>(`/ledgers/${ledger}/places${query(filters)}`, signal),
    select: ({ points }) => points,
  })

export const tasksQuery = queryOptions({
  queryKey: ['tasks'],
  queryFn: ({ signal }) => http.get<Tasks>('/tasks', signal),
  refetchInterval: 60_000,
})

export const searchQuery = (words: string) =>
  queryOptions({
    queryKey: ['search', words],
    queryFn: ({ signal }) => http.get<Found[]>(`/search${query({ q: words })}`, signal),
    enabled: words.length >= 2,
    staleTime: 30_000,
  })

/** Where a file of the ledger with these filters is fetched from. */
export const exportUrl = (ledger: string, kind: 'xlsx' | 'csv', filters: Filters) =>
  `/api/ledgers/${ledger}/export.${kind}${query(filters)}`
export const templateUrl = (ledger: string) => `/api/ledgers/${ledger}/template.xlsx`
export const recordUrl = (ledger: string, id: string) => `/ledgers/${ledger}/${id}`
/** The whole address of a record, for a message, a sticker or another device. */
export const recordAddress = (ledger: string, id: string) => `${location.origin}${recordUrl(ledger, id)}`
