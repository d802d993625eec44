import { queryOptions } from '@tanstack/react-query'
import { http, query } from '../../../kit/http.ts'
import type { LastYearAnswer } from '../contract/last-year.ts'

export const lastYearQuery = (project: string, year: number) =>
  queryOptions({
    queryKey: ['last-year', project, year],
    queryFn: ({ signal }) =>
      http.get<LastYearAnswer>(
        `/evaluation/projects/${encodeURIComponent(project)}/last-year${query({ year })}`,
        signal,
      ),
  })
