import { useQuery } from '@tanstack/react-query'
import { EmptyState } from '../../../kit/empty-state.tsx'
import { Icon } from '../../../kit/icon.tsx'
import { Go } from '../../../kit/nav.tsx'
import { PageHead } from '../../../kit/page-head.tsx'
import { Panel } from '../../../kit/panel.tsx'
import { Loaded } from '../../../kit/waiting.tsx'
import { useYear } from '../../ledger/screens/index.ts'
import { type DocumentLine, documentsQuery } from './documents.ts'
import './reporting.css'
import { Snapshots } from './snapshots.tsx'
import { Submissions } from './submissions.tsx'

/** 报告: what can be written for the year, and what has been published. */
export function DocumentsPage() {
  const year = useYear()
  const documents = useQuery(documentsQuery)
  return (
    <>
      <PageHead
        title="报告"
        lead={`${year} 年。报告里的数字都由台账、支付和调查数出，手填的完成值逐项标明；送审时连同每个数的来路一起封存，由另一人同意后公开。`}
      />
      <div className="reporting-page">
        <Panel title="可以生成的报告" flush>
          <Loaded of={documents}>
            {(found) => <Documents documents={found.filter((line) => line.year === null || line.year === year)} />}
          </Loaded>
        </Panel>
        <Panel title="待审批和退回的报告" flush>
          <Submissions />
        </Panel>
        <Panel title="已经公开的报告" flush>
          <Snapshots />
        </Panel>
      </div>
    </>
  )
}

const NoDocuments = () => (
  <EmptyState title="这一年没有适用的报告">每种报告声明了适用的单位和年份，换一个年份再看。</EmptyState>
)

/** Reports of the same name are told apart by whose arrangement they follow, and whether they are the bureau's own. */
const layoutOf = ({ layout, year }: DocumentLine) => (year === null ? layout : `${layout}，本单位 ${year} 年专用`)

function Documents({ documents }: { documents: readonly DocumentLine[] }) {
  if (!documents.length) return <NoDocuments />
  return (
    <ul>
      {documents.map((line) => (
        <li key={line.id}>
          <Go to={`/reports/${line.id}`} className="document-line">
            <Icon name="document" />
            <span className="document-line-words">
              <span>{line.title}</span>
              <span className="soft">{layoutOf(line)}</span>
            </span>
            <Icon name="right" size={16} />
          </Go>
        </li>
      ))}
    </ul>
  )
}
