import { useQuery } from '@tanstack/react-query'
import { EmptyState } from '../../../kit/empty-state.tsx'
import { Icon } from '../../../kit/icon.tsx'
import { Go } from '../../../kit/nav.tsx'
import { PageHead } from '../../../kit/page-head.tsx'
import { isLasting, type LedgerView, openings, useLedgers, useYear } from './catalog.ts'
import './ledgers-page.css'
import { countQuery } from './records.ts'

/** Every ledger I may read, by group, with how much it holds this year. */
export function LedgersPage() {
  const ledgers = useLedgers()
  const year = useYear()
  const groups = [...new Set(ledgers.map(({ group }) => group))]
  return (
    <>
      <PageHead title="台账" lead={`${year} 年各项工作的原始记录。报告里的每一个数都从这里数出来。`} />
      {groups.length ? null : (
        <EmptyState title="您的岗位还看不到任何台账">需要时请联系系统管理员分配岗位。</EmptyState>
      )}
      {groups.map((group) => (
        <section key={group} className="ledger-group">
          <h2>{group}</h2>
          <ul>
            {ledgers
              .filter((ledger) => ledger.group === group)
              .map((ledger) => (
                <LedgerCard key={ledger.id} ledger={ledger} year={year} />
              ))}
          </ul>
        </section>
      ))}
    </>
  )
}

function LedgerCard({ ledger, year }: { ledger: LedgerView; year: number }) {
  const count = useQuery(countQuery(ledger.id, isLasting(ledger) ? {} : { year: String(year) }))
  const [way] = openings(ledger)
  return (
    <li className="ledger-card">
      <Go to={`/ledgers/${ledger.id}`} className="ledger-card-main">
        <span>{ledger.title}</span>
        <span className="ledger-card-count">
          {count.data?.totalText ?? '—'}
          <small> 条</small>
        </span>
      </Go>
      {way && ledger.may.create ? (
        <Go
          to={`/ledgers/${ledger.id}/new`}
          search={{ move: way[0] }}
          className="ledger-card-new"
          label={`登记${ledger.title}`}
          title={way[1].label}
        >
          <Icon name="plus" size={16} />
        </Go>
      ) : null}
    </li>
  )
}
