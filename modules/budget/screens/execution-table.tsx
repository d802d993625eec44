import { type Column, DataTable } from '../../../kit/data-table.tsx'
import { Go } from '../../../kit/nav.tsx'
import { ToneShape } from '../../../kit/state-tag.tsx'
import { wan } from '../../../kit/text.ts'
import { usePhone } from '../../../kit/use-phone.ts'
import { type Amount, amountAddress } from './amounts.ts'
import type { Execution, ExecutionLine } from './execution.ts'
import { RateBar } from './rate-bar.tsx'

interface Seen {
  year: number
  asOf: number | null
}

/** An amount that leads to what was counted; nothing was counted for a zero. */
function AmountCell({ line, amount, seen }: { line: ExecutionLine; amount: Amount; seen: Seen }) {
  const fen = line[amount]
  if (fen === 0) return wan(fen)
  const { to, search } = amountAddress(line, amount, seen.year, seen.asOf)
  return (
    <Go to={to} search={search} className="budget-amount">
      {wan(fen)}
    </Go>
  )
}

const counted = (amount: Amount, title: string, seen: Seen): Column<ExecutionLine> => ({
  key: amount,
  title,
  numeric: true,
  render: (line) => <AmountCell line={line} amount={amount} seen={seen} />,
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

const columnsFor = (seen: Seen): Column<ExecutionLine>[] => [
  { key: 'name', title: '项目', render: name },
  { key: 'type', title: '预算类型', render: (line) => <span className="nowrap">{line.budgetTypeLabel}</span> },
  counted('initial', '年初预算', seen),
  counted('adjusted', '调整', seen),
  { key: 'full', title: '全年预算', numeric: true, render: (line) => wan(line.full) },
  counted('paid', '全年执行', seen),
  { key: 'rate', title: '执行率', width: 190, render: (line) => <RateBar rate={line.rate} /> },
]

/** Every project with its budget and what was spent of it; the sum below. */
export function ExecutionTable({ of: { lines, totals, year, asOf } }: { of: Execution }) {
  const phone = usePhone()
  const seen = { year, asOf }
  if (phone) return <ExecutionCards lines={lines} seen={seen} />
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
        columns={columnsFor(seen)}
        rows={lines}
        rowKey={(line) => `${line.project}-${line.budgetType}`}
        foot={foot}
      />
    </div>
  )
}

function ExecutionCards({ lines, seen }: { lines: readonly ExecutionLine[]; seen: Seen }) {
  return (
    <ul className="budget-cards">
      {lines.map((line) => (
        <li key={`${line.project}-${line.budgetType}`}>
          {name(line)}
          <span className="soft">
            执行 <AmountCell line={line} amount="paid" seen={seen} /> / 全年预算 {wan(line.full)} 万元
          </span>
          <RateBar rate={line.rate} />
        </li>
      ))}
    </ul>
  )
}
