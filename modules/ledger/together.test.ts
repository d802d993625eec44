import { afterAll, beforeAll, expect, test } from 'vitest'
import { fixedClock } from '../../platform/clock.ts'
import { addSmallBureau } from '../../tests/helpers/bureau.ts'
import { as, reportData, walkTo } from '../../tests/helpers/casework.ts'
import { freshEngine } from '../../tests/helpers/engine.ts'
import { verifyLedger } from './index.ts'

const tenant = '431102'
let engine: Awaited<ReturnType<typeof freshEngine>>
beforeAll(async () => {
  engine = await freshEngine(fixedClock('2022-03-01T01:00:00.000Z'))
  await addSmallBureau(engine.database)
})
afterAll(async () => {
  const { faults } = await verifyLedger(engine.database, engine.ledgers, tenant)
  expect(faults).toEqual([])
  await engine.database.close()
})

const receive = (key?: string, more: object = {}) =>
  as(engine, 'p-receiver', { move: 'receive', data: { ...reportData, ...more }, ...(key ? { key } : {}) })
const file = { subclass: 'P0103', condition: 'P0103-1' }
/** How many transactions wrote entries since; every entry of one transaction has its xmin. */
const transactionsOf = (records: readonly string[]) =>
  engine.database.inTenant(tenant, async (tx) => {
    const rows = await tx.query<{ n: number }>(
      'select count(distinct xmin::text)::int as n from ledger.entry where tenant = $1 and record = any($2::uuid[])',
      [tenant, records],
    )
    return rows[0]!.n
  })

test('twelve reports at one moment are received in a few transactions, each with its number', async () => {
  const records = await Promise.all(Array.from({ length: 12 }, () => receive()))
  expect(new Set(records.map(({ number }) => number)).size).toBe(12)
  expect(await transactionsOf(records.map(({ id }) => id))).toBeLessThanOrEqual(3)
})

test('of moves that go together each is refused by itself, and the others are made', async () => {
  const [a, b, c] = await Promise.all([walkTo(engine, 'receive'), walkTo(engine, 'receive'), walkTo(engine, 'receive')])
  const outcomes = await Promise.allSettled([
    as(engine, 'p-receiver', { record: a.id, version: 1, move: 'file', data: file }),
    as(engine, 'p-receiver', { record: b.id, version: 1, move: 'file', data: {} }),
    as(engine, 'p-handler', { record: c.id, version: 1, move: 'file', data: file }),
    as(engine, 'p-receiver', { record: c.id, version: 9, move: 'file', data: file }),
    receive(undefined, { channel: '没有这个来源' }),
    receive(),
  ])
  expect(outcomes.map((one) => (one.status === 'rejected' ? one.reason.status : one.value.state))).toEqual([
    ...['to-dispatch', 422, 404, 409, 422, 'received'],
  ])
})

test('two clicks on one case at one moment: the first is made, the second is told that it is no longer so', async () => {
  const { id } = await walkTo(engine, 'receive')
  const click = () => as(engine, 'p-receiver', { record: id, version: 1, move: 'file', data: file })
  const [first, second] = await Promise.allSettled([click(), click()])
  expect(first).toMatchObject({ status: 'fulfilled', value: { version: 2 } })
  expect(second).toMatchObject({ status: 'rejected', reason: { status: 409, code: 'ledger.stale' } })
})

test('one request sent twice at one moment is made once and answered twice, and takes nobody else down', async () => {
  const [one, again, other] = await Promise.all([receive('sent-twice-1'), receive('sent-twice-1'), receive()])
  expect(again.id).toBe(one.id)
  expect(other.id).not.toBe(one.id)
})

test('beside an erasure a request sent twice is still made once, and the erasure is made', async () => {
  const closed = await walkTo(engine, 'close')
  const [erased, one, again] = await Promise.all([
    as(engine, 'p-lead', { record: closed.id, move: 'erase-reporter', reason: '反映人要求删除' }),
    receive('sent-twice-2'),
    receive('sent-twice-2'),
  ])
  expect(erased.version).toBe(closed.version + 1)
  expect(again.id).toBe(one.id)
})

test('a request repeated by one who no longer sees the case gives nothing away', async () => {
  const dispatched = await walkTo(engine, 'dispatch')
  const back = { record: dispatched.id, version: dispatched.version, move: 'return-to-dispatcher', reason: '位置不清' }
  const returned = await as(engine, 'p-sanitation', { ...back, key: 'returned-once' })
  await as(engine, 'p-dispatcher', { record: returned.id, move: 'dispatch', data: { unit: 'u-lamps' } })
  await expect(as(engine, 'p-sanitation', { ...back, key: 'returned-once' })).rejects.toMatchObject({ status: 404 })
})

test('a case that somebody holds keeps the others waiting for nobody', async () => {
  const held = await walkTo(engine, 'receive')
  const free = await walkTo(engine, 'receive')
  let release: () => void = () => {}
  const gate = new Promise<void>((resolve) => {
    release = resolve
  })
  let isHeld: () => void = () => {}
  const taken = new Promise<void>((resolve) => {
    isHeld = resolve
  })
  const holding = engine.database.inTenant(tenant, async (tx) => {
    await tx.query('select from ledger.record where tenant = $1 and id = $2 for update', [tenant, held.id])
    isHeld()
    await gate
  })
  await taken
  const waits = as(engine, 'p-receiver', { record: held.id, version: 1, move: 'file', data: file })
  const news = receive()
  expect((await news).version).toBe(1)
  const goes = as(engine, 'p-receiver', { record: free.id, version: 1, move: 'file', data: file })
  expect((await goes).version).toBe(2)
  release()
  await holding
  expect((await waits).version).toBe(2)
})
