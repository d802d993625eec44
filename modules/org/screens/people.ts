import { useQuery } from '@tanstack/react-query'
import type { FeatureCollection } from 'geojson'
import { http, query } from '../../../kit/http.ts'

export interface UnitNode {
  id: string
  name: string
  parent?: string | null
  kind?: string
  children?: UnitNode[]
}
export interface PersonLine {
  id: string
  name: string
  unit: string
  roles: string[]
}
const hour = 3_600_000

const flat = (nodes: readonly UnitNode[], parent: string | null = null): UnitNode[] =>
  nodes.flatMap(({ children, ...node }) => [
    { ...node, parent: node.parent ?? parent },
    ...flat(children ?? [], node.id),
  ])

/** The units of the bureau, flat, each with its parent. */
export const useUnits = () =>
  useQuery({
    queryKey: ['units'],
    queryFn: async ({ signal }) => flat(await http.get<UnitNode[]>('/org/units', signal)),
    staleTime: hour,
  })

/** People at work, all of them or those of a role and unit. */
export const usePeople = (role?: string, unit?: string) =>
  useQuery({
    queryKey: ['people', role ?? '', unit ?? ''],
    queryFn: ({ signal }) => http.get<PersonLine[]>(`/org/people${query({ role, unit })}`, signal),
    staleTime: hour,
  })

/** Boundary, river, streets, areas and unit grids. */
export const useOrgMap = () =>
  useQuery({
    queryKey: ['org-map'],
    queryFn: ({ signal }) => http.get<FeatureCollection>('/org/map', signal),
    staleTime: hour,
  })
