import { expect, test } from 'vitest'
import { portions, satisfaction } from './surveys.ts'

const of = (...scores: number[]) => scores.map((score) => ({ score, most: 100 }))

test('four people of very many: 100, 80, 80 and 60 points are 80 %, and its Wilson interval was counted by hand', () => {
  // Mean 80. Deviations 20, 0, 0, −20: squares add to 800, s² = 800 ÷ 3 = 266.667, s = 16.3299.
  // n = 4 × 0.8 × 0.2 ÷ 0.0266667 = 24. z² ÷ n = 0.160067; middle (0.8 + 0.080033) ÷ 1.160067 = 0.758605;
  // margin 1.96 × √(0.16 ÷ 24 + 3.8416 ÷ (4 × 576)) ÷ 1.160067 = 0.154241.
  expect(satisfaction(of(100, 80, 80, 60))).toEqual({ value: '80.00', low: '60.44', high: '91.28' })
})

test('of thirteen people there are, the same four leave less to chance: they count for 12 ÷ 9 as many', () => {
  // n = 24 × 12 ÷ 9 = 32.
  expect(satisfaction(of(100, 80, 80, 60), 13)).toEqual({ value: '80.00', low: '63.30', high: '90.27' })
})

test('whoever is asked and answers to the last person leaves nothing to chance', () => {
  expect(satisfaction(of(100, 80, 80, 60), 4)).toEqual({ value: '80.00', low: '80.00', high: '80.00' })
})

test('a question left out is neither for nor against: the sum of points over the sum of what they could be', () => {
  // (160 + 30) ÷ (200 + 100) = 63.33 %. d = (160 − 126.667) ÷ 150 = 0.2222 and (30 − 63.333) ÷ 150 = −0.2222;
  // s² = 2 × 0.049383 = 0.098765; n = 2 × 0.232222 ÷ 0.098765 = 4.7025.
  const answers = [
    { score: 160, most: 200 },
    { score: 30, most: 100 },
  ]
  expect(satisfaction(answers)).toEqual({ value: '63.33', low: '24.47', high: '90.20' })
})

test('fifty who are all very satisfied leave something to chance: 92.86 to 100.00, not a point', () => {
  // Of p = 1 the lower end is 1 ÷ (1 + z² ÷ n) = 1 ÷ 1.076832.
  expect(satisfaction(of(...Array<number>(50).fill(100)))).toEqual({ value: '100.00', low: '92.86', high: '100.00' })
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
