import type { FeatureCollection } from 'geojson'
import { createContext, use } from 'react'
import type { Tone } from '../tone.ts'
import type { FieldView, Names } from './field.ts'

export interface UnitChoice {
  id: string
  name: string
  parent?: string | null
}
export interface PersonChoice {
  id: string
  name: string
  unit: string
  roles: string[]
}
export interface RecordChoice {
  id: string
  number: string | null
  title: string
  stateLabel: string
  tone: Tone
}
/** A record of another ledger by its code. */
export interface KeyChoice {
  code: string
  name: string
}
export interface MetricChoice {
  /** `work.quantity` */
  id: string
  label: string
  /** The ledger it counts. */
  group: string
}
/** What the faces of fields ask of the world; the console gives it. */
export interface Sources {
  names: Names
  useUnits: () => readonly UnitChoice[]
  usePeople: (role?: string, unit?: string) => readonly PersonChoice[]
  useBaseMap: () => FeatureCollection | undefined
  getRecord: (ledger: string, id: string) => Promise<RecordChoice>
  findKeys: (ledger: string, words: string) => Promise<readonly KeyChoice[]>
  useMetrics: () => readonly MetricChoice[]
  /** The fields by which a metric can be narrowed: `class`, `unit` … */
  useFilters: (metric: string | undefined) => readonly { name: string; field: FieldView }[]
  findRecords: (ledger: string, words: string) => Promise<RecordChoice[]>
  /** Gives the content hash under which the server keeps the file. */
  upload: (file: Blob, name: string) => Promise<string>
  fileUrl: (hash: string) => string
  recordUrl: (ledger: string, id: string) => string
}

export const SourcesContext = createContext<Sources | null>(null)

export function useSources(): Sources {
  const sources = use(SourcesContext)
  if (!sources) throw new Error('fields are drawn outside of SourcesContext')
  return sources
}
