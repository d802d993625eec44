import { lazy } from 'react'
import type { Face } from './field.ts'
import { useSources } from './sources.ts'

const UnitInput = lazy(() => import('./people-input.tsx').then((found) => ({ default: found.UnitInput })))
const PersonInput = lazy(() => import('./people-input.tsx').then((found) => ({ default: found.PersonInput })))

export const unit: Face<string> = {
  Input: UnitInput,
  Output: ({ value }) => <span>{useSources().names.unit(value)}</span>,
  text: (value, _, names) => names.unit(value),
}

export const person: Face<string> = {
  Input: PersonInput,
  Output: ({ value }) => <span>{useSources().names.person(value)}</span>,
  text: (value, _, names) => names.person(value),
}
