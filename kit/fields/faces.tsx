import { Suspense } from 'react'
import { choice, yes } from './choice.tsx'
import { formula, metric, range } from './counted.tsx'
import { date } from './day.tsx'
import { files } from './evidence.tsx'
import type { Face, FieldView, InputProps, Names } from './field.ts'
import { key } from './key.tsx'
import { limit } from './limit.tsx'
import { integer, money, quantity } from './number.tsx'
import { person, unit } from './people.tsx'
import { photos } from './photos.tsx'
import { point } from './point.tsx'
import { ref } from './ref.tsx'
import { signature } from './signature.tsx'
import { longText, text } from './words.tsx'
import './fields.css'

// Each face knows the type of its own values; who looks one up by name does not.
type AnyFace = Face<never>
const faces = {
  text,
  'long-text': longText,
  choice,
  date,
  integer,
  money,
  quantity,
  yes,
  point,
  photos,
  files,
  signature,
  unit,
  person,
  ref,
  key,
  metric,
  range,
  formula,
  limit,
} as unknown as Record<string, AnyFace>

const faceOf = (field: FieldView): AnyFace => faces[field.kind] ?? (faces.text as AnyFace)

export const isNumeric = (field: FieldView): boolean => faceOf(field).numeric ?? false

const missing = (value: unknown) =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && !value.length)

/** What a reader may not see has a word in its place, whatever its kind: （保密）. */
const isWithheld = (field: FieldView, value: unknown): value is string =>
  field.secret === true && typeof value === 'string' && value.startsWith('（')

/** A value as it is shown; nothing at all is a dash. */
export function FieldOutput({ field, value }: { field: FieldView; value: unknown }) {
  if (missing(value)) return <span className="soft">—</span>
  if (isWithheld(field, value)) return <span>{value}</span>
  const { Output } = faceOf(field)
  return <Output value={value as never} field={field} />
}

export function FieldInput(props: InputProps<unknown>) {
  const { Input } = faceOf(props.field)
  return (
    <Suspense fallback={<div className="native-input" />}>
      <Input {...(props as unknown as InputProps<never>)} />
    </Suspense>
  )
}

export const fieldText = (field: FieldView, value: unknown, names: Names): string =>
  missing(value) ? '' : faceOf(field).text(value as never, field, names)
