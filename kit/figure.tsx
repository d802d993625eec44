import './figure.css'
import { Go, type Search } from './nav.tsx'
import { groupedText } from './text.ts'

interface FigureProps {
  label?: string
  value: string
  unit?: string
  to?: string
  search?: Search
  tone?: 'late' | 'soon' | undefined
}

/** A number with its unit; when it can be opened it is a link to what it counts. */
export function Figure({ label, value, unit, to, search, tone }: FigureProps) {
  const number = (
    <>
      <span className={`figure-value${tone ? ` tone-${tone}` : ''}`}>{groupedText(value)}</span>
      {unit ? <span className="figure-unit">{unit}</span> : null}
    </>
  )
  return (
    <span className="figure">
      {label ? <span className="figure-label">{label}</span> : null}
      {to ? (
        <Go
          to={to}
          search={search ?? {}}
          className="figure-link"
          label={`${label ?? ''}${value}${unit ?? ''}，查看明细`}
        >
          {number}
        </Go>
      ) : (
        <span>{number}</span>
      )}
    </span>
  )
}
