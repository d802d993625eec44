import { span } from './text.ts'
import type { Tone } from './tone.ts'

export interface Running {
  startedAt: string
  dueAt: string
  stoppedAt?: string | null
  late?: boolean
}
export interface Reading {
  /** How much of the time is gone, 0–1. */
  share: number
  tone: Tone
  words: string
}

/** What a clock says at a moment: green when stopped in time, amber under a quarter left, red with how late. Pure. */
export function readClock({ startedAt, dueAt, stoppedAt, late }: Running, now: number): Reading {
  const [start, due] = [Date.parse(startedAt), Date.parse(dueAt)]
  const at = stoppedAt ? Date.parse(stoppedAt) : now
  const share = Math.min(1, Math.max(0, (at - start) / Math.max(1, due - start)))
  if (at > due) return { share: 1, tone: 'late', words: `超时 ${span(at - due)}` }
  if (stoppedAt) return { share, tone: late ? 'late' : 'done', words: late ? '曾超时' : '按期' }
  return { share, tone: share > 0.75 ? 'soon' : 'doing', words: `剩 ${span(due - at)}` }
}
