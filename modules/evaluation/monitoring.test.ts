import { Decimal } from 'decimal.js'
import { expect, test } from 'vitest'
import {
  budgetLight,
  forecastOf,
  forecastPaid,
  type Gap,
  indicatorLight,
  passedBy,
  rowsFor,
  type Standing,
  type Threshold,
  targetProgress,
  thresholdOn,
  worstOf,
} from './monitoring.ts'

const source = { source: '某文件', certainty: 'seen' } as const
const rows: readonly Threshold[] = [
  { region: '', from: '2020-01-01', periodEnd: '12-31', least: '70', ...source },
  { region: '51', from: '2025-01-01', periodEnd: '04-30', least: '25', ...source },
  { region: '51', from: '2025-01-01', periodEnd: '06-30', least: '40', ...source },
]
const half = new Decimal('0.5')

test('the threshold of a day is that of the last period that has ended, in the narrowest region', () => {
  const least = (region: string, day: string) => thresholdOn(rows, region, day)?.least
  expect(least('510104', '2025-04-29')).toBeUndefined()
  expect(least('510104', '2025-04-30')).toBe('25')
  expect(least('510104', '2025-09-01')).toBe('40')
  expect(thresholdOn(rows, '510104', '2025-09-01')?.endedOn).toBe('2025-06-30')
  expect(least('340602', '2024-12-30')).toBeUndefined()
  expect(least('340602', '2024-12-31')).toBe('70')
  expect(least('510104', '2024-12-31')).toBe('70')
})

test('a rule that was made anew takes the place of the one before, from its day on', () => {
  const gaps: readonly Gap[] = [
    { region: '51', from: '2025-01-01', most: '10', ...source },
    { region: '51', from: '2027-01-01', most: '8', ...source },
  ]
  expect(rowsFor(gaps, '510104', '2026-12-31').map(({ most }) => most)).toEqual(['10'])
  expect(rowsFor(gaps, '510104', '2027-01-01').map(({ most }) => most)).toEqual(['8'])
  expect(rowsFor(gaps, '340602', '2027-01-01')).toEqual([])
})

test('so many twelfths of the year have passed when a month ends, and in between it goes on day by day', () => {
  expect(passedBy('2024-08-31').times(12).toNumber()).toBe(8)
  expect(passedBy('2024-02-29').times(12).toNumber()).toBe(2)
  expect(passedBy('2023-07-01').times(12).minus(6).times(31).round().toNumber()).toBe(1)
  expect(passedBy('2024-12-31').toNumber()).toBe(1)
})

// Bounds 60 and 80 of what there should be by now: the warning set of a provincial performance system (rules 1.6).
test.each([
  [2999, 'red'],
  [3000, 'yellow'],
  [3999, 'yellow'],
  [4000, 'green'],
  [10_000, 'green'],
] as const)('half a year is over and %s of 10000 are spent: %s', (paid, light) => {
  expect(budgetLight({ full: 10_000, paid }, half).light).toBe(light)
})

test('without a budget there is no light, not a red one, and it says so', () => {
  expect(budgetLight({ full: 0, paid: 500 }, half)).toEqual({ light: null, because: '没有全年预算数，无法计算。' })
})

const seen = (more: Partial<Standing>) =>
  indicatorLight({ direction: 'at-least', target: '100', paced: true, ...more }, half)

// Bounds 60, 80 and 120 of target × month ÷ 12 (rules 1.6); nothing done is red.
test.each([
  ['0', 'red'],
  ['29.99', 'red'],
  ['30', 'yellow'],
  ['39.99', 'yellow'],
  ['40', 'green'],
  ['59.99', 'green'],
  ['60', 'blue'],
] as const)('of a hundred by the year’s end %s are done at its half: %s', (actual, light) => {
  expect(seen({ actual }).light).toBe(light)
})

test('a share is held against its target, whatever time has passed', () => {
  expect(seen({ actual: '79.99', paced: false }).light).toBe('yellow')
  expect(seen({ actual: '95', paced: false })).toMatchObject({ light: 'green', because: '完成95，为目标值的95.00%。' })
})

// ≤ green when kept, else red; < strictly (rules 1.6).
test('what must not be exceeded is green as long as it is not', () => {
  expect(seen({ direction: 'at-most', actual: '100' }).light).toBe('green')
  expect(seen({ direction: 'less', actual: '100' }).light).toBe('red')
  expect(seen({ direction: 'at-most', actual: '100.01' }).light).toBe('red')
  expect(seen({ direction: 'equal', target: '0', actual: '0' }).light).toBe('green')
  expect(seen({ direction: 'equal', target: '0', actual: '1' }).light).toBe('red')
  expect(seen({ direction: 'within', target: '20', upTo: '40', actual: '41' }).light).toBe('red')
})

// 达成 green, 部分达成 yellow, 未达成 red (rules 1.6).
test('what is judged in words has the light of its tier, and what has no value has none', () => {
  const tiers = (['met', 'partly', 'unmet'] as const).map((tier) => seen({ direction: 'qualitative', tier }).light)
  expect(tiers).toEqual(['green', 'yellow', 'red'])
  expect(seen({})).toEqual({ light: null, because: '还没有完成值。' })
  expect(seen({ target: '0', actual: '3' }).light).toBeNull()
})

test('a project is as well as the worst of it', () => {
  expect(worstOf(['green', 'yellow', 'red', null])).toBe('red')
  expect(worstOf(['blue', 'green', null])).toBe('green')
  expect(worstOf(['blue', null])).toBe('blue')
  expect(worstOf([null])).toBeNull()
})

test('going on like this, twice of it by the end; a share stays, and no more is paid than there is', () => {
  expect(forecastOf(new Decimal('30'), true, half).toString()).toBe('60')
  expect(forecastOf(new Decimal('98.5'), false, half).toString()).toBe('98.5')
  expect(forecastPaid({ full: 1000, paid: 400 }, half)).toBe(800)
  expect(forecastPaid({ full: 1000, paid: 700 }, half)).toBe(1000)
  expect(forecastPaid({ full: 1000, paid: 1100 }, half)).toBe(1100)
})

test('the progress towards the targets is weighed, and what is over its target makes up for nothing', () => {
  const line = (target: string, actual: string, weight: string, direction: Standing['direction'] = 'at-least') => ({
    direction,
    target,
    actual,
    weight,
    paced: true,
  })
  expect(targetProgress([line('10', '20', '10'), line('10', '5', '30')])?.toString()).toBe('62.5')
  expect(targetProgress([line('10', '5', '30', 'at-most')])).toBeUndefined()
})
