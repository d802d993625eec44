import { describe, expect, test } from 'vitest'
import type { RenderedSection } from '../domain.ts'
import { segmentsOf, unprovenIn } from './digits.ts'

const found = (text: string) => segmentsOf(text).flatMap(({ text, unproven }) => (unproven ? [text] : []))

describe('a number that nobody counted is found', () => {
  test.each([
    ['新增停车位120个', ['120']],
    ['支出1,234.50万元，占预算的96.5%', ['1,234.50', '96.5%']],
    ['支出1，234万元', ['1，234']],
    ['清理小广告３６００条', ['３６００']],
    ['2022年新建公厕3座', ['3']],
    ['2022年3月新建公厕3座', ['3']],
    ['历时3个月', ['3']],
    ['整改率100％，投诉下降5‰', ['100％', '5‰']],
    ['目标1.5万元', ['1.5']],
    ['12、13两个点位', ['12', '13']],
    ['共2022件', ['2022']],
    ['用了20年的设备', ['20']],
    ['拨打12319热线', ['12319']],
    ['第一名得95分', ['95']],
    ['出动人员约1500余人次、车辆300台次', ['1500', '300']],
    ['PM2.5下降', ['2.5']],
    ['面积13月内', ['13']],
  ])('%s', (text, digits) => expect(found(text)).toEqual(digits))
})

describe('years, days, papers, standards, ordinals and headings are left alone', () => {
  test.each([
    '2022年度部门整体支出绩效自评报告',
    '2021—2023年三年行动',
    '2022年1-7月监控，2022年12月31日封账',
    '3月5日至10月8日，12月印发',
    '2022-12-31，2022/3/5，2022.12.31',
    '财预〔2020〕10号、湘政函〔2004〕52号',
    '永编发[2004]20号，鄂财绩发（2020）3号',
    '《政府信息公开条例》（2019）第26条',
    '第3季度、第12至15项、第1次会议、第34号令',
    'GB/T 30428.2—2013、CJJ 27-2012、DB43/T 1002-2015、GB18918',
    '1.总体情况',
    '2、存在的问题',
    '（3）改进措施',
    '1.2 部门职能',
    '措施如下：1、加强巡查；2、及时整改。3.按月通报',
    '全年没有数字的一段话',
    '',
  ])('%s', (text) => expect(found(text)).toEqual([]))
})

test('the segments together are the text, whatever is in it', () => {
  for (const text of ['新增120个，改造3处', '2022年', '', '９9%', '1、2、3'])
    expect(
      segmentsOf(text)
        .map((one) => one.text)
        .join(''),
    ).toBe(text)
})

test('only what begins a paragraph is its number: behind a figure the same digits are a claim', () => {
  const behind = segmentsOf('1、其他', false)
  expect(behind[0]).toEqual({ text: '1', unproven: true })
})

const sections: RenderedSection[] = [
  {
    heading: '一、投入5万元',
    blocks: [
      { kind: 'sub', text: '（1）路灯' },
      { kind: 'text', pieces: ['更换路灯', { figure: 'lamps' }, '，另有12盏由街道更换。'] },
      {
        kind: 'table',
        caption: '明细',
        head: ['序号', '项目'],
        rows: [
          [['1'], ['智慧城管30路']],
          [['2'], [{ figure: 'a' }]],
        ],
      },
    ],
  },
]
test('figures are never listed, prose, headings and cells are, each with where it stands', () => {
  expect(unprovenIn(sections)).toEqual([
    { heading: '一、投入5万元', digits: '5', before: '一、投入', after: '万元' },
    { heading: '一、投入5万元', digits: '12', before: '，另有', after: '盏由街道更换。' },
    { heading: '一、投入5万元', digits: '30', before: '智慧城管', after: '路' },
  ])
})
