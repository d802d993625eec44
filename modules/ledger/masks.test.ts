import { expect, test } from 'vitest'
import { maskName, maskPerson } from './domain.ts'

test.each([
  ['陈某', '陈*'],
  ['王笃行', '王**'],
  ['李知行', '李**'],
  ['欧阳建国', '欧**'],
  ['陈大明（某某小吃店经营者）', '陈**'],
  ['零陵某置业公司', '零陵某置业公司'],
  ['某超市', '某超市'],
])('%s is read by the public as %s', (name, shown) => expect(maskName(name)).toBe(shown))

test('of a person always only the first character is read, whatever the name looks like', () => {
  expect(maskPerson('公司')).toBe('公*')
  expect(maskPerson('张小店')).toBe('张**')
  expect(maskPerson('')).toBe('')
})
