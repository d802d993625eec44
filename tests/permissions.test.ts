import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ledgers } from '../catalog/index.ts'
import { roles } from '../catalog/roles.ts'
import { mayRead } from '../modules/ledger/domain.ts'
import { type Actor, type Ledger, type LedgerRecord, openMoves } from '../modules/ledger/index.ts'
import { fixedClock } from '../platform/clock.ts'
import { composePermissions } from '../server/catalog.ts'
import { type App, freshApp } from './helpers/app.ts'
import { addSmallBureau } from './helpers/bureau.ts'

const units = ['u-a', 'u-b', 'u-b-1'] as const
const below: Record<string, string[]> = { 'u-a': ['u-a'], 'u-b': ['u-b', 'u-b-1'], 'u-b-1': ['u-b-1'] }
const people = ['p-1', 'p-2']

const anyActor = fc
  .record({
    person: fc.constantFrom(...people),
    held: fc.array(fc.tuple(fc.constantFrom(...roles.map((role) => role.id as string)), fc.constantFrom(...units)), {
      maxLength: 3,
    }),
  })
  .map(
    ({ person, held }): Actor => ({
      tenant: '431102',
      person,
      name: person,
      grants: held.map(([role, unit]) => ({ role, unit, units: below[unit]! })),
    }),
  )
const recordOf = (ledger: Ledger) =>
  fc
    .record({
      state: fc.constantFrom(...Object.keys(ledger.states)),
      holder: fc.constantFrom(null, 'r:inspector', ...people.map((id) => `p:${id}`)),
      unit: fc.constantFrom('', ...units),
      worked: fc.array(fc.tuple(fc.constantFrom(...people), fc.constantFrom(...Object.keys(ledger.moves))), {
        maxLength: 3,
      }),
    })
    .map(
      ({ state, holder, unit, worked }): LedgerRecord => ({
        tenant: '431102',
        id: 'x',
        ledger: ledger.id,
        number: null,
        state,
        holder,
        version: 1,
        head: '',
        occurredAt: '2022-03-01T00:00:00.000Z',
        dueAt: null,
        closedAt: null,
        dims: { unit, grid: '', class: '', channel: '' },
        title: '',
        data: {},
        clocks: {},
        by: Object.fromEntries(
          worked.map(([person, move], i) => [move, { person, seq: i + 1, at: '2022-03-01T00:00:00.000Z' }]),
        ),
      }),
    ) // prettier-ignore

/** The oracle: ten lines that say in other words who may do what to a record. */
function oracle(ledger: Ledger, actor: Actor, record: LedgerRecord, move: string): boolean {
  const { from, by, inside, together, sameAs, otherThan = [] } = ledger.moves[move]!
  if (inside || together) return false
  const made = (one: string) => record.by[one]?.person === actor.person
  if ((sameAs && !made(sameAs) && !record.holder?.startsWith('r:')) || otherThan.some(made)) return false
  const ended = ledger.states[record.state]!.ended === true
  if (from === 'new') return false
  if (from === 'any' ? ended : ![from].flat().includes(record.state)) return false
  for (const { role, units: reached } of actor.grants) {
    if (by[role] === 'bureau') return true
    if (by[role] === 'own' && record.holder === `p:${actor.person}`) return true
    if (by[role] === 'unit' && (reached.includes(record.dims.unit) || record.holder === `p:${actor.person}`))
      return true
  }
  return false
}
const oracleRead = (ledger: Ledger, actor: Actor, record: LedgerRecord) =>
  actor.grants.some(({ role, units: reached }) => {
    const mine =
      record.holder === `p:${actor.person}` || Object.values(record.by).some((one) => one.person === actor.person)
    const reach = ledger.read[role]
    return (
      reach === 'bureau' ||
      (reach === 'unit' && (reached.includes(record.dims.unit) || record.holder === `p:${actor.person}`)) ||
      (reach === 'own' && mine)
    )
  })

for (const ledger of ledgers)
  test(`${ledger.title}: whatever role, reach and record, exactly the moves are open that the declaration gives`, () => {
    fc.assert(
      fc.property(anyActor, recordOf(ledger), (actor, record) => {
        const expected = Object.keys(ledger.moves)
          .filter((move) => oracle(ledger, actor, record, move))
          .sort()
        expect(openMoves(ledger, actor, record).sort()).toEqual(expected)
        expect(mayRead(ledger, actor, record)).toBe(oracleRead(ledger, actor, record))
      }),
      { numRuns: 300 },
    )
  })

