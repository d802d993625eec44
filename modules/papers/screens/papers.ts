import { queryOptions } from '@tanstack/react-query'
import type { z } from 'zod'
import { http } from '../../../kit/http.ts'
import type { declaredPapers, PaperLine } from '../contract.ts'

type Declared = z.infer<NonNullable<(typeof declaredPapers)['answer']>>

/** Which papers there are at all: what a record of another ledger has need not be asked. */
export const declaredQuery = queryOptions({
  queryKey: ['papers'],
  queryFn: ({ signal }) => http.get<Declared>('/papers', signal),
  staleTime: Number.POSITIVE_INFINITY,
})

const path = (ledger: string, id: string) => `/ledgers/${ledger}/records/${id}/papers`

export const papersQuery = (ledger: string, { id, version }: { id: string; version: number }) =>
  queryOptions({
    queryKey: ['record', ledger, id, 'papers', version],
    queryFn: ({ signal }) => http.get<PaperLine[]>(path(ledger, id), signal),
  })

export const paperUrl = (ledger: string, id: string, paper: string, form: 'page' | 'docx') =>
  `/api${path(ledger, id)}/${paper}/${form}`
