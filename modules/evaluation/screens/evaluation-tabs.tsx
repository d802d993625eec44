import { useEffect, useRef } from 'react'
import { Go } from '../../../kit/nav.tsx'
import { useLedgers } from '../../ledger/screens/index.ts'
import './evaluation-tabs.css'

const pages = [
  { to: '/evaluation', label: '得分' },
  { to: '/evaluation/monitoring', label: '监控' },
]
/** The ledgers that belong here. */
export const evaluationGroup = '绩效'

/** What the performance year consists of: the two pictures of it, and the ledgers it is written in. */
export function EvaluationTabs({ here }: { here: string }) {
  const tabs = useRef<HTMLElement>(null)
  const ledgers = useLedgers().filter(({ group }) => group === evaluationGroup)
  const all = [...pages, ...ledgers.map(({ id, title }) => ({ to: `/ledgers/${id}`, label: title }))]
  // On a phone they go on beyond the edge: the one that is open stands in sight.
  useEffect(() => {
    const open = tabs.current?.querySelector<HTMLElement>(`[data-here][href^="${here}"]`)
    if (open && tabs.current)
      tabs.current.scrollLeft = open.offsetLeft - (tabs.current.clientWidth - open.offsetWidth) / 2
  }, [here])
  return (
    <nav ref={tabs} className="evaluation-tabs" aria-label={evaluationGroup}>
      {all.map(({ to, label }) => (
        <Go key={to} to={to} current={to === here} className="evaluation-tab">
          {label}
        </Go>
      ))}
    </nav>
  )
}
