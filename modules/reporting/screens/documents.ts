import { queryOptions } from '@tanstack/react-query'
import type { z } from 'zod'
import { http, query } from '../../../kit/http.ts'
import type {
  bodyView,
  FigureView,
  listDocuments,
  listPublished,
  listSubmitted,
  previewDocument,
  reviewSubmitted,
} from '../contract.ts'

export type Body = z.infer<typeof bodyView>
export type Figure = FigureView
export type Block = Body['sections'][number]['blocks'][number]
export type Piece = string | { figure: string }
export type DocumentLine = z.infer<NonNullable<(typeof listDocuments)['answer']>>[number]
export type SnapshotLine = z.infer<NonNullable<(typeof listPublished)['answer']>>[number]
export type Preview = z.infer<NonNullable<(typeof previewDocument)['answer']>>
export type SubmissionLine = z.infer<NonNullable<(typeof listSubmitted)['answer']>>[number]
export type Review = z.infer<NonNullable<(typeof reviewSubmitted)['answer']>>
export type UnprovenNumber = Preview['unproven'][number]

export const documentsQuery = queryOptions({
  queryKey: ['documents'],
  queryFn: ({ signal }) => http.get<DocumentLine[]>('/reporting/documents', signal),
})

export const previewQuery = (document: string, year: number) =>
  queryOptions({
    queryKey: ['preview', document, year],
    queryFn: ({ signal }) => http.get<Preview>(`/reporting/documents/${document}/preview${query({ year })}`, signal),
  })

export const fileUrl = (document: string, year: number, form: 'docx' | 'pdf') =>
  `/api/reporting/documents/${document}/file.${form}${query({ year })}`

export const snapshotsQuery = queryOptions({
  queryKey: ['snapshots'],
  queryFn: ({ signal }) => http.get<SnapshotLine[]>('/reporting/snapshots', signal),
})

export const submissionsQuery = queryOptions({
  queryKey: ['submissions'],
  queryFn: ({ signal }) => http.get<SubmissionLine[]>('/reporting/submissions', signal),
})

export const reviewQuery = (id: string) =>
  queryOptions({
    queryKey: ['submissions', id],
    queryFn: ({ signal }) => http.get<Review>(`/reporting/submissions/${id}`, signal),
  })

/** Without a text the paragraph is as declared again. */
export const writeText = (document: string, body: { year: number; place: string; text: string | undefined }) =>
  http.post<void>(`/reporting/documents/${document}/text`, body)

export interface Submitting {
  year: number
  formedOn?: string | undefined
  unprovenReason?: string | undefined
  findingsReason?: string | undefined
}
export const submit = (document: string, submitting: Submitting, key: string) =>
  http.post<{ id: string }>(`/reporting/documents/${document}/submit`, submitting, key)

export const approve = (submission: string) =>
  http.post<{ id: string; url: string }>(`/reporting/submissions/${submission}/approve`)

export const sendBack = (submission: string, reason: string) =>
  http.post<void>(`/reporting/submissions/${submission}/return`, { reason })

export const withdraw = (snapshot: string, reason: string) =>
  http.post<void>(`/reporting/snapshots/${snapshot}/withdraw`, { reason })
