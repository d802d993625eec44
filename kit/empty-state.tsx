import type { ReactNode } from 'react'
import './empty-state.css'

/** What will stand here, how it gets there, and, when there is one, the step that brings it. */
export function EmptyState({ title, children, action }: { title: string; children?: ReactNode; action?: ReactNode }) {
  return (
    <div className="empty-state">
      <svg viewBox="0 0 64 48" width="64" height="48" aria-hidden="true">
        <path d="M8 14h48v28H8z" fill="#f4f6f9" stroke="#c5cdd9" strokeWidth="1.5" />
        <path d="M8 14 18 5h28l10 9M8 24h14l3 5h14l3-5h14" fill="none" stroke="#c5cdd9" strokeWidth="1.5" />
      </svg>
      <p className="empty-state-title">{title}</p>
      {children ? <p className="empty-state-more">{children}</p> : null}
      {action}
    </div>
  )
}
