import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Auth, createAuth } from '../../platform/auth.ts'
import { type FixedClock, fixedClock } from '../../platform/clock.ts'
import { type Database, openDatabase } from '../../platform/db.ts'
import { createHttp, type Http } from '../../platform/http.ts'
import { addTenant } from '../../platform/tenants.ts'
import { addSmallBureau, roles, smallBureau } from '../../tests/helpers/bureau.ts'
import { freshDatabase } from '../../tests/helpers/database.ts'
import { accountsOf } from './accounts.ts'
import { demoPassword } from './commands.ts'
import { permissionsOf } from './domain.ts'
import { registerOrg } from './routes.ts'

let database: Database
let auth: Auth
let http: Http
let clock: FixedClock
let held: string[]

beforeAll(async () => {
  database = openDatabase((await freshDatabase()).appUrl)
  await addSmallBureau(database)
  await addSmallBureau(database, '340602', { ...smallBureau, title: '杜集区城市管理局', short: '杜集' })
  clock = fixedClock('2022-03-01T01:00:00.000Z')
  held = []
  auth = createAuth({ database, clock, accounts: accountsOf(database) })
  http = await createHttp({
    config: { behindTls: false },
    log: false,
    auth,
    allows: (actor, permission) => permissionsOf(roles, actor.grants).includes(permission),
  })
  registerOrg(http, {
    database,
    clock,
    auth,
    roles,
    permissionsOf: (actor) => permissionsOf(roles, actor.grants),
    heldWork: async () => held,
  })
})
afterAll(() => database.close())

/** Sign-ins are limited by address; a demonstration's are taken from this machine only. */
const somewhereHere = () => `127.0.0.${1 + Math.floor(Math.random() * 250)}`
async function signIn(account: string, tenant = '431102', password = demoPassword) {
  const answer = await http.inject({
    method: 'POST',
    url: '/api/session',
    remoteAddress: somewhereHere(),
    payload: { tenant, account, password },
  })
  const cookies = { chengji_session: answer.cookies[0]?.value ?? '' }
  const headers = { 'x-csrf-token': answer.json().csrf ?? '' }
  return {
    answer,
    get: (url: string) => http.inject({ url, cookies }),
    send: (method: 'POST' | 'PUT' | 'DELETE', url: string, payload?: object) =>
      http.inject({ method, url, cookies, headers, ...(payload ? { payload } : {}) }),
  }
}

test('whoever signs in is told who they are, where, in which roles and what these allow', async () => {
  const { answer } = await signIn('performance')
  expect(answer.json()).toMatchObject({
    person: { id: 'p-performance', name: '欧阳雪' },
    tenant: { tenant: '431102', title: '零陵区城市管理和综合执法局', short: '零陵', demo: true },
    roles: [
      { role: 'finance', label: '财务人员', unitName: '区城管局' },
      { role: 'performance', label: '绩效人员', unitName: '区城管局' },
    ],
  })
  expect(answer.json().permissions).toEqual(expect.arrayContaining(['budget.write', 'report.submit']))
})

test('the bureau’s units, people, map and calendar are there for everybody in it', async () => {
  const { get } = await signIn('handler')
  expect((await get('/api/org/units')).json()[0]).toMatchObject({ id: 'u-bureau', parent: null, kind: 'bureau' })
  expect((await get('/api/org/people?role=handler&unit=u-sanitation')).json()).toEqual([
    { id: 'p-handler', name: '李勇', unit: 'u-squad', roles: ['handler'] },
  ])
  expect((await get('/api/org/people')).json()).toHaveLength(15)
  const map = (await get('/api/org/map')).json()
  expect(map.features.map(({ properties }: { properties: { kind: string } }) => properties.kind)).toEqual([
    'street',
    'community',
    'grid',
    'grid',
  ])
  const calendar = (await get('/api/org/calendar?year=2022')).json()
  expect(calendar.years).toEqual([2021, 2022, 2023])
  expect(calendar.days).toContainEqual({ day: '2022-10-03', working: false, name: '国庆节' })
})

