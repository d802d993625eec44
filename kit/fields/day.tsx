import { lazy } from 'react'
import type { Face } from './field.ts'

const DayInput = lazy(() => import('./day-input.tsx').then((found) => ({ default: found.DayInput })))

export const date: Face<string> = {
  Input: DayInput,
  Output: ({ value }) => <time dateTime={value}>{value}</time>,
  text: (value) => value,
}
