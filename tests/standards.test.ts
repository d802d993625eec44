import { existsSync, readFileSync } from 'node:fs'
import { readXlsx, writeXlsx } from 'hucre/xlsx'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type LedgerRecord, replay } from '../modules/ledger/index.ts'
import { limitText } from '../modules/org/index.ts'
import { fixedClock } from '../platform/clock.ts'
import { type App, type Caller, freshApp } from './helpers/app.ts'
import { addSmallBureau } from './helpers/bureau.ts'
import { as, reportData } from './helpers/casework.ts'

// A city brings its filing and closing standard as its bureau keeps it, and files cases under it.
const clock = fixedClock('2022-03-01T01:00:00.000Z')
const base = '/api/ledgers/standard'
let app: App
let lead: Caller
beforeAll(async () => {
  app = await freshApp(clock)
  await addSmallBureau(app.parts.runtime.database)
  lead = await app.signIn('lead')
})
afterAll(() => app.close())

type Merges = { startRow: number; startCol: number; endRow: number; endCol: number }[]
interface Sheet {
  name: string
  rows: unknown[][]
  merges?: Merges
}
const xlsx = async (...sheets: Sheet[]) => Buffer.from(await writeXlsx({ sheets: sheets as never }))
const send = (bytes: Buffer, choices?: object) =>
  lead.upload(
    `${base}/import`,
    { name: '标准.xlsx', type: 'application/octet-stream', bytes },
    choices && { choices: JSON.stringify(choices) },
  )
const total = async (): Promise<number> => (await lead.get(`${base}/records`)).body.total
const rowsWith = async (words: string) => (await lead.get(`${base}/records?q=${encodeURIComponent(words)}`)).body.rows
const down = (startCol: number, startRow: number, endRow: number) => ({ startRow, startCol, endRow, endCol: startCol })

const head = [
  '大类代码',
  '大类名称',
  '小类代码',
  '小类 名称',
  '处置单位',
  '主管部门',
  '立案条件',
  '结案条件',
  '【处置时限】',
]
const title = ['某市中心城区立案、处置和结案标准（部件类）']
const parts: Sheet = {
  name: '部件',
  rows: [
    title,
    head,
    [1, '公用设施', 3, '雨水井盖', '排水所', '城市管理局', '井盖不见了', '补上', '2紧急工作时'],
    [null, null, null, null, null, null, '井盖裂了', '换新', '4小时'],
    [null, null, 5, '路灯', '路灯所', '城市管理局', '整条路不亮', '修好', '2天'],
  ],
  merges: [
    { startRow: 0, startCol: 0, endRow: 0, endCol: 8 },
    down(0, 2, 4),
    down(1, 2, 4),
    ...[2, 3, 4, 5].map((col) => down(col, 2, 3)),
  ],
} // prettier-ignore
const events: Sheet = {
  name: '事件',
  rows: [
    title,
    head,
    ['01', '市容环境', '22', '砍树', '园林所', '城市管理局', '正在砍', '制止', '1紧急工作时停手'],
    ['01', '市容环境', '12', '道路不洁', '环卫所', '城市管理局', '路面有垃圾', '清扫', '5工作日'],
    [null, null, null, null, null, null, null, null, null],
  ],
  merges: [...head.keys()].map((col) => down(col, 3, 4)),
}

test('one cell that cannot be read keeps all out, and says what was probably meant', async () => {
  const answer = await send(await xlsx(parts, events))
  expect(answer.status).toBe(422)
  expect(answer.body.detail).toContain('5行中有1行不能导入，所以一行也没有保存')
  expect(answer.body.details.rows).toEqual([
    {
      row: 3,
      sheet: '事件',
      field: 'limit',
      column: '处置时限',
      raw: '1紧急工作时停手',
      proposal: '1紧急工作时',
      sentence: expect.stringContaining('读不出来'),
    },
  ])
  expect(await total()).toBe(0)
})

test('an answer that cannot be read either is asked for again', async () => {
  const answers = [{ row: 3, sheet: '事件', field: 'limit', text: '立刻' }]
  const answer = await send(await xlsx(parts, events), { answers })
  expect(answer.body.details.rows).toMatchObject([
    { raw: '1紧急工作时停手', sentence: expect.stringContaining('立刻') },
  ])
  expect(answer.body.details.rows[0]).not.toHaveProperty('proposal')
  expect(await total()).toBe(0)
})

