import { expect, test } from 'vitest'
import { readHtml } from './html.ts'
import { readText } from './text.ts'

const lines = [
  '各项目支出如下：',
  '项目|预算（万元）|支出（万元）',
  '环卫保洁|120.00|118.20',
  '合计|120.00|118.20',
  '支出及时。',
]

test('a table drawn with bars is one in a page or a Word file as it is in plain text', () => {
  const page = readHtml('报告.html', lines.map((line) => `<p>${line}</p>`).join(''))
  const plain = readText('报告.txt', lines.join('\n'))
  const cells = ({ text, tables }: typeof page) =>
    tables.map(({ rows }) => rows.map((row) => row.map(({ start, end }) => text.slice(start, end))))
  expect(cells(page)).toEqual([
    [
      ['项目', '预算（万元）', '支出（万元）'],
      ['环卫保洁', '120.00', '118.20'],
      ['合计', '120.00', '118.20'],
    ],
  ])
  expect(cells(page)).toEqual(cells(plain))
  expect(page.paragraphs.map(({ start, end }) => page.text.slice(start, end))).toEqual([lines[0], lines[4]])
})
