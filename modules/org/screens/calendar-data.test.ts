import { expect, test } from 'vitest'
import { monthOf } from './calendar-data.ts'

const days = new Map([
  ['2022-01-29', { day: '2022-01-29', working: true, name: '春节调休' }],
  ['2022-01-31', { day: '2022-01-31', working: false, name: '春节' }],
])
const january = monthOf(2022, 1, days)
const cell = (date: number) => january.find((one) => one.date === date)

test('a Saturday on which people work in exchange stands out', () => {
  expect(cell(29)).toMatchObject({ weekday: 6, working: true, special: true, name: '春节调休' })
})

test('a Monday off stands out, an ordinary Sunday does not', () => {
  expect(cell(31)).toMatchObject({ weekday: 1, working: false, special: true })
  expect(cell(30)).toMatchObject({ weekday: 0, working: false, special: false })
})

test('February of a leap year has its 29th', () => {
  expect(monthOf(2024, 2, new Map())).toHaveLength(29)
})
