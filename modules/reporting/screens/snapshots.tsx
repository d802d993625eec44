import { useQuery } from '@tanstack/react-query'
import { EmptyState } from '../../../kit/empty-state.tsx'
import { dateTime } from '../../../kit/text.ts'
import { Loaded } from '../../../kit/waiting.tsx'
import { useSession } from '../../org/screens/index.ts'
import { publicUrl, type SnapshotLine, snapshotsQuery } from './documents.ts'

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
  const { tenant } = useSession()
  if (!lines.length)
    return (
      <EmptyState title="还没有公开过">在报告的预览里点“公开”，市民就能在公开页面看到它和每个数字的来路。</EmptyState>
    )
  return (
    <ul>
      {lines.map((line) => (
        <li key={line.id} className="snapshot-line">
          <a href={publicUrl(tenant.tenant, line.id)} target="_blank" rel="noreferrer">
            {line.title}
          </a>
          <span className="soft">
            {dateTime(line.publishedAt)} 公开 · 第 {line.seal} 次封账
          </span>
        </li>
      ))}
    </ul>
  )
}
