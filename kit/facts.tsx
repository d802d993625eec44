import type { ReactNode } from 'react'
import './facts.css'

export interface Fact {
  label: string
  value: ReactNode
  wide?: boolean
}

/** Words and their values in two columns on a desk, one on a phone. */
export function Facts({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl className="facts">
      {facts.map(({ label, value, wide }) => (
        <div key={label} className={wide ? 'facts-one facts-wide' : 'facts-one'}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