test('once a person has answered all rows are there, and the record says who answered what', async () => {
  const answers = [{ row: 3, sheet: '事件', field: 'limit', text: '1紧急工作时' }]
  const answer = await send(await xlsx(parts, events), { answers })
  expect([answer.status, answer.body]).toEqual([200, { imported: 5, left: 0 }])
  expect(await total()).toBe(5)

  const [lid] = await rowsWith('井盖裂了')
  expect(lid).toMatchObject({ stateLabel: '有效', title: 'P0103 · 雨水井盖 · 井盖裂了' })
  expect(lid.data).toMatchObject({
    kind: 'component',
    class: '公用设施',
    fromOn: '2022-03-01',
    limit: { n: 4, unit: 'work-hour' },
  })
  const [tree] = await rowsWith('砍树')
  const { history, data } = (await lead.get(`${base}/records/${tree.id}`)).body
  expect(data).toMatchObject({ kind: 'event', code: 'E0122', limit: { n: 1, unit: 'urgent-hour' } })
  expect(history).toMatchObject([
    { actor: { name: '蒋志强' }, reason: '导入时由人核定：“处置时限”原文为“1紧急工作时停手”，填为“1紧急工作时”' },
  ])
}) // prettier-ignore

test('a row may be left out by saying so, and only so', async () => {
  const before = await total()
  const answer = await send(await xlsx(events), { answers: [{ row: 3 }] })
  expect(answer.body).toEqual({ imported: 1, left: 1 })
  expect(await total()).toBe(before + 1)
})

test('a column nobody knows is refused, and left out when somebody says so', async () => {
  const [rowHead, row] = [
    [...head, '备注'],
    [...events.rows[3]!, '新增'],
  ]
  const file = await xlsx({ name: '事件', rows: [rowHead, row] })
  const refused = await send(file)
  expect(refused.body).toMatchObject({
    detail: expect.stringContaining('“备注”不认识'),
    details: { columns: ['备注'] },
  })
  expect((await send(file, { leaveOut: ['备注'] })).body).toEqual({ imported: 1, left: 0 })
})

test('a column of another name is told what it is once; the next table of that kind comes in by itself', async () => {
  const renamed = head.map((word) => (word === '小类 名称' ? '事项叫法' : word))
  const at = renamed.indexOf('事项叫法')
  const table = (name: string) => {
    const row = [...events.rows[3]!]
    row[at] = name
    return xlsx({ name: '事件', rows: [renamed, row] })
  }
  const refused = await send(await table('暴露垃圾'))
  expect(refused.body).toMatchObject({
    detail: expect.stringContaining('“事项叫法”不认识'),
    details: { columns: ['事项叫法'], choices: expect.arrayContaining([{ field: 'subclass', label: '小类' }]) },
  })
  const said = { columns: { 事项叫法: 'subclass' } }
  expect((await send(await table('暴露垃圾'), said)).body).toEqual({ imported: 1, left: 0 })
  expect((await send(await table('积存垃圾渣土'))).body).toEqual({ imported: 1, left: 0 })
})

test('an answer for a column that the table does not have is refused, and so are answers that are none', async () => {
  const file = await xlsx(parts)
  expect((await send(file, { answers: [{ row: 3, field: 'code', text: 'P0103' }] })).body.detail).toContain(
    '没有“code”',
  )
  expect((await send(file, { answers: '3' })).body.detail).toContain('答复读不出来')
})

test('the example in the template is passed over, and tells how a row is written', async () => {
  const bytes = (await lead.get(`${base}/template.xlsx`)).bytes
  const [sheet] = (await readXlsx(new Uint8Array(bytes), { readStyles: true })).sheets
  const [words = [], example = []] = sheet!.rows
  expect(example.slice(0, 6)).toEqual(['示例：部件', '公用设施', '雨水井盖', '井盖缺失', '补齐', '4小时'])
  expect(sheet!.cells?.get('1,0')?.style?.font?.color?.rgb).toContain('8C8C8C')
  expect((await send(bytes)).body.detail).toContain('没有要导入的数据行')
  const filledIn = [words, example, ['事件', ...example.slice(1)]]
  expect((await send(await xlsx({ name: 'x', rows: filledIn }))).body).toEqual({ imported: 1, left: 0 })
})

