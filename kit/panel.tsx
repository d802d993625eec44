import type { ReactNode } from 'react'
import './panel.css'

interface PanelProps {
  title?: ReactNode
  /** Stands at the right of the title. */
  extra?: ReactNode
  children: ReactNode
  flush?: boolean
  className?: string
}

/** A white sheet on the ground; `flush` when what it holds has its own edges. */
export function Panel({ title, extra, children, flush, className }: PanelProps) {
  return (
    <section className={`panel${className ? ` ${className}` : ''}`}>
      {title || extra ? (
        <header className="panel-head">
          <h2>{title}</h2>
          {extra ? <div className="panel-extra">{extra}</div> : null}
        </header>
      ) : null}
      <div className={flush ? 'panel-flush' : 'panel-body'}>{children}</div>
    </section>
  )
}
