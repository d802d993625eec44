import { expect, test } from 'vitest'
import { z } from 'zod'
import { endpoint } from './contract.ts'
import { conflict } from './errors.ts'
import { createHttp, serve } from './http.ts'

const server = (options: { behindTls?: boolean; rateLimit?: number } = {}) =>
  createHttp({ config: { behindTls: false, ...options }, log: false })

const open = { config: { permission: 'public' } }

test('a route that names no permission stops the start', async () => {
  const http = await server()
  expect(() => http.get('/api/forgotten', async () => 'open to all')).toThrow(/\/api\/forgotten 没有写明权限/)
  expect(() => http.get('/api/empty', { config: { permission: '' } }, async () => '')).toThrow(/没有写明权限/)
})

test('a refusal is told in its own sentence, with what is possible beside it', async () => {
  const http = await server()
  http.get('/api/case', open, async () => {
    throw conflict('case.not-checked', '待核查的案件不能直接结案；可以：核查通过、退回返工。', {
      open: ['check', 'rework'],
    })
  })
  const answer = await http.inject('/api/case')
  expect(answer.statusCode).toBe(409)
  expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/)
  expect(answer.json()).toEqual({
    type: 'about:blank',
    title: '现在不能这样办理',
    status: 409,
    code: 'case.not-checked',
    detail: '待核查的案件不能直接结案；可以：核查通过、退回返工。',
    details: { open: ['check', 'rework'] },
    requestId: answer.headers['x-request-id'],
  })
})

test('a fault of the program says nothing of the inside, only a number to ask about', async () => {
  const http = await server()
  http.get('/api/fault', open, async () => {
    throw new Error('column "secret" does not exist')
  })
  const answer = await http.inject('/api/fault')
  expect(answer.statusCode).toBe(500)
  expect(answer.json().detail).toContain(answer.headers['x-request-id'])
  expect(answer.body).not.toContain('secret')
})

test('an address that does not exist is a problem in Chinese, not a page', async () => {
  const answer = await (await server()).inject('/api/nothing')
  expect(answer.statusCode).toBe(404)
  expect(answer.json()).toMatchObject({ code: 'http.no-such-address', title: '没有找到' })
})

test('each field filled in wrongly gets its own sentence', async () => {
  const http = await server()
  const filing = endpoint({
    method: 'POST',
    url: '/api/filing',
    permission: 'public',
    tag: '测试',
    summary: '',
    body: z.strictObject({
      title: z.string().min(2),
      fine: z.number().int().max(500_000),
      on: z.iso.date(),
      kind: z.enum(['part', 'event']),
      photos: z.array(z.string()).max(1),
      phone: z.string().regex(/^\d+$/, '电话只能是数字'),
      place: z.string(),
    }),
  })
  serve(http, filing, async () => {})
  const payload = { title: '坑', fine: 600_000, on: '昨天', kind: 'other', photos: ['a', 'b'], phone: 'x', extra: 1 }
  const answer = await http.inject({ method: 'POST', url: '/api/filing', payload })
  expect(answer.statusCode).toBe(422)
  expect(answer.json().details.fields).toEqual([
    { field: 'title', sentence: '字段“title”不能少于2个字' },
    { field: 'fine', sentence: '字段“fine”不能超过500000' },
    { field: 'on', sentence: '字段“on”应为日期，如 2022-12-31' },
    { field: 'kind', sentence: '字段“kind”应为“part”、“event”之一' },
    { field: 'photos', sentence: '字段“photos”不能超过1项' },
    { field: 'phone', sentence: '“phone”：电话只能是数字' },
    { field: 'place', sentence: '缺少字段“place”' },
    { field: '', sentence: '没有“extra”这样的字段，请去掉' },
  ])
  expect(answer.json().detail).toMatch(/^提交的内容有误：.*等8处。$/)
})

