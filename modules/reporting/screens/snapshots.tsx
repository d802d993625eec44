import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { EmptyState } from '../../../kit/empty-state.tsx'
import { StateTag } from '../../../kit/state-tag.tsx'
import { dateTime } from '../../../kit/text.ts'
import { Loaded } from '../../../kit/waiting.tsx'
import { useMay } from '../../org/screens/index.ts'
import { type SnapshotLine, snapshotsQuery } from './documents.ts'

const WithdrawDialog = lazy(() => import('./withdraw-dialog.tsx').then((found) => ({ default: found.WithdrawDialog })))

/** What the public reads, newest first; of one document only, when it is named. */
export function Snapshots({ document }: { document?: string }) {
  const snapshots = useQuery(snapshotsQuery)
  return (
    <Loaded of={snapshots} lines={2}>
      {(all) => <List lines={document ? all.filter((line) => line.document === document) : all} />}
    </Loaded>
  )
}

function List({ lines }: { lines: readonly SnapshotLine[] }) {
  if (!lines.length)
    return (
      <EmptyState title="还没有公开过">
        在报告的预览里点“送审”，局领导同意后，市民就能在公开页面看到它和每个数字的来路。
      </EmptyState>
    )
  return (
    <ul>
      {lines.map((line) => (
        <Snapshot key={line.id} line={line} />
      ))}
    </ul>
  )
}

function Snapshot({ line }: { line: SnapshotLine }) {
  const may = useMay()
  const [leaving, setLeaving] = useState(false)
  return (
    <li className="snapshot-line">
      <a href={line.url} target="_blank" rel="noreferrer">
        {line.title}
      </a>
      <span className="soft">
        {line.submittedByName} 送审，{line.publishedByName} 于 {dateTime(line.publishedAt)} 同意公开 · 第 {line.seal}{' '}
        次封账
      </span>
      {line.withdrawn ? (
        <span>
          <StateTag tone="void">已撤回</StateTag> {line.withdrawn.reason}
        </span>
      ) : may('report.withdraw') ? (
        <Button size="small" onClick={() => setLeaving(true)}>
          撤回
        </Button>
      ) : null}
      {leaving ? (
        <Suspense>
          <WithdrawDialog line={line} onClose={() => setLeaving(false)} />
        </Suspense>
      ) : null}
    </li>
  )
}
