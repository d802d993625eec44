import { expect, test } from 'vitest'
import { linesOf } from './lines.ts'
import type { Word } from './page.ts'

/** 12 points high; each after the room given before it. */
function printed(...pieces: [room: number, text: string, width: number][]): string | undefined {
  let right = 56
  const words = pieces.map(([room, text, width]): Word => {
    const x = right + room
    right = x + width
    return { text, x, right, base: 100, size: 12 }
  })
  return linesOf(words)[0]?.text
}

test('a blank printed inside the brackets of a document number is read as one', () => {
  expect(printed([0, '湘政函〔', 48], [0, '2004', 24], [6, '〕', 12], [0, '52', 12], [2, '号', 12])).toBe(
    '湘政函〔2004 〕52号',
  )
})

test('the room a typesetter leaves between figures and characters is no blank', () => {
  expect(
    printed([0, '受理案件', 48], [3, '7012', 24], [6, '件（占', 36], [3, '99', 12], [1, '%', 6], [2, '）', 12]),
  ).toBe('受理案件7012件（占99%）')
})
