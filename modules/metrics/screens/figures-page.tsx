import { useQueries, useQuery } from '@tanstack/react-query'
import { EmptyState } from '../../../kit/empty-state.tsx'
import { Figure } from '../../../kit/figure.tsx'
import { Go } from '../../../kit/nav.tsx'
import { PageHead } from '../../../kit/page-head.tsx'
import { Panel } from '../../../kit/panel.tsx'
import { Loaded } from '../../../kit/waiting.tsx'
import { useYear } from '../../ledger/screens/index.ts'
import { type FigureView, figureQuery, figureUrl, type MetricLine, metricsQuery } from './figures.ts'
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

interface Counted {
  line: MetricLine
  /** What there is to show until the figure has come, and when it does not. */
  value: string
  /** Nothing was counted in this year. */
  isNothing: boolean
}
const isNothing = (figure: FigureView | undefined) => figure?.parts.num === 0 && figure.parts.den === 0

/** A ledger in which the year has nothing gives no wall of zeros: its name at the end says so. */
function Ledgers({ lines }: { lines: readonly MetricLine[] }) {
  const year = useYear()
  const counted = useQueries({
    queries: lines.map(({ id }) => figureQuery(id, { period: String(year) })),
    combine: (figures) =>
      figures.map(({ data, error }, at): Counted => {
        return { line: lines[at]!, value: error ? '—' : (data?.value ?? '…'), isNothing: isNothing(data) }
      }),
  })
  const ledgers = [...new Set(lines.map(({ ledger }) => ledger))].map((ledger) =>
    counted.filter(({ line }) => line.ledger === ledger),
  )
  const isEmpty = (figures: readonly Counted[]) => figures.every(({ isNothing }) => isNothing)
  const empty = ledgers.filter(isEmpty)
  return (
    <div className="figures-list">
      {ledgers
        .filter((figures) => !isEmpty(figures))
        .map((figures) => (
          <Panel key={figures[0]!.line.ledger} title={figures[0]!.line.ledgerTitle}>
            <div className="figures-grid">
              {figures.map(({ line, value }) => (
                <Figure
                  key={line.id}
                  label={line.label}
                  value={value}
                  unit={value === '—' ? '' : line.unit}
                  to={figureUrl(line.id)}
                />
              ))}
            </div>
          </Panel>
        ))}
      {empty.length ? <Empty ledgers={empty} year={year} /> : null}
    </div>
  )
}

const Empty = ({ ledgers, year }: { ledgers: readonly (readonly Counted[])[]; year: number }) => (
  <Panel title={`${year} 年还没有可统计记录的台账`}>
    <ul className="figures-empty">
      {ledgers.map(([first]) => (
        <li key={first!.line.ledger}>
          <Go to={`/ledgers/${first!.line.ledger}/figures`}>{first!.line.ledgerTitle}</Go>
        </li>
      ))}
    </ul>
  </Panel>
)
