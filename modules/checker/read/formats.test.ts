import { describe, expect, test } from 'vitest'
import { checkReading } from '../check/index.ts'
import { fixture } from '../fixtures/formats.ts'
import { faulty } from '../fixtures/report.ts'
import { asDocx, asHtml, asMarkdown, asText, asXlsx } from '../fixtures/write.ts'
import { readBytes } from './document.ts'

const bytesOf = (text: string) => new TextEncoder().encode(text)
const found = async (name: string, bytes: Uint8Array) =>
  checkReading(await readBytes(name, bytes))
    .findings.map(({ rule, severity, message, claimed, computed }) => ({ rule, severity, message, claimed, computed }))
    .sort((one, other) => one.message.localeCompare(other.message))

const asUtf16 = (text: string) => new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le'))
/** The words of a text that are in GB 2312, by the table that the decoder has. */
function asGb(text: string): Uint8Array {
  const codes = new Map<string, number[]>()
  const decoder = new TextDecoder('gb18030')
  for (let lead = 0xa1; lead <= 0xf7; lead++)
    for (let trail = 0xa1; trail <= 0xfe; trail++) codes.set(decoder.decode(Uint8Array.of(lead, trail)), [lead, trail])
  return Uint8Array.from([...text].flatMap((char) => codes.get(char) ?? [char.charCodeAt(0)]))
}

describe('one report gives the same findings', async () => {
  const expected = await found('faulty.txt', bytesOf(asText(faulty)))

  test('and there are many', () => {
    expect(expected.length).toBeGreaterThanOrEqual(8)
  })
  test.each<[string, () => Uint8Array | Promise<Uint8Array>]>([
    ['faulty.md', () => bytesOf(asMarkdown(faulty))],
    ['faulty.html', () => bytesOf(asHtml(faulty))],
    ['faulty.docx', () => asDocx(faulty)],
    ['faulty.doc', () => fixture('faulty.doc')],
    ['faulty.pdf', () => fixture('faulty.pdf')],
    ['faulty.xlsx', () => asXlsx(faulty)],
    ['faulty.xls', () => fixture('faulty.xls')],
    ['UTF-16.txt', () => asUtf16(asText(faulty))],
    ['GB18030.txt', () => asGb(asText(faulty))],
    ['GB18030.html', () => asGb(asHtml(faulty).replace('utf-8', 'gb2312'))],
    ['under a wrong name.txt', () => asDocx(faulty)],
  ])('as %s', async (name, bytes) => {
    expect(await found(name, await bytes())).toEqual(expected)
  })
})

test('a workbook shows its figures as they are printed, and merged headings over the columns they cover', async () => {
  for (const [name, bytes] of [
    ['faulty.xlsx', await asXlsx(faulty)],
    ['faulty.xls', fixture('faulty.xls')],
  ] as const) {
    const { text, tables } = await readBytes(name, bytes)
    const cells = tables.map(({ rows }) => rows.map((row) => row.map(({ start, end }) => text.slice(start, end))))
    expect(cells.flat()).toContainEqual(['1', '数字城管平台运行', '160.00', '160.00', '152.00', '95.00%'])
    const heading = tables.at(-1)?.rows[0] ?? []
    expect(heading.map(({ columns = 1, rows = 1 }) => [columns, rows])).toEqual([
      [1, 2],
      [3, 1],
    ])
  }
})

test('a PDF says on which page a finding stands', async () => {
  const { findings, document } = checkReading(await readBytes('faulty.pdf', fixture('faulty.pdf')))
  expect(document.pages).toBe(3)
  expect(new Set(findings.map(({ places }) => places[0]?.page)).size).toBeGreaterThan(1)
})

test('what a web page runs or hides is no part of the report', async () => {
  const page = '<html><script>"支出9万元"</script><style>绩效</style><p>绩效得分9分<br>等级为优</p><!-- 8分 --></html>'
  expect((await readBytes('a.html', bytesOf(page))).text).toBe('绩效得分9分\n等级为优\n')
})

test('a paragraph that the word processor numbers is known as such', async () => {
  const page = '<html><ol><li>预算执行率95%</li></ol></html>'
  expect((await readBytes('a.html', bytesOf(page))).paragraphs[0]?.autoNumbered).toBe(true)
})
