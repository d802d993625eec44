import { useQuery } from '@tanstack/react-query'
import type { FeatureCollection } from 'geojson'
import { useMemo } from 'react'
import { sentenceOf } from '../../../kit/http.ts'
import { MapView } from '../../../kit/map.tsx'
import { useAddress, usePatchAddress } from '../../../kit/nav.tsx'
import { Notice } from '../../../kit/notice.tsx'
import { StateTag } from '../../../kit/state-tag.tsx'
import { grouped } from '../../../kit/text.ts'
import { useOrgMap } from '../../org/screens/index.ts'
import { useLedger } from './catalog.ts'
import { useFilters } from './filters.ts'
import { withShares } from './grid-shares.ts'
import { ListFilters } from './list-filters.tsx'
import { ListHead } from './list-head.tsx'
import './map-page.css'
import { RecordDrawer } from './record-drawer.tsx'
import { countQuery, type Filters, type Spot, spotsQuery } from './records.ts'

const asPoints = (spots: readonly Spot[]): FeatureCollection => ({
  type: 'FeatureCollection',
  features: spots.map(({ id, lng, lat, tone, late }) => ({
    type: 'Feature',
    geometry: { type: 'Point', coordinates: [lng, lat] },
    properties: { id, tone: late && tone !== 'done' && tone !== 'void' ? 'late' : tone },
  })),
})

/** Where the records of a ledger lie, under the same filters as its list. */
export function MapPage({ ledgerId }: { ledgerId: string }) {
  const ledger = useLedger(ledgerId)
  const filters = useFilters(ledger)
  const { open } = useAddress()
  const patch = usePatchAddress()
  const ground = useOrgMap()
  const spots = useQuery(spotsQuery(ledger.id, filters))
  const points = useMemo(() => (spots.data ? asPoints(spots.data) : undefined), [spots.data])
  const base = useMemo(
    () => (ground.data && spots.data ? withShares(ground.data, spots.data) : ground.data),
    [ground.data, spots.data],
  )
  const error = ground.error ?? spots.error
  return (
    <div className="list-page">
      <ListHead ledger={ledger} filters={filters} view="map" />
      <ListFilters ledger={ledger} />
      <div className="map-sheet">
        <MapView
          className="map-sheet-view"
          base={base}
          points={points}
          here={open}
          onPoint={(id) => patch({ open: id, move: undefined }, false)}
        />
        <div className="map-legend">
          <Shown ledger={ledger.id} filters={filters} shown={spots.data?.length} />
          <StateTag tone="todo">待办</StateTag>
          <StateTag tone="doing">办理中</StateTag>
          <StateTag tone="late">超时</StateTag>
          <StateTag tone="done">办结</StateTag>
          <span className="soft">网格颜色越深，这里的件数越多</span>
        </div>
        {error ? (
          <div className="map-error">
            <Notice tone="late">{sentenceOf(error)}</Notice>
          </div>
        ) : null}
      </div>
      <RecordDrawer ledger={ledger} />
    </div>
  )
}

/** How many are drawn, and of how many when not all of them are. */
function Shown({ ledger, filters, shown }: { ledger: string; filters: Filters; shown: number | undefined }) {
  const total = useQuery(countQuery(ledger, filters)).data
  if (shown === undefined) return <strong>正在读取…</strong>
  return (
    <>
      <strong>图上 {grouped(shown)} 件</strong>
      {total && total.total > shown ? (
        <span className="soft">（共 {total.totalText} 件，未办结和最近的先画）</span>
      ) : null}
    </>
  )
}
