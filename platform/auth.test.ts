import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { freshDatabase } from '../tests/helpers/database.ts'
import { registerSession } from './auth/routes.ts'
import { type Accounts, type Actor, type Auth, createAuth, endSessions, hashPassword } from './auth.ts'
import { type FixedClock, fixedClock } from './clock.ts'
import { type Database, openDatabase } from './db.ts'
import { createHttp, type Http } from './http.ts'
import { addTenant } from './tenants.ts'

const password = 'Nanjindu-2022'
let database: Database
let clock: FixedClock
let auth: Auth
let http: Http
let roles: Record<string, string[]>
let questions: number

const accounts = (passwordHash: string): Accounts => ({
  find: async (tx, account) =>
    ['receiver', 'admin'].includes(account) && tx.tenant === '431102'
      ? { person: `p-${account}`, passwordHash }
      : undefined,
  actor: async (tenant, person): Promise<Actor | undefined> => {
    questions++
    const held = roles[person]
    return held && { tenant, person, name: person, grants: held.map((role) => ({ role, unit: 'u', units: ['u'] })) }
  },
})

beforeAll(async () => {
  database = openDatabase((await freshDatabase()).appUrl)
  for (const tenant of ['431102', '340602'])
    await database.inTenant(tenant, (tx) => addTenant(tx, { title: `${tenant}城管局`, short: '测', demo: false }))
})
afterAll(() => database.close())

beforeEach(async () => {
  roles = { 'p-receiver': ['receiver'], 'p-admin': ['admin'] }
  questions = 0
  clock = fixedClock('2022-03-01T01:00:00.000Z')
  auth = createAuth({ database, clock, accounts: accounts(await hashPassword(password)) })
  const allows = (actor: Actor, permission: string) =>
    actor.grants.some(({ role }) => permission === (role === 'admin' ? 'org.manage' : 'case.file'))
  http = await createHttp({ config: { behindTls: false }, log: false, auth, allows })
  registerSession(http, {
    auth,
    database,
    describe: async () => ({ roles: [], permissions: ['case.file'], now: clock.now() }),
  })
  http.get('/api/me', { config: { permission: 'signed-in' } }, async (request) => request.actor.person)
  http.post('/api/cases', { config: { permission: 'case.file' } }, async (request) => request.actor.person)
  http.post('/api/people', { config: { permission: 'org.manage' } }, async () => 'added')
})

const signIn = (given: Record<string, string> = {}, headers: Record<string, string> = {}) =>
  http.inject({
    method: 'POST',
    url: '/api/session',
    headers,
    payload: { tenant: '431102', account: 'receiver', password, ...given },
  })
const cookieOf = (answer: Awaited<ReturnType<typeof signIn>>) => ({ chengji_session: answer.cookies[0]!.value })

test('a receiver signs in, is known by the cookie, files with the token, and signs out', async () => {
  const answer = await signIn()
  expect(answer.statusCode).toBe(200)
  expect(answer.cookies[0]).toMatchObject({ name: 'chengji_session', httpOnly: true, sameSite: 'Lax', path: '/' })
  expect(answer.cookies[0]).not.toHaveProperty('secure')
  const { csrf, person, tenant } = answer.json()
  expect([person.id, tenant.tenant]).toEqual(['p-receiver', '431102'])
  const cookies = cookieOf(answer)
  expect((await http.inject({ url: '/api/session', cookies })).json().csrf).toBe(csrf)
  const file = (token: string) =>
    http.inject({ method: 'POST', url: '/api/cases', cookies, headers: { 'x-csrf-token': token } })
  expect((await file(csrf)).body).toBe('p-receiver')
  expect((await file('guessed')).json()).toMatchObject({ status: 403, code: 'session.csrf' })
  const out = await http.inject({
    method: 'DELETE',
    url: '/api/session',
    cookies,
    headers: { 'x-csrf-token': csrf },
  })
  expect(out.statusCode).toBe(204)
  expect((await http.inject({ url: '/api/me', cookies })).statusCode).toBe(401)
})

test('a change without the token is refused, also when the cookie is right', async () => {
  const cookies = cookieOf(await signIn())
  const answer = await http.inject({ method: 'POST', url: '/api/cases', cookies })
  expect([answer.statusCode, answer.json().code]).toEqual([403, 'session.csrf'])
})

test('a role opens its own doors and no other', async () => {
  const answer = await signIn()
  const people = await http.inject({
    method: 'POST',
    url: '/api/people',
    cookies: cookieOf(answer),
    headers: { 'x-csrf-token': answer.json().csrf },
  })
  expect(people.json()).toMatchObject({ status: 403, code: 'session.not-allowed' })
})

