import { useQuery } from '@tanstack/react-query'
import { Tabs } from 'antd'
import { type ReactNode, useMemo } from 'react'
import { SourcesContext, useSources } from '../../../kit/fields/sources.ts'
import { usePatchAddress } from '../../../kit/nav.tsx'
import { Loaded } from '../../../kit/waiting.tsx'
import type { LedgerView } from './catalog.ts'
import { MoveDialog } from './move-dialog.tsx'
import { RecordContent } from './record-content.tsx'
import { RecordHead } from './record-head.tsx'
import { RecordHistory } from './record-history.tsx'
import { RecordMoves } from './record-moves.tsx'
import { RecordPhotos } from './record-photos.tsx'
import './record.css'
import { type RecordView, recordQuery } from './records.ts'

/** A record: its head, what can be done with it, and its content, history and attachments. */
export function RecordBody({ ledger, id }: { ledger: LedgerView; id: string }) {
  const asked = useQuery(recordQuery(ledger.id, id))
  return (
    <Loaded of={asked} lines={6}>
      {(record) => (
        <WithNames of={record}>
          <Record ledger={ledger} record={record} />
        </WithNames>
      )}
    </Loaded>
  )
}

/** Whoever may not list the bureau's people still reads the names that stand in this record. */
function WithNames({ of: { names }, children }: { of: RecordView; children: ReactNode }) {
  const sources = useSources()
  const more = useMemo(() => {
    const known = (id: string, usual: (id: string) => string) => names?.[id] ?? usual(id)
    return {
      ...sources,
      names: {
        unit: (id: string) => known(id, sources.names.unit),
        person: (id: string) => known(id, sources.names.person),
      },
    }
  }, [sources, names])
  return <SourcesContext value={more}>{children}</SourcesContext>
}

function Record({ ledger, record }: { ledger: LedgerView; record: RecordView }) {
  const patch = usePatchAddress()
  const attached = record.photos.length
  return (
    <article className="record">
      <RecordHead ledger={ledger} record={record} />
      <RecordMoves moves={record.moves} onMove={(move) => patch({ move }, false)} />
      <Tabs
        className="record-tabs"
        items={[
          { key: 'content', label: '内容', children: <RecordContent ledger={ledger} record={record} /> },
          {
            key: 'history',
            label: `经过 ${record.history.length}`,
            children: <RecordHistory ledger={ledger} lines={record.history} />,
          },
          {
            key: 'photos',
            label: attached ? `附件 ${attached}` : '附件',
            children: <RecordPhotos ledger={ledger} photos={record.photos} />,
          },
        ]}
      />
      <MoveDialog ledger={ledger} record={record} />
    </article>
  )
}
