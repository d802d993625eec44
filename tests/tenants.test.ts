import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fixedClock } from '../platform/clock.ts'
import { type App, type Caller, freshApp } from './helpers/app.ts'
import { addSmallBureau } from './helpers/bureau.ts'
import { as, walkTo } from './helpers/casework.ts'

const clock = fixedClock('2022-03-01T01:00:00.000Z')
const [ours, theirs] = ['431102', '340602']
let app: App
let stranger: Caller
let closed = ''
let hash = ''
beforeAll(async () => {
  app = await freshApp(clock)
  const { runtime } = app.parts
  await addSmallBureau(runtime.database, ours)
  await addSmallBureau(runtime.database, theirs)
  closed = (await walkTo(runtime, 'close', {}, ours)).id
  const desk = await app.signIn('performance', ours)
  const { body } = await desk.post('/api/reporting/documents/casework-bulletin/submit', { year: 2022 })
  await (await app.signIn('director', ours)).post(`/api/reporting/submissions/${body.id}/approve`)
  const receiver = await app.signIn('receiver', ours)
  const png = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
    'base64',
  )
  hash = (await receiver.upload('/api/files', { name: 'a.png', type: 'image/png', bytes: png })).body.hash
  stranger = await app.signIn('receiver', theirs)
})
afterAll(() => app.close())

test('the tests themselves connect as a role that owns nothing, is no superuser and does not bypass row security', async () => {
  const [role] = await app.parts.runtime.database.outside<{
    rolname: string
    rolsuper: boolean
    rolbypassrls: boolean
    owned: number
  }>(
    `select rolname, rolsuper, rolbypassrls, (select count(*)::int from pg_class c where c.relowner = r.oid) as owned from pg_roles r where rolname = current_user`,
  )
  expect(role).toEqual({ rolname: 'chengji_app', rolsuper: false, rolbypassrls: false, owned: 0 })
})

test('every table with a bureau in it shows the stranger none of our rows, and takes none in our name', async () => {
  const owner = new pg.Client(app.ownerUrl)
  await owner.connect()
  const { rows: tables } = await owner.query<{ name: string; filled: number }>(
    `select format('%I.%I', table_schema, table_name) as name from information_schema.columns where column_name = 'tenant' and table_schema not in ('pg_catalog', 'information_schema') and table_name <> 'tenant'`,
  )
  expect(tables.length).toBeGreaterThan(20)
  let withRows = 0
  for (const { name } of tables) {
    const { rows } = await owner.query(`select count(*)::int as n from ${name} where tenant = $1`, [ours])
    withRows += rows[0].n > 0 ? 1 : 0
    const seen = await app.parts.runtime.database
      .inTenant(theirs, (tx) =>
        tx.query<{ n: number }>(`select count(*)::int as n from ${name} where tenant = $1`, [ours]),
      )
      .catch((error: { code?: string }) => [{ n: error.code === '42501' ? 0 : -1 }])
    expect([name, seen[0]!.n]).toEqual([name, 0])
  }
  await owner.end()
  expect(withRows).toBeGreaterThan(12)
  const forged = app.parts.runtime.database.inTenant(theirs, (tx) =>
    tx.query("insert into ledger.counter (tenant, series, year, last) values ('431102', 'case', 2099, 1)"),
  )
  await expect(forged).rejects.toMatchObject({ code: '42501' })
})

test('through lists, search, tasks, records, exports, maps, figures and files the stranger meets nothing of ours', async () => {
  const get = async (url: string) => (await stranger.get(url)).text
  for (const url of [
    '/api/ledgers/case/records',
    '/api/ledgers/case/records?q=井盖',
    '/api/ledgers/case/records?q=431102202200001',
    '/api/ledgers/case/places',
    '/api/ledgers/case/export.csv',
    '/api/tasks',
    '/api/search?q=井盖',
    '/api/metrics/case.closed/drill?period=2022',
    '/api/org/people',
    '/api/reporting/documents',
  ]) {
    const text = await get(url)
    expect([url, text.includes(closed), text.includes('芝山路')]).toEqual([url, false, false])
  }
  expect((await stranger.get('/api/metrics/case.closed/figure?period=2022')).body.value).toBe('0')
  expect((await stranger.get(`/api/ledgers/case/records/${closed}`)).status).toBe(404)
  expect((await stranger.get(`/api/files/${hash}`)).status).toBe(404)
})

test('a move on a case of another bureau is answered as if there were none, and leaves no trace', async () => {
  const answer = await stranger.post(`/api/ledgers/case/records/${closed}/moves/press`, { reason: '越权' })
  expect([403, 404]).toContain(answer.status)
  const lead = await app.signIn('lead', theirs)
  const tried = await lead.post(`/api/ledgers/case/records/${closed}/moves/reopen`, { reason: '越权' })
  expect(tried.status).toBe(404)
  expect(tried.body.detail).toBe('没有这条案件，或不在您的查看范围内。')
  await expect(
    as(app.parts.runtime, 'p-lead', { record: closed, move: 'reopen', reason: '越权' }, 'case', theirs),
  ).rejects.toMatchObject({ status: 404 })
})

test('numbers begin at one in each bureau and a job of one recounts only that one', async () => {
  const first = await walkTo(app.parts.runtime, 'receive', {}, theirs)
  expect(first.number).toBe('340602202200001')
  expect((await stranger.get('/api/metrics/case.received/figure?period=2022')).body.value).toBe('1')
  const [kept] = await app.parts.runtime.database.inTenant(theirs, (tx) =>
    tx.query<{ n: number }>(
      "select coalesce(sum(num), 0)::int as n from metrics.day_by where metric = 'case.received' and dim = ''",
    ),
  )
  expect(kept!.n).toBe(1)
})

test('what is published is public and nothing else is: the other bureau has no page', async () => {
  expect((await app.visitor.get(`/public/${ours}`)).text).toContain('数字城管运行情况')
  expect((await app.visitor.get(`/public/${theirs}/2022-szcg-1`)).status).toBe(404)
  expect((await app.visitor.get('/public/999999')).status).toBe(404)
})
