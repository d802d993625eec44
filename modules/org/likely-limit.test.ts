import { expect, test } from 'vitest'
import { likelyLimit } from './likely-limit.ts'
import { limitText, parseLimit } from './limit.ts'

test.each([
  ['1紧急工作时制止', '1紧急工作时'],
  ['3天内', '3个工作日'],
  ['限4小时完成', '4小时'],
  ['两小时', '2小时'],
  ['十五天', '15个工作日'],
  ['二十四小时', '24小时'],
  ['1O天', '10个工作日'],
  ['l天', '1个工作日'],
  ['5工作曰', '5个工作日'],
  ['5工作天', '5个工作日'],
  ['3自然天', '3自然日'],
  ['2紧急工时', '2紧急工作时'],
  ['4时', '4小时'],
  ['4小 時', '4小时'],
])('by %s was probably meant %s', (text, meant) => {
  expect(parseLimit(text)).toBeUndefined()
  expect(limitText(likelyLimit(text)!)).toBe(meant)
})

test.each([
  '',
  '立即',
  '小时',
  '0天',
  '0.5小时',
  '半天',
  '2-3天',
  '2至3天',
  '三五天',
  '2天或5天',
  '2天3小时',
  '3天（自然日）',
  '2小时（紧急）',
  '3月1日',
  '5工作',
  '2紧工作时',
  '2紧急工作是',
  '30分',
  '2周',
  '一百天',
])('nothing is proposed for %s', (text) => expect(likelyLimit(text)).toBeUndefined())

test('a bare day that has words around it is the day of the bureau', () =>
  expect(likelyLimit('3天内', 'natural-day')).toEqual({ n: 3, unit: 'natural-day' }))
