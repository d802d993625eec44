import { Icon } from '../kit/icon.tsx'
import { Go } from '../kit/nav.tsx'
import { Panel } from '../kit/panel.tsx'
import { openings, useLedgers } from '../modules/ledger/screens/index.ts'

const MOST = 8

/** What I may register, one click away. */
export function QuickStart() {
  const ledgers = useLedgers()
    .filter(({ may }) => may.create)
    .slice(0, MOST)
  if (!ledgers.length) return null
  return (
    <Panel title="登记">
      <ul className="quick-start">
        {ledgers.map((ledger) => (
          <li key={ledger.id}>
            <Go to={`/ledgers/${ledger.id}/new`} search={{ move: openings(ledger)[0]?.[0] }}>
              <Icon name="plus" size={14} /> {ledger.title}
            </Go>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
