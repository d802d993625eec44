import { queryOptions } from '@tanstack/react-query'
import { http, query } from '../../../kit/http.ts'
import type { SurveyLine, SurveyResults } from '../contract/surveys.ts'

export const surveysQuery = (year: number) =>
  queryOptions({
    queryKey: ['surveys', year],
    queryFn: ({ signal }) => http.get<SurveyLine[]>(`/evaluation/surveys${query({ year })}`, signal),
  })
export const surveyQuery = (code: string) =>
  queryOptions({
    queryKey: ['survey', code],
    queryFn: ({ signal }) => http.get<SurveyResults>(`/evaluation/surveys/${encodeURIComponent(code)}`, signal),
  })

export const resultsUrl = (code: string) => `/evaluation/surveys/${encodeURIComponent(code)}`
