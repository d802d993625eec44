import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { downloadCsv } from '../../../kit/csv.ts'
import { EmptyState } from '../../../kit/empty-state.tsx'
import { useAddress, usePatchAddress } from '../../../kit/nav.tsx'
import { Panel } from '../../../kit/panel.tsx'
import { Pills } from '../../../kit/pills.tsx'
import { Loaded } from '../../../kit/waiting.tsx'
import { useCatalog } from '../../ledger/screens/index.ts'
import { FigurePicture } from './figure-picture.tsx'
import { ordered, splitsOf, splitWords } from './figure-rows.ts'
import { FigureTable } from './figure-table.tsx'
import { type Asked, type By, type FigureRow, type FigureView, figureQuery } from './figures.ts'

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
  const ways: By[] = ['month', ...splitsOf(ledger, metric)]
  const by = ways.find((way) => way === wanted) ?? 'month'
  const split = useQuery(figureQuery(metric, asked, by))
  const rows = ordered(split.data?.rows ?? [], by, figure, asked.period)
  const narrow = ({ key, label }: FigureRow) => {
    if (by === 'month') patch({ period: key, named: undefined }, false)
    else patch({ [`where.${by}`]: key, named: label }, false)
  }
  const save = () =>
    downloadCsv(`${figure.label}-${splitWords[by]}-${asked.period}`, [
      [splitWords[by].slice(1), `${figure.label}（${figure.unit}）`, '分子', '分母'],
      ...rows.map(({ label, value, num, den }) => [label, value, num, den]),
    ])
  const picture = () => (
    <FigurePicture figure={figure} rows={rows} by={by} onPick={narrow} hint="点图上一处，只看这一部分。" />
  )
  return (
    <Panel
      title="怎么分布"
      extra={
        <>
          <Pills
            label="怎么分"
            pills={ways.map((value) => ({ value, label: splitWords[value] }))}
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
        {() => {
          if (!rows.length)
            return <EmptyState title="这段时间没有可数的记录">换一个年份，或去掉所选的部分再看。</EmptyState>
          return table === '1' ? <FigureTable figure={figure} rows={rows} /> : picture()
        }}
      </Loaded>
    </Panel>
  )
}
