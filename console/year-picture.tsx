import { useQueries } from '@tanstack/react-query'
import { Chart } from '../kit/chart.tsx'
import { Figure } from '../kit/figure.tsx'
import { Panel } from '../kit/panel.tsx'
import { useYear } from '../modules/ledger/screens/index.ts'
import { figureQuery, figureUrl, plotted } from '../modules/metrics/screens/index.ts'
import { useMay } from '../modules/org/screens/index.ts'
import { yearPicture } from './menu.ts'

const months = Array.from({ length: 12 }, (_, i) => i + 1)

/** The year by month, what came in beside what was finished. Shown to those who may read figures, when there are any. */
export function YearPicture() {
  const may = useMay()
  const year = useYear()
  const figures = useQueries({
    queries: yearPicture.map((metric) => ({
      ...figureQuery(metric, { period: String(year) }, 'month'),
      enabled: may('metrics.read'),
      retry: false,
    })),
  })
  const found = figures.flatMap(({ data }) => (data ? [data] : []))
  // A bureau that has no cases in this year has no picture of them either.
  if (found.length < yearPicture.length || found.every(({ parts }) => parts.num === 0)) return null
  const valueIn = (rows: readonly { key: string; value: string }[], month: number) =>
    plotted(rows.find(({ key }) => Number(key.slice(5, 7)) === month)?.value ?? '0')
  return (
    <Panel title={`${year} 年`}>
      <div className="year-figures">
        {found.map(({ metric, label, value, unit }) => (
          <Figure key={metric} label={label} value={value} unit={unit} to={figureUrl(metric)} />
        ))}
      </div>
      <Chart
        label={`${year} 年各月${found.map(({ label }) => label).join('、')}`}
        height={210}
        labels={months.map((month) => String(month))}
        series={found.map(({ label, rows = [] }) => ({
          name: label,
          values: months.map((month) => valueIn(rows, month)),
        }))}
        unit={found[0]?.unit ?? ''}
        short
      />
    </Panel>
  )
}
