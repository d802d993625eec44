import { queryOptions } from '@tanstack/react-query'
import type { z } from 'zod'
import { http, query } from '../../../kit/http.ts'
import type { bodyView, FigureView, listDocuments, listPublished } from '../contract.ts'

export type Body = z.infer<typeof bodyView>
export type Figure = FigureView
export type Block = Body['sections'][number]['blocks'][number]
export type Piece = string | { figure: string }
export type DocumentLine = z.infer<NonNullable<(typeof listDocuments)['answer']>>[number]
export type SnapshotLine = z.infer<NonNullable<(typeof listPublished)['answer']>>[number]
export interface Preview {
  body: Body
  /** What must be put right before it can be published. */
  faults: string[]
}

export const documentsQuery = queryOptions({
  queryKey: ['documents'],
  queryFn: ({ signal }) => http.get<DocumentLine[]>('/reporting/documents', signal),
})

export const previewQuery = (document: string, year: number) =>
  queryOptions({
    queryKey: ['preview', document, year],
    queryFn: ({ signal }) => http.get<Preview>(`/reporting/documents/${document}/preview${query({ year })}`, signal),
  })

export const fileUrl = (document: string, year: number) =>
  `/api/reporting/documents/${document}/file.docx${query({ year })}`

export const snapshotsQuery = queryOptions({
  queryKey: ['snapshots'],
  queryFn: ({ signal }) => http.get<SnapshotLine[]>('/reporting/snapshots', signal),
})

export const publish = (document: string, year: number, key: string) =>
  http.post<{ id: string; url: string }>(`/reporting/documents/${document}/publish`, { year }, key)

export const withdraw = (snapshot: string, reason: string) =>
  http.post<void>(`/reporting/snapshots/${snapshot}/withdraw`, { reason })
