import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useMemo } from 'react'
import { type KeyChoice, type Sources, SourcesContext } from '../../../kit/fields/sources.ts'
import { http, query } from '../../../kit/http.ts'
import { useOrgMap, usePeople, useUnits } from '../../org/screens/index.ts'
import { useLedgers } from './catalog.ts'
import { type Page, recordQuery, recordUrl } from './records.ts'

const none: readonly never[] = []
const nameIn = (list: readonly { id: string; name: string }[]) => {
  const names = new Map(list.map(({ id, name }) => [id, name]))
  return (id: string) => names.get(id) ?? id
}

const useUnitList = () => useUnits().data ?? none
const usePersonList = (role?: string, unit?: string) => usePeople(role, unit).data ?? none
const useGround = () => useOrgMap().data

/** The metrics of the ledgers this person reads; what the law forbids to score by is left out. */
const useMetricList = () =>
  useLedgers().flatMap(({ id, title, metrics }) =>
    Object.entries(metrics).flatMap(([name, { label, notScored }]) =>
      notScored ? [] : [{ id: `${id}.${name}`, label, group: title }],
    ),
  )
/** Of a field that is worked out only the values that others have are known. */
const useFilterFields = (metric = '') => {
  const ledger = useLedgers().find(({ id }) => id === metric.slice(0, metric.indexOf('.')))
  return (['class', 'channel', 'unit', 'grid'] as const).flatMap((name) => {
    const field = ledger?.fields[ledger.columns[name] ?? '']
    return field ? [{ name, field }] : []
  })
}

const upload = async (file: Blob, name: string) => (await http.upload<{ hash: string }>('/files', file, name)).hash

/** Gives the faces of fields the bureau's units and people, its map, its records and its files. */
export function FieldSources({ children }: { children: ReactNode }) {
  const client = useQueryClient()
  const units = useUnits().data ?? none
  const people = usePeople().data ?? none
  const sources = useMemo<Sources>(
    () => ({
      names: { unit: nameIn(units), person: nameIn(people), word: (key) => key },
      useUnits: useUnitList,
      usePeople: usePersonList,
      useBaseMap: useGround,
      getRecord: (ledger, id) => client.fetchQuery({ ...recordQuery(ledger, id), staleTime: 30_000 }),
      findKeys: (ledger, words) =>
        client.fetchQuery({
          queryKey: ['keys', ledger, words],
          queryFn: () => http.get<KeyChoice[]>(`/ledgers/${ledger}/keys${query({ q: words })}`),
          staleTime: 30_000,
        }),
      useMetrics: useMetricList,
      useFilters: useFilterFields,
      findRecords: (ledger, words) =>
        client.fetchQuery({
          queryKey: ['find', ledger, words],
          queryFn: async () =>
            (await http.get<Page>(`/ledgers/${ledger}/records${query({ q: words, limit: 20 })}`)).rows,
          staleTime: 30_000,
        }),
      upload,
      fileUrl: (hash) => `/api/files/${hash}`,
      recordUrl,
    }),
    [client, units, people],
  )
  return <SourcesContext value={sources}>{children}</SourcesContext>
}
