import { queryOptions } from '@tanstack/react-query'
import { http, query } from '../../../kit/http.ts'
import type { ExecutionAnswer } from '../contract.ts'

export type Execution = ExecutionAnswer
export type ExecutionLine = Execution['lines'][number]
export type Identity = Execution['identities'][number]

/** The budget of a year as it was carried out; as things stand, or as of a seal. */
export const executionQuery = (year: number, asOf: string | undefined) =>
  queryOptions({
    queryKey: ['execution', year, asOf ?? ''],
    queryFn: ({ signal }) => http.get<Execution>(`/budget/execution${query({ year, asOf })}`, signal),
  })
