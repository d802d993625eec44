import { Go, useAddress } from '../../../kit/nav.tsx'
import { useMay } from '../../org/screens/index.ts'
import { fieldOfKind, type LedgerView } from './catalog.ts'
import './view-switch.css'

export type View = 'list' | 'map' | 'figures'

/** The ways to look at a ledger: its records in a list, where they lie, and what they come to. */
export function ViewSwitch({ ledger, view }: { ledger: LedgerView; view: View }) {
  const { open: _, move: __, ...kept } = useAddress()
  const may = useMay()
  const to = `/ledgers/${ledger.id}`
  const views = [
    { id: 'list', label: '列表', to },
    ...(fieldOfKind(ledger, 'point') ? [{ id: 'map', label: '地图', to: `${to}/map` }] : []),
    ...(may('metrics.read') ? [{ id: 'figures', label: '统计', to: `${to}/figures` }] : []),
  ]
  if (views.length < 2) return null
  return (
    <nav className="view-switch" aria-label="看法">
      {views.map((one) => (
        <Go key={one.id} to={one.to} search={kept} current={one.id === view} className="view-switch-one">
          {one.label}
        </Go>
      ))}
    </nav>
  )
}
