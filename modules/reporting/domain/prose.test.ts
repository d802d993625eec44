import { expect, test } from 'vitest'
import type { RenderedSection } from '../domain.ts'
import { proseOf } from './prose.ts'

const figures = [
  { id: 'paid', value: '418.02', unit: '万元' },
  { id: 'rate', value: '99.50', unit: '%' },
]
const sections: RenderedSection[] = [
  { heading: '', blocks: [{ kind: 'text', pieces: ['现报告如下。'] }] },
  {
    heading: '一、支出',
    blocks: [
      { kind: 'text', pieces: ['支出', { figure: 'paid' }, '，执行率', { figure: 'rate' }, '。'] },
      {
        kind: 'table',
        caption: '支出',
        head: ['项目', '支出（万元）', '执行率'],
        rows: [[['路灯'], [{ figure: 'paid' }], [{ figure: 'rate' }]]],
      },
    ],
  },
]

test('a checker reads a report as it is printed: units in the text, in a table only the percent sign', () => {
  expect(proseOf('自评报告', sections, figures).text.split('\n')).toEqual([
    ...['自评报告', '现报告如下。', '一、支出', '支出418.02万元，执行率99.50%。'],
    ...['支出', '项目\t支出（万元）\t执行率', '路灯\t418.02\t99.50%'],
  ])
})
