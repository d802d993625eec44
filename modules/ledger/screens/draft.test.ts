import { expect, test } from 'vitest'
import { cases } from '../../../catalog/ledgers/cases.ts'
import { clearDrafts, draftPlace, keepable } from './draft.ts'

function shelf(kept: Record<string, string>): Storage {
  const items = new Map(Object.entries(kept))
  return {
    get length() {
      return items.size
    },
    key: (i) => [...items.keys()][i] ?? null,
    getItem: (place) => items.get(place) ?? null,
    setItem: (place, text) => void items.set(place, text),
    removeItem: (place) => void items.delete(place),
    clear: () => items.clear(),
  }
}

test('a half written report is kept without who reported it and the telephone', () => {
  const data = { address: '芝山路菜市场北门', reporter: '王先生', phone: '19900001234' }
  const draft = { data, reason: '补登', key: 'report-0001' }
  expect(keepable(draft, cases.fields)).toEqual({ ...draft, data: { address: '芝山路菜市场北门' } })
  expect(draft.data).toBe(data)
})

test('whoever signs out leaves nothing half written on the desk, of anybody, and nothing else is lost', () => {
  const storage = shelf({
    [draftPlace('p-receiver', 'case', undefined, 'receive')]: '{}',
    'chengji.year': '2022',
    [draftPlace('p-receiver', 'case', '0190', 'file')]: '{}',
    [draftPlace('p-lead', 'case', '0190', 'void')]: '{}',
  })
  clearDrafts(storage)
  expect(Array.from({ length: storage.length }, (_, i) => storage.key(i))).toEqual(['chengji.year'])
})
