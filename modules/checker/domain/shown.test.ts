import { expect, test } from 'vitest'
import type { Finding } from '../domain.ts'
import { readText } from '../read/text.ts'
import { contentOf } from './content.ts'
import { type ShownBlock, shownBlocks } from './shown.ts'

const text = `局长𠮷某。全年劝导37余人次，收费3.5万元。
|项目|执行数|
|环卫|594.00|
结束。`
const content = contentOf(readText('报告.txt', text), '')
const characters = [...text]
const place = (quote: string) => {
  const start = [...text.slice(0, text.indexOf(quote))].length
  return { quote, start, end: start + [...quote].length }
}
type Marked = Pick<Finding, 'severity' | 'places'>
const question: Marked = { severity: 'question', places: [place('37余人次，收费3.5万元')] }
const error: Marked = { severity: 'error', places: [place('3.5万元'), place('594.00')] }

const segmentsOf = (blocks: readonly ShownBlock[]) =>
  blocks.flatMap((block) =>
    block.kind === 'paragraph' ? block.segments : block.rows.flatMap((row) => row.flatMap(({ segments }) => segments)),
  )

test('the document is shown whole and in order, its tables as tables', () => {
  const blocks = shownBlocks(content, [])
  expect(blocks.map(({ kind }) => kind)).toEqual(['paragraph', 'table', 'paragraph'])
  expect(segmentsOf(blocks).map((one) => one.text)).toEqual([
    '局长𠮷某。全年劝导37余人次，收费3.5万元。',
    '项目',
    '执行数',
    '环卫',
    '594.00',
    '结束。',
  ])
})

test('marks that lie over one another cut the words where each begins and ends, the gravest first', () => {
  const marked = segmentsOf(shownBlocks(content, [question, error])).filter(({ findings }) => findings.length)
  expect(marked).toEqual([
    { text: '37余人次，收费', findings: [0], begins: [{ finding: 0, place: 0 }] },
    { text: '3.5万元', findings: [1, 0], begins: [{ finding: 1, place: 0 }] },
    { text: '594.00', findings: [1], begins: [{ finding: 1, place: 1 }] },
  ])
})

test('a mark over several paragraphs has its number once', () => {
  const over: Marked = { severity: 'error', places: [{ quote: '', start: 3, end: characters.length }] }
  const begins = segmentsOf(shownBlocks(content, [over])).flatMap((one) => one.begins)
  expect(begins).toEqual([{ finding: 0, place: 0 }])
})

test('a place that is sought is told, also inside a mark', () => {
  const sought = segmentsOf(shownBlocks(content, [question], [place('3.5')])).filter((one) => one.sought)
  expect(sought).toEqual([{ text: '3.5', findings: [0], begins: [], sought: true }])
})
