import { useQuery } from '@tanstack/react-query'
import { EmptyState } from '../../../kit/empty-state.tsx'
import { Figure } from '../../../kit/figure.tsx'
import { PageHead } from '../../../kit/page-head.tsx'
import { Panel } from '../../../kit/panel.tsx'
import { Loaded } from '../../../kit/waiting.tsx'
import { useYear } from '../../ledger/screens/index.ts'
import { figureQuery, figureUrl, type MetricLine, metricsQuery } from './figures.ts'
import './figures.css'

/** 统计: every figure the ledgers give, by ledger; each leads to what it counts. */
export function FiguresPage() {
  const metrics = useQuery(metricsQuery)
  const year = useYear()
  return (
    <>
      <PageHead title="统计" lead={`${year} 年。每个数都按公式从台账逐条数出；点开能看到是哪些记录。`} />
      <Loaded of={metrics} lines={8}>
        {(lines) =>
          lines.length ? (
            <Ledgers lines={lines} />
          ) : (
            <EmptyState title="还没有可看的统计">台账里声明了指标之后，数字会列在这里。</EmptyState>
          )
        }
      </Loaded>
    </>
  )
}

function Ledgers({ lines }: { lines: readonly MetricLine[] }) {
  const titles = [...new Set(lines.map(({ ledgerTitle }) => ledgerTitle))]
  return (
    <div className="figures-list">
      {titles.map((title) => (
        <Panel key={title} title={title}>
          <div className="figures-grid">
            {lines
              .filter(({ ledgerTitle }) => ledgerTitle === title)
              .map((line) => (
                <FigureOf key={line.id} line={line} />
              ))}
          </div>
        </Panel>
      ))}
    </div>
  )
}

function FigureOf({ line }: { line: MetricLine }) {
  const year = useYear()
  const { data, error } = useQuery(figureQuery(line.id, { period: String(year) }))
  const value = error ? '—' : (data?.value ?? '…')
  return <Figure label={line.label} value={value} unit={value === '—' ? '' : line.unit} to={figureUrl(line.id)} />
}
