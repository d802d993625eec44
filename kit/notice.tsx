import type { ReactNode } from 'react'
import './notice.css'
import { ToneShape } from './state-tag.tsx'
import type { Tone } from './tone.ts'

/** A sentence that stands in the page until what it tells is settled. */
export function Notice({ tone = 'todo', children, action }: { tone?: Tone; children: ReactNode; action?: ReactNode }) {
  return (
    <div className={`notice notice-${tone}`} role={tone === 'late' ? 'alert' : 'note'}>
      <ToneShape tone={tone} />
      <div className="notice-words">{children}</div>
      {action}
    </div>
  )
}
