import { Checkbox } from 'antd'
import { type ReactNode, useMemo } from 'react'
import { EmptyState } from '../../../kit/empty-state.tsx'
import { Pills } from '../../../kit/pills.tsx'
import { type Marking, type Markings, markingOf } from '../domain/markings.ts'
import { countsOf, groupsOf, severities } from '../domain/words.ts'
import type { Finding } from '../domain.ts'
import { type Checked, findingHere, type Here, tones } from './checks.ts'
import { FindingCard } from './finding-card.tsx'
import { HeldList } from './held-list.tsx'

interface FindingListProps {
  checked: Checked
  shown: ReadonlySet<number>
  severity: string
  /** Only those nobody has said anything to. */
  onlyOpen: boolean
  onOnlyOpen: (only: boolean) => void
  onSeverity: (severity: string) => void
  here: Here | undefined
  onHere: (here: Here) => void
  markings: Markings
  onMark: (finding: Finding, marking: Marking) => void
}

/** The findings from the gravest down, numbered as they stand, with what was tested and holds below them. */
export function FindingList(props: FindingListProps) {
  const { checked, shown, severity, onSeverity, onlyOpen, onOnlyOpen, here, onHere, markings, onMark } = props
  const { findings } = checked
  const groups = useMemo(() => groupsOf(findings, (number) => shown.has(number)), [findings, shown])
  return (
    <section className="finding-list" aria-label="审校结果">
      {findings.length ? (
        <Severities findings={findings} value={severity} onChange={onSeverity}>
          <Checkbox checked={onlyOpen} onChange={(event) => onOnlyOpen(event.target.checked)}>
            只看未处理
          </Checkbox>
        </Severities>
      ) : (
        <NothingFound checked={checked} />
      )}
      {findings.length && !groups.length ? <p className="finding-none soft">没有这样的：都已处理。</p> : null}
      {groups.map(({ severity: of, label, findings: numbers }) => (
        <section key={of}>
          <h2 className="finding-group">
            {label} <span className="soft">{numbers.length}</span>
          </h2>
          {numbers.map((number) => {
            const finding = findings[number] as Finding
            return (
              <FindingCard
                key={number}
                finding={finding}
                number={number}
                isHere={findingHere(here) === number}
                marking={markingOf(markings, finding)}
                onHere={onHere}
                onMark={onMark}
              />
            )
          })}
        </section>
      ))}
      <HeldList checked={checked} here={here} onHere={onHere} />
    </section>
  )
}

/** How many of each, as a filter; what a word means stands below it. */
function Severities({
  findings,
  value,
  onChange,
  children,
}: {
  findings: readonly Finding[]
  value: string
  onChange: (severity: string) => void
  children: ReactNode
}) {
  const counts = countsOf(findings)
  const pills = [
    { value: '', label: '全部', count: findings.length },
    ...severities
      .filter(({ severity }) => counts[severity])
      .map(({ severity, label }) => ({ value: severity, label, count: counts[severity] })),
  ]
  const about = severities.find(({ severity }) => severity === value)
  return (
    <div className="finding-severities">
      <Pills label="只看哪一类" pills={pills} value={value} onChange={onChange} />
      {children}
      {about ? <p className={`finding-about tone-${tones[about.severity]}`}>{about.about}</p> : null}
    </div>
  )
}

const NothingFound = ({ checked: { checked } }: { checked: Checked }) => (
  <EmptyState title="没有发现问题">
    {checked.length
      ? `核对了 ${checked.length} 项数字关系，全部成立，见下面。`
      : '文中没有可以互相核对的数字；这不等于数字正确。'}
  </EmptyState>
)
