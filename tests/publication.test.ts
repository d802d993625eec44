import { copyFileSync, mkdtempSync, readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { checkPackage } from '../modules/reporting/index.ts'
import { fixedClock } from '../platform/clock.ts'
import { projectRoot } from '../platform/config.ts'
import { migrate } from '../platform/migrate.ts'
import { type App, type Caller, freshApp } from './helpers/app.ts'
import { addSmallBureau } from './helpers/bureau.ts'
import { walkTo } from './helpers/casework.ts'
import { emptyDatabase } from './helpers/database.ts'

const clock = fixedClock('2022-03-01T01:00:00.000Z')
let app: App
let author: Caller
let director: Caller
const submit = () => author.post('/api/reporting/documents/casework-bulletin/submit', { year: 2022 })

beforeAll(async () => {
  app = await freshApp(clock)
  await addSmallBureau(app.parts.runtime.database)
  await walkTo(app.parts.runtime, 'close')
  ;[author, director] = [await app.signIn('performance'), await app.signIn('director')]
})
afterAll(() => app.close())

test('each step asks for its own permission: the author submits, the director decides, others read', async () => {
  expect((await director.post('/api/reporting/documents/casework-bulletin/submit', { year: 2022 })).status).toBe(403)
  const { status, body } = await submit()
  expect([status, body.id]).toEqual([201, '2022-szcg-1'])
  const url = `/api/reporting/submissions/${body.id}`
  for (const step of ['approve', 'return'])
    expect((await author.post(`${url}/${step}`, { reason: '急' })).status).toBe(403)
  const reader = await app.signIn('inspector')
  expect((await reader.get(url)).body).toMatchObject({
    id: body.id,
    mine: false,
    submittedByName: '欧阳雪',
    decision: null,
  })
  expect((await author.get(url)).body.mine).toBe(true)
  expect((await app.visitor.get(url)).status).toBe(401)
  const handler = await app.signIn('handler')
  expect((await handler.get('/api/reporting/submissions')).status).toBe(403)
})

test('a refusal is a sentence: no reason, twice decided, never submitted', async () => {
  const url = '/api/reporting/submissions/2022-szcg-1'
  expect((await director.post(`${url}/return`, { reason: ' ' })).status).toBe(422)
  expect((await director.post(`${url}/return`, { reason: '请核对' })).status).toBe(204)
  const again = await director.post(`${url}/approve`)
  expect([again.status, again.body.detail]).toEqual([409, '这份报告当前为“已退回”，不能同意公开；请改正后重新送审。'])
  expect((await director.post('/api/reporting/submissions/2022-szcg-7/approve')).status).toBe(404)
  expect((await author.get('/api/reporting/submissions')).body).toEqual([
    expect.objectContaining({
      id: '2022-szcg-1',
      decision: expect.objectContaining({ byName: '秦书文', reason: '请核对' }),
    }),
  ])
})

test('published by two, its package holds; withdrawn, the package says so and still holds', async () => {
  const { body } = await submit()
  const approved = await director.post(`/api/reporting/submissions/${body.id}/approve`)
  expect(approved.status).toBe(200)
  const packed = () => app.visitor.get(`${approved.body.url}/package.zip`)
  expect(checkPackage((await packed()).bytes)?.faults).toEqual([])
  await author.post(`/api/reporting/snapshots/${body.id}/withdraw`, { reason: '口径有误' })
  const after = await packed()
  expect(checkPackage(after.bytes)?.faults).toEqual([])
  expect((await app.visitor.get(approved.body.url)).text).toContain('口径有误')
})

test('the checker wired at the start is asked for the preview, and its errors keep a report back', async () => {
  const checked = await freshApp(clock, () => [{ severity: 'error', sentence: '标题与年度不符' }])
  await addSmallBureau(checked.parts.runtime.database)
  const desk = await checked.signIn('performance')
  const preview = await desk.get('/api/reporting/documents/casework-bulletin/preview?year=2022')
  expect(preview.body.findings).toEqual([{ severity: 'error', sentence: '标题与年度不符' }])
  const url = '/api/reporting/documents/casework-bulletin/submit'
  const refused = await desk.post(url, { year: 2022 })
  expect([refused.status, refused.body.detail]).toEqual([
    409,
    '审校发现1处错误：标题与年度不符。请改正，或写明理由后送审。',
  ])
  expect((await desk.post(url, { year: 2022, findingsReason: '标题按上级要求' })).status).toBe(201)
  await checked.close()
})

test('what one person published before there were two stays public', async () => {
  const { ownerUrl } = await emptyDatabase()
  const [all, old] = [join(projectRoot, 'migrations'), mkdtempSync(join(tmpdir(), 'migrations-'))]
  for (const name of readdirSync(all).filter((one) => one < '0007')) copyFileSync(join(all, name), join(old, name))
  await migrate(ownerUrl, old)
  const owner = new Client({ connectionString: ownerUrl })
  await owner.connect()
  await owner.query("insert into ledger.seal values ('431102', 1, now(), 0, '', '', 'k', '')")
  await owner.query(
    `insert into reporting.snapshot (tenant, id, document, title, period, seal, published_at, published_by, body, record, hash)
     values ('431102', '2022-zpbg-1', 'd', 't', '2022', 1, '2023-03-20T02:00:00Z', 'p-performance', '{}', gen_random_uuid(), $1)`,
    ['b'.repeat(64)],
  )
  await migrate(ownerUrl, all)
  const { rows } = await owner.query(
    'select snapshot, approved, by, at = s.submitted_at as same from reporting.decision d join reporting.snapshot s on s.id = d.snapshot',
  )
  await owner.end()
  expect(rows).toEqual([{ snapshot: '2022-zpbg-1', approved: true, by: 'p-performance', same: true }])
})
