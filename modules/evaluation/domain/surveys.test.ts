import { expect, test } from 'vitest'
import { portions, satisfaction } from './surveys.ts'

const of = (...scores: number[]) => scores.map((score) => ({ score, most: 100 }))

test('four people of very many: 100, 80, 80 and 60 points are 80 % ± 16.00, counted by hand', () => {
  // Mean 80. Deviations 20, 0, 0, −20: squares add to 800, s² = 800 ÷ 3 = 266.667, s = 16.3299.
  // 1.96 × 16.3299 ÷ √4 = 16.0033.
  expect(satisfaction(of(100, 80, 80, 60))).toEqual({ value: '80.00', low: '64.00', high: '96.00' })
})

test('of thirteen people there are, the same four leave less to chance: the interval shrinks by √(9 ÷ 12)', () => {
  // 16.0033 × 0.866025 = 13.8593.
  expect(satisfaction(of(100, 80, 80, 60), 13)).toEqual({ value: '80.00', low: '66.14', high: '93.86' })
})

test('whoever is asked and answers to the last person leaves nothing to chance', () => {
  expect(satisfaction(of(100, 80, 80, 60), 4)).toEqual({ value: '80.00', low: '80.00', high: '80.00' })
})

test('a question left out is neither for nor against: the sum of points over the sum of what they could be', () => {
  // (160 + 30) ÷ (200 + 100) = 63.33 %. d = (160 − 126.667) ÷ 150 = 0.2222 and (30 − 63.333) ÷ 150 = −0.2222;
  // s = √(2 × 0.049383) = 0.31427; 1.96 × 0.31427 ÷ √2 = 0.43556.
  const answers = [
    { score: 160, most: 200 },
    { score: 30, most: 100 },
  ]
  expect(satisfaction(answers)).toEqual({ value: '63.33', low: '19.78', high: '100.00' })
})

test('one answer has a value and no interval, none has neither', () => {
  expect(satisfaction(of(60))).toEqual({ value: '60.00' })
  expect(satisfaction([])).toBeUndefined()
})

test('the shares of a question are of those who answered it', () => {
  const scale = [
    { value: 's1', label: '很满意' },
    { value: 's2', label: '满意' },
    { value: 's5', label: '很不满意' },
  ]
  expect(portions(scale, ['s1', 's2', 's1', undefined])).toEqual([
    { label: '很满意', n: 2, percent: '66.7' },
    { label: '满意', n: 1, percent: '33.3' },
    { label: '很不满意', n: 0, percent: '0.0' },
  ])
})
