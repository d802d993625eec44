import { expect, test } from 'vitest'
import { countsInWords, countsOfAll, talliesOf } from './tally.ts'

const found = [
  { kind: 'rate', severity: 'question' },
  { kind: 'part-sum', severity: 'error' },
  { kind: 'rate', severity: 'error' },
  { kind: 'rate', severity: 'error' },
] as const
const held = [{ kind: 'growth' }, { kind: 'rate' }, { kind: 'growth' }, { kind: 'count' }] as const

test('what was tested is counted by how it came out', () => {
  expect(countsInWords(countsOfAll(found, held.length))).toBe('错误 3、存疑 1、核对无误 4')
  expect(countsInWords(countsOfAll([], 0))).toBe('')
})

test('by kind, the most errors come first, then what was tested most', () => {
  expect(talliesOf(found, held).map(({ label, counts, total }) => [label, countsInWords(counts), total])).toEqual([
    ['比率', '错误 2、存疑 1、核对无误 1', 4],
    ['分项合计', '错误 1', 1],
    ['增减幅度', '核对无误 2', 2],
    ['数目', '核对无误 1', 1],
  ])
})
