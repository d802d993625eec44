import type { LedgerView } from '../../ledger/screens/index.ts'
import { type By, type FigureRow, type FigureView, isShared, plotted } from './figures.ts'

export const splitWords: Record<By, string> = {
  month: '按月',
  unit: '按单位',
  class: '按类别',
  grid: '按网格',
  channel: '按来源',
}

/** The ways a figure of a ledger can be split beside months: by what it keeps, and nobody is ranked where the law forbids it. */
export function splitsOf(ledger: LedgerView | undefined, metric: string): By[] {
  if (!ledger) return []
  const { class: kind, channel } = ledger.columns
  const isRanked = !ledger.metrics[metric.slice(ledger.id.length + 1)]?.notScored
  const { unit, grid } = isRanked ? ledger.columns : {}
  const split: [By, string | undefined][] = [
    ['class', kind],
    ['unit', unit],
    ['channel', channel],
    ['grid', grid],
  ]
  return split.filter(([, field]) => field).map(([by]) => by)
}

export const isRate = (figure: FigureView) => isShared(figure) || figure.kind === 'duration'

/** Whether there is anything to draw: of nothing there is no rate, and of metres and lamps no sum. */
export const hasValues = (rows: readonly FigureRow[]) => rows.some(({ value }) => plotted(value) !== null)

const byValue = (a: FigureRow, b: FigureRow) => (plotted(b.value) ?? -1) - (plotted(a.value) ?? -1)

/** A year has twelve months: one without anything counted is a zero, or, of a rate, a gap. */
function months(rows: readonly FigureRow[], period: string, empty: string): FigureRow[] {
  if (!/^\d{4}$/.test(period)) return [...rows].sort((a, b) => a.key.localeCompare(b.key))
  return Array.from({ length: 12 }, (_, i) => {
    const key = `${period}-${String(i + 1).padStart(2, '0')}`
    return rows.find((row) => row.key === key) ?? { key, label: key, num: 0, den: 0, value: empty }
  })
}

/** Months one after the other, parts with the largest first. */
export function ordered(rows: readonly FigureRow[], by: By, figure: FigureView, period: string): FigureRow[] {
  if (!rows.length) return []
  return by === 'month' ? months(rows, period, isRate(figure) ? '—' : '0') : [...rows].sort(byValue)
}

/** Large sums are drawn in 万元: the bars say the same with fewer digits. */
export function drawn(figure: FigureView, rows: readonly FigureRow[]): { unit: string; values: (number | null)[] } {
  const values = rows.map(({ value }) => plotted(value))
  const most = Math.max(0, ...values.map((value) => Math.abs(value ?? 0)))
  if (figure.unit !== '元' || most < 100_000) return { unit: figure.unit, values }
  return { unit: '万元', values: values.map((value) => (value === null ? null : Math.round(value / 100) / 100)) }
}

const monthText = (key: string) => `${Number(key.slice(5, 7))}月`
export const nameOf = (by: By, { key, label }: FigureRow) => (by === 'month' ? monthText(key) : label)
