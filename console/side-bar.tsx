import { useLocation } from '@tanstack/react-router'
import { useState } from 'react'
import { Icon } from '../kit/icon.tsx'
import { Go } from '../kit/nav.tsx'
import { useCatalog, usePlace } from '../modules/ledger/screens/index.ts'
import { useGroupHomes } from './group-homes.ts'
import { entryAt, sideEntries } from './menu.ts'

const place = 'chengji.side-bar'

function useFolded() {
  const [folded, setFolded] = useState(() => localStorage.getItem(place) === 'folded')
  const fold = () => {
    localStorage.setItem(place, folded ? 'open' : 'folded')
    setFolded(!folded)
  }
  return { folded, fold }
}

/** The stages of the work from the street to the report, as far as this person's menu goes. */
export function SideBar() {
  const { menu } = useCatalog()
  const path = useLocation({ select: (location) => location.pathname })
  const shown = sideEntries(menu)
  const here = entryAt(shown, usePlace(path, useGroupHomes()))
  const { folded, fold } = useFolded()
  return (
    <nav className={folded ? 'side-bar side-bar-folded' : 'side-bar'} aria-label="主菜单">
      <ul>
        {shown.map((entry) => (
          <li key={entry.to}>
            <Go to={entry.to} current={entry === here} className="side-bar-entry" title={entry.label}>
              <Icon name={entry.icon} />
              <span>{entry.label}</span>
            </Go>
          </li>
        ))}
      </ul>
      <button
        type="button"
        className="side-bar-entry side-bar-fold"
        onClick={fold}
        aria-label={folded ? '展开菜单' : '收起菜单'}
      >
        <Icon name="fold" />
        <span>收起</span>
      </button>
    </nav>
  )
}
