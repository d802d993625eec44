import { BarChart, LineChart } from 'echarts/charts'
import { GridComponent, LegendComponent, MarkLineComponent, TooltipComponent } from 'echarts/components'
import { type ECharts, init, use } from 'echarts/core'
import { LabelLayout } from 'echarts/features'
import { SVGRenderer } from 'echarts/renderers'
import { useEffect, useRef } from 'react'
import { optionOf, type Plot } from './chart-options.ts'

use([
  BarChart,
  LineChart,
  GridComponent,
  LegendComponent,
  MarkLineComponent,
  TooltipComponent,
  LabelLayout,
  SVGRenderer,
])

export interface ChartProps extends Plot {
  height: number
  /** What the picture shows, for those who do not see it. */
  label: string
  onPick?: ((index: number) => void) | undefined
}

export function ChartCanvas({ height, label, onPick, ...plot }: ChartProps) {
  const place = useRef<HTMLDivElement>(null)
  const chart = useRef<ECharts>(undefined)
  const pick = useRef(onPick)
  pick.current = onPick
  useEffect(() => {
    const made = init(place.current!, undefined, { renderer: 'svg' })
    chart.current = made
    made.on('click', (event) => pick.current?.(event.dataIndex))
    const observer = new ResizeObserver(() => made.resize())
    observer.observe(place.current!)
    return () => {
      observer.disconnect()
      made.dispose()
    }
  }, [])
  useEffect(() => {
    chart.current?.setOption(optionOf(plot), true)
  })
  return <div ref={place} role="img" aria-label={label} style={{ height, cursor: onPick ? 'pointer' : undefined }} />
}
