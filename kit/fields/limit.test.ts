import { expect, test } from 'vitest'
import type { FieldView, Names } from './field.ts'
import { limit } from './limit.tsx'

const field = { kind: 'limit', label: '答复时限' } as FieldView
const said = (unit: string) => limit.text({ n: 10, unit }, field, {} as Names)

test('a limit is said with its unit, whether somebody has set it or a law', () => {
  expect(said('natural-day')).toBe('10 自然日')
  expect(said('legal-work-day')).toBe('10 个工作日')
  expect(said('legal-day')).toBe('10 日')
})