test('the sign-in page of a demonstration shows its accounts, one can sign in with each', async () => {
  const accounts = (await http.inject('/api/demo/accounts')).json()
  expect(accounts).toHaveLength(30)
  expect(accounts[0]).toMatchObject({ tenant: '340602', account: 'admin', name: '邓伟', label: '系统管理员' })
  expect((await signIn(accounts[0].account, '340602', accounts[0].password)).answer.statusCode).toBe(200)
})

const outside: [string, { remoteAddress: string; headers?: Record<string, string> }][] = [
  ['another desk of the intranet', { remoteAddress: '10.0.0.7' }],
  ['an address that only begins like this machine’s', { remoteAddress: '::ffff:10.0.0.7' }],
  ['a proxy on this machine', { remoteAddress: '127.0.0.1', headers: { 'x-forwarded-for': '10.0.0.7' } }],
  ['a proxy that says it the standard way', { remoteAddress: '::1', headers: { forwarded: 'for=10.0.0.7' } }],
  ['a proxy that says who is behind it', { remoteAddress: '127.0.0.1', headers: { 'x-real-ip': '127.0.0.1' } }],
]
const demoSignIn = (from: object) =>
  http.inject({
    method: 'POST',
    url: '/api/session',
    payload: { tenant: '431102', account: 'performance', password: demoPassword },
    ...from,
  })

test.each(outside)('nobody enters a demonstration from %s, and no account of it is told there', async (_, from) => {
  const refused = await demoSignIn(from)
  expect(refused.json()).toMatchObject({
    status: 403,
    code: 'session.demo-outside',
    detail: expect.stringContaining('演示账号的口令是公开的，只能在本机登录'),
  })
  expect(refused.cookies).toEqual([])
  expect((await http.inject({ url: '/api/demo/accounts', ...from })).json()).toEqual([])
})

test.each(['127.0.0.1', '127.8.9.10', '::1', '::ffff:127.0.0.1'])(
  'a demonstration is entered on this machine, by %s',
  async (remoteAddress) => {
    expect((await demoSignIn({ remoteAddress })).statusCode).toBe(200)
    expect((await http.inject({ url: '/api/demo/accounts', remoteAddress })).json()).toHaveLength(30)
  },
)

test('a bureau at work is entered from every desk', async () => {
  await database.inTenant('431103', (tx) =>
    addTenant(tx, { title: '冷水滩区城市管理局', short: '冷水滩', demo: false }),
  )
  const answer = await http.inject({
    method: 'POST',
    url: '/api/session',
    remoteAddress: '10.0.0.7',
    payload: { tenant: '431103', account: 'nobody', password: 'a wrong one' },
  })
  expect(answer.json()).toMatchObject({ status: 401, code: 'session.refused' })
})

test('only the administrator manages, and only the auditor reads what was managed', async () => {
  const receiver = await signIn('receiver')
  expect((await receiver.get('/api/org/directory')).statusCode).toBe(403)
  expect((await receiver.send('POST', '/api/org/people', { name: '新人', unit: 'u-lamps' })).statusCode).toBe(403)
  const admin = await signIn('admin')
  expect((await admin.get('/api/org/log')).statusCode).toBe(403)
  await signIn('auditor', '431102', 'a wrong one')
  const auditor = await signIn('auditor')
  const log = (await auditor.get('/api/org/log?limit=5')).json()
  expect(log[0]).toMatchObject({ what: 'session.begun', byName: '秦芳', sentence: '账号“auditor”登录' })
  expect(log[1]).toMatchObject({ what: 'session.refused', sentence: '账号“auditor”登录未成功' })
})

test('a new handler is added, appointed, signs in and is seen at once', async () => {
  const admin = await signIn('admin')
  const added = await admin.send('POST', '/api/org/people', {
    name: '罗兵',
    unit: 'u-lamps',
    account: 'luobing',
    password: 'Ludeng-2022',
  })
  expect(added.statusCode).toBe(201)
  const { id } = added.json()
  const role = { role: 'handler', unit: 'u-lamps' }
  expect((await admin.send('POST', `/api/org/people/${id}/roles`, role)).json()).toEqual({
    ...role,
    fromOn: '2022-03-01',
    toOn: null,
  })
  expect((await admin.send('POST', `/api/org/people/${id}/roles`, role)).json().code).toBe('org.role-held')
  const handler = await signIn('luobing', '431102', 'Ludeng-2022')
  expect(handler.answer.json().roles).toMatchObject([{ role: 'handler', unitName: '路灯所' }])
  expect((await admin.get('/api/org/people?role=handler&unit=u-lamps')).json()).toMatchObject([{ name: '罗兵' }])
})

