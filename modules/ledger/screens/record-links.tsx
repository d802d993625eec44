import { useQuery } from '@tanstack/react-query'
import { useGo } from '../../../kit/nav.tsx'
import { catalogQuery, type LedgerView } from './catalog.ts'
import { linksQuery, recordUrl } from './records.ts'
import { RowCards } from './row-cards.tsx'

/** What belongs to a record, both ways: the records it names and those that name it. Nothing when there is none. */
export function RecordLinks({ ledger, id }: { ledger: LedgerView; id: string }) {
  const go = useGo()
  const { data: links = [] } = useQuery(linksQuery(ledger.id, id))
  const { data: catalog } = useQuery(catalogQuery)
  const shown = links.flatMap((link) => {
    const other = catalog?.ledgers.find((one) => one.id === link.ledger)
    return other ? [{ ...link, other }] : []
  })
  if (!shown.length) return null
  return (
    <section className="record-links">
      {shown.map(({ label, other, rows, more }) => (
        <div key={`${other.id} ${label}`}>
          <h3 className="record-links-title">{label}</h3>
          <RowCards ledger={other} rows={rows} onOpen={(row) => go(recordUrl(other.id, row.id))} />
          {more ? (
            <p className="record-links-more">
              只列出最近 {rows.length} 条，其余在“{other.title}”列表中
            </p>
          ) : null}
        </div>
      ))}
    </section>
  )
}
