import { expect, test } from 'vitest'
import type { Body } from './snapshot.ts'
import { writtenReport } from './written.ts'

const figure = (id: string, value: string, unit: string) => ({ id, value, unit })
const body = {
  title: '零陵区城管局2022年度部门整体支出绩效自评报告',
  bureau: '零陵区城管局',
  sections: [
    {
      heading: '一、基本情况',
      blocks: [
        { kind: 'sub', text: '（一）案件' },
        { kind: 'text', pieces: ['结案', { figure: 'closed' }, '，结案率', { figure: 'rate' }, '。'] },
        {
          kind: 'table',
          caption: '项目支出',
          head: ['项目', '支出（万元）', '执行率'],
          rows: [[['路灯'], [{ figure: 'paid' }], [{ figure: 'rate' }]]],
        },
      ],
    },
  ],
  figures: [figure('closed', '6962', '件'), figure('rate', '99.50', '%'), figure('paid', '418.02', '万元')],
} as unknown as Body

test('a report becomes an official document: headings in order, figures with their units, in tables the head names them', () => {
  const written = writtenReport(body, '2023-03-20')
  expect([written.bureau, written.title, written.on]).toEqual([
    '零陵区城管局',
    '2022年度部门整体支出绩效自评报告',
    '2023年3月20日',
  ])
  expect(written.blocks).toEqual([
    { kind: 'text', as: 'heading', text: '一、基本情况' },
    { kind: 'text', as: 'subheading', text: '（一）案件' },
    { kind: 'text', as: 'paragraph', text: '结案6962件，结案率99.50%。' },
    { kind: 'text', as: 'caption', text: '项目支出' },
    {
      kind: 'table',
      rows: [
        [
          { text: '项目', head: true },
          { text: '支出（万元）', head: true },
          { text: '执行率', head: true },
        ],
        [{ text: '路灯' }, { text: '418.02' }, { text: '99.50%' }],
      ],
    },
  ])
})
