import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { query } from '../../../kit/http.ts'
import { Icon } from '../../../kit/icon.tsx'
import { MenuButton } from '../../../kit/menu-button.tsx'
import { useGo } from '../../../kit/nav.tsx'
import { usePhone } from '../../../kit/use-phone.ts'
import { type LedgerView, openings } from './catalog.ts'
import { ColumnChoice } from './column-choice.tsx'
import { LedgerHead } from './group-home.tsx'
import './list-page.css'
import { exportUrl, type Filters } from './records.ts'
import { ViewSwitch } from './view-switch.tsx'

const ImportDialog = lazy(() => import('./import-dialog.tsx').then((found) => ({ default: found.ImportDialog })))

interface ListHeadProps {
  ledger: LedgerView
  filters: Filters
  view: 'list' | 'map'
}

/** The head of a ledger's list and of its map: title, the other views, what can be started, taken out, brought in. */
export function ListHead({ ledger, filters, view }: ListHeadProps) {
  const go = useGo()
  const phone = usePhone()
  const [main] = openings(ledger)
  return (
    <LedgerHead
      ledger={ledger}
      title={ledger.title}
      after={<ViewSwitch ledger={ledger} view={view} />}
      actions={
        <>
          {phone || view === 'map' ? null : <ColumnChoice ledger={ledger} />}
          {ledger.handover ? <Button onClick={() => go(`/ledgers/${ledger.id}/handovers`)}>移交批次</Button> : null}
          {view === 'list' ? <Files ledger={ledger} filters={filters} /> : null}
          {main && ledger.may.create ? (
            <Button
              type="primary"
              icon={<Icon name="plus" size={16} />}
              onClick={() => go(`/ledgers/${ledger.id}/new`, { move: main[0] })}
            >
              {main[1].label}
            </Button>
          ) : null}
        </>
      }
    />
  )
}

function Files({ ledger, filters }: { ledger: LedgerView; filters: Filters }) {
  const [importing, setImporting] = useState(false)
  const items = [
    ...(ledger.may.export
      ? [
          { key: 'xlsx', label: '导出为表格（xlsx）', href: exportUrl(ledger.id, 'xlsx', filters) },
          { key: 'csv', label: '导出为文本（csv）', href: exportUrl(ledger.id, 'csv', filters) },
          ...ledger.files.map(({ title, url }) => ({
            key: url,
            label: `${title}（Word）`,
            href: `/api${url}${query(filters)}`,
          })),
        ]
      : []),
    ...(ledger.may.create ? [{ key: 'import', label: '从表格导入…', onClick: () => setImporting(true) }] : []),
  ]
  if (!items.length) return null
  return (
    <>
      <MenuButton items={items}>
        <Icon name="download" size={16} /> 导出导入
      </MenuButton>
      {importing ? (
        <Suspense>
          <ImportDialog ledger={ledger} onClose={() => setImporting(false)} />
        </Suspense>
      ) : null}
    </>
  )
}
