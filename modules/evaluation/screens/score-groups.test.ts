import { expect, test } from 'vitest'
import { groupsOf } from './score-groups.ts'
import type { ScoreLine } from './scores.ts'

const line = (level1: string, weight: string, points: string, lost: string) =>
  ({ level1, level1Label: `${level1}指标`, weight, points, lost }) as ScoreLine

test('the points of a level are the exact sum of its lines, to the hundredth', () => {
  const lines = [
    line('产出', '10.00', '0.10', '9.90'),
    line('产出', '10.00', '0.20', '9.80'),
    line('效益', '5.00', '5.00', '0.00'),
  ]
  expect(groupsOf(lines).map(({ label, weight, points, lost }) => [label, weight, points, lost])).toEqual([
    ['产出指标', '20', '0.3', '19.7'],
    ['效益指标', '5', '5', '0'],
  ])
})
