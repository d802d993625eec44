import { useMemo } from 'react'
import { EmptyState } from '../../../kit/empty-state.tsx'
import { type Search, useAddress, useGo, usePatchAddress } from '../../../kit/nav.tsx'
import { PageHead } from '../../../kit/page-head.tsx'
import { Panel } from '../../../kit/panel.tsx'
import { Pills } from '../../../kit/pills.tsx'
import { toast } from '../../../kit/toast.tsx'
import { type LedgerView, openings, useLedger } from './catalog.ts'
import type { Asked } from './form-rules.ts'
import { MoveForm } from './move-form.tsx'
import { recordUrl } from './records.ts'

/** Opens a new record of a ledger. */
export function NewPage({ ledgerId }: { ledgerId: string }) {
  const ledger = useLedger(ledgerId)
  return (
    <>
      <PageHead title={`登记${ledger.title}`} back={{ to: `/ledgers/${ledger.id}`, label: ledger.title }} />
      <NewRecord ledger={ledger} />
    </>
  )
}

/** What the address fills in: `?project=DJ02`, of texts, choices, dates and whole numbers; another page led here with it. */
function givenIn({ fields }: LedgerView, { needs, may }: Pick<Asked, 'needs' | 'may'>, address: Search) {
  const names = [...needs, ...may].filter((name) => address[name] !== undefined)
  const whole = new Set(['integer', 'money', 'quantity'])
  const value = (name: string) => (whole.has(fields[name]?.kind ?? '') ? Number(address[name]) : address[name])
  return names.length ? Object.fromEntries(names.map((name) => [name, value(name)])) : undefined
}

/** The form of the opening move named in the address; when there are several, they stand above it. */
export function NewRecord({ ledger, submitLabel }: { ledger: LedgerView; submitLabel?: string }) {
  const address = useAddress()
  const { move } = address
  const patch = usePatchAddress()
  const go = useGo()
  const ways = openings(ledger)
  const [id, found] = ways.find(([name]) => name === move) ?? ways[0] ?? []
  const asked = useMemo(() => (id && found ? { id, ...found } : undefined), [id, found])
  const given = useMemo(() => asked && givenIn(ledger, asked, address), [ledger, asked, address])
  if (!asked)
    return <EmptyState title={`您的岗位不登记${ledger.title}`}>需要登记时，请联系负责这本台账的人员。</EmptyState>
  return (
    <Panel className="form-sheet">
      {ways.length > 1 ? (
        <div className="form-sheet-ways">
          <Pills
            label="登记方式"
            pills={ways.map(([value, { label }]) => ({ value, label }))}
            value={asked.id}
            onChange={(value) => patch({ move: value })}
          />
        </div>
      ) : null}
      <MoveForm
        key={asked.id}
        ledger={ledger}
        asked={asked}
        given={given}
        submitLabel={submitLabel}
        onDone={(record) => {
          toast(record.number ? `已登记，编号 ${record.number}。` : '已登记。')
          go(recordUrl(ledger.id, record.id))
        }}
      />
    </Panel>
  )
}