test('another site cannot sign somebody in', async () => {
  expect((await signIn({}, { origin: 'https://other.example' })).json().code).toBe('session.other-site')
  expect((await signIn({}, { 'sec-fetch-site': 'cross-site' })).json().code).toBe('session.other-site')
  expect((await signIn({}, { origin: 'http://localhost' })).statusCode).toBe(200)
  expect((await signIn({}, { origin: 'http://localhost', 'sec-fetch-site': 'same-origin' })).statusCode).toBe(200)
})

test('five wrong passwords lock the account for a quarter of an hour, also for the right one', async () => {
  for (const left of [4, 3, 2, 1])
    expect((await signIn({ password: 'wrong' })).json()).toMatchObject({
      status: 401,
      detail: `账号或密码不对；再错${left}次将锁定15分钟。`,
    })
  const fifth = await signIn({ password: 'wrong' })
  expect(fifth.json()).toMatchObject({
    status: 429,
    code: 'session.locked',
    detail: '密码连续输错5次，该账号已锁定到09:15；请到时再试，或请系统管理员重设密码。',
  })
  expect(fifth.headers['retry-after']).toBe('900')
  expect((await signIn()).json().code).toBe('session.locked')
  expect((await signIn({ account: 'admin' })).statusCode).toBe(200)
  clock.advance({ minutes: 15 })
  expect((await signIn()).statusCode).toBe(200)
})

test('an account that does not exist answers like one with a wrong password, and locks the same', async () => {
  const told = async (account: string) => {
    const sentences: string[] = []
    for (let n = 0; n < 6; n++) sentences.push((await signIn({ account, password: 'wrong' })).json().detail)
    return sentences
  }
  expect(await told('nobody')).toEqual(await told('receiver'))
})

test('many guesses at once do not slip past the lock', async () => {
  const answers = await Promise.all(Array.from({ length: 9 }, () => signIn({ password: 'guess' })))
  expect(answers.filter(({ statusCode }) => statusCode === 401)).toHaveLength(4)
})

test('more than ten tries a minute from one place are slowed down', async () => {
  const codes: number[] = []
  for (let n = 0; n < 12; n++) codes.push((await signIn()).statusCode)
  expect(codes).toEqual([...Array(10).fill(200), 429, 429])
})

test('the account of one bureau opens nothing in another', async () => {
  expect((await signIn({ tenant: '340602' })).statusCode).toBe(401)
  const { cookie } = await auth.signIn({ tenant: '431102', account: 'receiver', password, address: '' })
  expect(await auth.find(cookie.replace('431102', '340602'))).toBeUndefined()
  expect((await auth.find(cookie))?.actor.tenant).toBe('431102')
})

test('the cookie itself lies nowhere in the database', async () => {
  const { cookie } = await auth.signIn({ tenant: '431102', account: 'receiver', password, address: '' })
  const rows = await database.inTenant('431102', (tx) =>
    tx.query('select session::text as row from platform.session session'),
  )
  expect(rows.length).toBeGreaterThan(0)
  expect(JSON.stringify(rows)).not.toContain(cookie.split('.')[1])
})

test('a session ends after twelve idle hours, and after a week however busy', async () => {
  const { cookie } = await auth.signIn({ tenant: '431102', account: 'receiver', password, address: '' })
  for (let hours = 0; hours < 160; hours += 10) {
    clock.advance({ hours: 10 })
    expect((await auth.find(cookie))?.actor.person).toBe('p-receiver')
  }
  clock.advance({ hours: 8 })
  expect(await auth.find(cookie)).toBeUndefined()
  const idle = await auth.signIn({ tenant: '431102', account: 'receiver', password, address: '' })
  clock.advance({ hours: 12 })
  expect(await auth.find(idle.cookie)).toBeUndefined()
})

test('within ten seconds nobody is asked twice who somebody is; a change of roles is seen at once', async () => {
  const { cookie } = await auth.signIn({ tenant: '431102', account: 'receiver', password, address: '' })
  await Promise.all([auth.find(cookie), auth.find(cookie)])
  const before = questions
  clock.advance({ seconds: 9 })
  await auth.find(cookie)
  expect(questions).toBe(before)
  roles['p-receiver'] = ['shift-lead']
  auth.forget('431102', 'p-receiver')
  expect((await auth.find(cookie))?.actor.grants[0]?.role).toBe('shift-lead')
  delete roles['p-receiver']
  clock.advance({ seconds: 10 })
  expect(await auth.find(cookie)).toBeUndefined()
})

test('ending a person’s sessions signs out every device', async () => {
  const devices = [await signIn(), await signIn()].map(cookieOf)
  await database.inTenant('431102', (tx) => endSessions(tx, 'p-receiver'))
  auth.forget('431102', 'p-receiver')
  for (const cookies of devices) expect((await http.inject({ url: '/api/me', cookies })).statusCode).toBe(401)
})
