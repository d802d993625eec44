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
import { RecordLinks } from './record-links.tsx'
import { RecordMoves } from './record-moves.tsx'
import { RecordPanels } from './record-panels.tsx'
import { RecordPhotos } from './record-photos.tsx'
import './record.css'
import { type RecordView, recordQuery } from './records.ts'

/** A record: its head, what can be done with it, and its content, history and attachments. */
export function RecordBody({ ledger, id, wide }: { ledger: LedgerView; id: string; wide?: boolean }) {
  const asked = useQuery(recordQuery(ledger.id, id))
  return (
    <Loaded of={asked} lines={6}>
      {(record) => (
        <WithNames of={record}>
          <Record ledger={ledger} record={record} wide={wide ?? false} />
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
        word: (key: string) => known(key, sources.names.word),
      },
    }
  }, [sources, names])
  return <SourcesContext value={more}>{children}</SourcesContext>
}

interface RecordProps {
  ledger: LedgerView
  record: RecordView
}

/** The ledger with the units that the quantities of this record have. */
function measured(ledger: LedgerView, { measures = {} }: RecordView): LedgerView {
  const units = Object.entries(measures).map(([name, measure]) => [name, { ...ledger.fields[name]!, measure }])
  return units.length ? { ...ledger, fields: { ...ledger.fields, ...Object.fromEntries(units) } } : ledger
}

function Record({ ledger: declared, record, wide }: RecordProps & { wide: boolean }) {
  const patch = usePatchAddress()
  const ledger = measured(declared, record)
  const props = { ledger, record }
  return (
    <article className="record">
      <RecordHead {...props} />
      <RecordMoves moves={record.moves} onMove={(move) => patch({ move }, false)} />
      {wide ? <TwoColumns {...props} /> : <InTabs {...props} />}
      <MoveDialog {...props} />
    </article>
  )
}

const historyTitle = ({ history }: RecordView) => `经过 ${history.length}`

function InTabs({ ledger, record }: RecordProps) {
  const attached = record.photos.length
  return (
    <Tabs
      className="record-tabs"
      items={[
        {
          key: 'content',
          label: '内容',
          children: (
            <>
              <RecordContent ledger={ledger} record={record} />
              <RecordPanels ledger={ledger.id} record={record} />
              <RecordLinks ledger={ledger} id={record.id} />
            </>
          ),
        },
        {
          key: 'history',
          label: historyTitle(record),
          children: <RecordHistory ledger={ledger} lines={record.history} />,
        },
        {
          key: 'photos',
          label: attached ? `附件 ${attached}` : '附件',
          children: <RecordPhotos ledger={ledger} photos={record.photos} />,
        },
      ]}
    />
  )
}

/** On a page of its own there is room for the content and the way it came about at once. */
function TwoColumns({ ledger, record }: RecordProps) {
  return (
    <div className="record-two">
      <div>
        <RecordContent ledger={ledger} record={record} />
        {record.photos.length > 2 ? <RecordPhotos ledger={ledger} photos={record.photos} /> : null}
      </div>
      <section>
        <RecordPanels ledger={ledger.id} record={record} />
        <RecordLinks ledger={ledger} id={record.id} />
        <h3>{historyTitle(record)}</h3>
        <RecordHistory ledger={ledger} lines={record.history} />
      </section>
    </div>
  )
}
