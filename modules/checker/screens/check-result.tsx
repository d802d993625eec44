import { useCallback, useEffect, useMemo, useState } from 'react'
import { useAddress, usePatchAddress } from '../../../kit/nav.tsx'
import { Notice } from '../../../kit/notice.tsx'
import { Pills } from '../../../kit/pills.tsx'
import { useWide } from '../../../kit/use-phone.ts'
import type { Marking, Markings } from '../domain/markings.ts'
import type { Finding } from '../domain.ts'
import { CheckedDocument } from './checked-document.tsx'
import { type Checked, findingId, type Here, markId } from './checks.ts'
import { FindingList } from './finding-list.tsx'

interface CheckResultProps {
  checked: Checked
  markings: Markings
  onMark: (finding: Finding, marking: Marking) => void
}

/** The document and its findings, jumping both ways: side by side on a desk, as two tabs where there is no room. */
export function CheckResult({ checked, markings, onMark }: CheckResultProps) {
  const { severity = '' } = useAddress()
  const patch = usePatchAddress()
  const wide = useWide()
  const [tab, setTab] = useState<Here['at']>('findings')
  const { here, jump } = useJump(setTab)
  const shown = useMemo(
    () => new Set(checked.findings.flatMap((one, at) => (!severity || one.severity === severity ? [at] : []))),
    [checked, severity],
  )
  const side = (of: Here['at']) => (wide || tab === of ? undefined : { display: 'none' })
  return (
    <>
      {wide ? null : (
        <div className="check-tabs">
          <Pills
            label="看什么"
            value={tab}
            onChange={(value) => setTab(value as Here['at'])}
            pills={[
              { value: 'findings', label: '问题', count: checked.findings.length },
              { value: 'document', label: '文件' },
            ]}
          />
        </div>
      )}
      <div className="check-result">
        <div className="check-main" style={side('document')}>
          {checked.content.notes.map((note) => (
            <Notice key={note}>{note}</Notice>
          ))}
          <CheckedDocument checked={checked} shown={shown} here={here} onHere={jump} />
        </div>
        <div className="check-side" style={side('findings')}>
          <FindingList
            checked={checked}
            shown={shown}
            severity={severity}
            onSeverity={(value) => patch({ severity: value })}
            here={here}
            onHere={jump}
            markings={markings}
            onMark={onMark}
          />
        </div>
      </div>
    </>
  )
}

/** Goes to a place once it is on the screen, which on a phone takes a change of the tab. */
function useJump(show: (side: Here['at']) => void) {
  const [here, setHere] = useState<Here>()
  const jump = useCallback(
    (to: Here) => {
      show(to.at)
      setHere({ ...to })
    },
    [show],
  )
  useEffect(() => {
    if (!here) return
    const target = document.getElementById(
      here.at === 'document' ? markId(here.finding, here.place) : findingId(here.finding),
    )
    target?.scrollIntoView({ block: 'center' })
    target?.focus({ preventScroll: true })
  }, [here])
  return { here, jump }
}
