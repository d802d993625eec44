import { useInfiniteQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { DataTable } from '../../../kit/data-table.tsx'
import { EmptyState } from '../../../kit/empty-state.tsx'
import { useAddress, useGo, usePatchAddress } from '../../../kit/nav.tsx'
import { usePhone } from '../../../kit/use-phone.ts'
import { Loaded } from '../../../kit/waiting.tsx'
import { BulkBar } from './bulk-bar.tsx'
import { type LedgerView, useLedger } from './catalog.ts'
import { useColumns } from './column-choice.tsx'
import { useFilters } from './filters.ts'
import { ListFilters } from './list-filters.tsx'
import { ListEnd, ListFoot, type Pages } from './list-foot.tsx'
import { ListHead } from './list-head.tsx'
import { RecordDrawer } from './record-drawer.tsx'
import { type Filters, pageQuery, type Row, recordUrl } from './records.ts'
import { RowCards } from './row-cards.tsx'

/** The list of any ledger, drawn from its declaration. */
export function ListPage({ ledgerId }: { ledgerId: string }) {
  const ledger = useLedger(ledgerId)
  const filters = useFilters(ledger)
  return (
    <div className="list-page">
      <ListHead ledger={ledger} filters={filters} view="list" />
      <ListFilters ledger={ledger} />
      <Records key={JSON.stringify([ledgerId, filters])} ledger={ledger} filters={filters} />
      <RecordDrawer ledger={ledger} />
    </div>
  )
}

function useChosen(rows: readonly Row[]) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  return {
    chosen,
    toggle: (id: string) =>
      setChosen((before) =>
        before.has(id) ? new Set([...before].filter((one) => one !== id)) : new Set([...before, id]),
      ),
    toggleAll: (on: boolean) => setChosen(on ? new Set(rows.map(({ id }) => id)) : new Set()),
    clear: () => setChosen(new Set()),
  }
}

function Records({ ledger, filters }: { ledger: LedgerView; filters: Filters }) {
  const pages = useInfiniteQuery(pageQuery(ledger.id, filters))
  const rows = useMemo(() => pages.data?.pages.flatMap((page) => page.rows) ?? [], [pages.data])
  const choosing = useChosen(rows)
  const chosen = rows.filter(({ id }) => choosing.chosen.has(id))
  return (
    <section className="list-sheet">
      <Loaded of={pages} lines={8}>
        {() =>
          rows.length ? (
            <Rows ledger={ledger} rows={rows} pages={pages} choosing={choosing} />
          ) : (
            <NoRows ledger={ledger} filters={filters} />
          )
        }
      </Loaded>
      {rows.length ? <ListFoot pages={pages} shown={rows.length} /> : null}
      {chosen.length ? <BulkBar ledger={ledger} rows={chosen} onDone={choosing.clear} /> : null}
    </section>
  )
}

interface RowsProps {
  ledger: LedgerView
  rows: readonly Row[]
  pages: Pages
  choosing: ReturnType<typeof useChosen>
}

function Rows({ ledger, rows, pages, choosing }: RowsProps) {
  const phone = usePhone()
  const { open, sort } = useAddress()
  const patch = usePatchAddress()
  const go = useGo()
  const columns = useColumns(ledger)
  const bulk = Object.values(ledger.moves).some((move) => move.open && move.from !== 'new')
  const end = <ListEnd pages={pages} shown={rows.length} />
  if (phone)
    return (
      <>
        <RowCards ledger={ledger} rows={rows} onOpen={(row) => go(recordUrl(ledger.id, row.id))} />
        {end}
      </>
    )
  return (
    <div className="table-scroll list-scroll">
      <DataTable
        caption={ledger.title}
        even
        columns={columns}
        rows={rows}
        rowKey={(row) => row.id}
        openKey={open}
        onOpen={(row) => patch({ open: row.id, move: undefined }, false)}
        sorted={sort ?? '-occurredAt'}
        onSort={(by) => patch({ sort: by })}
        choosing={bulk ? choosing : undefined}
      />
      {end}
    </div>
  )
}

function NoRows({ ledger, filters }: { ledger: LedgerView; filters: Filters }) {
  const narrowed = Object.keys(filters).some((name) => !['year', 'sort'].includes(name))
  if (narrowed) return <EmptyState title="没有符合条件的记录">可以去掉一两个条件，或换一个年份再看。</EmptyState>
  return (
    <EmptyState title={`${filters.year ? `${filters.year} 年` : ''}还没有${ledger.title}`}>
      登记之后，每一条都会列在这里{ledger.may.create ? '；也可以用表格批量导入' : ''}。
    </EmptyState>
  )
}
