import { queryOptions } from '@tanstack/react-query'
import { http, query } from '../../../kit/http.ts'
import type { Query, RenderedSection, Source } from '../domain.ts'

export interface DocumentLine {
  id: string
  title: string
  form?: string
  year?: number
}
export interface PreviewFigure {
  id: string
  label: string
  value: string
  unit: string
  formula?: string
  excludes?: string[]
  queries?: { num: readonly Query[]; den: readonly Query[] }
  from?: Source
  score?: unknown
}
export interface Preview {
  title: string
  bureau: string
  year: number
  sections: RenderedSection[]
  figures: PreviewFigure[]
  /** What must be put right before it can be published. */
  faults?: string[]
}
export interface SnapshotLine {
  id: string
  document: string
  title: string
  period: string
  seal: number
  publishedAt: string
  publishedBy: string
  hash?: string
}

export const documentsQuery = (year: number) =>
  queryOptions({
    queryKey: ['documents', year],
    queryFn: ({ signal }) => http.get<DocumentLine[]>(`/reporting/documents${query({ year })}`, signal),
  })

export const previewQuery = (document: string, year: number) =>
  queryOptions({
    queryKey: ['preview', document, year],
    queryFn: ({ signal }) => http.get<Preview>(`/reporting/documents/${document}/preview${query({ year })}`, signal),
  })

export const snapshotsQuery = queryOptions({
  queryKey: ['snapshots'],
  queryFn: ({ signal }) => http.get<SnapshotLine[]>('/reporting/snapshots', signal),
})

export const publish = (document: string, year: number, key: string) =>
  http.post<SnapshotLine>(`/reporting/documents/${document}/publish`, { year }, key)

export const publicUrl = (tenant: string, snapshot: string) => `/public/${tenant}/${snapshot}`
