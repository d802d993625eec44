import { readXlsx, writeXlsx } from 'hucre/xlsx'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fixedClock } from '../../platform/clock.ts'
import { addSmallBureau } from '../../tests/helpers/bureau.ts'
import { freshEngine } from '../../tests/helpers/engine.ts'
import { importRows } from './commands.ts'
import { listPage } from './queries.ts'
import { readRows, writeRows, writeTemplate } from './sheets.ts'

const clock = fixedClock('2022-03-01T01:00:00.000Z')
let engine: Awaited<ReturnType<typeof freshEngine>>
beforeAll(async () => {
  engine = await freshEngine(clock)
  await addSmallBureau(engine.database)
})
afterAll(() => engine.database.close())
const cases = () => engine.ledgers.get('case')!
const head = ['问题来源*', '位置描述*', '位置*', '问题描述*', '小类']
const good = ['12319热线', '芝山路12号', '111.605,26.205', '井盖松动', '雨水井盖']
const file = async (rows: unknown[][]) => ({
  name: '案件.xlsx',
  bytes: Buffer.from(await writeXlsx({ sheets: [{ name: '案件', rows: rows as never }] })),
})
const read = async (rows: unknown[][], choices = {}, ledger = cases()) =>
  (await readRows(ledger, await engine.world('431102'), await file(rows), choices)).rows
const actor = async () => (await engine.world('431102')).actorOf('p-receiver', '2022-03-01')!
const numberOfCases = async () => {
  const world = await engine.world('431102')
  const who = { actor: await actor(), world, now: clock.now(), roleLabel: engine.roleLabel }
  return (await engine.database.inTenant('431102', (tx) => listPage(tx, cases(), who, {}))).total
}

test('a filled-in template becomes cases, each with its own number and history', async () => {
  const rows = await read([head, good, good.with(1, '南津路3号')])
  const made = await importRows(
    engine,
    await actor(),
    'case',
    rows.map((row) => ({ ...row, move: 'receive' })),
  )
  expect(made.map((record) => record.number)).toEqual(['431102202200001', '431102202200002'])
  expect(made[0]!.data).toMatchObject({ channel: 'hotline', subclass: 'P0103', address: '芝山路12号' })
})

test('with one bad cell nothing is stored, and each bad cell is listed with its row and column', async () => {
  const before = await numberOfCases()
  const failure = read([head, good, good.with(0, '传真'), good.with(2, '二十六度')])
  await expect(failure).rejects.toMatchObject({
    status: 422,
    details: {
      rows: [
        { row: 3, column: '问题来源', sentence: expect.stringContaining('传真') },
        { row: 4, column: '位置', sentence: expect.stringContaining('经度,纬度') },
      ],
    },
  })
  expect(await numberOfCases()).toBe(before)
})

test('with one row the rules refuse nothing is stored either, and no number is lost', async () => {
  const before = await numberOfCases()
  const rows = await read([head, good, good.with(2, '112.9,28.2')])
  const importing = importRows(
    engine,
    await actor(),
    'case',
    rows.map((row) => ({ ...row, move: 'receive' })),
  )
  await expect(importing).rejects.toMatchObject({
    details: { rows: [{ row: 3, sentence: expect.stringContaining('不在本局的责任区内') }] },
  })
  expect(await numberOfCases()).toBe(before)
  const [next] = await importRows(engine, await actor(), 'case', [{ ...rows[0]!, move: 'receive' }])
  expect(next!.number).toBe(`4311022022${String(before + 1).padStart(5, '0')}`)
})

test('a file that is no table, an empty one and a strange head are each refused with a sentence', async () => {
  const world = await engine.world('431102')
  await expect(readRows(cases(), world, { name: 'a.xlsx', bytes: Buffer.from('not a table') })).rejects.toMatchObject({
    sentence: expect.stringContaining('不是能读的表格'),
  })
  await expect(read([head])).rejects.toMatchObject({ sentence: '表格里只有表头，没有要导入的数据行。' })
  await expect(read([[...head.slice(1), '颜色'], good])).rejects.toMatchObject({
    sentence: '表头里的“颜色”不认识或重复；还差“问题来源”列；请为不认识的列选择字段或不导入，或改用模板的表头。',
  })
})

