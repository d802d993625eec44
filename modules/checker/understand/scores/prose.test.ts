import { expect, it } from 'vitest'
import { readText } from '../../read/text.ts'
import { understand } from '../index.ts'
import { scoresOf } from '../scores.ts'
import type { ScoreNode } from './model.ts'

/** 决策 15/14 [立项 5/5]: name, points, points got and the parts. */
const written = ({ name, weight, got, parts }: ScoreNode): string =>
  `${name} ${weight?.value ?? '-'}/${got?.value ?? '-'}${parts.length ? ` [${parts.map(written).join(', ')}]` : ''}`

const scoresIn = (...lines: string[]) => scoresOf(understand(readText('自评报告.txt', lines.join('\n'))))
const treeOf = (...lines: string[]) => scoresIn(...lines).tops.map(written)
const totalsIn = (...lines: string[]) =>
  scoresIn(...lines).totals.map(({ quantity, whole }) => `${quantity.value}${whole ? '' : ' of others'}`)

it('the points of a part stand in the bracket behind its name, also right behind the total', () => {
  const text = '根据《自评表》，综合得分92.76分，其中：预算执行（10分）得9.76分，部门管理（90分）得83分。'
  expect(treeOf(text)).toEqual(['预算执行 10/9.76', '部门管理 90/83'])
  expect(totalsIn(text)).toEqual(['92.76'])
})

it('a figure behind the bracket of what may be got was got', () => {
  expect(treeOf('具体为：决策（20分）17.5分、过程（20分）18.7分。')).toEqual(['决策 20/17.5', '过程 20/18.7'])
})

it('all there may be got is no total', () => {
  expect(totalsIn('项目自评价总分100分，实得95.6分，等级“优秀”。')).toEqual(['95.6'])
})

it('a score of a hundred that is turned into points is not what was got of them', () => {
  expect(treeOf('市容管理指标满分10分，得92.76分（百分制折算后得9.28分）。')).toEqual(['市容管理指标 10/9.28'])
  expect(treeOf('市容测评指标分值10分，年度测评得92.76分，按百分制折算得9.28分。')).toEqual(['市容测评指标 10/9.28'])
})

it('a group told behind its items is their whole', () => {
  expect(treeOf('数量20分，得19分；质量15分，得15分；时效15分，得14分。以上产出指标共50分，得48分。')).toEqual([
    '产出指标 50/48 [数量 20/19, 质量 15/15, 时效 15/14]',
  ])
  expect(
    treeOf('一、决策指标（15分）', '（一）立项（5分），得5分。', '（二）目标（10分），得9分。', '决策指标共得14分。'),
  ).toEqual(['决策指标 15/14 [立项 5/5, 目标 10/9]'])
})

it('what another body gave is no total of this evaluation', () => {
  expect(totalsIn('自评得分96分，财政部门复核得分93分，第三方评价得分91.5分。')).toEqual([
    '96',
    '93 of others',
    '91.5 of others',
  ])
})

it('one thing named behind 其中 need not be all of its group', () => {
  const [group] = scoresIn(
    '效果20分得17.9分。投入20分得20分，效果30分得28分，其中“满意度”指标分值10分，得9分。',
  ).tops.filter(({ parts }) => parts.length)
  expect(group?.partial).toBe(true)
})

it('one thing with what it got and no more is that thing and no group', () => {
  expect(
    treeOf('（3）无害化处理率（5分）：年度目标值100%。全年清运21.46万吨，因台账报送延迟扣0.5分，得4.5分。'),
  ).toEqual(['无害化处理率 5/4.5'])
})

it('what bears the grade is the total, however small', () => {
  expect(totalsIn('2023年度项目自评得分9.5分，绩效等级为“优”。')).toEqual(['9.5'])
})

it('figures told in turn, 分别为, are of no one name', () => {
  const text = '由决策和产出两个指标组成，分值分别为35分和65分，合计100分，得分分别为34分和60分，综合得分94分。'
  expect(treeOf(text).some((one) => one.startsWith('和'))).toBe(false)
  expect(totalsIn(text)).toEqual(['94'])
})

it('a list that begins with one and has exactly its points stands below what is named before it', () => {
  expect(
    treeOf(
      '产出指标（50分）自评得分48.5分。1.数量（15分）：得15分。2.质量（20分）：得19分。3.时效（15分）：得14.5分。',
    ),
  ).toEqual(['产出指标 50/48.5 [数量 15/15, 质量 20/19, 时效 15/14.5]'])
})

it('what stands beside a score of another year is nothing it may get', () => {
  expect(treeOf('2023年绩效评价得分为93分，2022年为91.5分，提高1.5分。').filter((one) => /93/.test(one))).toEqual([])
})

it('小计 behind the items of a group is what it got', () => {
  expect(treeOf('1.目标设定（5分）。（1）合理性（3分），得3分；（2）明确性（2分），得1.5分。小计4.5分。')).toEqual([
    '目标设定 5/4.5 [合理性 3/3, 明确性 2/1.5]',
  ])
})
