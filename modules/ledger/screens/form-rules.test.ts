import { expect, test } from 'vitest'
import type { LedgerView } from './catalog.ts'
import { answered, changed, groupsFor, mistakesIn } from './form-rules.ts'

const field = (kind: string, label: string, more: object = {}) => ({ kind, label, ...more })
const ledger = {
  fields: {
    kind: field('choice', '大类', {
      options: [
        { value: 'a', label: '甲' },
        { value: 'b', label: '乙' },
      ],
    }),
    part: field('choice', '小类', { within: 'kind', options: [{ value: 'a1', label: '甲一', parent: 'a' }] }),
    detail: field('choice', '细类', { within: 'part', options: [{ value: 'a11', label: '甲一一', parent: 'a1' }] }),
    place: field('point', '位置'),
    photos: field('photos', '照片'),
    words: field('long-text', '描述'),
  },
  form: { 情况: ['kind', 'part', 'detail', 'words', 'photos'], 位置: ['place'] },
} as unknown as LedgerView
const asked = { id: 'open', label: '登记', needs: ['kind', 'place'], may: ['words', 'photos'] }

test('at a desk the form follows its groups and leaves out what the step does not ask', () => {
  expect(groupsFor(ledger, asked, false)).toEqual([
    { title: '情况', fields: ['kind', 'words', 'photos'] },
    { title: '位置', fields: ['place'] },
  ])
})

test('in the street the photo comes first, then the place', () => {
  expect(groupsFor(ledger, asked, true)).toEqual([
    { title: '现场', fields: ['photos', 'place'] },
    { title: '情况', fields: ['kind', 'words'] },
  ])
})

test('what is missing is said beside its field, and only for what the step needs', () => {
  expect(mistakesIn(ledger, asked, { kind: 'a' }, undefined)).toEqual({ place: '还差“位置”' })
})

test('longitude and latitude the wrong way round are noticed before anything is sent', () => {
  const found = mistakesIn(ledger, asked, { kind: 'a', place: { lng: 26.2, lat: 111.6 } }, undefined)
  expect(found.place).toContain('请检查是否颠倒')
})

test('a return without its reason is not sent', () => {
  const back = { id: 'back', label: '退回', needs: [], may: [], reason: '退回原因' }
  expect(mistakesIn(ledger, back, {}, '  ')).toEqual({ reason: '请填写退回原因' })
})

test('another class takes back the subclass below it and what hung on that', () => {
  const before = { kind: 'a', part: 'a1', detail: 'a11', words: '有' }
  expect(answered(ledger, before, 'kind', 'b')).toEqual({ kind: 'b', part: undefined, detail: undefined, words: '有' })
})

test('the same class chosen again takes nothing back', () => {
  expect(answered(ledger, { kind: 'a', part: 'a1' }, 'kind', 'a')).toEqual({ kind: 'a', part: 'a1' })
})

test('only what is new is entered: what the record says already is not said again', () => {
  const before = { kind: 'a', place: { lng: 111, lat: 26 }, words: '旧' }
  expect(changed({ kind: 'a', place: { lng: 111, lat: 26 }, words: '新', photos: [] }, before)).toEqual({ words: '新' })
})
