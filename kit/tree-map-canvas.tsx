import { TreemapChart } from 'echarts/charts'
import { TooltipComponent } from 'echarts/components'
import { type ECharts, init, use } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import { useEffect, useRef } from 'react'
import { fontFamily } from './theme.ts'

use([TreemapChart, TooltipComponent, SVGRenderer])

export interface Tile {
  id: string
  name: string
  /** The area. */
  value: number
  /** What stands below the name. */
  said: string
  color: string
}
export interface TreeMapProps {
  groups: readonly { name: string; tiles: readonly Tile[] }[]
  height: number
  /** What the picture shows, for those who do not see it. */
  label: string
  onPick?: ((id: string) => void) | undefined
}

/** Tiles by their weight, group by group. */
export function TreeMapCanvas({ groups, height, label, onPick }: TreeMapProps) {
  const place = useRef<HTMLDivElement>(null)
  const chart = useRef<ECharts>(undefined)
  const pick = useRef(onPick)
  pick.current = onPick
  useEffect(() => {
    const made = init(place.current!, undefined, { renderer: 'svg' })
    chart.current = made
    made.on('click', ({ data }) => pick.current?.((data as { id?: string }).id ?? ''))
    const observer = new ResizeObserver(() => made.resize())
    observer.observe(place.current!)
    return () => {
      observer.disconnect()
      made.dispose()
    }
  }, [])
  useEffect(() => {
    const tile = ({ id, name, value, said, color }: Tile) => ({ id, name, value, said, itemStyle: { color } })
    chart.current?.setOption({
      animation: false,
      tooltip: {
        formatter: ({ data }: { data: { name?: string; said?: string } }) => `${data.name ?? ''}<br>${data.said ?? ''}`,
      },
      series: [
        {
          type: 'treemap',
          roam: false,
          nodeClick: false,
          breadcrumb: { show: false },
          ...{ left: 0, right: 0, top: 0, bottom: 0 },
          data: groups.map(({ name, tiles }) => ({ name, children: tiles.map(tile) })),
          label: {
            // The whole has no name of its own.
            formatter: ({ data }: { data: { name?: string; said?: string } }) =>
              data.name ? `${data.name}\n${data.said ?? ''}` : '',
            color: '#1b2330',
            fontFamily,
            fontSize: 12,
            lineHeight: 17,
          },
          itemStyle: { borderColor: '#fff', borderWidth: 1, gapWidth: 2 },
          levels: [
            { itemStyle: { gapWidth: 4 } },
            {
              itemStyle: { borderColor: '#eef1f5', borderWidth: 1, gapWidth: 2 },
              upperLabel: { show: true, height: 22, color: '#1b2330', fontFamily, fontSize: 12 },
            },
          ],
        },
      ],
    })
  }, [groups])
  return <div ref={place} role="img" aria-label={label} style={{ height, width: '100%' }} />
}
