import type { ReactNode } from 'react'
import './state-tag.css'
import type { Tone } from './tone.ts'

const shapes: Record<Tone, ReactNode> = {
  todo: <circle cx="5" cy="5" r="3.6" fill="none" stroke="currentColor" strokeWidth="1.6" />,
  doing: (
    <>
      <circle cx="5" cy="5" r="3.6" fill="none" stroke="currentColor" strokeWidth="1.6" />
      <path d="M5 1.4a3.6 3.6 0 0 1 0 7.2z" fill="currentColor" />
    </>
  ),
  soon: <path d="M5 1 9.3 8.8H.7z" fill="currentColor" />,
  late: <path d="M5 .6 9.4 5 5 9.4.6 5z" fill="currentColor" />,
  done: <path d="m1.4 5.3 2.4 2.5 4.8-5.4" fill="none" stroke="currentColor" strokeWidth="1.9" />,
  void: <path d="M2 2l6 6M8 2 2 8" fill="none" stroke="currentColor" strokeWidth="1.7" />,
}

export function ToneShape({ tone }: { tone: Tone }) {
  return (
    <svg className={`tone-shape tone-${tone}`} viewBox="0 0 10 10" width="10" height="10" aria-hidden="true">
      {shapes[tone]}
    </svg>
  )
}

/** A state by word, shape and colour. */
export function StateTag({ tone, children }: { tone: Tone; children: ReactNode }) {
  return (
    <span className={`state-tag tone-${tone}`}>
      <ToneShape tone={tone} />
      {children}
    </span>
  )
}
