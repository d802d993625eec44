import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useRef } from 'react'
import { EmptyState } from '../../../kit/empty-state.tsx'
import { http } from '../../../kit/http.ts'
import { Icon } from '../../../kit/icon.tsx'
import { Go } from '../../../kit/nav.tsx'
import { PageHead } from '../../../kit/page-head.tsx'
import { Panel } from '../../../kit/panel.tsx'
import { StateTag } from '../../../kit/state-tag.tsx'
import { toast } from '../../../kit/toast.tsx'
import { Loaded } from '../../../kit/waiting.tsx'
import { type LedgerView, useLedger } from './catalog.ts'
import './handovers-page.css'
import { type Batch, batchesQuery, batchFileUrl, receiptPath } from './handovers.ts'
import { Mistakes } from './mistakes.tsx'

/** What was given to another authority, batch by batch, and what it answered. */
export function HandoversPage({ ledgerId }: { ledgerId: string }) {
  const ledger = useLedger(ledgerId)
  const batches = useQuery(batchesQuery(ledgerId))
  const { to = '', label = '' } = ledger.handover ?? {}
  return (
    <>
      <PageHead
        title="移交批次"
        lead={`在列表中选中要移交的记录，一起办理“${label}”，就成为一批。每批有编号和带签名的清单，交给${to}；收到回执后在这里登记。`}
        back={{ to: `/ledgers/${ledgerId}`, label: ledger.title }}
      />
      <div className="handovers">
        <Panel flush>
          <Loaded of={batches} lines={4}>
            {(all) =>
              all.length ? (
                <ul>
                  {all.map((batch) => (
                    <BatchLine key={batch.batch} ledger={ledger} batch={batch} />
                  ))}
                </ul>
              ) : (
                <EmptyState title="还没有移交过">{`选中审核通过的记录，一起办理“${label}”，第一批就会出现在这里。`}</EmptyState>
              )
            }
          </Loaded>
        </Panel>
      </div>
    </>
  )
}

function BatchLine({ ledger, batch }: { ledger: LedgerView; batch: Batch }) {
  const client = useQueryClient()
  const chosen = useRef<HTMLInputElement>(null)
  const field = ledger.handover!.batch
  const take = useMutation({
    mutationFn: (table: File) =>
      http.upload<{ accepted: number; refused: number }>(receiptPath(ledger.id, batch.batch), table, table.name),
    onSuccess: ({ accepted, refused }) => {
      void client.invalidateQueries({ queryKey: ['records', ledger.id] })
      toast(`回执已登记：接收 ${accepted} 条，退回 ${refused} 条。`)
    },
  })
  return (
    <li className="batch-line">
      <div className="batch-line-main">
        <Go to={`/ledgers/${ledger.id}`} search={{ [`f.${field}`]: batch.batch }} className="batch-line-number">
          {batch.batch}
        </Go>
        <span className="soft">共 {batch.records} 条</span>
        <span className="batch-line-states">
          {batch.states.map(({ state, label, records }) => (
            <StateTag key={state} tone={ledger.states[state]?.tone ?? 'doing'}>
              {label} {records}
            </StateTag>
          ))}
        </span>
      </div>
      <div className="batch-line-actions">
        <Button href={batchFileUrl(ledger.id, batch.batch)} icon={<Icon name="download" size={16} />}>
          移交清单
        </Button>
        <Button
          icon={<Icon name="upload" size={16} />}
          loading={take.isPending}
          onClick={() => chosen.current?.click()}
          title="表格有“编号”“结果”“原因”三列，结果写“接收”或“退回”"
        >
          登记回执
        </Button>
        <input
          ref={chosen}
          type="file"
          accept=".xlsx,.csv"
          hidden
          aria-label={`${batch.batch}的回执`}
          onChange={(event) => {
            const [table] = event.target.files ?? []
            event.target.value = ''
            if (table) take.mutate(table)
          }}
        />
      </div>
      {take.error ? <Mistakes error={take.error} /> : null}
    </li>
  )
}
