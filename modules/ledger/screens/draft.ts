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
/** What changes; as a function when it builds on what stands there by then, such as after a photo was sent. */
export type DraftPatch = Partial<Draft> | ((before: Draft) => Partial<Draft>)
const fresh = (data: Record<string, unknown>): Draft => ({ data, key: newKey() })

const mark = 'chengji.draft.'
type Fields = Readonly<Record<string, { secret?: boolean | undefined }>>

/** A draft as the browser may keep it: who reported and the telephone stay in the open page, others use this desk too. */
export const keepable = (draft: Draft, fields: Fields): Draft => ({
  ...draft,
  data: Object.fromEntries(Object.entries(draft.data).filter(([name]) => !fields[name]?.secret)),
})

/** Forgets what was being filled in, whoever did. */
export function clearDrafts(storage: Storage = localStorage): void {
  const places = Array.from({ length: storage.length }, (_, i) => storage.key(i))
  for (const place of places) if (place?.startsWith(mark)) storage.removeItem(place)
}

function kept(place: string): Draft | undefined {
  try {
    const text = localStorage.getItem(place)
    return text ? (JSON.parse(text) as Draft) : undefined
  } catch {
    return undefined
  }
}

/** What is being filled in, kept by the browser, without secrets, until it is sent, put aside, or the person signs out. */
export function useDraft(place: string, initial: Record<string, unknown>, fields: Fields) {
  const [restored, setRestored] = useState(() => kept(place) !== undefined)
  const [draft, setDraft] = useState<Draft>(() => kept(place) ?? fresh(initial))
  const put = useCallback(
    (patch: DraftPatch) =>
      setDraft((before) => {
        const next = { ...before, ...(typeof patch === 'function' ? patch(before) : patch) }
        localStorage.setItem(place, JSON.stringify(keepable(next, fields)))
        return next
      }),
    [place, fields],
  )
  const clear = useCallback(() => {
    localStorage.removeItem(place)
    setRestored(false)
    setDraft(fresh(initial))
  }, [place, initial])
  return { draft, put, clear, restored }
}

export const draftPlace = (person: string, ledger: string, record: string | undefined, move: string) =>
  `${mark}${person}.${ledger}.${record ?? 'new'}.${move}`
