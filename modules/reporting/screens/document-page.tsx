import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { EmptyState } from '../../../kit/empty-state.tsx'
import { Notice } from '../../../kit/notice.tsx'
import { PageHead } from '../../../kit/page-head.tsx'
import { Panel } from '../../../kit/panel.tsx'
import { Loaded } from '../../../kit/waiting.tsx'
import { annexUrl } from '../../evaluation/screens/index.ts'
import { useYear } from '../../ledger/screens/index.ts'
import { useMay } from '../../org/screens/index.ts'
import { fileUrl, type Piece, type Preview, previewQuery } from './documents.ts'
import { FigureList } from './figure-list.tsx'
import { Paper } from './paper.tsx'
import './reporting.css'
import { Findings } from './findings.tsx'
import { Snapshots } from './snapshots.tsx'
import { UnprovenNumbers } from './unproven.tsx'

const SubmitDialog = lazy(() => import('./submit-dialog.tsx').then((found) => ({ default: found.SubmitDialog })))

const WriteDialog = lazy(() => import('./write-dialog.tsx').then((found) => ({ default: found.WriteDialog })))

/** A document: the paper in the middle, its figures beside it, jumping both ways. */
export function DocumentPage({ document }: { document: string }) {
  const year = useYear()
  const preview = useQuery(previewQuery(document, year))
  const may = useMay()
  const [submitting, setSubmitting] = useState(false)
  return (
    <>
      <PageHead
        title={preview.data?.body.title ?? '报告预览'}
        back={{ to: '/reports', label: '报告' }}
        actions={
          <>
            <a href={fileUrl(document, year, 'docx')} download>
              下载 Word
            </a>
            {preview.data?.pdf ? (
              <a href={fileUrl(document, year, 'pdf')} download>
                下载 PDF
              </a>
            ) : null}
            {may('evaluation.read') ? (
              <a href={annexUrl({ year, as: 'page' })} target="_blank" rel="noreferrer">
                佐证材料
              </a>
            ) : null}
            {may('report.submit') ? (
              <Button
                type="primary"
                disabled={!preview.data || preview.data.faults.length > 0}
                onClick={() => setSubmitting(true)}
              >
                送审
              </Button>
            ) : null}
          </>
        }
      />
      <Loaded of={preview} lines={10}>
        {(found) => <Sheets preview={found} document={document} />}
      </Loaded>
      {submitting && preview.data ? (
        <Suspense>
          <SubmitDialog document={document} preview={preview.data} onClose={() => setSubmitting(false)} />
        </Suspense>
      ) : null}
    </>
  )
}

function Sheets({ preview: { body, faults, unproven, findings }, document }: { preview: Preview; document: string }) {
  const [here, setHere] = useState<string>()
  const [editing, setEditing] = useState<{ place: string; pieces: readonly Piece[] }>()
  const may = useMay()
  return (
    <div className="document-page">
      <div className="document-main">
        {faults.length ? (
          <Notice tone="late">
            送审之前要先改正：
            {faults.map((fault) => (
              <p key={fault}>{fault}</p>
            ))}
          </Notice>
        ) : null}
        <Findings findings={findings} />
        <Paper
          body={body}
          here={here}
          onHere={setHere}
          onEdit={may('report.write') ? (place, pieces) => setEditing({ place, pieces }) : undefined}
        />
        {editing ? (
          <Suspense>
            <WriteDialog document={document} body={body} {...editing} onClose={() => setEditing(undefined)} />
          </Suspense>
        ) : null}
      </div>
      <aside className="document-side">
        <UnprovenNumbers numbers={unproven} />
        <Panel title={`数字 ${body.figures.length}`} flush className="document-figures">
          {body.figures.length ? (
            <FigureList body={body} here={here} onHere={setHere} />
          ) : (
            <EmptyState title="这份报告里没有数字" />
          )}
        </Panel>
        <Panel title="公开过的版本" flush>
          <Snapshots document={document} />
        </Panel>
      </aside>
    </div>
  )
}
