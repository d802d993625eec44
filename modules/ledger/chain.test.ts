import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonical } from './domain.ts'

test('any text is written as JSON writes it, whatever signs are in it', () => {
  const texts = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: 'grapheme' }),
    fc.constant('\ud800“”\u2028\u007f'),
  )
  fc.assert(fc.property(texts, (text) => canonical(text) === JSON.stringify(text)))
})

test('the keys are sorted at every depth, and what is not there is not written', () => {
  expect(canonical({ b: [{ d: 1, c: null }], a: '街道', z: undefined })).toBe('{"a":"街道","b":[{"c":null,"d":1}]}')
})

test('a value that went through the database has the same text', () => {
  fc.assert(fc.property(fc.jsonValue(), (value) => canonical(JSON.parse(JSON.stringify(value))) === canonical(value)))
})
