import { expect, test } from 'vitest'
import { answerTermFor, monitoringRules, thresholdFor } from './monitoring.ts'

// 川财绩〔2025〕10号 as secondary notes tell it: 1–4月 25 %, 1–6月 40 %, 1–8月 60 %, 1–10月 80 %, ten working days to answer.
test('四川 warns by its four periods from 2025 on', () => {
  const least = (day: string) => thresholdFor('510104', day)?.least
  expect(['2025-05-01', '2025-07-01', '2025-09-01', '2025-11-01', '2025-12-31'].map(least)).toEqual([
    '25',
    '40',
    '60',
    '80',
    '80',
  ])
  expect(answerTermFor('510104', '2025-09-01')).toEqual({ n: 10, unit: 'legal-work-day' })
})

// A district bureau's report of 2024 warns of what stays below 70 % in the year.
test('elsewhere the year is over before anybody is warned, at seventy percent', () => {
  expect(thresholdFor('340602', '2024-10-31')).toBeUndefined()
  expect(thresholdFor('340602', '2024-12-31')?.least).toBe('70')
})

test('every number names where it was read', () => {
  for (const row of [...monitoringRules.thresholds, ...monitoringRules.gaps]) expect(row.source).not.toBe('')
})
