import { afterEach, expect, test, vi } from 'vitest'
import { leave } from './leave.ts'

afterEach(() => vi.unstubAllGlobals())

test('whoever leaves a desk leaves no half written report in it, even when the line is broken', async () => {
  const items = new Map([
    ['chengji.draft.p-receiver.case.new.receive', '{"data":{"address":"芝山路"}}'],
    ['chengji.year', '2022'],
  ])
  const assign = vi.fn()
  vi.stubGlobal('localStorage', {
    get length() {
      return items.size
    },
    key: (i: number) => [...items.keys()][i] ?? null,
    removeItem: (place: string) => void items.delete(place),
  })
  vi.stubGlobal('location', { assign })
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('the line is broken')))
  await leave()
  expect([...items.keys()]).toEqual(['chengji.year'])
  expect(assign).toHaveBeenCalledWith('/sign-in')
})
