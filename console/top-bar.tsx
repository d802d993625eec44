import { useState } from 'react'
import { Icon } from '../kit/icon.tsx'
import { Go } from '../kit/nav.tsx'
import { usePhone } from '../kit/use-phone.ts'
import { SearchBox } from '../modules/ledger/screens/index.ts'
import { useSession } from '../modules/org/screens/index.ts'
import { PersonMenu } from './person-menu.tsx'
import { YearSelect } from './year-select.tsx'

function Bureau() {
  const { tenant } = useSession()
  return (
    <div className="bureau">
      <Go to="/" className="bureau-mark" label="城绩，回到首页">
        城绩
      </Go>
      <span className="bureau-name">{tenant.title}</span>
      {tenant.demo ? <span className="bureau-demo">演示</span> : null}
    </div>
  )
}

/** Which bureau, which year, a way to find anything, and who I am. */
export function TopBar() {
  const phone = usePhone()
  const [finding, setFinding] = useState(false)
  if (phone)
    return (
      <header className="top-bar">
        <Bureau />
        <div className="top-bar-end">
          <YearSelect />
          <button
            type="button"
            className="plain-button top-bar-icon"
            aria-label="查找"
            aria-expanded={finding}
            onClick={() => setFinding(!finding)}
          >
            <Icon name={finding ? 'close' : 'search'} size={20} />
          </button>
        </div>
        {finding ? (
          <div className="top-bar-find">
            <SearchBox onLeave={() => setFinding(false)} />
          </div>
        ) : null}
      </header>
    )
  return (
    <header className="top-bar">
      <Bureau />
      <SearchBox />
      <div className="top-bar-end">
        <YearSelect />
        <PersonMenu />
      </div>
    </header>
  )
}
