import { expect, test } from 'vitest'
import type { ScoreAnswer } from '../../evaluation/index.ts'
import { type Block, faultsOfDocument, type ReportDocument, renderSections } from '../domain.ts'
import { unprovenIn } from './digits.ts'
import { type Drawing, drawn } from './drawn.ts'

const line = (id: string, level1: string, name: string, rest: Record<string, string> = {}) => ({
  ...{ id, level1, name, level1Label: level1 === 'output' ? '产出指标' : '满意度指标', targetText: '≥540盏' },
  ...{ measure: '盏', weight: '50.00', points: '50.00', lost: '0.00', actual: '540', ...rest },
})
const scoreOf = (project: string, name: string, more: Partial<ScoreAnswer> = {}) =>
  ({
    ...{ project, name, total: '98.00', grade: '优', deductions: [] },
    execution: { weight: '10.00', rate: '80.00', points: '8.00' },
    lines: [
      line('a', 'output', '新装路灯540盏'),
      line('b', 'satisfaction', '群众满意度', { measure: '%', points: '39.00', lost: '1.00', targetText: '≥90%' }),
    ],
    ...more,
  }) as unknown as ScoreAnswer
const lamps = { code: 'LL09', name: '智慧照明2期', score: scoreOf('LL09', '智慧照明2期') }
const wells = { code: 'LL10', name: '检查井' }
const drawing: Drawing = {
  scoreOf: (project) => (project === '整体' ? scoreOf('整体', '部门整体支出') : undefined),
  projects: [lamps, wells],
}
const documentOf = (...blocks: Block[]): ReportDocument => ({
  ...{ id: 'r', form: 'f', layout: '试', title: '自评报告', slug: 'zp', figures: [], sums: [] },
  sections: [{ heading: '一、得分', blocks }],
})
const drawnBlocks = (...blocks: Block[]) => drawn(documentOf(...blocks), drawing).sections[0]!.blocks
const tableOf = (block: Block | undefined) => (block && 'table' in block ? block.table.rows : [])

test('what is drawn binds every figure it names, once', () => {
  const document = documentOf(
    { draw: 'points', of: '整体', caption: '得分', none: '没有指标。' },
    { draw: 'points', of: '整体', levels: ['satisfaction'], caption: '满意度', none: '没有指标。' },
    { draw: 'score', of: '整体', none: '没有指标。' },
    { draw: 'short', none: '没有失分。' },
    { draw: 'projects', caption: '项目', none: '没有项目。' },
  )
  expect(faultsOfDocument(drawn(document, drawing))).toEqual([])
})

test('a table of points has execution, every indicator in the words of its ledger, the total and the grade', () => {
  const [block] = drawnBlocks({ draw: 'points', of: '整体', caption: '得分', none: '没有指标。' })
  expect(tableOf(block)).toEqual([
    ['预算执行', '预算执行率', '100%', '80.00%', '10', '{d0-0-e}'],
    ['产出', '新装路灯540盏', '≥540盏', '{d0-0-r0}盏', '50', '{d0-0-p0}'],
    ['满意度', '群众满意度', '≥90%', '{d0-0-r1}', '50', '{d0-0-p1}'],
    ['总分', '', '', '', '100', '{d0-0-total}'],
    ['等级', '', '', '', '', '{d0-0-grade}'],
  ])
})

test('points deducted and a capped total stand between the indicators and the total, so that the table adds up', () => {
  const capped = '执行率80.00%，按评分办法总分不超过80分。'
  const score = scoreOf('整体', '部门整体支出', { deductions: [{ label: '迟报', points: '2' }], capped })
  const found = drawn(documentOf({ draw: 'points', of: '整体', caption: '得分', none: '' }), {
    ...drawing,
    scoreOf: () => score,
  })
  expect(tableOf(found.sections[0]!.blocks[0]).slice(3, 5)).toEqual([
    ['扣分', '迟报', '', '', '', '−2'],
    ['总分上限', capped, '', '', '', ''],
  ])
})

test('of some first levels only their indicators are listed, without a total', () => {
  const [block] = drawnBlocks({
    draw: 'points',
    of: '整体',
    levels: ['satisfaction'],
    caption: '满意度',
    none: '没有指标。',
  })
  expect(tableOf(block)).toEqual([['群众满意度', '≥90%', '{d0-0-r0}', '{d0-0-p0}（满分50）']])
})

test('all projects of the budget are listed, scored or not, and their sum must be theirs', () => {
  const found = drawn(documentOf({ draw: 'projects', caption: '项目', none: '没有项目。' }), drawing)
  expect(tableOf(found.sections[0]!.blocks[0]).map((row) => [row[0], row[4]])).toEqual([
    ['智慧照明2期', '{d0-0-0-total}'],
    ['检查井', '—'],
    ['合计', ''],
  ])
  expect(found.sums).toEqual([
    { whole: 'd0-0-all-full', parts: ['d0-0-0-full', 'd0-0-1-full'] },
    { whole: 'd0-0-all-paid', parts: ['d0-0-0-paid', 'd0-0-1-paid'] },
  ])
})

test('a few indicators that lost points are said in a sentence, many are a table', () => {
  const lost = (name: string) => line(name, 'output', name, { lost: '1.00' })
  const several = (...names: string[]) =>
    drawn(documentOf({ draw: 'short', of: '整体', none: '' }), {
      ...drawing,
      scoreOf: () => scoreOf('整体', '部门整体支出', { lines: names.map(lost) as unknown as ScoreAnswer['lines'] }),
    }).sections[0]!.blocks[0]!
  expect(several('甲')).toEqual({
    text: '没有得满分的指标有：“甲”（完成{d0-0-r0}，得{d0-0-p0}）。',
    drawn: true,
  })
  expect(tableOf(several('甲', '乙', '丙', '丁', '戊'))[4]).toEqual([
    ...['戊', '≥540盏', '{d0-0-r4}盏', '{d0-0-p4}（满分50）'],
  ])
})

test('where nothing was set, or nothing lost points, the document says so in its own words', () => {
  const blocks = drawnBlocks(
    { draw: 'points', of: 'LL99', caption: '得分', none: '没有指标。' },
    { draw: 'points', of: '整体', levels: ['benefit'], caption: '效益', none: '没有效益指标。' },
    { draw: 'short', of: 'LL99', none: '没有失分。' },
  )
  expect(blocks).toEqual([{ text: '没有指标。' }, { text: '没有效益指标。' }, { text: '没有失分。' }])
})

test('digits in the names and targets of indicators are words of the ledgers, not numbers somebody typed', () => {
  const document = drawn(
    documentOf(
      { draw: 'points', of: '整体', caption: '得分', none: '' },
      { draw: 'short', of: '整体', none: '' },
      { text: '另新装12盏。' },
    ),
    drawing,
  )
  const sections = renderSections(document, { year: 2022, bureau: '零陵区城管局' }, () => false)
  expect(unprovenIn(sections).map(({ digits }) => digits)).toEqual(['12'])
})
