import { readXlsx } from 'hucre/xlsx'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fixedClock } from '../../platform/clock.ts'
import { type App, type Caller, freshApp } from '../../tests/helpers/app.ts'
import { addSmallBureau } from '../../tests/helpers/bureau.ts'
import { photo } from '../../tests/helpers/casework.ts'
import { unzip } from '../../tests/helpers/unzip.ts'
import { replay } from '../ledger/index.ts'

const url = '/api/ledgers/rectification/rolls/rectification'
let app: App
let performance: Caller
beforeAll(async () => {
  app = await freshApp(fixedClock('2023-03-01T01:00:00.000Z'))
  await addSmallBureau(app.parts.runtime.database)
  performance = await app.signIn('performance')
})
afterAll(() => app.close())

const tenant = '431102'
const step = (move: string, on: string, person: string, data: object = {}, reason?: string) => ({
  ...{ move, person, data: { ...data }, at: `${on}T02:00:00.000Z` },
  ...(reason ? { reason } : {}),
})
const problem = (words: string, dueOn: string, more: object = {}) => ({
  source: 'evaluation',
  year: 2022,
  object: '整体',
  problem: words,
  measures: '按季检查',
  unit: 'u-sanitation',
  owner: 'p-sanitation',
  dueOn,
  ...more,
})
const opened = (words: string, dueOn: string) => step('open', '2023-02-01', 'p-performance', problem(words, dueOn))
const finished = step('finish', '2023-02-10', 'p-sanitation', { result: '已增配两组', evidence: [photo] })
const enter = () =>
  replay(app.parts.runtime, tenant, 'rectification', [
    {
      steps: [
        opened('清运不及时', '2023-02-20'),
        finished,
        step('verify', '2023-02-12', 'p-performance', { finding: '属实' }),
      ],
    },
    { steps: [opened('公厕保洁不到位', '2023-02-20')] },
    { steps: [opened('路灯报修超期', '2023-06-30'), finished] },
    {
      steps: [opened('登记错了', '2023-06-30'), step('withdraw', '2023-02-02', 'p-performance', {}, '重复登记')],
    },
  ])
const documentOf = (bytes: Buffer) => unzip(bytes).get('word/document.xml')!.toString('utf8')
const textOf = (xml: string) => xml.replaceAll(/<\/w:p>/g, '\n').replaceAll(/<[^>]+>/g, '')

test('整改台账 is a Word file that lies, with every problem, what came of it and how many are late', async () => {
  await enter()
  const { name, bytes } = await performance.download(`${url}?year=2023`)
  expect(decodeURIComponent(name)).toBe('绩效问题整改台账（2023年度）.docx')
  const xml = documentOf(bytes)
  expect(xml).toContain('w:orient="landscape"')
  const text = textOf(xml)
  expect(text).toContain('共登记问题3个：已整改1个，待核验1个，待整改1个（其中逾期1个）。')
  for (const words of ['清运不及时', '公厕保洁不到位', '路灯报修超期', '按季检查', '属实', '2023-02-20', '逾期'])
    expect(text).toContain(words)
  expect(text).not.toContain('登记错了')
  expect(xml.match(/<w:tr[ >]/g)).toHaveLength(4)
})

test('a line has its number, the project by its name, and what was done and found as two sentences', async () => {
  const project = { code: 'P9', name: '路灯维修', kind: 'standing', unit: 'u-sanitation', startOn: '2023-01-01' }
  await replay(app.parts.runtime, tenant, 'project', [
    { steps: [step('open', '2023-01-01', 'p-performance', project)] },
  ])
  const told = problem('灯杆锈蚀', '2023-06-30', { object: 'P9' })
  const open = step('open', '2023-02-01', 'p-performance', told)
  const verified = step('verify', '2023-02-12', 'p-performance', { finding: '属实' })
  await replay(app.parts.runtime, tenant, 'rectification', [{ steps: [open, finished, verified] }])
  const { bytes } = await performance.download(`${url}?year=2023`)
  const text = textOf(documentOf(bytes))
  expect(text).toContain('路灯维修')
  expect(text).not.toContain('P9')
  expect(text).toContain('已增配两组。\n核验意见：属实。')
  const numbers = text.match(/ZG2023\d{4}/g)!
  expect(numbers).toHaveLength(4)
  expect(numbers).toEqual([...numbers].sort())
})

test('the file has the records the list has: filtered as the list is, and only what the reader may read', async () => {
  const { bytes } = await performance.download(`${url}?state=open`)
  expect(textOf(documentOf(bytes))).toContain('共登记问题1个')
  const nothing = await performance.download(`${url}?year=2020`)
  expect(textOf(documentOf(nothing.bytes))).toContain('没有符合条件的记录')
  expect((await app.visitor.get(url)).status).toBe(401)
  expect((await (await app.signIn('collector')).get(url)).status).toBe(403)
  const lamps = await app.signIn('lamps')
  expect(textOf(documentOf((await lamps.download(url)).bytes))).toContain('没有符合条件的记录')
  const sanitation = await app.signIn('sanitation')
  expect(textOf(documentOf((await sanitation.download(url)).bytes))).toContain('共登记问题4个')
})

test('the table of the ledger says what is to be done and what was done, in columns as wide as their texts', async () => {
  const { bytes } = await performance.download('/api/ledgers/rectification/export.xlsx?year=2023')
  const [sheet] = (await readXlsx(bytes)).sheets
  const [head = [], ...rows] = sheet!.rows
  const at = (label: string) => head.indexOf(label)
  const done = rows.find((row) => row[at('问题')] === '清运不及时')!
  expect([done[at('整改措施')], done[at('整改情况')]]).toEqual(['按季检查', '已增配两组'])
  const widths = [
    ...unzip(bytes)
      .get('xl/worksheets/sheet1.xml')!
      .toString('utf8')
      .matchAll(/<col [^>]*width="([\d.]+)"/g),
  ]
  expect(widths).toHaveLength(head.length)
  expect(Number(widths[at('编号')]![1])).toBeGreaterThanOrEqual('ZG20230001'.length)
})

test('a list on the screen has no column for long texts', async () => {
  const { body } = await performance.get('/api/ledgers/rectification/records?year=2023')
  for (const { data } of body.rows) expect(data).not.toHaveProperty('measures')
})

test('a roll there is not is refused, with where to find those there are', async () => {
  const { body } = await performance.get('/api/ledgers/rectification/rolls/others')
  expect(body).toMatchObject({ status: 404, detail: expect.stringContaining('导出导入') })
})

test('the list of the ledger offers it, and lists without one offer none', async () => {
  const { body } = await performance.get('/api/catalog')
  const filesOf = (id: string) => body.ledgers.find((one: { id: string }) => one.id === id).files
  expect(filesOf('rectification')).toEqual([
    { title: '绩效问题整改台账', url: '/ledgers/rectification/rolls/rectification' },
  ])
  expect(filesOf('indicator')).toEqual([])
})