test('a role taken away is gone with the next click, and the person is signed out', async () => {
  const admin = await signIn('admin')
  const handler = await signIn('handler')
  expect((await handler.get('/api/session')).statusCode).toBe(200)
  held = ['有3件案件没有办结（431102202200001等）']
  const refused = await admin.send('DELETE', '/api/org/people/p-handler/roles/handler/u-squad')
  expect(refused.json()).toMatchObject({
    status: 409,
    code: 'org.still-held',
    detail: '“李勇”还有3件案件没有办结（431102202200001等），不能收回处置人员岗位；请先交接给其他人员。',
  })
  held = []
  expect((await admin.send('DELETE', '/api/org/people/p-handler/roles/handler/u-squad')).statusCode).toBe(204)
  expect((await handler.get('/api/session')).statusCode).toBe(401)
  expect((await signIn('handler')).answer.json().roles).toEqual([])
})

test('a holiday is moved with a reason, the auditor sees who did it', async () => {
  const admin = await signIn('admin')
  const move = { working: true, name: '创文攻坚', reason: '区政府统一安排加班' }
  expect((await admin.send('PUT', '/api/org/calendar/2022-03-05', move)).statusCode).toBe(204)
  expect((await admin.get('/api/org/calendar?year=2022')).json().days).toContainEqual({
    day: '2022-03-05',
    working: true,
    name: '创文攻坚',
  })
  expect((await admin.send('PUT', '/api/org/calendar/2035-03-05', move)).json().code).toBe('org.calendar-year-unknown')
  expect((await admin.send('PUT', '/api/org/calendar/2022-13-05', move)).json().details.fields).toEqual([
    { field: 'day', sentence: '“day”：应为日期，如 2022-12-31' },
  ])
  const auditor = await signIn('auditor')
  const log: { byName: string; sentence: string }[] = (await auditor.get('/api/org/log')).json()
  expect(log).toContainEqual(
    expect.objectContaining({ byName: '邓伟', sentence: '把2022-03-05改为工作日（创文攻坚）：区政府统一安排加班' }),
  )
})

test('somebody who changes the password needs the old one, and a demonstration’s cannot be changed', async () => {
  const admin = await signIn('admin')
  await admin.send('POST', '/api/org/people', {
    name: '彭杰',
    unit: 'u-lamps',
    account: 'pengjie',
    password: 'Ludeng-2022',
  })
  const own = await signIn('pengjie', '431102', 'Ludeng-2022')
  const change = (old: string, password: string) => own.send('PUT', '/api/org/password', { old, password })
  expect((await change('wrong', 'Xiaoshui-9')).json().code).toBe('session.password-wrong')
  expect((await change('Ludeng-2022', 'pengjie1')).json().code).toBe('session.password-weak')
  expect((await change('Ludeng-2022', 'Xiaoshui-9')).statusCode).toBe(204)
  expect((await own.get('/api/session')).statusCode).toBe(401)
  expect((await signIn('pengjie', '431102', 'Xiaoshui-9')).answer.statusCode).toBe(200)
  const demo = await (await signIn('lamps')).send('PUT', '/api/org/password', {
    old: demoPassword,
    password: 'Abcd-1234',
  })
  expect(demo.json().code).toBe('session.demo-password')
})

test('the administrator of one bureau changes nothing in another', async () => {
  const other = await signIn('admin', '340602')
  expect((await other.send('PUT', '/api/org/people/p-lamps', { name: '改名' })).statusCode).toBe(204)
  const here = await signIn('receiver')
  const people: { id: string; name: string }[] = (await here.get('/api/org/people')).json()
  expect(people.find(({ id }) => id === 'p-lamps')?.name).toBe('黄涛')
})
