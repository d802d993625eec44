import { EmptyState } from '../../../kit/empty-state.tsx'
import { useGo } from '../../../kit/nav.tsx'
import { useCatalog } from './catalog.ts'
import { recordUrl, type Task } from './records.ts'
import { RowCard } from './row-cards.tsx'
import './tasks.css'
import { RecordState, RowClock } from './record-state.tsx'

const byDue = (a: Task, b: Task) =>
  (a.dueAt ?? '9').localeCompare(b.dueAt ?? '9') || a.occurredAt.localeCompare(b.occurredAt)

interface TaskListProps {
  tasks: readonly Task[]
  /** What it means that there are none. */
  empty: { title: string; words: string }
  cards?: boolean
}

/** What waits, the most urgent first. */
export function TaskList({ tasks, empty, cards }: TaskListProps) {
  const go = useGo()
  const { ledgers } = useCatalog()
  if (!tasks.length) return <EmptyState title={empty.title}>{empty.words}</EmptyState>
  return (
    <ul className="task-list">
      {[...tasks].sort(byDue).map((task) => {
        const ledger = ledgers.find(({ id }) => id === task.ledger)
        if (!ledger) return null
        const open = () => go(recordUrl(ledger.id, task.id))
        return (
          <li key={task.id}>
            {cards ? (
              <RowCard ledger={ledger} row={task} onOpen={open} />
            ) : (
              <button type="button" className="task-line" onClick={open}>
                <RecordState ledger={ledger} row={task} />
                <span className="task-title">
                  <strong>{task.title || ledger.title}</strong>
                  <span className="soft">{task.number ?? ledger.title}</span>
                </span>
                <span className="task-clock">
                  <RowClock ledger={ledger} row={task} />
                </span>
              </button>
            )}
          </li>
        )
      })}
    </ul>
  )
}
