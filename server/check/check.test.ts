import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readXlsx } from 'hucre/xlsx'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { readConfig } from '../../platform/config.ts'
import { faultyReport, soundReport } from '../../tests/helpers/report-text.ts'
import { checkCommand } from '../commands/check.ts'
import { progress } from './progress.ts'

let folder = ''
const at = (...path: string[]) => join(folder, ...path)
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'chengji-check-'))
  mkdirSync(at('各区', '乙区'), { recursive: true })
  mkdirSync(at('空'))
  writeFileSync(at('甲.txt'), faultyReport)
  writeFileSync(at('好.md'), soundReport)
  writeFileSync(at('各区', '甲.txt'), soundReport)
  writeFileSync(at('各区', '乙区', '乙.txt'), faultyReport)
  writeFileSync(at('各区', '坏.pdf'), '%PDF-1.7 坏了')
  writeFileSync(at('各区', '~$甲.docx'), 'Word 打开时的锁文件')
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** What the command prints and the code it ends with. */
async function check(...args: string[]) {
  const [out, err] = [[] as string[], [] as string[]]
  const spies = [
    vi.spyOn(console, 'log').mockImplementation((words) => void out.push(String(words))),
    vi.spyOn(console, 'error').mockImplementation((words) => void err.push(String(words))),
    vi.spyOn(process.stderr, 'write').mockImplementation((words) => err.push(String(words)) > 0),
  ]
  try {
    return { code: await checkCommand(readConfig({}), args), out: out.join('\n'), err: err.join('\n') }
  } finally {
    for (const spy of spies) spy.mockRestore()
  }
}

test('a report with faults is told finding by finding, and ends with 1', async () => {
  const { code, out } = await check(at('甲.txt'))
  expect(code).toBe(1)
  expect(out).toContain('清江区城市管理局2023年度部门整体支出绩效自评报告（甲.txt，')
  expect(out).toMatch(/\d+\. 存疑｜约数用词｜“[^”]+”第\d+段\n {3}“619余条”/)
})

test('a report without faults ends with 0', async () => {
  const { code, out } = await check(at('好.md'))
  expect([code, out]).toEqual([0, expect.stringContaining('没有发现问题')])
})

test('for programs one file is an object, a folder a list in which also stands what could not be read', async () => {
  const one = JSON.parse((await check(at('甲.txt'), '--json')).out)
  expect(Object.keys(one).sort()).toEqual(['checked', 'document', 'facts', 'findings'])
  const { code, out } = await check('--json', at('各区'))
  const all = JSON.parse(out) as { document: { name: string }; findings: object[]; unreadable?: { code: string } }[]
  expect(code).toBe(2)
  expect(all.map(({ document, unreadable }) => [document.name, unreadable?.code])).toEqual(
    expect.arrayContaining([
      ['甲.txt', undefined],
      ['乙区/乙.txt', undefined],
      ['坏.pdf', 'damaged'],
    ]),
  )
  expect(all).toHaveLength(3)
})

test('a folder is ranked, the most errors first; what could not be read stands below with the reason', async () => {
  const { out } = await check(at('各区'))
  const lines = out.split('\n')
  expect(lines[0]).toBe('共 3 份：1 份发现问题，1 份没有发现问题，1 份读不了。')
  expect(lines[2]).toMatch(/^ {3}1 .*乙区\/乙\.txt$/)
  expect(lines[3]).toMatch(/^ {3}2 +0 +0 +0 +0 .*甲\.txt$/)
  expect(lines.at(-1)).toBe('  坏.pdf：PDF 文件已损坏，打不开；请重新保存或重新下载。')
})

test('text, pages and a workbook are written where one says', async () => {
  await check(at('甲.txt'), '--text', at('甲.out'), '--html', at('甲.html'), '--xlsx', at('甲.xlsx'))
  expect(readFileSync(at('甲.out'), 'utf8')).toBe(faultyReport)
  expect(readFileSync(at('甲.html'), 'utf8')).toMatch(/<h1>清江区城市管理局2023年度[\s\S]*619余条/)
  await check(at('各区'), '--text', at('文字'), '--html', at('网页'), '--xlsx', at('全部.xlsx'))
  expect(readFileSync(at('文字', '乙区-乙.txt.txt'), 'utf8')).toBe(faultyReport)
  expect(readFileSync(at('网页', 'index.html'), 'utf8')).toMatch(/<a href="001.html">乙区\/乙.txt<\/a>[\s\S]*坏.pdf：/)
  expect(readFileSync(at('网页', '001.html'), 'utf8')).toContain('<a href="index.html">审校结果</a>')
  const book = await readXlsx(readFileSync(at('全部.xlsx')))
  expect(book.sheets.map(({ name }) => name)).toEqual(['排名', '审校意见'])
  expect(book.sheets[0]?.rows[1]?.slice(0, 2)).toEqual(['1', '乙区/乙.txt'])
})

test('no file, no folder, an empty folder and an unknown option are told in a sentence and end with 2', async () => {
  expect(await check(at('没有.docx'))).toMatchObject({
    code: 2,
    err: expect.stringMatching(/没有“.*”这个文件或目录；请核对路径。/),
  })
  expect(await check(at('空'))).toMatchObject({ code: 2, err: expect.stringContaining('目录里没有可以检查的文件') })
  expect(await check('--pdf')).toMatchObject({ code: 2, err: expect.stringContaining('用法：npx chengji check') })
})

test('two hundred reports are checked to the end, and how far they are is told on the way', async () => {
  mkdirSync(at('二百'))
  for (let number = 0; number < 200; number++)
    writeFileSync(at('二百', `${number}.txt`), number % 2 ? faultyReport : soundReport)
  const { code, out, err } = await check(at('二百'))
  expect(code).toBe(1)
  expect(out).toContain('共 200 份：100 份发现问题，100 份没有发现问题。')
  expect(err).toContain('已检查 200/200')
})

test('on a terminal a bar fills', () => {
  const written: string[] = []
  const { step, end } = progress(2, { isTTY: true, write: (words) => written.push(words) })
  step('甲.docx')
  step('乙.docx')
  end()
  expect(written[0]).toContain(`[${'█'.repeat(15)}${'░'.repeat(15)}] 1/2 甲.docx`)
  expect(written[1]).toContain(`[${'█'.repeat(30)}] 2/2 乙.docx`)
})
