import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { Chart } from '../../../kit/chart.tsx'
import { downloadCsv } from '../../../kit/csv.ts'
import { EmptyState } from '../../../kit/empty-state.tsx'
import { useAddress, usePatchAddress } from '../../../kit/nav.tsx'
import { Panel } from '../../../kit/panel.tsx'
import { Pills } from '../../../kit/pills.tsx'
import { usePhone } from '../../../kit/use-phone.ts'
import { Loaded } from '../../../kit/waiting.tsx'
import { type LedgerView, useCatalog } from '../../ledger/screens/index.ts'
import { FigureTable } from './figure-table.tsx'
import { type Asked, type By, type FigureRow, type FigureView, figureQuery, isShared, plotted } from './figures.ts'

const words: Record<By, string> = { month: '按月', unit: '按单位', class: '按类别', grid: '按网格', channel: '按来源' }
const MOST = 20

/** The ways a figure can be split: by month always, by what the ledger keeps otherwise. */
const waysOf = (ledger: LedgerView | undefined): By[] => {
  const { unit, class: kind, grid, channel } = ledger?.columns ?? {}
  const split: [By, string | undefined][] = [
    ['unit', unit],
    ['class', kind],
    ['grid', grid],
    ['channel', channel],
  ]
  return ['month', ...split.filter(([, field]) => field).map(([by]) => by)]
}

interface FigureChartProps {
  metric: string
  asked: Asked
  figure: FigureView
}

/** How the figure is spread, as a picture or as a table. */
export function FigureChart({ metric, asked, figure }: FigureChartProps) {
  const { by: wanted, table } = useAddress()
  const patch = usePatchAddress()
  const ledger = useCatalog().ledgers.find(({ id }) => id === figure.ledger)
  const ways = waysOf(ledger)
  const by = ways.find((way) => way === wanted) ?? 'month'
  const split = useQuery(figureQuery(metric, asked, by))
  const rows = ordered(split.data?.rows ?? [], by, figure, asked.period)
  const save = () =>
    downloadCsv(`${figure.label}-${words[by]}-${asked.period}`, [
      [words[by].slice(1), `${figure.label}（${figure.unit}）`, '分子', '分母'],
      ...rows.map(({ label, value, num, den }) => [label, value, num, den]),
    ])
  return (
    <Panel
      title="怎么分布"
      extra={
        <>
          <Pills
            label="怎么分"
            pills={ways.map((value) => ({ value, label: words[value] }))}
            value={by}
            onChange={(next) => patch({ by: next })}
          />
          <Button size="small" onClick={() => patch({ table: table ? undefined : '1' })}>
            {table ? '看图' : '看表'}
          </Button>
          <Button size="small" onClick={save} disabled={!rows.length}>
            下载数据
          </Button>
        </>
      }
    >
      <Loaded of={split}>
        {() =>
          rows.length ? (
            <Split figure={figure} rows={rows} by={by} table={table === '1'} />
          ) : (
            <EmptyState title="这段时间没有可数的记录">换一个年份，或去掉所选的部分再看。</EmptyState>
          )
        }
      </Loaded>
    </Panel>
  )
}

const byValue = (a: FigureRow, b: FigureRow) => (plotted(b.value) ?? -1) - (plotted(a.value) ?? -1)

/** A year has twelve months: one without anything counted is a zero, or, of a rate, a gap. */
function months(rows: readonly FigureRow[], period: string, empty: string): FigureRow[] {
  if (!/^\d{4}$/.test(period)) return [...rows].sort((a, b) => a.key.localeCompare(b.key))
  return Array.from({ length: 12 }, (_, i) => {
    const key = `${period}-${String(i + 1).padStart(2, '0')}`
    return rows.find((row) => row.key === key) ?? { key, label: key, num: 0, den: 0, value: empty }
  })
}

const isRate = (figure: FigureView) => isShared(figure) || figure.kind === 'duration'

function ordered(rows: readonly FigureRow[], by: By, figure: FigureView, period: string): FigureRow[] {
  if (!rows.length) return []
  return by === 'month' ? months(rows, period, isRate(figure) ? '—' : '0') : [...rows].sort(byValue)
}

/** Large sums are drawn in 万元: the bars say the same with fewer digits. */
function drawn(figure: FigureView, rows: readonly FigureRow[]): { unit: string; values: (number | null)[] } {
  const values = rows.map(({ value }) => plotted(value))
  const most = Math.max(0, ...values.map((value) => Math.abs(value ?? 0)))
  if (figure.unit !== '元' || most < 100_000) return { unit: figure.unit, values }
  return { unit: '万元', values: values.map((value) => (value === null ? null : Math.round(value / 100) / 100)) }
}

const monthText = (key: string) => `${Number(key.slice(5, 7))}月`

function Split({
  figure,
  rows,
  by,
  table,
}: {
  figure: FigureView
  rows: readonly FigureRow[]
  by: By
  table: boolean
}) {
  const patch = usePatchAddress()
  const [all, setAll] = useState(false)
  const phone = usePhone()
  const rate = isRate(figure)
  const split = by !== 'month'
  const lying = split || (phone && !rate)
  const shown = split && !all ? rows.slice(0, MOST) : rows
  const narrow = (index: number) => {
    const row = shown[index]
    if (!row?.key) return
    if (by === 'month') patch({ period: row.key, named: undefined }, false)
    else patch({ [`where.${by}`]: row.key, named: row.label }, false)
  }
  const { unit, values } = drawn(figure, shown)
  if (table) return <FigureTable figure={figure} rows={rows} />
  return (
    <>
      <Chart
        label={`${figure.label}${words[by]}`}
        height={lying ? Math.max(120, shown.length * 30 + 20) : 260}
        labels={shown.map(({ key, label }) => (by === 'month' ? monthText(key) : label))}
        series={[{ name: figure.label, values }]}
        unit={unit}
        lying={lying}
        line={rate && !lying}
        onPick={narrow}
      />
      {split && rows.length > MOST ? (
        <Button type="link" onClick={() => setAll(!all)}>
          {all ? `只看前 ${MOST} 个` : `看全部 ${rows.length} 个`}
        </Button>
      ) : null}
      <p className="figure-hint">单位：{unit}。点图上一处，只看这一部分。</p>
    </>
  )
}
