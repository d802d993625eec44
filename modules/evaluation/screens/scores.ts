import { queryOptions } from '@tanstack/react-query'
import type { z } from 'zod'
import { http, query } from '../../../kit/http.ts'
import type { FormId, readLibrary, ScoreAnswer } from '../contract.ts'
import { WHOLE } from '../domain/whole.ts'

export type Score = ScoreAnswer
export type ScoreLine = Score['lines'][number]
export interface ProjectLine {
  project: string
  name: string
  indicators: number
  total: string
  grade: string
  rate: string | null
  entries: string
  questions: number
}

export const projectsQuery = (year: number) =>
  queryOptions({
    queryKey: ['scores', year],
    queryFn: ({ signal }) => http.get<ProjectLine[]>(`/evaluation/projects${query({ year })}`, signal),
  })

export const scoreQuery = (project: string, year: number, asOf: string | undefined) =>
  queryOptions({
    queryKey: ['score', project, year, asOf ?? ''],
    queryFn: ({ signal }) =>
      http.get<Score>(`/evaluation/projects/${encodeURIComponent(project)}${query({ year, asOf })}`, signal),
  })

export interface ByScheme {
  scheme: string
  title: string
  total: string
  grade: string
  fits: boolean
  differs: string[]
}
export const schemesQuery = (project: string, year: number) =>
  queryOptions({
    queryKey: ['schemes', project, year],
    queryFn: ({ signal }) =>
      http.get<ByScheme[]>(`/evaluation/projects/${encodeURIComponent(project)}/schemes${query({ year })}`, signal),
  })

export interface Question {
  about: string
  project: string
  name: string
  sentence: string
  answer?: { text: string; on: string; record: string; by: string }
}
export type LibraryEntry = z.infer<NonNullable<(typeof readLibrary)['answer']>>[number]
export const libraryQuery = (year: number) =>
  queryOptions({
    queryKey: ['library', year],
    queryFn: ({ signal }) => http.get<LibraryEntry[]>(`/evaluation/library${query({ year })}`, signal),
  })
export const questionsQuery = (year: number) =>
  queryOptions({
    queryKey: ['questions', year],
    queryFn: ({ signal }) => http.get<Question[]>(`/evaluation/questions${query({ year })}`, signal),
  })

/** The questions of the year, or those of one project. */
export const questionsUrl = (project?: string) => ({ to: '/evaluation/questions', search: { project } })

export const scoreUrl = (project: string) => `/evaluation/${encodeURIComponent(project)}`

export const lineAnchor = (id: string) => `indicator-${id}`

export const lostSome = (lost: string) => Number(lost) > 0

export const isWhole = (project: string) => project === WHOLE

/** A form as a file; without a project those of all in one. */
export const formUrl = (
  form: FormId | 'all',
  asked: { year: number; project?: string; asOf?: string | undefined; as: 'xlsx' | 'docx' },
) => `/api/evaluation/forms/${form}${query(asked)}`

/** 佐证材料 as a page or as a file; without a project of all that are scored. */
export const annexUrl = (asked: { year: number; project?: string; asOf?: string | undefined; as: 'page' | 'docx' }) =>
  `/api/evaluation/annex${query(asked)}`
