import { useCallback, useState } from 'react'
import { newKey } from '../../../kit/once.ts'

export interface Draft {
  data: Record<string, unknown>
  reason?: string
  /** When it really happened, if not now: `2022-03-01T14:05`, China's time. */
  happened?: string
  /** Names this submission, so that sending it again does not do it twice. */
  key: string
}
const fresh = (data: Record<string, unknown>): Draft => ({ data, key: newKey() })

function kept(place: string): Draft | undefined {
  try {
    const text = localStorage.getItem(place)
    return text ? (JSON.parse(text) as Draft) : undefined
  } catch {
    return undefined
  }
}

/** What is being filled in, kept by the browser until it is sent or put aside. */
export function useDraft(place: string, initial: Record<string, unknown>) {
  const [restored, setRestored] = useState(() => kept(place) !== undefined)
  const [draft, setDraft] = useState<Draft>(() => kept(place) ?? fresh(initial))
  const put = useCallback(
    (patch: Partial<Draft>) =>
      setDraft((before) => {
        const next = { ...before, ...patch }
        localStorage.setItem(place, JSON.stringify(next))
        return next
      }),
    [place],
  )
  const clear = useCallback(() => {
    localStorage.removeItem(place)
    setRestored(false)
    setDraft(fresh(initial))
  }, [place, initial])
  return { draft, put, clear, restored }
}

export const draftPlace = (person: string, ledger: string, record: string | undefined, move: string) =>
  `chengji.draft.${person}.${ledger}.${record ?? 'new'}.${move}`
