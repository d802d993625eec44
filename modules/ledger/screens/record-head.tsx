import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { ClockBar } from '../../../kit/clock-bar.tsx'
import { Icon } from '../../../kit/icon.tsx'
import { StateTag } from '../../../kit/state-tag.tsx'
import { dateTime } from '../../../kit/text.ts'
import { toast } from '../../../kit/toast.tsx'
import type { LedgerView } from './catalog.ts'
import { RecordState } from './record-state.tsx'
import { type ClockView, type RecordView, recordAddress } from './records.ts'

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

/** Who has it now, in words; nobody once it has ended, nor of a thing that is simply there. */
function holderWords(ledger: LedgerView, record: RecordView): string {
  const { ended, lasts } = ledger.states[record.state] ?? {}
  if (ended) return record.closedAt ? `${dateTime(record.closedAt)} 办完 · ` : '已办完 · '
  if (lasts) return ''
  return record.holderText ? `在办：${record.holderText} · ` : '现在没有人办理 · '
}

/** The clocks that run, each as a bar; of several, those that were stopped in a line. */
function Clocks({ clocks }: { clocks: readonly ClockView[] }) {
  const running = clocks.filter(({ stoppedAt }) => !stoppedAt)
  const bars = clocks.length > 1 ? running : clocks
  const kept = clocks.length > 1 ? clocks.filter(({ stoppedAt }) => stoppedAt) : []
  return (
    <>
      {bars.map((clock) => (
        <ClockBar key={clock.label} wide {...clock} />
      ))}
      {kept.length ? (
        <ul className="record-clocks">
          {kept.map(({ label, late, limitText, dueAt }) => (
            <li key={label} title={`时限 ${limitText}，应于 ${dateTime(dueAt)} 前`}>
              {label} <StateTag tone={late ? 'late' : 'done'}>{late ? '超时' : '按期'}</StateTag>
            </li>
          ))}
        </ul>
      ) : null}
    </>
  )
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
        <span className="record-number">{record.number ?? (ledger.numbered ? '未编号' : ledger.title)}</span>
        <RecordState ledger={ledger} row={record} />
        <Passing ledger={ledger} record={record} />
      </div>
      <h2>{record.title || ledger.title}</h2>
      <p className="soft">
        {holderWords(ledger, record)}
        {dateTime(record.occurredAt)} {ledger.states[record.state]?.lasts ? '登记' : '发生'}
      </p>
      <Clocks clocks={Object.values(record.clocks)} />
    </header>
  )
}
