import type { ComponentType } from 'react'

export interface FieldOption {
  value: string
  label: string
  parent?: string
  group?: string
}
/** A field as the catalog describes it to a screen. */
export interface FieldView {
  kind: string
  label: string
  help?: string
  listed?: boolean
  secret?: boolean
  derived?: boolean
  options?: readonly FieldOption[]
  within?: string
  measure?: string
  /** The field, of this record or of one it refers to, in which the unit stands instead. */
  measureIn?: string
  role?: string
  ledger?: string
  min?: number
  max?: number
}

export interface InputProps<T> {
  id: string
  field: FieldView
  value: T | undefined
  onChange: (value: T | undefined) => void
  /** Everything filled in so far, for answers that depend on others. */
  data: Record<string, unknown>
  /** What the field it depends on is called. */
  parentLabel?: string | undefined
  /** The unit a person must belong to, when the form has one. */
  unit?: string | undefined
  invalid?: boolean
}
export interface OutputProps<T> {
  value: T
  field: FieldView
}
/** Looks up what an id is called; gives the id's own text when it is not known. */
export interface Names {
  unit: (id: string) => string
  person: (id: string) => string
  /** Of a code, a reference, a metric or its range: what the record came with. */
  word: (key: string) => string
}
/** One kind of field, three faces: filled in, shown, and as plain text. */
export interface Face<T> {
  Input: ComponentType<InputProps<T>>
  Output: ComponentType<OutputProps<T>>
  text: (value: T, field: FieldView, names: Names) => string
  /** Stands at the right of a column, its measure in the head. */
  numeric?: boolean
}
