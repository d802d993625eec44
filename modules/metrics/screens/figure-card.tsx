import { Figure } from '../../../kit/figure.tsx'
import { type FigureView, figureUrl } from './figures.ts'

/** A figure of a ledger: the value leads to what it counts, and how it is counted unfolds. */
export function FigureCard({ figure, period }: { figure: FigureView; period: string }) {
  const { metric, label, value, unit, formula, excludes } = figure
  return (
    <section className="figure-card" title={formula}>
      <Figure label={label} value={value} unit={value === '—' ? '' : unit} to={figureUrl(metric)} search={{ period }} />
      <details>
        <summary>怎么算</summary>
        <p>{formula}</p>
        {excludes ? <p>不含：{excludes}</p> : null}
      </details>
    </section>
  )
}
