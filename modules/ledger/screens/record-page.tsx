import { PageHead } from '../../../kit/page-head.tsx'
import { useWide } from '../../../kit/use-phone.ts'
import { useLedger } from './catalog.ts'
import { RecordBody } from './record-body.tsx'

/** A record on a page of its own, with an address that can be passed on. */
export function RecordPage({ ledgerId, id }: { ledgerId: string; id: string }) {
  const ledger = useLedger(ledgerId)
  const desk = useWide()
  return (
    <>
      <PageHead quiet title={`${ledger.title}详情`} back={{ to: `/ledgers/${ledger.id}`, label: ledger.title }} />
      <div className="record-page">
        <RecordBody ledger={ledger} id={id} wide={desk} />
      </div>
    </>
  )
}
