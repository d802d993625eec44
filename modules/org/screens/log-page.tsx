import { useInfiniteQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import type { z } from 'zod'
import { EmptyState } from '../../../kit/empty-state.tsx'
import { http, query } from '../../../kit/http.ts'
import { Panel } from '../../../kit/panel.tsx'
import { dateTime } from '../../../kit/text.ts'
import { Loaded } from '../../../kit/waiting.tsx'
import type { orgManagement } from '../contract.ts'
import './manage.css'

type LogLine = z.infer<NonNullable<typeof orgManagement.log.answer>>[number]
const PAGE = 50

function useLog() {
  return useInfiniteQuery({
    queryKey: ['org-log'],
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) =>
      http.get<LogLine[]>(`/org/log${query({ before: pageParam, limit: PAGE })}`, signal),
    getNextPageParam: (page) => (page.length < PAGE ? undefined : page.at(-1)?.id),
  })
}

/** Who signed in and who changed the bureau's organisation, newest first. Nobody can change it. */
export function LogPage() {
  const log = useLog()
  return (
    <Panel title="登录和机构变动记录" flush>
      <Loaded of={log} lines={8}>
        {({ pages }) => <Lines lines={pages.flat()} />}
      </Loaded>
      {log.hasNextPage ? (
        <div className="list-foot">
          <Button size="small" loading={log.isFetchingNextPage} onClick={() => void log.fetchNextPage()}>
            再看 {PAGE} 条
          </Button>
        </div>
      ) : null}
    </Panel>
  )
}

function Lines({ lines }: { lines: readonly LogLine[] }) {
  if (!lines.length)
    return <EmptyState title="还没有记录">有人登录，或机构、人员、日历有变动时，都会记在这里。</EmptyState>
  return (
    <ul>
      {lines.map((line) => (
        <li key={line.id} className="log-line">
          <time className="soft">{dateTime(line.at)}</time>
          <span>{line.byName}</span>
          <span>{line.sentence}</span>
        </li>
      ))}
    </ul>
  )
}
