import { expect, test } from 'vitest'
import { placeWords, quoteWords } from '../domain/words.ts'
import { readText } from '../read/text.ts'
import { understand } from '../understand/index.ts'
import { placer } from './place.ts'

const report = `临江区城市管理局2023年度部门整体支出绩效自评报告
全局共有职工37人。
一、绩效目标完成情况
全年劝导３７余人次。
所有项目服务对象满意度均达100%，群众满意度达到105%，加强市区联运。
|项目|得分|
|清扫率|18|
|垃圾清运|9|`
const doc = understand(readText('报告.txt', report))
const placed = (words: string) => {
  const start = doc.folded.text.indexOf(words)
  return placer(doc)({ start, end: start + words.length })
}

test('a quote begins where its word begins, and its place with it', () => {
  expect(placed('众满意度达到105%').quote).toBe('群众满意度达到105%')
  const { quote, start, end } = placed('有项目服务对象满意度')
  expect(quote).toBe('所有项目服务对象满意度')
  expect(report.slice(start, end)).toBe(quote)
})

test('a stop in front of a quote goes; a word that a rule has found stays as it is', () => {
  expect(placed('，群众满意度达到105%').quote).toBe('群众满意度达到105%')
  expect(placed('联运').quote).toBe('联运')
  expect(placed('37余人次').quote).toBe('３７余人次')
})

test('a place in running text is told by its chapter and paragraph', () => {
  expect(placeWords(placed('职工37人'))).toBe('第2段')
  expect(placeWords(placed('绩效目标完成'))).toBe('标题“一、绩效目标完成情况”')
  expect(placeWords(placed('100%'))).toBe('“一、绩效目标完成情况”第2段')
})

test('a place in a table is told by the names of its row and column', () => {
  expect(placeWords(placed('18'))).toBe('表1“清扫率”行“得分”列')
  expect(placeWords({ quote: '', start: 0, end: 0, page: 3, table: 2, row: 4, column: 1 })).toBe('第3页，表2第4行第1列')
})

test('the lines of a drawn table are not read out, and a quote that was cut off says so', () => {
  expect(quoteWords({ quote: '智慧城管 | 93.14 | 良好' })).toBe('智慧城管  93.14  良好')
  expect(quoteWords({ quote: '长'.repeat(60) })).toBe(`${'长'.repeat(60)}…`)
})
