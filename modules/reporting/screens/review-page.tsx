import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { Notice } from '../../../kit/notice.tsx'
import { PageHead } from '../../../kit/page-head.tsx'
import { Panel } from '../../../kit/panel.tsx'
import { dateTime } from '../../../kit/text.ts'
import { Loaded } from '../../../kit/waiting.tsx'
import { useMay } from '../../org/screens/index.ts'
import { type Review, reviewQuery } from './documents.ts'
import { FigureList } from './figure-list.tsx'
import { Findings } from './findings.tsx'
import { Paper } from './paper.tsx'
import './reporting.css'
import { UnprovenNumbers } from './unproven.tsx'

const DecideDialog = lazy(() => import('./decide-dialog.tsx').then((found) => ({ default: found.DecideDialog })))

/** A submitted report, exactly as it was frozen, before whoever decides whether the public reads it. */
export function ReviewPage({ submission }: { submission: string }) {
  const review = useQuery(reviewQuery(submission))
  const may = useMay()
  const [deciding, setDeciding] = useState<'approve' | 'return'>()
  const open = review.data && !review.data.decision && !review.data.mine && may('report.publish')
  return (
    <>
      <PageHead
        title={review.data?.title ?? '送审的报告'}
        back={{ to: '/reports', label: '报告' }}
        actions={
          open ? (
            <>
              <Button onClick={() => setDeciding('return')}>退回</Button>
              <Button type="primary" onClick={() => setDeciding('approve')}>
                同意公开
              </Button>
            </>
          ) : null
        }
      />
      <Loaded of={review} lines={10}>
        {(found) => <Sheets review={found} mayDecide={may('report.publish')} />}
      </Loaded>
      {deciding && review.data ? (
        <Suspense>
          <DecideDialog review={review.data} decision={deciding} onClose={() => setDeciding(undefined)} />
        </Suspense>
      ) : null}
    </>
  )
}

function Sheets({ review, mayDecide }: { review: Review; mayDecide: boolean }) {
  const [here, setHere] = useState<string>()
  const { body, unproven } = review
  return (
    <div className="document-page">
      <div className="document-main">
        <Standing review={review} mayDecide={mayDecide} />
        <Findings findings={review.found.filter(({ severity }) => severity === 'error')} />
        <Paper body={body} here={here} onHere={setHere} />
      </div>
      <aside className="document-side">
        <Differences review={review} />
        <Answers review={review} />
        <UnprovenNumbers numbers={unproven} />
        <Panel title={`数字 ${body.figures.length}`} flush className="document-figures">
          <FigureList body={body} here={here} onHere={setHere} />
        </Panel>
      </aside>
    </div>
  )
}

function Standing({ review, mayDecide }: { review: Review; mayDecide: boolean }) {
  const { submittedByName, submittedAt, seal, decision, mine, due, differences } = review
  if (decision)
    return (
      <Notice tone={decision.approved ? 'done' : 'void'}>
        {decision.byName} 于 {dateTime(decision.at)} {decision.approved ? '同意公开。' : `退回：${decision.reason}`}
      </Notice>
    )
  return (
    <Notice tone={differences.length ? 'soon' : 'todo'}>
      {submittedByName} 于 {dateTime(submittedAt)} 送审，内容和明细已按第 {seal} 次封账固定
      {due ? `，公开期限 ${due}` : ''}。{mine && mayDecide ? '送审人不能审批，请由其他局领导办理。' : ''}
      {differences.length ? `送审后有 ${differences.length} 个数字已经变化，见“送审后已变化的数字”。` : ''}
    </Notice>
  )
}

/** What the ledgers say by now where that is something else. */
function Differences({ review: { differences, decision } }: { review: Review }) {
  if (decision) return null
  if (!differences.length)
    return (
      <Panel title="与现在的台账">
        <p className="soft">每个数字都与现在的台账一致。</p>
      </Panel>
    )
  return (
    <Panel title={`送审后已变化的数字 ${differences.length}`} flush className="document-figures">
      <table className="differences">
        <thead>
          <tr>
            <th scope="col">数字</th>
            <th scope="col">送审时</th>
            <th scope="col">现在</th>
          </tr>
        </thead>
        <tbody>
          {differences.map(({ figure, label, frozen, now }) => (
            <tr key={figure}>
              <td>{label}</td>
              <td className="num">{frozen}</td>
              <td className="num">{now}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  )
}

/** What whoever submitted it answers for. */
function Answers({
  review: { unproven, unprovenReason, findings, findingsReason, submittedByName },
}: {
  review: Review
}) {
  if (!unprovenReason && !findingsReason) return null
  return (
    <Panel title="送审人的说明">
      {unprovenReason ? (
        <p>
          {unproven.length} 处未证实的数字：{unprovenReason}（{submittedByName}）
        </p>
      ) : null}
      {findingsReason ? (
        <p>
          {findings} 处审校错误未改：{findingsReason}（{submittedByName}）
        </p>
      ) : null}
    </Panel>
  )
}
