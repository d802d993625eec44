import { expect, test } from 'vitest'
import { dateTime, groupedText, quantity, span, wan, yuan } from './text.ts'

test('the last minutes of a year in China belong to it, whatever the browser thinks', () => {
  expect(dateTime('2022-12-31T15:59:00.000Z')).toBe('2022-12-31 23:59')
  expect(dateTime('2022-12-31T16:00:00.000Z')).toBe('2023-01-01 00:00')
})

test('money is grouped and keeps its two digits', () => {
  expect(yuan(30053430)).toBe('300,534.30')
  expect(yuan(-5)).toBe('-0.05')
})

test('a budget is read in 万元, rounded half up', () => {
  expect(wan(302190000)).toBe('302.19')
  expect(wan(15000)).toBe('0.02')
})

test('a quantity shows the thousandths it has and no more', () => {
  expect(quantity(8337395)).toBe('8,337.395')
  expect(quantity(5000)).toBe('5')
})

test('only whole digits are grouped, and what is no number is left alone', () => {
  expect(groupedText('1234567.8901')).toBe('1,234,567.8901')
  expect(groupedText('—')).toBe('—')
})

test('a span is told by its two largest parts', () => {
  expect(span(((2 * 24 + 3) * 60 + 59) * 60_000)).toBe('2 天 3 小时')
  expect(span((12 * 24 + 3) * 3_600_000)).toBe('12 天')
  expect(span(-200 * 60_000)).toBe('3 小时 20 分')
  expect(span(59_000)).toBe('0 分')
})
