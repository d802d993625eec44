import { queryOptions } from '@tanstack/react-query'
import { http, query } from '../../../kit/http.ts'

export interface Batch {
  batch: string
  records: number
  states: { state: string; label: string; records: number }[]
}

export const batchesQuery = (ledger: string) =>
  queryOptions({
    queryKey: ['records', ledger, 'handovers'],
    queryFn: ({ signal }) => http.get<Batch[]>(`/ledgers/${ledger}/handovers`, signal),
  })

export const batchFileUrl = (ledger: string, batch: string) =>
  `/api/ledgers/${ledger}/handovers/file${query({ batch })}`
export const receiptPath = (ledger: string, batch: string) => `/ledgers/${ledger}/handovers/receipt${query({ batch })}`
