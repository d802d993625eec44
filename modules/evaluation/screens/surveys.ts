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

/** How the public page keeps to one answer a device, in words for those who run a survey. */
export const oncePerDevice =
  '每台设备答一次：网页在设备上放一个随机标记，凭它不收第二份。清除标记或换一台设备还能再答，所以另记一个看不出地址的网络标记，数同一个网络来了几份。'
