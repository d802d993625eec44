import { useQuery } from '@tanstack/react-query'
import { sentenceOf } from '../../../kit/http.ts'
import { type Search, useAddress, usePatchAddress } from '../../../kit/nav.tsx'
import { Notice } from '../../../kit/notice.tsx'
import { PageHead } from '../../../kit/page-head.tsx'
import { useYear } from '../../ledger/screens/index.ts'
import { AsOfSelect } from './as-of-select.tsx'
import { FigureChart } from './figure-chart.tsx'
import { FigureRecords } from './figure-records.tsx'
import { FigureValue } from './figure-value.tsx'
import './figures.css'
import { type Asked, figureQuery, metricsQuery } from './figures.ts'

const narrowing = (address: Search): Search =>
  Object.fromEntries(Object.entries(address).filter(([name, value]) => name.startsWith('where.') && value))

/** What the address asks of a figure: the year unless it names a period, a seal, and what it is narrowed to. */
function useAsked(): Asked {
  const address = useAddress()
  const year = useYear()
  const { period, asOf } = address
  return { period: period ?? String(year), ...(asOf ? { asOf } : {}), ...narrowing(address) }
}

/** A figure: the value, how it comes about, its pictures, and the records that were counted. */
export function FigurePage({ metric }: { metric: string }) {
  const asked = useAsked()
  const figure = useQuery(figureQuery(metric, asked))
  const known = useQuery(metricsQuery).data?.find(({ id }) => id === metric)
  const title = figure.data?.label ?? known?.label ?? '数字'
  return (
    <>
      <PageHead
        title={title}
        back={{ to: '/figures', label: '统计' }}
        actions={<AsOfSelect />}
        after={<Narrowed asked={asked} />}
      />
      <div className="figure-page">
        {figure.error ? <Notice tone="late">{sentenceOf(figure.error)}</Notice> : null}
        {figure.data ? <FigureValue figure={figure.data} period={asked.period} /> : null}
        {figure.data ? <FigureChart metric={metric} asked={asked} figure={figure.data} /> : null}
        {figure.data ? <FigureRecords metric={metric} asked={asked} figure={figure.data} /> : null}
      </div>
    </>
  )
}

function Narrowed({ asked }: { asked: Asked }) {
  const patch = usePatchAddress()
  const { named } = useAddress()
  const chosen = Object.keys(asked).filter((name) => name.startsWith('where.'))
  if (!chosen.length) return null
  const clear = Object.fromEntries([...chosen, 'named'].map((name) => [name, undefined]))
  return (
    <button type="button" className="chip" onClick={() => patch(clear)}>
      只看：{named ?? '所选部分'} ✕
    </button>
  )
}
