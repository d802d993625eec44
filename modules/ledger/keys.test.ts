import { afterAll, beforeAll, expect, test } from 'vitest'
import { fixedClock } from '../../platform/clock.ts'
import { type App, freshApp } from '../../tests/helpers/app.ts'
import { addSmallBureau } from '../../tests/helpers/bureau.ts'
import { as, photo } from '../../tests/helpers/casework.ts'
import { type Field, key, keyMeant, text, unknownKey } from './domain.ts'
import { defineLedger, importRows, ledgerCatalog, verifyLedger } from './index.ts'

// A code of another ledger's record: a project is picked by its name, kept by its code, and shown by its name.
const clock = fixedClock('2022-03-01T01:00:00.000Z')
let app: App
const engine = () => app.parts.runtime
const project = (code: string, name: string) =>
  as(
    engine(),
    'p-performance',
    { move: 'open', data: { code, name, kind: 'standing', unit: 'u-bureau', startOn: '2022-01-04' } },
    'project',
  )
const paid = { budgetType: 'general', amount: 120_000, paidOn: '2022-02-20', payeeKind: 'company', unit: 'u-bureau' }
const pay = (code: string) =>
  as(engine(), 'p-performance', { move: 'pay', data: { ...paid, project: code, use: '灯具' } }, 'payment')

beforeAll(async () => {
  app = await freshApp(clock)
  await addSmallBureau(engine().database)
  await project('LL01', '路灯维护')
  await project('LL02', '环卫一体化')
  await project('LL03', '零星工程')
  await project('LL04', '零星工程')
  const wrong = await project('LL05', '登记错了的项目')
  const taken = { record: wrong.id, move: 'withdraw', reason: '重复登记' }
  await as(engine(), 'p-performance', taken, 'project')
})
afterAll(() => app.close())

test('a payment for a project that does not exist is refused with those that do, the likeliest first', async () => {
  await expect(pay('LL9')).rejects.toMatchObject({
    sentence: expect.stringMatching(/^没有“LL9”这个项目；可以选：LL\d+ .*LL01 路灯维护.*。$/),
    details: { fields: [{ field: 'project' }] },
  })
  await expect(pay('路灯')).rejects.toMatchObject({
    sentence: expect.stringMatching(/可以选：LL01 路灯维护、/),
  })
  await expect(pay('LL05')).rejects.toMatchObject({ sentence: expect.stringContaining('没有“LL05”这个项目') })
})

test('lists, records, searches and figures say what the project is called; the record keeps its code', async () => {
  const { id } = await pay('LL01')
  const desk = await app.signIn('performance')
  const { body: page } = await desk.get('/api/ledgers/payment/records?class=LL01&year=2022')
  expect(page.rows).toMatchObject([
    { title: '路灯维护 · 灯具', classLabel: '路灯维护', data: { project: 'LL01' }, names: { LL01: '路灯维护' } },
  ])
  const { body: record } = await desk.get(`/api/ledgers/payment/records/${id}`)
  expect([record.title, record.names.LL01]).toEqual(['路灯维护 · 灯具', '路灯维护'])
  const { body: found } = await desk.get(`/api/search?q=${encodeURIComponent('灯具')}`)
  expect(found).toMatchObject([{ title: '路灯维护 · 灯具' }])
  const { body: figure } = await desk.get('/api/metrics/payment.amount/figure?period=2022&by=class')
  expect(figure.rows).toMatchObject([{ key: 'LL01', label: '路灯维护' }])
  const { body: drilled } = await desk.get('/api/metrics/payment.amount/drill?period=2022')
  expect(drilled.rows).toMatchObject([{ title: '路灯维护 · 灯具', classLabel: '路灯维护' }])
  expect(await verifyLedger(engine().database, engine().ledgers, '431102')).toMatchObject({ faults: [] })
})

const indicator = {
  year: 2022,
  project: 'LL01',
  level1: 'output',
  level2: 'number',
  name: '路灯维修数',
  direction: 'at-least',
  target: 3_000,
  measure: '盏',
  weight: 10_000,
  evidence: 'ledger',
  metric: 'work.quantity',
  where: 'class=lamp-repair;unit=u-sanitation',
  setOn: '2022-01-04',
}
const setIndicator = (data: object) =>
  as(engine(), 'p-performance', { move: 'set', data: { ...indicator, ...data } }, 'indicator')

test('an indicator says in words where its value comes from, and its target in its unit; a typed value by whom and of what', async () => {
  const { id } = await setIndicator({ code: '01' })
  const desk = await app.signIn('performance')
  const { body: shown } = await desk.get(`/api/ledgers/indicator/records/${id}`)
  expect(shown).toMatchObject({
    data: { metric: 'work.quantity' },
    names: { 'work.quantity': '工作记录·工作量', [indicator.where]: '工作种类：路灯维修；承办单位：环卫所' },
    measures: { target: '盏' },
  })
  const files = [photo]
  const given = { indicator: id, project: 'LL01', value: 2_000, valueOn: '2022-02-20', cause: '盘点', files }
  await as(engine(), 'p-performance', { move: 'give', data: given }, 'typed-value')
  const { body: page } = await desk.get('/api/ledgers/typed-value/records?year=2022')
  expect(page.rows).toMatchObject([
    {
      title: '路灯维修数 · 路灯维护',
      data: { givenBy: 'p-performance', year: 2022 },
      names: { [id]: '路灯维修数 · 路灯维护' },
      measures: { value: '盏' },
    },
  ])
})

