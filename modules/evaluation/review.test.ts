import { expect, test } from 'vitest'
import type { LastLine } from './domain/last-year.ts'
import type { IndicatorLine } from './domain.ts'
import { review } from './review.ts'

const line = (more: Partial<IndicatorLine>): IndicatorLine => ({
  id: '1',
  level1: 'output',
  level2: 'number',
  name: '清运垃圾',
  direction: 'at-least',
  target: '800',
  measure: '吨',
  weight: '10',
  evidence: 'ledger',
  ...more,
})
const money = { initial: 20_0000_00, full: 20_0000_00, paid: 0 }
const asked = (more: Partial<IndicatorLine>) => review({ lines: [line(more)], money }).map(({ rule }) => rule)

test('a target with number, unit and source is asked nothing', () => {
  expect(asked({})).toEqual([])
})

test('B-22：a project of 20 万元 may not mean to spend 102.5', () => {
  const spend = { level2: 'cost', name: '投入金额', direction: 'at-most', target: '102.5', measure: '万元' } as const
  expect(review({ lines: [line(spend)], money })[0]!.sentence).toBe(
    '“投入金额”目标值102.5万元大于项目全年预算20.00万元；目标是否含其他部门的任务，或应按预算更正？',
  )
  expect(asked({ ...spend, target: '20' })).toEqual([])
  expect(asked({ ...spend, target: '200000', measure: '元' })).toEqual([])
  expect(asked({ ...spend, target: '200001', measure: '元' })).toEqual(['B-22'])
})

test('money among the numbers, satisfaction among the benefits, a budget kept as a quality: each is in the wrong place', () => {
  expect(asked({ name: '投入金额', measure: '万元', target: '10' })).toEqual(['T-01'])
  expect(asked({ level2: 'quality', name: '经费不超预算', measure: '%' })).toEqual(['T-01'])
  expect(asked({ level1: 'benefit', level2: 'social', name: '居民满意度', measure: '%' })).toEqual(['T-02'])
})

test('no number or no unit is asked for; a heavy indicator that is typed is asked whether it could be counted', () => {
  expect(asked({ target: undefined })).toEqual(['T-03'])
  expect(asked({ measure: '' })).toEqual(['T-03'])
  expect(asked({ evidence: 'typed', weight: '20' })).toEqual(['T-04'])
  expect(asked({ evidence: 'typed', weight: '20', direction: 'qualitative' })).toEqual([])
})

test('T-06：a target below what was reached the year before is asked about, whoever cites it or not', () => {
  const before: LastLine = {
    ...{ id: 'b', name: '清运垃圾', direction: 'at-least', target: '780', targetText: '≥780吨', measure: '吨' },
    ...{ actual: '812', actualText: '812吨', weight: '10', points: '10.00', lost: '0.00' },
  }
  const asked = (target: string) => review({ lines: [line({ target })], money, last: [before] })
  expect(asked('800').map(({ rule, sentence }) => [rule, sentence])).toEqual([
    ['T-06', '“清运垃圾”目标≥800吨低于上年的完成值812吨（上年目标≥780吨）；请说明为什么降低目标，或调整目标。'],
  ])
  expect(asked('812')).toEqual([])
})
