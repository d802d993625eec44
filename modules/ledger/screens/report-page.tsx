import { EmptyState } from '../../../kit/empty-state.tsx'
import { useAddress, usePatchAddress } from '../../../kit/nav.tsx'
import { PageHead } from '../../../kit/page-head.tsx'
import { Pills } from '../../../kit/pills.tsx'
import { fieldOfKind, type LedgerView, useLedgers } from './catalog.ts'
import { NewRecord } from './new-page.tsx'

/** What can be reported from the street: ledgers with photos and a place first. */
function useReportable(): LedgerView[] {
  const sights = (ledger: LedgerView) =>
    Number(!!fieldOfKind(ledger, 'photos')) + Number(!!fieldOfKind(ledger, 'point'))
  return useLedgers()
    .filter(({ may }) => may.create)
    .sort((a, b) => sights(b) - sights(a))
}

/** 上报: the photo first, then where, then what. */
export function ReportPage() {
  const { ledger: asked } = useAddress()
  const patch = usePatchAddress()
  const ledgers = useReportable()
  const ledger = ledgers.find(({ id }) => id === asked) ?? ledgers[0]
  if (!ledger) return <EmptyState title="您的岗位没有需要上报的内容">等您办的事在“待办”里。</EmptyState>
  return (
    <>
      <PageHead title="上报" />
      {ledgers.length > 1 ? (
        <div className="report-kinds">
          <Pills
            label="上报什么"
            pills={ledgers.slice(0, 6).map(({ id, title }) => ({ value: id, label: title }))}
            value={ledger.id}
            onChange={(id) => patch({ ledger: id, move: undefined })}
          />
        </div>
      ) : null}
      <NewRecord key={ledger.id} ledger={ledger} submitLabel="上报" />
    </>
  )
}