test('text that is not JSON, and too much of it, are refused before anything is done', async () => {
  const http = await server()
  http.post('/api/take', open, async () => 'taken')
  const headers = { 'content-type': 'application/json' }
  const broken = await http.inject({ method: 'POST', url: '/api/take', headers, payload: '{"a":' })
  expect([broken.statusCode, broken.json().code]).toEqual([400, 'http.not-json'])
  const large = await http.inject({ method: 'POST', url: '/api/take', payload: { text: 'x'.repeat(1024 * 1024) } })
  expect([large.statusCode, large.json().code]).toEqual([413, 'http.too-large'])
})

test('what an answer does not declare does not leave the server', async () => {
  const http = await server()
  const person = endpoint({
    method: 'GET',
    url: '/api/person',
    permission: 'public',
    tag: '测试',
    summary: '',
    answer: z.object({ name: z.string() }),
  })
  serve(http, person, async () => ({ name: '唐丽', phone: '13800000000' }))
  expect((await http.inject('/api/person')).json()).toEqual({ name: '唐丽' })
})

test('nobody passes a door that needs a permission without having signed in', async () => {
  const http = await server()
  http.get('/api/closed', { config: { permission: 'case.read' } }, async () => 'inside')
  const answer = await http.inject('/api/closed')
  expect([answer.statusCode, answer.json().code]).toEqual([401, 'session.missing'])
})

test('a public route that asks who is there gets a refusal, not a crash', async () => {
  const http = await server()
  http.get('/api/who', open, async (request) => request.actor.name)
  expect((await http.inject('/api/who')).statusCode).toBe(401)
})

test('a plain-http intranet is not sent to https, behind TLS it is', async () => {
  const plain = await (await server()).inject('/api')
  expect(plain.headers['strict-transport-security']).toBeUndefined()
  expect(plain.headers['content-security-policy']).not.toContain('upgrade-insecure-requests')
  expect(plain.headers['content-security-policy']).toContain("worker-src 'self' blob:")
  const tls = await (await server({ behindTls: true })).inject('/api')
  expect(tls.headers['strict-transport-security']).toMatch(/max-age=\d+/)
  expect(tls.headers['content-security-policy']).toContain('upgrade-insecure-requests')
})

test('whoever asks too often is told when to come back, whatever cookie is made up', async () => {
  const http = await server({ rateLimit: 3 })
  http.get('/api/often', open, async () => 'ok')
  http.get('/assets/main.js', open, async () => 'ok')
  const ask = (url: string, n: number) =>
    http.inject({ url, cookies: { chengji_session: `431102.${String(n).padEnd(43, 'x')}` } })
  const codes: number[] = []
  for (let n = 0; n < 4; n++) codes.push((await ask('/api/often', n)).statusCode)
  expect(codes).toEqual([200, 200, 200, 429])
  const answer = await ask('/api/often', 9)
  expect(answer.json()).toMatchObject({ code: 'http.too-often', detail: expect.stringMatching(/请\d+秒后再试/) })
  expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0)
  expect((await ask('/assets/main.js', 0)).statusCode).toBe(200)
})

test('the API describes itself, with the permission of each address', async () => {
  const http = await server()
  const calendar = endpoint({
    method: 'PUT',
    url: '/api/org/calendar/:day',
    permission: 'org.manage',
    tag: '机构',
    summary: '改一天是否上班',
    params: z.object({ day: z.iso.date().describe('哪一天') }),
    body: z.object({ working: z.boolean().describe('是否上班') }),
  })
  serve(http, calendar, async () => {})
  await http.ready()
  const document = (await http.inject('/api/openapi.json')).json()
  expect(document.openapi).toBe('3.1.0')
  expect(document.info.title).toBe('城绩 Chengji API')
  expect(document.paths['/api/org/calendar/{day}'].put).toMatchObject({
    'x-permission': 'org.manage',
    tags: ['机构'],
    parameters: [{ name: 'day', in: 'path', required: true }],
  })
  const page = (await http.inject('/api')).body
  expect(page).toContain('/api/org/calendar/{day}')
  expect(page).toContain('权限：org.manage')
  expect(page).toContain('是否上班')
  expect(page).not.toContain('<script')
})
