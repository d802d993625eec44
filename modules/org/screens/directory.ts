import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import type { z } from 'zod'
import { http } from '../../../kit/http.ts'
import { toast } from '../../../kit/toast.tsx'
import type { orgManagement } from '../contract.ts'

export type Member = z.infer<NonNullable<typeof orgManagement.directory.answer>>[number]
export type NewMember = z.infer<NonNullable<typeof orgManagement.addPerson.body>>

/** Everybody, with account, roles and areas: for those who manage the bureau. */
export const directoryQuery = queryOptions({
  queryKey: ['directory'],
  queryFn: ({ signal }) => http.get<Member[]>('/org/directory', signal),
})

/** A change of the organisation: says what was done, and everything that shows people is read anew. */
export function useChange<V>(act: (given: V) => Promise<unknown>, said: string, onDone: () => void = () => {}) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: act,
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: directoryQuery.queryKey })
      void client.invalidateQueries({ queryKey: ['people'] })
      toast(said)
      onDone()
    },
  })
}

const at = (person: string) => `/org/people/${person}`
export const addPerson = (given: NewMember) => http.post<{ id: string }>('/org/people', given)
export const removePerson = (person: string) => http.delete<void>(at(person))
export const grantRole = ({ person, role, unit }: { person: string; role: string; unit: string }) =>
  http.post(`${at(person)}/roles`, { role, unit })
export const withdrawRole = ({ person, role, unit }: { person: string; role: string; unit: string }) =>
  http.delete(`${at(person)}/roles/${role}/${unit}`)
export const resetPassword = ({ account, password }: { account: string; password: string }) =>
  http.put<void>(`/org/accounts/${account}/password`, { password })

export interface RoleChoice {
  id: string
  label: string
}
export const roleText = (roles: readonly RoleChoice[], role: string): string =>
  roles.find(({ id }) => id === role)?.label ?? '其他岗位'
