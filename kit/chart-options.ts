import type { EChartsCoreOption } from 'echarts/core'
import { groupedText } from './text.ts'
import { fontFamily, palette } from './theme.ts'

export interface Series {
  name: string
  values: readonly (number | null)[]
}
export interface Plot {
  labels: readonly string[]
  series: readonly Series[]
  unit: string
  /** Long names read better beside lying bars. */
  lying?: boolean
  /** A rate is a line over time; a count is bars from zero. */
  line?: boolean
  short?: boolean
  /** Where the bars begin, when not at nothing: what a hundred points lost, one after the other. */
  base?: readonly number[]
  /** Where the axis begins, when not at nothing; say so beside the picture. */
  from?: number
  /** A value all are held against, drawn as a line with its word. */
  mark?: { value: number; label: string } | undefined
  animate?: boolean
}

const ink = '#4b5565'
const axisText = { color: ink, fontFamily, fontSize: 12 }

const told = (value: unknown) => (typeof value === 'number' ? groupedText(String(value)) : '')

/** Where the name of a series stands when there are two or more; one alone needs none. */
const legend = (series: readonly Series[]) =>
  series.length > 1 ? { top: 0, right: 8, itemWidth: 12, itemHeight: 12, textStyle: axisText } : { show: false }

const labelFor = (plot: Plot) => ({
  show: plot.labels.length * plot.series.length <= (plot.lying ? 60 : 14),
  position: plot.lying ? 'right' : 'top',
  ...axisText,
  color: '#1b2330',
  formatter: ({ value }: { value: unknown }) => told(value),
})

const topOf = ({ series, lying, mark }: Plot) => {
  if (series.length > 1) return 34
  if (mark) return 24
  return lying ? 2 : 22
}

/** What the bars stand on: there, and not seen. */
const under = ({ base }: Plot) =>
  base
    ? [{ type: 'bar', stack: 'all', data: [...base], itemStyle: { color: 'transparent' }, tooltip: { show: false } }]
    : []

/** The axis reaches as far as what all are held against. */
const topFor =
  (value: number) =>
  ({ max }: { max: number }) =>
    Math.max(max, value)

const markLine = ({ mark, lying }: Plot) =>
  mark && {
    silent: true,
    symbol: 'none',
    lineStyle: { color: '#b45309', width: 2, type: 'dashed' },
    label: { ...axisText, color: '#b45309', formatter: mark.label, position: lying ? 'start' : 'end' },
    data: [{ [lying ? 'xAxis' : 'yAxis']: mark.value }],
  }

/** A line shows how values move, so its axis keeps close to them; one value alone stands on zero, and no share passes a hundred. */
function lineAxis({ series, unit }: Plot) {
  const values = series.flatMap((one) => one.values).filter((value) => value !== null)
  const [low, high] = [Math.min(...values), Math.max(...values)]
  const isAlone = low === high
  if (unit !== '%' || high > 100 || high < 80) return isAlone ? { min: 0 } : { scale: true }
  const room = isAlone ? 100 : 100 - low
  const interval = [1, 2, 5, 10, 20].find((step) => room <= step * 5) ?? 25
  return { min: 100 - Math.max(1, Math.ceil(room / interval)) * interval, max: 100, interval }
}

/** The picture of a plot: zero baseline, values written on it, thin grid, units said once. */
export function optionOf(plot: Plot): EChartsCoreOption {
  const names = { type: 'category', data: [...plot.labels], axisLabel: axisText, axisTick: { show: false } }
  const namesAxis = {
    ...names,
    axisLine: { lineStyle: { color: '#cfd6e0' } },
    ...(plot.lying ? { inverse: true } : {}),
  }
  const valueAxis = {
    type: 'value',
    ...(plot.line ? lineAxis(plot) : { min: plot.from ?? 0 }),
    ...(plot.mark ? { max: topFor(plot.mark.value) } : {}),
    splitNumber: plot.short ? 2 : 4,
    axisLabel: { ...axisText, show: !plot.lying },
    splitLine: { show: !plot.lying, lineStyle: { color: '#edf0f4' } },
  }
  return {
    animation: plot.animate ?? false,
    color: palette,
    textStyle: { fontFamily },
    grid: {
      left: 8,
      right: plot.lying ? 56 : 12,
      top: topOf(plot),
      bottom: 4,
      outerBoundsMode: 'same',
    },
    legend: legend(plot.series),
    tooltip: {
      trigger: 'axis',
      axisPointer: { type: plot.line ? 'line' : 'shadow' },
      valueFormatter: (value: unknown) => `${told(value)} ${plot.unit}`,
    },
    xAxis: plot.lying ? valueAxis : namesAxis,
    yAxis: plot.lying ? namesAxis : valueAxis,
    series: [
      ...under(plot),
      ...plot.series.map(({ name, values }, i) => ({
        name,
        type: plot.line ? 'line' : 'bar',
        data: [...values],
        barMaxWidth: plot.lying ? 18 : 26,
        barGap: '12%',
        ...(plot.base ? { stack: 'all' } : {}),
        symbolSize: 7,
        label: labelFor(plot),
        labelLayout: { hideOverlap: true },
        ...(i === 0 && plot.mark ? { markLine: markLine(plot) } : {}),
      })),
    ],
  }
}
