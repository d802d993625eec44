import { expect, test } from 'vitest'
import { readClock } from './clock.ts'

const startedAt = '2022-03-01T01:00:00.000Z'
const dueAt = '2022-03-01T05:00:00.000Z'
const at = (time: string) => Date.parse(`2022-03-01T${time}:00.000Z`)

test('half way through its limit a case is under way and says how much is left', () => {
  expect(readClock({ startedAt, dueAt }, at('03:00'))).toEqual({ share: 0.5, tone: 'doing', words: '剩 2 小时' })
})

test('with less than a quarter left the clock warns', () => {
  expect(readClock({ startedAt, dueAt }, at('04:10'))).toMatchObject({ tone: 'soon', words: '剩 50 分' })
})

test('past its limit a case says by how much', () => {
  expect(readClock({ startedAt, dueAt }, at('08:20'))).toEqual({ share: 1, tone: 'late', words: '超时 3 小时 20 分' })
})

test('a clock that was stopped in time stays in time however late one looks', () => {
  const stopped = { startedAt, dueAt, stoppedAt: '2022-03-01T02:00:00.000Z' }
  expect(readClock(stopped, at('23:00'))).toEqual({ share: 0.25, tone: 'done', words: '按期' })
})

test('that a clock once ran out is not forgotten when a later run ends in time', () => {
  const again = { startedAt, dueAt, stoppedAt: '2022-03-01T02:00:00.000Z', late: true }
  expect(readClock(again, at('23:00'))).toMatchObject({ tone: 'late', words: '曾超时' })
})
