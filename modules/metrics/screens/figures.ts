import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { http, query } from '../../../kit/http.ts'
import type { Search } from '../../../kit/nav.tsx'
import { quantity, yuan } from '../../../kit/text.ts'

export interface MetricLine {
  id: string
  ledger: string
  ledgerTitle: string
  label: string
  unit: string
  kind: string
  formula: string
  excludes?: string
}
export interface FigureRow {
  key: string
  label: string
  num: number
  den: number
  value: string
}
export interface FigureView {
  metric: string
  ledger: string
  label: string
  unit: string
  formula: string
  excludes?: string
  kind: string
  value: string
  parts: { num: number; den: number }
  entries: number
  asOf: number | null
  rows?: FigureRow[]
}
export interface Counted {
  id: string
  ledger: string
  number: string | null
  title: string
  classLabel: string
  unitName: string
  occurredAt: string
  on: string
  closedAt: string | null
  inTime: boolean | null
  amount?: number
}
/** What the amounts of a list are: money in 分, quantities in thousandths, whole numbers as they are. */
export interface AmountView {
  label: string
  kind: 'money' | 'quantity' | 'integer'
  measure?: string
}
export interface Seal {
  n: number
  at: string
  entries: number
  hash: string
  keyId: string
}
export type By = 'month' | 'unit' | 'grid' | 'class' | 'channel'
/** What narrows a figure: its period, the seal it is seen from, and `where.unit` and the like. */
export type Asked = { period: string; asOf?: string | undefined } & Search

export const metricsQuery = queryOptions({
  queryKey: ['metrics'],
  queryFn: ({ signal }) => http.get<MetricLine[]>('/metrics', signal),
  staleTime: Number.POSITIVE_INFINITY,
})

export const figureQuery = (metric: string, asked: Asked, by?: By) =>
  queryOptions({
    queryKey: ['figure', metric, asked, by ?? ''],
    queryFn: ({ signal }) => http.get<FigureView>(`/metrics/${metric}/figure${query({ ...asked, by })}`, signal),
    staleTime: 30_000,
  })

export const ledgerFiguresQuery = (ledger: string, period: string, by?: By) =>
  queryOptions({
    queryKey: ['figures', ledger, period, by ?? ''],
    queryFn: ({ signal }) => http.get<FigureView[]>(`/metrics/ledgers/${ledger}${query({ period, by })}`, signal),
    staleTime: 30_000,
  })

export const drillQuery = (metric: string, asked: Asked, part: string) =>
  infiniteQueryOptions({
    queryKey: ['drill', metric, asked, part],
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) =>
      http.get<{ rows: Counted[]; next: string | null; amount?: AmountView }>(
        `/metrics/${metric}/drill${query({ ...asked, part, cursor: pageParam, limit: 50 })}`,
        signal,
      ),
    getNextPageParam: (page) => page.next ?? undefined,
  })

export const sealsQuery = queryOptions({
  queryKey: ['seals'],
  queryFn: ({ signal }) => http.get<Seal[]>('/seals', signal),
})

export const figureUrl = (metric: string) => `/figures/${metric}`

/** A value as a number for a picture; `—` is none. */
export const plotted = (value: string): number | null => {
  const number = Number(value)
  return Number.isFinite(number) ? number : null
}

/** An amount as people read it, without its unit. */
export function amountText({ kind }: AmountView, amount: number): string {
  if (kind === 'money') return yuan(amount)
  return kind === 'quantity' ? quantity(amount) : String(amount)
}
export const amountUnit = ({ kind, measure }: AmountView): string => (kind === 'money' ? '元' : (measure ?? ''))
export function amountHead(amount: AmountView): string {
  const unit = amountUnit(amount)
  return unit ? `${amount.label}（${unit}）` : amount.label
}

/** Figures with records above and below the line. */
export const isShared = ({ kind }: Pick<FigureView, 'kind'>) =>
  kind === 'share' || kind === 'ratio' || kind === 'stock-share'

/** Sums of money are counted in 分, durations in minutes; their parts are shown in what people read. */
export function partText({ kind, unit }: FigureView, n: number): string {
  if (kind === 'sum' && unit === '元') return `${(n / 100).toFixed(2)}`
  return String(n)
}

/** `2022`, `2022-03`, `2022-01-01..2022-06-30` as people say it. */
export function periodText(period: string): string {
  if (/^\d{4}$/.test(period)) return `${period} 年`
  if (/^\d{4}-\d{2}$/.test(period)) return `${period.slice(0, 4)} 年 ${Number(period.slice(5))} 月`
  return period.replace('..', ' 至 ')
}
