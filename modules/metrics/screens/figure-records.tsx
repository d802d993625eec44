import { useInfiniteQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { type Column, DataTable } from '../../../kit/data-table.tsx'
import { EmptyState } from '../../../kit/empty-state.tsx'
import { useAddress, useGo, usePatchAddress } from '../../../kit/nav.tsx'
import { Panel } from '../../../kit/panel.tsx'
import { Pills } from '../../../kit/pills.tsx'
import { StateTag } from '../../../kit/state-tag.tsx'
import { groupedText } from '../../../kit/text.ts'
import { usePhone } from '../../../kit/use-phone.ts'
import { Loaded } from '../../../kit/waiting.tsx'
import { recordUrl } from '../../ledger/screens/index.ts'
import {
  type AmountView,
  type Asked,
  amountHead,
  amountText,
  amountUnit,
  type Counted,
  drillQuery,
  type FigureView,
  isShared,
} from './figures.ts'

const inTime = ({ inTime: kept }: Counted) => {
  if (kept === null) return <span className="soft">—</span>
  return kept ? <StateTag tone="done">按期</StateTag> : <StateTag tone="late">超时</StateTag>
}

function columnsFor(rows: readonly Counted[], amount: AmountView | undefined): Column<Counted>[] {
  const some = (has: (row: Counted) => unknown) => rows.some(has)
  return [
    { key: 'number', title: '编号', render: (row) => <span className="nowrap">{row.number ?? '未编号'}</span> },
    { key: 'title', title: '内容', render: (row) => row.title || '—' },
    ...(some(({ unitName }) => unitName)
      ? [{ key: 'unit', title: '单位', render: (row: Counted) => row.unitName || '—' }]
      : []),
    ...(amount
      ? [
          {
            key: 'amount',
            title: amountHead(amount),
            numeric: true,
            render: (row: Counted) => (row.amount === undefined ? '—' : amountText(amount, row.amount)),
          },
        ]
      : []),
    { key: 'on', title: '计入日期', render: (row) => <span className="nowrap">{row.on}</span> },
    ...(some(({ inTime: kept }) => kept !== null) ? [{ key: 'inTime', title: '时限', render: inTime }] : []),
  ]
}

/** The records behind the figure; of a share, those counted above or below the line. */
export function FigureRecords({ metric, asked, figure }: { metric: string; asked: Asked; figure: FigureView }) {
  const { part = 'num' } = useAddress()
  const patch = usePatchAddress()
  const shared = isShared(figure)
  const pages = useInfiniteQuery(drillQuery(metric, asked, shared ? part : 'num'))
  const rows = pages.data?.pages.flatMap((page) => page.rows) ?? []
  const parts = [
    { value: 'num', label: '分子', count: groupedText(String(figure.parts.num)) },
    { value: 'den', label: '分母', count: groupedText(String(figure.parts.den)) },
  ]
  return (
    <Panel
      title="数到的记录"
      flush
      extra={
        shared ? <Pills label="哪一部分" pills={parts} value={part} onChange={(next) => patch({ part: next })} /> : null
      }
    >
      <Loaded of={pages} lines={6}>
        {() =>
          rows.length ? (
            <Counts rows={rows} amount={pages.data?.pages[0]?.amount} />
          ) : (
            <EmptyState title="没有数到记录">这个数为零，或所选部分里没有记录。</EmptyState>
          )
        }
      </Loaded>
      {rows.length ? (
        <div className="list-foot">
          <span>已列出 {rows.length} 条</span>
          {pages.hasNextPage ? (
            <Button size="small" loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
              再看 50 条
            </Button>
          ) : null}
        </div>
      ) : null}
    </Panel>
  )
}

function Counts({ rows, amount }: { rows: readonly Counted[]; amount: AmountView | undefined }) {
  const go = useGo()
  const phone = usePhone()
  if (!phone)
    return (
      <div className="table-scroll">
        <DataTable
          caption="数到的记录"
          columns={columnsFor(rows, amount)}
          rows={rows}
          rowKey={(row) => `${row.id}-${row.on}`}
          onOpen={(row) => go(recordUrl(row.ledger, row.id))}
        />
      </div>
    )
  return (
    <ul>
      {rows.map((row) => (
        <li key={`${row.id}-${row.on}`}>
          <button type="button" className="counted" onClick={() => go(recordUrl(row.ledger, row.id))}>
            <strong>{row.title || row.number}</strong>
            <span className="soft">
              {row.number} · {row.on}
              {row.amount === undefined || !amount ? '' : ` · ${amountText(amount, row.amount)} ${amountUnit(amount)}`}
            </span>
          </button>
        </li>
      ))}
    </ul>
  )
}
