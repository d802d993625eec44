import { useMemo } from 'react'
import { talliesOf } from '../domain/tally.ts'
import { placeWords, quoteWords } from '../domain/words.ts'
import type { Held } from '../domain.ts'
import type { Checked, Here } from './checks.ts'

interface HeldListProps {
  checked: Checked
  here: Here | undefined
  onHere: (here: Here) => void
}

/** What was tested and holds, by kind: silence is earned, and one may look where each relation stands. */
export function HeldList({ checked: { checked }, here, onHere }: HeldListProps) {
  const tallies = useMemo(() => talliesOf([], checked), [checked])
  if (!checked.length) return null
  return (
    <details className="held-list">
      <summary>已核对无误 {checked.length} 项</summary>
      {tallies.map(({ kind, label, total }) => (
        <section key={kind}>
          <h3>
            {label} <span className="soft">{total}</span>
          </h3>
          <ul>
            {checked.map((held, at) =>
              held.kind === kind ? (
                // biome-ignore lint/suspicious/noArrayIndexKey: the same relation may hold at two places
                <li key={at}>
                  <Relation
                    held={held}
                    isHere={here?.at === 'held' && here.held === at}
                    onGo={() => onHere({ at: 'held', held: at })}
                  />
                </li>
              ) : null,
            )}
          </ul>
        </section>
      ))}
    </details>
  )
}

function Relation({ held: { formula, places }, isHere, onGo }: { held: Held; isHere: boolean; onGo: () => void }) {
  const [first] = places
  const words = (
    <>
      {formula}
      {first ? (
        <span className="soft held-quote">
          “{quoteWords(first)}”{placeWords(first)}
        </span>
      ) : null}
    </>
  )
  if (!first) return words
  return (
    <button
      type="button"
      className={isHere ? 'held-relation held-relation-here' : 'held-relation'}
      onClick={onGo}
      title="看它在文件的什么地方"
    >
      {words}
    </button>
  )
}