test('a metric that nobody counts is refused; in a table its words are understood', async () => {
  await expect(setIndicator({ code: '02', metric: 'work.quantitty' })).rejects.toMatchObject({
    sentence: '没有“work.quantitty”这个统计指标，请从列表中选择。',
    details: { fields: [{ field: 'metric' }] },
  })
  const wrong = { code: '02', evidence: 'computed', formula: 'work.quantity / work.hours' }
  await expect(setIndicator(wrong)).rejects.toMatchObject({
    sentence: '没有“work.hours”这个统计指标，请从列表中选择。',
    details: { fields: [{ field: 'formula' }] },
  })
  const actor = (await engine().world('431102')).actorOf('p-performance', '2022-03-01')!
  const data = { ...indicator, code: '03', metric: '工作记录·工作量', where: '工作种类：路灯维修' }
  const [saved] = await importRows(engine(), actor, 'indicator', [{ row: 2, move: 'set', data }])
  expect(saved!.data).toMatchObject({ metric: 'work.quantity', where: 'class=lamp-repair' })
})

test('a project is found by letters of its code or its name; what was taken back is not offered', async () => {
  const desk = await app.signIn('performance')
  const asked = async (q: string) => (await desk.get(`/api/ledgers/project/keys?q=${encodeURIComponent(q)}`)).body
  expect(await asked('环卫')).toEqual([{ code: 'LL02', name: '环卫一体化' }])
  expect(await asked('ll02')).toEqual([{ code: 'LL02', name: '环卫一体化' }])
  expect((await asked('')).map(({ code }: { code: string }) => code).sort()).toEqual(['LL01', 'LL02', 'LL03', 'LL04'])
})

test('whoever names a project may know what it is called, without reading the projects; who does not may not', async () => {
  const crew = await app.signIn('handler')
  expect((await crew.get('/api/ledgers/project/records')).status).toBe(403)
  expect((await crew.get('/api/ledgers/project/keys')).status).toBe(200)
  expect((await (await app.signIn('admin')).get('/api/ledgers/project/keys')).status).toBe(403)
})

test('a table names projects by code or by name; a wrong one is told with its row, and nothing is saved', async () => {
  const actor = (await engine().world('431102')).actorOf('p-performance', '2022-03-01')!
  const rows = (...projects: string[]) =>
    projects.map((code, i) => ({ row: i + 2, move: 'pay', data: { ...paid, project: code } }))
  const saved = await importRows(engine(), actor, 'payment', rows('LL02', '路灯维护', 'LL03 零星工程'))
  expect(saved.map(({ data }) => data.project)).toEqual(['LL02', 'LL01', 'LL03'])
  const wrong = importRows(engine(), actor, 'payment', rows('LL02', '园林', '零星工程'))
  await expect(wrong).rejects.toMatchObject({
    details: {
      rows: [
        { row: 3, field: 'project', column: '项目', sentence: expect.stringContaining('没有“园林”这个项目') },
        { row: 4, field: 'project', sentence: '项目“零星工程”有2个，请写编码：LL04、LL03' },
      ],
    },
  })
})

test('a word may stand in place of a code, and is understood by its label too', () => {
  const field = key('project', '项目', { options: [{ value: '整体', label: '部门整体支出' }] }) as Field
  const known = [{ code: 'A1', name: '路灯' }]
  expect(['整体', '部门整体支出', '路灯', 'A1 路灯', '别的'].map((said) => keyMeant(field, said, known))).toEqual([
    '整体',
    '整体',
    'A1',
    'A1',
    undefined,
  ])
  expect(unknownKey(field, 'A9', known)).toBe('没有“A9”这个项目；可以选：A1 路灯、部门整体支出')
})

test('a ledger that does not say by what it is named is not named by codes', () => {
  const plain = { title: '甲', group: '乙', states: { a: { label: '在', tone: 'todo' } }, read: {} } as const
  const moves = { add: { label: '登记', from: 'new', to: 'a', by: {} } } as const
  const named = defineLedger({
    ...plain,
    moves,
    id: 'one',
    fields: { code: text('编码') },
    columns: { title: [] },
    form: { 甲: ['code'] },
  })
  const naming = defineLedger({
    ...plain,
    moves,
    id: 'other',
    fields: { one: key('one', '甲') },
    columns: { title: [] },
    form: { 甲: ['one'] },
  })
  expect(() => ledgerCatalog([named, naming])).toThrow(/other 的字段 one 按编码引用 one/)
})
