import { expect, test } from 'vitest'
import { checkReading } from '../check/index.ts'
import { readText } from '../read/text.ts'
import { meaningOf } from './meant.ts'

const meaningsIn = (text: string) =>
  checkReading(readText('报告.txt', text))
    .findings.filter(({ computed }) => computed)
    .map((one) => [one.claimed, meaningOf(one), one.computed])

test('a figure that comes right with one slip of the hand should be what it is computed to be', () => {
  expect(meaningsIn('全年支出1437.21万元，其中：基本支出4337.21万元，项目支出1000万元。')).toContainEqual([
    '4337.21万元',
    '应为',
    '437.21万元',
  ])
})

test('a misspelled word should be the right one', () => {
  expect(meaningsIn('清单并制做并发布，工作有序。')).toContainEqual(['制做', '应为', '制作'])
})

test('where any of the figures may be wrong, what comes out is only computed', () => {
  expect(meaningsIn('全年受理4520件，结案4475件，结案率93.47%。')).toContainEqual(['93.47%', '计算得', '99.00%'])
})

test('of two places that differ neither is known to be right', () => {
  expect(meaningsIn('1、垃圾分类：预算20万元，用于宣传。\n垃圾分类项目投入10万元（年度指标≤60万元）。')).toContainEqual(
    ['≤60万元', '对照', '预算20万元'],
  )
  expect(
    meaningsIn('有项目服务对象满意度均达100%，其中农村环境卫生项目满意度达98%。').filter(
      ([, meaning]) => meaning === '应为',
    ),
  ).toEqual([])
})
