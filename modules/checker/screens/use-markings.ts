import { useCallback, useState } from 'react'
import { keyOf, type Marking, type Markings } from '../domain/markings.ts'
import type { Finding } from '../domain.ts'

const place = (sha256: string) => `chengji.check.${sha256}`

function kept(sha256: string): Markings {
  try {
    return JSON.parse(localStorage.getItem(place(sha256)) ?? '{}') as Markings
  } catch {
    return {}
  }
}

/** What was said of the findings of one document, kept by this browser under the document's own hash. */
export function useMarkings(sha256: string) {
  const [markings, setMarkings] = useState<Markings>(() => kept(sha256))
  const mark = useCallback(
    (finding: Finding, marking: Marking) =>
      setMarkings((before) => {
        const { [keyOf(finding)]: _, ...others } = before
        const next = marking.standing === 'open' ? others : { ...others, [keyOf(finding)]: marking }
        localStorage.setItem(place(sha256), JSON.stringify(next))
        return next
      }),
    [sha256],
  )
  return { markings, mark }
}
