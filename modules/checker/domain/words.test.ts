import { expect, test } from 'vitest'
import { checkReading } from '../check/index.ts'
import { readText } from '../read/text.ts'
import { bySeverity, groupsOf } from './words.ts'

const found = [{ severity: 'error' }, { severity: 'error' }, { severity: 'question' }, { severity: 'format' }] as const

test('findings are numbered as they are shown, the gravest first', () => {
  expect(groupsOf(found).map(({ label, findings }) => [label, findings])).toEqual([
    ['错误', [0, 1]],
    ['存疑', [2]],
    ['格式', [3]],
  ])
})

test('a filter leaves out findings and keeps the numbers of the others', () => {
  expect(groupsOf(found, (number) => number > 0).map(({ findings }) => findings)).toEqual([[1], [2], [3]])
})

test('a report tells the gravest first, and what is as grave in the order of the text', () => {
  const { findings } = checkReading(
    readText('报告.txt', '全年劝导619余条。\n全年受理4520件，结案4475件，结案率93.47%。\n清单并制做并发布，工作有序。'),
  )
  const told = findings.map(({ severity, places: [first] }) => ({ severity, start: first?.start ?? 0 }))
  const sorted = [...told].sort((one, other) => bySeverity(one, other) || one.start - other.start)
  expect(told).toEqual(sorted)
  expect(told.map(({ severity }) => severity)).toEqual(['error', 'error', 'question'])
})
