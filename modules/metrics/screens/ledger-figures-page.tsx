import { useQuery } from '@tanstack/react-query'
import { EmptyState } from '../../../kit/empty-state.tsx'
import { useAddress, usePatchAddress } from '../../../kit/nav.tsx'
import { PlainSelect } from '../../../kit/plain-select.tsx'
import { Loaded } from '../../../kit/waiting.tsx'
import { LedgerHead, type LedgerView, useLedger, useYear, ViewSwitch } from '../../ledger/screens/index.ts'
import { FigureCard } from './figure-card.tsx'
import { hasValues } from './figure-rows.ts'
import './figures.css'
import { type FigureView, ledgerFiguresQuery, periodText } from './figures.ts'
import { LedgerSplit } from './ledger-split.tsx'
import { LedgerYear } from './ledger-year.tsx'

/** The month in the address when it is one of the year everything is of, else that year. */
function usePeriod(): string {
  const year = String(useYear())
  const { period = '' } = useAddress()
  return /^\d{4}-\d{2}$/.test(period) && period.startsWith(year) ? period : year
}

/** What a ledger comes to in a year or a month, drawn from its metrics. */
export function LedgerFiguresPage({ ledgerId }: { ledgerId: string }) {
  const ledger = useLedger(ledgerId)
  const period = usePeriod()
  const isCounted = Object.keys(ledger.metrics).length > 0
  return (
    <>
      <LedgerHead
        ledger={ledger}
        title={`${ledger.title}统计`}
        after={<ViewSwitch ledger={ledger} view="figures" />}
        actions={isCounted ? <PeriodSelect period={period} /> : null}
      />
      {isCounted ? (
        <Figures key={ledger.id} ledger={ledger} period={period} />
      ) : (
        <EmptyState title={`${ledger.title}没有统计指标`}>
          这本台账只登记，不计数；它的记录在列表里逐条可查。
        </EmptyState>
      )}
    </>
  )
}

const months = Array.from({ length: 12 }, (_, i) => i + 1)

function PeriodSelect({ period }: { period: string }) {
  const year = useYear()
  const patch = usePatchAddress()
  const options = [
    { value: String(year), label: `${year} 年全年` },
    ...months.map((month) => {
      const value = `${year}-${String(month).padStart(2, '0')}`
      return { value, label: periodText(value) }
    }),
  ]
  return (
    <PlainSelect
      label="期间"
      value={period}
      options={options}
      onChange={(next) => patch({ period: next === String(year) ? undefined : next })}
    />
  )
}

/** One request says the year and its months; a month by itself is asked for beside it. */
function Figures({ ledger, period }: { ledger: LedgerView; period: string }) {
  const year = String(useYear())
  const whole = useQuery(ledgerFiguresQuery(ledger.id, year, 'month'))
  const month = useQuery({ ...ledgerFiguresQuery(ledger.id, period), enabled: period !== year })
  return (
    <div className="figure-page">
      <p className="soft">
        按日期计数：办理日期（或“怎么算”写明的日期）在 {periodText(period)}之内的计入，不论记录属于哪个年度。
      </p>
      <Loaded of={period === year ? whole : month} lines={4}>
        {(figures) => <Cards figures={figures} period={period} />}
      </Loaded>
      <Loaded of={whole} lines={6}>
        {(figures) => <Chosen ledger={ledger} figures={figures} year={year} period={period} />}
      </Loaded>
    </div>
  )
}

function Cards({ figures, period }: { figures: readonly FigureView[]; period: string }) {
  return (
    <div className="figure-cards">
      {figures.map((figure) => (
        <FigureCard key={figure.metric} figure={figure} period={period} />
      ))}
    </div>
  )
}

interface ChosenProps {
  ledger: LedgerView
  figures: readonly FigureView[]
  year: string
  period: string
}

/** The figure named in the address, or the first that has something to show: its year, and how it is spread. */
function Chosen({ ledger, figures, year, period }: ChosenProps) {
  const { metric } = useAddress()
  const patch = usePatchAddress()
  const figure =
    figures.find((one) => one.metric === metric) ?? figures.find(({ rows = [] }) => hasValues(rows)) ?? figures[0]!
  const choice = (
    <PlainSelect
      label="看哪个指标"
      value={figure.metric}
      options={figures.map(({ metric: value, label }) => ({ value, label }))}
      onChange={(next) => patch({ metric: next })}
    />
  )
  return (
    <>
      <LedgerYear figure={figure} year={year} choice={choice} />
      <LedgerSplit ledger={ledger} figure={figure} period={period} />
    </>
  )
}
