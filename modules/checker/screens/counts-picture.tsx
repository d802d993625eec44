import { useMemo } from 'react'
import { type Counts, countsInWords, countsOfAll, talliesOf, verdicts } from '../domain/tally.ts'
import type { Checked } from './checks.ts'

/** How many relations were tested and how they came out: one bar for all, one for each kind a click away. */
export function CountsPicture({ checked: { findings, checked } }: { checked: Checked }) {
  const counts = countsOfAll(findings, checked.length)
  const tallies = useMemo(() => talliesOf(findings, checked), [findings, checked])
  const most = Math.max(...tallies.map(({ total }) => total))
  if (!tallies.length) return null
  return (
    <section className="check-counts" aria-label="核对了多少">
      <Bar counts={counts} share={1} />
      <ul className="check-legend">
        {verdicts
          .filter(({ verdict }) => counts[verdict])
          .map(({ verdict, label }) => (
            <li key={verdict}>
              <i className={`check-part check-part-${verdict}`} />
              {label} <b>{counts[verdict]}</b>
            </li>
          ))}
      </ul>
      <details>
        <summary>按类别看（{tallies.length} 类）</summary>
        <ul className="check-tallies">
          {tallies.map(({ kind, label, counts: of, total }) => (
            <li key={kind}>
              <span>{label}</span>
              <Bar counts={of} share={total / most} />
              <span className="soft">{countsInWords(of)}</span>
            </li>
          ))}
        </ul>
      </details>
    </section>
  )
}

/** `share`: how long it is, of the longest. */
const Bar = ({ counts, share }: { counts: Counts; share: number }) => (
  <span className="check-bar" role="img" aria-label={countsInWords(counts)}>
    <span style={{ width: `${share * 100}%` }}>
      {verdicts
        .filter(({ verdict }) => counts[verdict])
        .map(({ verdict }) => (
          <i key={verdict} className={`check-part check-part-${verdict}`} style={{ flexGrow: counts[verdict] }} />
        ))}
    </span>
  </span>
)