test('the template carries the columns of the form and says what each takes', async () => {
  const book = await readXlsx(new Uint8Array(await writeTemplate(cases(), await engine.world('431102'))))
  expect(book.sheets[0]!.rows[0]).toEqual(expect.arrayContaining(['问题来源*', '位置描述*', '反映人']))
  expect(book.sheets[1]!.rows.flat()).toContain('请填“经度,纬度”，例如111.62,26.22')
})

test('an exported text that looks like a formula is made harmless, and a phone number is not exported', async () => {
  const world = await engine.world('431102')
  await importRows(engine, await actor(), 'case', [
    {
      row: 2,
      move: 'receive',
      data: {
        channel: 'hotline',
        address: '=HYPERLINK("x")',
        place: { lng: 111.605, lat: 26.205 },
        description: 'x',
        phone: '19900001234',
      },
    },
  ])
  const who = { actor: await actor(), world, now: clock.now(), roleLabel: engine.roleLabel }
  const { rows } = await engine.database.inTenant('431102', (tx) => listPage(tx, cases(), who, {}))
  const text = (await writeRows(cases(), world, rows, 'csv')).toString()
  expect(text).toContain(`'=HYPERLINK`)
  expect(text).not.toContain('19900001234')
})

test('the head may stand below a title, and its words may be written with blanks, brackets and stars', async () => {
  const words = ['问题 来源 *', '【位置描述】', '位置：', '（问题描述）', '小类']
  const [row] = await read([['城管案件登记表'], [], words, good])
  expect(row).toMatchObject({ row: 4, data: { channel: 'hotline', address: '芝山路12号', subclass: 'P0103' } })
})

test('an amount in 万元 is not read as one in 元', async () => {
  const funds = engine.ledgers.get('fund')!
  const rows = (word: string) => [
    ['预算年度', '支出类别', '预算类型', word, '预算单位', '批复日期'],
    ['2022', '基本支出·人员经费', '一般公共预算', '12.5', '环卫所', '2022-01-10'],
  ]
  expect((await read(rows('年初预算数（元）'), {}, funds))[0]!.data).toMatchObject({ amount: 1250 })
  await expect(read(rows('年初预算数（万元）'), {}, funds)).rejects.toMatchObject({
    sentence: expect.stringContaining('“年初预算数（万元）”不认识'),
  })
})

test('a cell that is empty or that the rules refuse may be answered for like one that cannot be read', async () => {
  const rows = [head, good.with(1, ''), good.with(2, '112.9,28.2')]
  const opening = (await read(rows)).map((row) => ({ ...row, move: 'receive' }))
  await expect(importRows(engine, await actor(), 'case', opening)).rejects.toMatchObject({
    details: {
      rows: [
        { row: 2, field: 'address', column: '位置描述' },
        { row: 3, sentence: expect.stringContaining('责任区') },
      ],
    },
  })
  const answers = [
    { row: 2, field: 'address', text: '芝山路14号' },
    { row: 3, field: 'place', text: '111.605,26.205' },
  ]
  expect(await read(rows, { answers })).toMatchObject([
    { data: { address: '芝山路14号' }, reason: '导入时由人核定：“位置描述”原为空，填为“芝山路14号”' },
    { data: { place: { lng: 111.605 } }, reason: expect.stringContaining('原文为“112.9,28.2”') },
  ])
})

test('the example of every template is a row that could be read', async () => {
  const world = await engine.world('431102')
  const imported = [...engine.ledgers.values()].filter(({ moves }) =>
    Object.values(moves).some(({ from, inside }) => from === 'new' && !inside),
  )
  for (const ledger of imported) {
    const [sheet] = (await readXlsx(new Uint8Array(await writeTemplate(ledger, world)))).sheets
    const [words = [], [first, ...others] = []] = sheet!.rows
    const row = [String(first).replace('示例：', ''), ...others]
    expect((await read([words, row], {}, ledger)).length, ledger.id).toBe(1)
  }
})