describe('a case filed under the standard of the city', () => {
  const engine = () => app.parts.runtime
  const received = () => as(engine(), 'p-receiver', { move: 'receive', data: reportData })
  const entered = (more: object = {}) =>
    as(
      engine(),
      'p-lead',
      {
        move: 'enter',
        data: {
          kind: 'component',
          classCode: '1',
          class: '公用设施',
          subclassCode: '3',
          subclass: '雨水井盖',
          filing: '井盖松动',
          closing: '固定',
          limit: { n: 7, unit: 'work-day' },
          ...more,
        },
      },
      'standard',
    ) // prettier-ignore
  const file = async (standard: string, more: object = {}) => {
    const { id } = await received()
    const data = { subclass: 'P0103', condition: 'P0103-1', standard, ...more }
    return as(engine(), 'p-receiver', { record: id, move: 'file', data })
  }
  const limitIn = ({ data }: LedgerRecord) => limitText(data.limit as never)

  test('has the limit of its row, counted from the dispatch', async () => {
    const filed = await file((await entered()).id)
    expect(limitIn(filed)).toBe('7个工作日')
    const sent = await as(engine(), 'p-dispatcher', {
      record: filed.id,
      move: 'dispatch',
      data: { unit: 'u-sanitation' },
    })
    expect(sent.clocks.handle).toMatchObject({ limit: { n: 7, unit: 'work-day' } })
  }) // prettier-ignore

  test('has it too when an older system hands over the whole life of the case', async () => {
    const standard = (await entered()).id
    const at = clock.now()
    const steps = [
      { move: 'receive', person: 'p-receiver', at, data: reportData },
      { move: 'file', person: 'p-receiver', at, data: { subclass: 'P0103', condition: 'P0103-1', standard } },
    ]
    const [filed] = await replay(engine(), '431102', 'case', [{ steps }])
    expect(limitIn(filed!)).toBe('7个工作日')
  })

  test('is not filed under a row that was replaced, was withdrawn or is not in force yet', async () => {
    const [old, gone, later] = [await entered(), await entered(), await entered({ fromOn: '2022-07-01' })]
    await as(engine(), 'p-lead', { record: old.id, move: 'replace', reason: '新标准施行' }, 'standard')
    await as(engine(), 'p-lead', { record: gone.id, move: 'withdraw', reason: '不再适用' }, 'standard')
    await expect(file(old.id)).rejects.toMatchObject({ sentence: expect.stringContaining('已被替换') })
    await expect(file(gone.id)).rejects.toMatchObject({ sentence: expect.stringContaining('已废止') })
    await expect(file(later.id)).rejects.toMatchObject({ sentence: expect.stringContaining('自2022-07-01起施行') })
  })

  test('is not filed under the row of another subclass, nor under a record that is no standard', async () => {
    const lamps = await entered({ subclassCode: '28', subclass: '电力设施' })
    await expect(file(lamps.id)).rejects.toMatchObject({ sentence: expect.stringContaining('与案件的小类不同') })
    await expect(file((await received()).id)).rejects.toMatchObject({ code: 'ledger.reference-missing' })
  })

  test('sent back and filed again is asked for its standard anew', async () => {
    const filed = await file((await entered()).id)
    await as(engine(), 'p-dispatcher', { record: filed.id, move: 'return-to-receiver', reason: '小类不对' })
    const again = await as(engine(), 'p-receiver', { record: filed.id, move: 'refile', reason: '已核对' })
    expect(again.data).not.toHaveProperty('standard')
    expect(limitIn(again)).not.toBe('7个工作日')
  })

  test('a row is replaced by another one that is in force, never by itself', async () => {
    const [old, next] = [await entered(), await entered()]
    const replace = (successor: string) =>
      as(engine(), 'p-lead', { record: old.id, move: 'replace', reason: '修订', data: { successor } }, 'standard')
    await expect(replace(old.id)).rejects.toMatchObject({ sentence: expect.stringContaining('另一条有效的标准') })
    expect((await replace(next.id)).state).toBe('replaced')
  })
})

const published = new URL('../../shared/data/case-standards.xlsx', import.meta.url)

describe.skipIf(!existsSync(published))('the table of a real city', () => {
  const bytes = existsSync(published) ? readFileSync(published) : Buffer.alloc(0)

  test('has one cell nobody can read; answered, all its 519 rows are there', async () => {
    const asked = await send(bytes)
    expect(asked.body.detail).toContain('519行中有1行不能导入')
    const [bad, ...others] = asked.body.details.rows
    expect(others).toEqual([])
    expect(bad).toMatchObject({ sheet: '事件', field: 'limit', proposal: '1紧急工作时' })

    const before = await total()
    const { row, sheet, field, proposal } = bad
    const answer = await send(bytes, { answers: [{ row, sheet, field, text: proposal }] })
    expect(answer.body).toEqual({ imported: 519, left: 0 })
    expect(await total()).toBe(before + 519)
  })
})
