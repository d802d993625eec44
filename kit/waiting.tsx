import { Button } from 'antd'
import type { ReactNode } from 'react'
import { EmptyState } from './empty-state.tsx'
import { sentenceOf } from './http.ts'
import './waiting.css'

/** Grey lines where text will stand. */
export function Waiting({ lines = 4 }: { lines?: number }) {
  return (
    <div className="waiting" role="status" aria-label="正在读取">
      {Array.from({ length: lines }, (_, line) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines are all the same
        <div key={line} className="waiting-line" style={{ width: `${[92, 74, 86, 60][line % 4]}%` }} />
      ))}
    </div>
  )
}

interface Asked<T> {
  data: T | undefined
  error: unknown
  refetch: () => unknown
}

/** Draws what was asked for: lines while it comes, the sentence and a way to try again when it does not. */
export function Loaded<T>({ of, lines, children }: { of: Asked<T>; lines?: number; children: (data: T) => ReactNode }) {
  if (of.data !== undefined) return children(of.data)
  if (!of.error) return <Waiting lines={lines ?? 4} />
  return (
    <EmptyState title="没有读到" action={<Button onClick={() => void of.refetch()}>再试一次</Button>}>
      {sentenceOf(of.error)}
    </EmptyState>
  )
}
