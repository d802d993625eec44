import { useQuery } from '@tanstack/react-query'
import { EmptyState } from '../../../kit/empty-state.tsx'
import { useAddress, useGo, usePatchAddress } from '../../../kit/nav.tsx'
import { Panel } from '../../../kit/panel.tsx'
import { Pills } from '../../../kit/pills.tsx'
import { Loaded } from '../../../kit/waiting.tsx'
import type { LedgerView } from '../../ledger/screens/index.ts'
import { FigurePicture } from './figure-picture.tsx'
import { hasValues, ordered, splitsOf, splitWords } from './figure-rows.ts'
import { FigureTable } from './figure-table.tsx'
import { type By, type FigureView, figureQuery, figureUrl, periodText } from './figures.ts'
import { NoValues } from './no-values.tsx'

interface LedgerSplitProps {
  ledger: LedgerView
  figure: FigureView
  period: string
}

/** How a figure of the period is spread over what the ledger keeps, as bars and as a table. Nothing where it keeps none. */
export function LedgerSplit({ ledger, figure, period }: LedgerSplitProps) {
  const { by: wanted } = useAddress()
  const patch = usePatchAddress()
  const ways = splitsOf(ledger, figure.metric)
  const by = ways.find((way) => way === wanted) ?? ways[0]
  if (!by) return null
  return (
    <Panel
      title={`${periodText(period)}${figure.label}怎么分布`}
      extra={
        <Pills
          label="怎么分"
          pills={ways.map((value) => ({ value, label: splitWords[value] }))}
          value={by}
          onChange={(next) => patch({ by: next })}
        />
      }
    >
      <Parts figure={figure} by={by} period={period} />
    </Panel>
  )
}

function Parts({ figure: { metric }, by, period }: { figure: FigureView; by: By; period: string }) {
  const go = useGo()
  const split = useQuery(figureQuery(metric, { period }, by))
  return (
    <Loaded of={split} lines={6}>
      {(figure) => {
        const rows = ordered(figure.rows ?? [], by, figure, period)
        if (!hasValues(rows)) return <NoValues figure={figure} when="这段时间" />
        if (rows.every(({ key }) => !key))
          return <EmptyState title="这个数不能这样分">计入的时候，记录上还没有这一项；请换一种分法。</EmptyState>
        return (
          <div className="figure-two">
            <div>
              <FigurePicture
                figure={figure}
                rows={rows}
                by={by}
                onPick={({ key, label }) => go(figureUrl(metric), { period, [`where.${by}`]: key, named: label })}
                hint="点一处，看是哪些记录。"
              />
            </div>
            <FigureTable figure={figure} rows={rows} />
          </div>
        )
      }}
    </Loaded>
  )
}
