import { kinds } from '../domain.ts'
import type { Checked } from './checks.ts'

/** What was tested and holds: silence is earned, and one may look. */
export function HeldList({ checked: { checked } }: { checked: Checked }) {
  if (!checked.length) return null
  return (
    <details className="held-list">
      <summary>已核对无误 {checked.length} 项</summary>
      <ul>
        {checked.map(({ kind, formula, places }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the same relation may hold at two places
          <li key={at}>
            <span className="soft">{kinds[kind]}</span>
            <span>
              {formula}
              {places[0] ? <span className="soft held-quote">“{places[0].quote}”</span> : null}
            </span>
          </li>
        ))}
      </ul>
    </details>
  )
}
