import { Go } from '../../../kit/nav.tsx'
import { useLedgers } from '../../ledger/screens/index.ts'

const pages = [
  { to: '/evaluation', label: '得分' },
  { to: '/evaluation/monitoring', label: '监控' },
]

/** What the performance year consists of: the two pictures of it, and the ledgers it is written in. */
export function EvaluationTabs({ here }: { here: string }) {
  const ledgers = useLedgers().filter(({ group }) => group === '绩效')
  const all = [...pages, ...ledgers.map(({ id, title }) => ({ to: `/ledgers/${id}`, label: title }))]
  return (
    <nav className="evaluation-tabs" aria-label="绩效">
      {all.map(({ to, label }) => (
        <Go key={to} to={to} current={to === here} className="evaluation-tab">
          {label}
        </Go>
      ))}
    </nav>
  )
}
