import { useCallback, useEffect, useMemo, useState } from 'react'
import { useAddress, usePatchAddress } from '../../../kit/nav.tsx'
import { Notice } from '../../../kit/notice.tsx'
import { type Marking, type Markings, markingOf } from '../domain/markings.ts'
import type { Finding } from '../domain.ts'
import { CheckedDocument } from './checked-document.tsx'
import { type Checked, findingId, type Here, markId, soughtClass } from './checks.ts'
import { CountsPicture } from './counts-picture.tsx'
import { FindingList } from './finding-list.tsx'

interface CheckResultProps {
  checked: Checked
  markings: Markings
  onMark: (finding: Finding, marking: Marking) => void
}

/** The document and its findings, jumping both ways: side by side on a desk, below one another where there is no room. */
export function CheckResult({ checked, markings, onMark }: CheckResultProps) {
  const { severity = '', open = '' } = useAddress()
  const patch = usePatchAddress()
  const { here, jump } = useJump()
  // As it was when the filter was set: a finding stays until then, so that one may say something to it.
  const [before, setBefore] = useState(markings)
  const shown = useMemo(
    () =>
      new Set(
        checked.findings.flatMap((one, at) => {
          const asked = !severity || one.severity === severity
          return asked && (!open || markingOf(before, one).standing === 'open') ? [at] : []
        }),
      ),
    [checked, severity, open, before],
  )
  return (
    <div className="check-result">
      <CountsPicture checked={checked} />
      <div className="check-side">
        <FindingList
          checked={checked}
          shown={shown}
          severity={severity}
          onlyOpen={Boolean(open)}
          onOnlyOpen={(only) => {
            setBefore(markings)
            patch({ open: only ? 'yes' : '' })
          }}
          onSeverity={(value) => patch({ severity: value })}
          here={here}
          onHere={jump}
          markings={markings}
          onMark={onMark}
        />
      </div>
      <div className="check-main">
        {checked.content.notes.map((note) => (
          <Notice key={note}>{note}</Notice>
        ))}
        <CheckedDocument checked={checked} shown={shown} here={here} onHere={jump} />
      </div>
    </div>
  )
}

function targetOf(here: Here): HTMLElement | null {
  if (here.at === 'held') return document.querySelector<HTMLElement>(`.${soughtClass}`)
  return document.getElementById(here.at === 'document' ? markId(here.finding, here.place) : findingId(here.finding))
}

/** Goes to a place once it is drawn as the one somebody looks at. */
function useJump() {
  const [here, setHere] = useState<Here>()
  const jump = useCallback((to: Here) => setHere({ ...to }), [])
  useEffect(() => {
    if (!here) return
    const target = targetOf(here)
    target?.scrollIntoView({ block: 'center' })
    target?.focus({ preventScroll: true })
  }, [here])
  return { here, jump }
}
