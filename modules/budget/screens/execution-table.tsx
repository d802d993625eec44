import { type Column, DataTable } from '../../../kit/data-table.tsx'
import { ToneShape } from '../../../kit/state-tag.tsx'
import { wan } from '../../../kit/text.ts'
import { usePhone } from '../../../kit/use-phone.ts'
import type { Execution, ExecutionLine } from './execution.ts'
import { RateBar } from './rate-bar.tsx'

const amount = (key: 'initial' | 'adjusted' | 'full' | 'paid', title: string): Column<ExecutionLine> => ({
  key,
  title,
  numeric: true,
  render: (line) => wan(line[key]),
})

const name = ({ name: said, question }: ExecutionLine) => (
  <span>
    {said}
    {question ? (
      <span className="budget-question">
        <ToneShape tone="soon" /> {question}
      </span>
    ) : null}
  </span>
)

const columns: Column<ExecutionLine>[] = [
  { key: 'name', title: '项目', render: name },
  { key: 'type', title: '预算类型', render: (line) => <span className="nowrap">{line.budgetTypeLabel}</span> },
  amount('initial', '年初预算'),
  amount('adjusted', '调整'),
  amount('full', '全年预算'),
  amount('paid', '全年执行'),
  { key: 'rate', title: '执行率', width: 190, render: (line) => <RateBar rate={line.rate} /> },
]

/** Every project with its budget and what was spent of it; the sum below. */
export function ExecutionTable({ lines, totals }: { lines: readonly ExecutionLine[]; totals: Execution['totals'] }) {
  if (usePhone()) return <ExecutionCards lines={lines} />
  const foot = (
    <tr>
      <td>合计</td>
      <td />
      {[totals.initial, totals.adjusted, totals.full, totals.paid].map((fen, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: four columns that never move
        <td key={i} className="num">
          {wan(fen)}
        </td>
      ))}
      <td>
        <RateBar rate={totals.rate} />
      </td>
    </tr>
  )
  return (
    <div className="table-scroll">
      <DataTable
        caption="预算执行情况"
        columns={columns}
        rows={lines}
        rowKey={(line) => `${line.project}-${line.budgetType}`}
        foot={foot}
      />
    </div>
  )
}

function ExecutionCards({ lines }: { lines: readonly ExecutionLine[] }) {
  return (
    <ul className="budget-cards">
      {lines.map((line) => (
        <li key={`${line.project}-${line.budgetType}`}>
          {name(line)}
          <span className="soft">
            执行 {wan(line.paid)} / 全年预算 {wan(line.full)} 万元
          </span>
          <RateBar rate={line.rate} />
        </li>
      ))}
    </ul>
  )
}