test('every role and permission a ledger or a role names exists', () => {
  const known = new Set<string>(roles.map((role) => role.id))
  for (const ledger of ledgers) {
    const named = [
      ...Object.keys(ledger.read),
      ...ledger.secretsFor,
      ...Object.values(ledger.moves).flatMap((move) => Object.keys(move.by)),
    ]
    expect(
      named.filter((role) => !known.has(role)),
      ledger.title,
    ).toEqual([])
  }
})

test('no fine totals can be scored: whatever adds up money of penalties says so (行政处罚法 74)', () => {
  const sums = ledgers
    .filter((one) => /penalt|处罚/.test(one.id + one.title))
    .flatMap(({ metrics }) => Object.values(metrics).filter(({ kind }) => kind === 'sum'))
  expect(sums.length).toBeGreaterThan(0)
  for (const metric of sums) expect(metric.notScored).toContain('第七十四条')
})

const clock = fixedClock('2022-03-01T01:00:00.000Z')
let app: App
beforeAll(async () => {
  app = await freshApp(clock)
  await addSmallBureau(app.parts.runtime.database)
})
afterAll(() => app.close())

/** Every route the server has, from its own description. */
const routes = async () => {
  const { body } = await app.visitor.get('/api/openapi.json')
  return Object.entries(body.paths as Record<string, Record<string, object>>).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => ({
      method: method.toUpperCase(),
      url: path.replaceAll(/\{[^}]+\}/g, '00000000-0000-7000-8000-000000000000'),
    })),
  )
}
const open = /^\/(api\/(health|tenants|session|openapi\.json|demo\/accounts|public\/.*|public)|public.*)?$/

test('without signing in no route answers but the public ones', async () => {
  const all = await routes()
  expect(all.length).toBeGreaterThan(60)
  for (const { method, url } of all.filter((route) => !open.test(route.url))) {
    const answer =
      method === 'GET'
        ? await app.visitor.get(url)
        : method === 'POST'
          ? await app.visitor.post(url)
          : await app.visitor.send(method as 'PUT', url, {})
    expect([method, url, answer.status]).toEqual([method, url, 401])
    expect(answer.type).toContain('application/problem+json')
  }
})

test('a person without any role is refused at every route that asks for a permission', async () => {
  await app.parts.runtime.database.inTenant('431102', (tx) =>
    tx.query("update org.role_grant set to_on = '2021-06-30' where person = 'p-lamps'"),
  )
  const { forgetOrg } = await import('../modules/org/index.ts')
  forgetOrg(app.parts.runtime.database, '431102')
  const nobody = await app.signIn('lamps')
  const free = /^\/api\/(catalog|papers|tasks|search|session|files|org\/|account|me)/
  for (const { method, url } of (await routes()).filter((route) => !open.test(route.url) && !free.test(route.url))) {
    const answer =
      method === 'GET'
        ? await nobody.get(url)
        : method === 'POST'
          ? await nobody.post(url)
          : await nobody.send(method as 'PUT', url, {})
    expect([method, url, answer.status]).toEqual([method, url, 403])
  }
})

test('a permission nobody declared is held by nobody', () => {
  const allows = composePermissions(ledgers)
  const everything: Actor = {
    tenant: '431102',
    person: 'p',
    name: 'p',
    grants: roles.map((role) => ({ role: role.id, unit: 'u', units: ['u'] })),
  }
  expect(allows(everything, 'case.file')).toBe(true)
  expect(allows(everything, 'case.fly')).toBe(false)
})

test('a change without the token of the session is refused', async () => {
  const reply = await app.http.inject({
    method: 'POST',
    url: '/api/session',
    payload: { tenant: '431102', account: 'receiver', password: 'Chengji-2022' },
  })
  const cookie = reply.cookies[0]!
  const change = await app.http.inject({
    method: 'POST',
    url: '/api/ledgers/case/records',
    headers: { cookie: `${cookie.name}=${cookie.value}` },
    payload: { data: {} },
  })
  expect(change.statusCode).toBe(403)
  expect(change.json().code).toBe('session.csrf')
})

test('figures are for everybody inside, the records behind them only for those who may read these records', async () => {
  const lamps = await app.signIn('sanitation')
  const drill = (more = '') => lamps.get(`/api/metrics/case.received/drill?period=2022${more}`)
  expect((await lamps.get('/api/metrics/case.received/figure?period=2022')).status).toBe(200)
  expect((await drill()).status).toBe(403)
  expect((await drill('&where.unit=u-lamps')).status).toBe(403)
  expect((await drill('&where.unit=u-sanitation')).status).toBe(200)
  const desk = await app.signIn('receiver')
  expect((await desk.get('/api/metrics/payment.amount/drill?period=2022')).status).toBe(403)
})
