import { expect, test } from 'vitest'
import { newId } from './ids.ts'

const isSorted = (ids: string[]) => ids.every((id, at) => at === 0 || ids[at - 1]! < id)

test('ids made one after the other sort in that order', () => {
  expect(isSorted(Array.from({ length: 5000 }, () => newId()))).toBe(true)
})

test('a thousand records imported for one past moment keep their order, and lie between their neighbours in time', () => {
  const at = Date.parse('2021-06-01T00:00:00Z')
  const ids = [newId(at - 1), ...Array.from({ length: 1000 }, () => newId(at)), newId(at + 1)]
  expect(isSorted(ids)).toBe(true)
  expect(ids[1]).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  expect(Number.parseInt(ids[1]!.replaceAll('-', '').slice(0, 12), 16)).toBe(at)
})
