import { useQuery } from '@tanstack/react-query'
import { type Column, DataTable } from '../../../kit/data-table.tsx'
import { Go } from '../../../kit/nav.tsx'
import { PageHead } from '../../../kit/page-head.tsx'
import { Panel } from '../../../kit/panel.tsx'
import { usePhone } from '../../../kit/use-phone.ts'
import { Loaded } from '../../../kit/waiting.tsx'
import { useYear } from '../../ledger/screens/index.ts'
import './evaluation.css'
import { type LibraryEntry, libraryQuery } from './scores.ts'

const signs: Partial<Record<LibraryEntry['direction'], string>> = { 'at-least': '≥', 'at-most': '≤', equal: '=' }
const targetOf = ({ direction, target, measure }: LibraryEntry) => `${signs[direction] ?? ''}${target}${measure}`
const reached = ({ measure }: LibraryEntry, value: string | null) => (value === null ? '—' : `${value}${measure}`)
const doubt = ({ certainty }: LibraryEntry) => (certainty === 'general' ? '（通行做法，请以本地文件为准）' : '')

/** The form of an indicator, filled in from the library. */
const formOf = (entry: LibraryEntry, year: number) => ({
  year: String(year),
  level1: entry.level1,
  level2: entry.level2,
  name: entry.name,
  direction: entry.direction,
  target: String(entry.target * 1000),
  measure: entry.measure,
  evidence: entry.evidence,
  metric: entry.metric,
  formula: entry.formula,
  basis: `指标库：${entry.source}`,
})
const Take = ({ entry, year }: { entry: LibraryEntry; year: number }) => (
  <Go to="/ledgers/indicator/new" search={formOf(entry, year)}>
    引用
  </Go>
)

/** 指标库: indicators to take over, with what the bureau reached in three years. */
export function LibraryPage() {
  const year = useYear()
  const library = useQuery(libraryQuery(year))
  return (
    <>
      <PageHead
        title="指标库"
        lead="可以直接引用的指标。往年完成值从本单位的台账数出，供设定目标时参考。"
        back={{ to: '/evaluation', label: '绩效' }}
      />
      <div className="evaluation-page">
        <Loaded of={library} lines={8}>
          {(entries) => (
            <>
              {[...new Set(entries.map(({ sector }) => sector))].map((sector) => (
                <Panel key={sector} title={sector} flush>
                  <Sector entries={entries.filter((entry) => entry.sector === sector)} year={year} />
                </Panel>
              ))}
            </>
          )}
        </Loaded>
      </div>
    </>
  )
}

function Sector({ entries, year }: { entries: readonly LibraryEntry[]; year: number }) {
  const phone = usePhone()
  if (phone)
    return (
      <ul>
        {entries.map((entry) => (
          <li key={entry.name} className="library-card">
            <strong>{entry.name}</strong> {targetOf(entry)} <Take entry={entry} year={year} />
            <p className="soft">
              {entry.past.map(({ year: of, value }) => `${of}年 ${reached(entry, value)}`).join('，')}
            </p>
          </li>
        ))}
      </ul>
    )
  const past = entries[0]!.past.map(
    ({ year: of }, at): Column<LibraryEntry> => ({
      key: String(of),
      title: `${of}年`,
      numeric: true,
      width: 100,
      render: (entry) => reached(entry, entry.past[at]!.value),
    }),
  )
  const columns: Column<LibraryEntry>[] = [
    { key: 'name', title: '指标', width: 170, render: ({ name }) => name },
    { key: 'target', title: '常用目标', numeric: true, width: 110, render: targetOf },
    ...past,
    { key: 'from', title: '取值', first: true, render: (entry) => <span className="soft">{entry.said}</span> },
    {
      key: 'source',
      title: '来源',
      width: 240,
      render: (entry) => (
        <span className="soft">
          {entry.source}
          {doubt(entry)}
        </span>
      ),
    },
    { key: 'take', title: '', width: 70, render: (entry) => <Take entry={entry} year={year} /> },
  ]
  return <DataTable caption="指标库" columns={columns} rows={entries} rowKey={(entry) => entry.name} />
}
