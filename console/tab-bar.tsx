import { useLocation } from '@tanstack/react-router'
import { Icon } from '../kit/icon.tsx'
import { Go } from '../kit/nav.tsx'
import { useCatalog, useLedgers, usePlace } from '../modules/ledger/screens/index.ts'
import { useGroupHomes } from './group-homes.ts'
import { entryAt, tabEntries } from './menu.ts'

/** Five tabs under the thumb. */
export function TabBar() {
  const { menu } = useCatalog()
  const mayReport = useLedgers().some(({ may }) => may.create)
  const path = useLocation({ select: (location) => location.pathname })
  const shown = tabEntries(menu, mayReport)
  const home = usePlace(path, useGroupHomes())
  const here = entryAt(shown, home) ?? entryAt(shown, path)
  return (
    <nav className="tab-bar" aria-label="主菜单">
      {shown.map((entry) => (
        <Go key={entry.to} to={entry.to} current={entry === here} className="tab-bar-one">
          <Icon name={entry.icon} size={22} />
          <span>{entry.label}</span>
        </Go>
      ))}
    </nav>
  )
}
