import { expect, test } from 'vitest'
import { proseOf, sectionAt } from './domain/prose.ts'
import type { Finding, RenderedSection } from './domain.ts'
import { findingSentence, findingsIn } from './proof.ts'
import type { FrozenFigure } from './snapshot.ts'

const figures = [
  { id: 'spent', value: '1284.29', unit: '万元' },
  { id: 'rate', value: '98.00', unit: '%' },
] as FrozenFigure[]
const sections: RenderedSection[] = [
  { heading: '一、部门概况', blocks: [{ kind: 'text', pieces: ['局长𠮷某。支出', { figure: 'spent' }, '。'] }] },
  {
    heading: '二、资金执行',
    blocks: [
      { kind: 'sub', text: '（一）总体' },
      {
        kind: 'table',
        caption: '资金表（万元）',
        head: ['项目', '执行数', '执行率'],
        rows: [[['环卫'], [{ figure: 'spent' }], [{ figure: 'rate' }]]],
      },
    ],
  },
]

test('a checker reads a report as people do: figures with their unit in the prose, under the head of the column in a table', () => {
  expect(proseOf('自评报告', sections, figures).text.split('\n')).toEqual([
    '自评报告',
    '一、部门概况',
    '局长𠮷某。支出1284.29万元。',
    '二、资金执行',
    '（一）总体',
    '资金表（万元）',
    '项目\t执行数\t执行率',
    '环卫\t1284.29\t98.00%',
  ])
})

test('a place in the text is told by its section, also behind a rare character', () => {
  const prose = proseOf('自评报告', sections, figures)
  const headings = (words: string) => {
    const at = sectionAt(prose, [...prose.text.slice(0, prose.text.indexOf(words))].length)
    return at === undefined ? undefined : prose.sections[at]!.heading
  }
  expect(['自评报告', '一、部门', '支出', '二、', '98.00%'].map(headings)).toEqual([
    undefined,
    '一、部门概况',
    '一、部门概况',
    '二、资金执行',
    '二、资金执行',
  ])
})

test('a finding says in which section which words are wrong, and of the whole report when it has no place', async () => {
  const charactersBefore = (words: string, text: string) => [...text.slice(0, text.indexOf(words))].length
  const check = (text: string): Finding[] => [
    { severity: 'error', sentence: '应为 97.90%。', quote: '98.00%', start: charactersBefore('98.00%', text) },
    { severity: 'hint', sentence: '没有写明年度。' },
  ]
  const found = await findingsIn({ check }, { title: '自评报告', sections, figures })
  expect(found.map(findingSentence)).toEqual(['“二、资金执行”中的“98.00%”：应为 97.90%。', '没有写明年度。'])
})

test('what stands before the first heading is told by its words alone', () => {
  const section = { at: 0, heading: '' }
  expect(findingSentence({ severity: 'error', sentence: '应为自评。', quote: '自凭', section })).toBe(
    '“自凭”：应为自评。',
  )
})

test('without a checker nothing is found', async () => {
  expect(await findingsIn({}, { title: '自评报告', sections, figures })).toEqual([])
})
