import { expect, test } from 'vitest'
import type { ReportDocument } from '../domain.ts'
import { editableAt, edited, keepsFigures } from './edits.ts'

const document = {
  sections: [
    {
      heading: '一、情况',
      blocks: [
        { sub: '（一）案件' },
        { text: '{bureau}受理{received}，结案{closed}。' },
        { text: '基金支出{fund}。', unless: { zero: 'fund', say: '没有基金支出。' } },
      ],
    },
  ],
} as unknown as ReportDocument

test('a paragraph may be rewritten, a heading and what changes with a figure may not', () => {
  expect(editableAt(document, '0.1')).toBe('{bureau}受理{received}，结案{closed}。')
  expect([editableAt(document, '0.0'), editableAt(document, '0.2'), editableAt(document, '3.1')]).toEqual([
    undefined,
    undefined,
    undefined,
  ])
})

test('the words change, the figures stay: none left out, none added, none twice', () => {
  const keeps = (text: string) => keepsFigures('{bureau}受理{received}，结案{closed}。', text)
  expect(keeps('结案{closed}，是受理{received}中的大多数。')).toBe(true)
  expect([keeps('结案{closed}。'), keeps('{received}{closed}{closed}'), keeps('{received}{closed}{filed}')]).toEqual([
    false,
    false,
    false,
  ])
})

test('a rewritten paragraph stands in its place, one that lost a figure does not', () => {
  const blocks = (text: string) => edited(document, new Map([['0.1', text]])).sections[0]!.blocks
  expect(blocks('全年受理{received}，其中结案{closed}。')[1]).toEqual({
    text: '全年受理{received}，其中结案{closed}。',
  })
  expect(blocks('全年受理7012件。')[1]).toEqual(document.sections[0]!.blocks[1])
})
