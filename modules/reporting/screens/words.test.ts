import { expect, test } from 'vitest'
import { textOf, wordsOf } from './words.ts'

const figures = new Map([
  ['closed', { id: 'closed', label: '结案' }],
  ['filed', { id: 'filed', label: '立案' }],
])
const pieces = [
  '依〔2004〕52号文，立案',
  { figure: 'filed' },
  '，结案',
  { figure: 'closed' },
  '，又见',
  { figure: 'closed' },
  '。',
]

test('a paragraph is edited with its figures as marks, and kept with them by name, whatever order they come in', () => {
  expect(wordsOf(pieces, figures)).toBe('依〔2004〕52号文，立案〔立案〕，结案〔结案〕，又见〔结案〕。')
  expect(textOf('〔结案〕结案，〔立案〕立案，即〔结案〕。', pieces, figures)).toBe(
    '{closed}结案，{filed}立案，即{closed}。',
  )
})

test('a mark that was taken out is not put back, and numbers of papers are no marks', () => {
  expect(textOf('依〔2004〕52号文，结案〔结案〕。', pieces, figures)).toBe('依〔2004〕52号文，结案{closed}。')
})
