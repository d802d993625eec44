import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { ClockBar } from '../../../kit/clock-bar.tsx'
import { Icon } from '../../../kit/icon.tsx'
import { dateTime } from '../../../kit/text.ts'
import { toast } from '../../../kit/toast.tsx'
import type { LedgerView } from './catalog.ts'
import { RecordState } from './record-state.tsx'
import { type RecordView, recordAddress } from './records.ts'

const LabelDialog = lazy(() =>
  import('../../../kit/label-dialog.tsx').then((found) => ({ default: found.LabelDialog })),
)

async function copyLink(ledger: string, id: string) {
  const address = recordAddress(ledger, id)
  try {
    await navigator.clipboard.writeText(address)
    toast('链接已复制，发给有权限的同事就能打开。')
  } catch {
    // Plain-http pages have no clipboard; the address is shown instead, to be copied by hand.
    window.prompt('请复制这个链接：', address)
  }
}

/** Who has it now, in words; nobody once it has ended. */
function holderWords(ledger: LedgerView, record: RecordView): string {
  if (ledger.states[record.state]?.ended) return record.closedAt ? `${dateTime(record.closedAt)} 办完` : '已办完'
  return record.holderText ? `在办：${record.holderText}` : '现在没有人办理'
}

/** The ways to hand the record's address on: as a link, and as a code on a label. */
function Passing({ ledger, record }: { ledger: LedgerView; record: RecordView }) {
  const [labelled, setLabelled] = useState(false)
  return (
    <span className="record-passing">
      <Button type="text" size="small" icon={<Icon name="code" size={15} />} onClick={() => setLabelled(true)}>
        二维码
      </Button>
      <Button
        type="text"
        size="small"
        icon={<Icon name="link" size={15} />}
        onClick={() => void copyLink(ledger.id, record.id)}
      >
        复制链接
      </Button>
      {labelled ? (
        <Suspense>
          <LabelDialog
            address={recordAddress(ledger.id, record.id)}
            number={record.number ?? ledger.title}
            title={record.title || ledger.title}
            onClose={() => setLabelled(false)}
          />
        </Suspense>
      ) : null}
    </span>
  )
}

export function RecordHead({ ledger, record }: { ledger: LedgerView; record: RecordView }) {
  return (
    <header className="record-head">
      <div className="record-head-line">
        <span className="record-number">{record.number ?? '未编号'}</span>
        <RecordState ledger={ledger} row={record} />
        <Passing ledger={ledger} record={record} />
      </div>
      <h2>{record.title || ledger.title}</h2>
      <p className="soft">
        {holderWords(ledger, record)} · {dateTime(record.occurredAt)} 发生
      </p>
      {Object.entries(record.clocks).map(([name, clock]) => (
        <ClockBar key={name} wide {...clock} />
      ))}
    </header>
  )
}
