import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, dayOf, fixedClock, isDay, nextDay, startOfDay } from './clock.ts'

test('a report at one in the morning in China belongs to the new day', () => {
  expect(dayOf('2022-12-31T15:59:59.999Z')).toBe('2022-12-31')
  expect(dayOf('2022-12-31T16:00:00.000Z')).toBe('2023-01-01')
  expect(startOfDay('2023-01-01')).toBe('2022-12-31T16:00:00.000Z')
})

test('the day after the last of February follows the leap year', () => {
  expect(nextDay('2024-02-28')).toBe('2024-02-29')
  expect(nextDay('2023-02-28')).toBe('2023-03-01')
  expect(addDays('2023-01-01', -1)).toBe('2022-12-31')
})

test('every moment lies between the start of its day and the start of the next', () => {
  const moments = fc.date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
  fc.assert(
    fc.property(moments, (date) => {
      const at = date.toISOString()
      return startOfDay(dayOf(at)) <= at && at < startOfDay(nextDay(dayOf(at)))
    }),
  )
})

test('a day that is not in the calendar is no day', () => {
  expect(['2024-02-29', '2022-12-31'].every(isDay)).toBe(true)
  expect(['2023-02-29', '2022-13-01', '2022-1-1', '20220101', '', '2022-12-31T00:00:00Z'].some(isDay)).toBe(false)
})

test('a fixed clock moves only when it is told to', () => {
  const clock = fixedClock('2022-03-01T06:05:00.000Z')
  expect([clock.now(), clock.now()]).toEqual(['2022-03-01T06:05:00.000Z', '2022-03-01T06:05:00.000Z'])
  clock.advance({ days: 1, hours: 2, minutes: 3, seconds: 4 })
  expect(clock.now()).toBe('2022-03-02T08:08:04.000Z')
  clock.set('2020-01-01T00:00:00Z')
  expect(clock.now()).toBe('2020-01-01T00:00:00.000Z')
})
