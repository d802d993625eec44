import { useQuery } from '@tanstack/react-query'
import { EmptyState } from '../../../kit/empty-state.tsx'
import { Go } from '../../../kit/nav.tsx'
import { StateTag } from '../../../kit/state-tag.tsx'
import { dateTime } from '../../../kit/text.ts'
import { Loaded } from '../../../kit/waiting.tsx'
import { type SubmissionLine, submissionsQuery } from './documents.ts'

/** What waits for somebody else to agree, and what was sent back. */
export function Submissions() {
  const submissions = useQuery(submissionsQuery)
  return (
    <Loaded of={submissions} lines={2}>
      {(all) =>
        all.length ? (
          <ul>
            {all.map((line) => (
              <Submission key={line.id} line={line} />
            ))}
          </ul>
        ) : (
          <EmptyState title="没有待审批的报告">绩效人员在报告的预览里送审后列在这里，由局领导审阅。</EmptyState>
        )
      }
    </Loaded>
  )
}

export function Submission({
  line: { id, title, submittedAt, submittedByName, decision, due, late },
}: {
  line: SubmissionLine
}) {
  return (
    <li className="snapshot-line">
      <Go to={`/reports/submissions/${id}`}>{title}</Go>
      <span className="soft">
        {submittedByName} 于 {dateTime(submittedAt)} 送审
      </span>
      {decision ? (
        <span>
          <StateTag tone="void">已退回</StateTag> {decision.byName}：{decision.reason}
        </span>
      ) : (
        <span>
          <StateTag tone={late ? 'late' : 'todo'}>{late ? '待审批，已过公开期限' : '待审批'}</StateTag>
          {due ? <span className="soft"> 公开期限 {due}</span> : null}
        </span>
      )}
    </li>
  )
}
