import type { ReactNode } from 'react'
import { Icon } from './icon.tsx'
import { Go, type Search } from './nav.tsx'
import './page-head.css'
import { useTitle } from './use-title.ts'

interface PageHeadProps {
  title: string
  /** Stands after the title: a tag, a count. */
  after?: ReactNode
  /** A line of words under the title. */
  lead?: ReactNode
  back?: { to: string; label: string; search?: Search }
  actions?: ReactNode
  /** The screen below says what it is; here stands only the way back. */
  quiet?: boolean
}

/** The head of every screen: a way back, what this is, and what can be done with all of it. */
export function PageHead({ title, after, lead, back, actions, quiet }: PageHeadProps) {
  useTitle(title)
  return (
    <header className="page-head">
      {back ? (
        <Go to={back.to} search={back.search ?? {}} className="page-head-back" label={`返回${back.label}`}>
          <Icon name="left" />
          <span>{back.label}</span>
        </Go>
      ) : null}
      <div className={quiet ? 'hidden-visually' : 'page-head-line'}>
        <h1>{title}</h1>
        {after}
        {actions ? <div className="page-head-actions">{actions}</div> : null}
      </div>
      {lead ? <div className="page-head-lead">{lead}</div> : null}
    </header>
  )
}
