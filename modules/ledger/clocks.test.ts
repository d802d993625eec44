import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { fixedClock, type Instant } from '../../platform/clock.ts'
import { addSmallBureau } from '../../tests/helpers/bureau.ts'
import { as, fullPath, walkTo } from '../../tests/helpers/casework.ts'
import { freshEngine } from '../../tests/helpers/engine.ts'
import type { LedgerRecord } from './index.ts'

// P0103-1 runs in hours that never rest; E0113-1 in working days. Both are read from the standard, not assumed.
const clock = fixedClock('2022-03-01T01:00:00.000Z')
const shanghai = (text: string): Instant => new Date(`${text}+08:00`).toISOString()
let engine: Awaited<ReturnType<typeof freshEngine>>
beforeAll(async () => {
  engine = await freshEngine(clock)
  await addSmallBureau(engine.database)
})
afterAll(() => engine.database.close())
beforeEach(() => clock.set(shanghai('2022-03-01 09:00')))

const move = (record: LedgerRecord, person: string, name: string, more: object = {}) =>
  as(engine, person, { record: record.id, move: name, ...more })
const workingDays = { subclass: 'E0113', condition: 'E0113-1' }
/** Filed under a condition with working days, dispatched to sanitation at the time the clock says. */
async function dispatched(): Promise<LedgerRecord> {
  const received = await walkTo(engine, 'receive', { subclass: 'E0113' })
  const filed = await move(received, 'p-receiver', 'file', { data: workingDays })
  return move(filed, 'p-dispatcher', 'dispatch', { data: { unit: 'u-sanitation' } })
}
const handle = (record: LedgerRecord) => record.clocks.handle!

test('the handling clock begins at dispatch, not at filing, and an urgent one runs through the night', async () => {
  clock.set(shanghai('2022-03-01 23:30'))
  const filed = await walkTo(engine, 'file')
  expect(filed.dueAt).toBeNull()
  const { limit } = filed.data as { limit: { n: number; unit: string } }
  expect(limit.unit).toBe('urgent-hour')
  const sent = await move(filed, 'p-dispatcher', 'dispatch', { data: { unit: 'u-sanitation' } })
  expect(sent.dueAt).toBe(new Date(Date.parse(clock.now()) + limit.n * 3_600_000).toISOString())
})

test('returned and dispatched again to the same unit the clock resumes with what was left', async () => {
  const first = await dispatched()
  const whole = engine
    .world('431102')
    .then((world) => world.calendar.minutesBetween(handle(first).startedAt, handle(first).dueAt, 'work-day'))
  clock.set(shanghai('2022-03-01 11:00'))
  const returned = await move(first, 'p-sanitation', 'return-to-dispatcher', { reason: '位置不清' })
  expect(returned.dueAt).toBeNull()
  expect(handle(returned).spent).toBe(120)
  clock.set(shanghai('2022-03-02 09:00'))
  const again = await move(returned, 'p-dispatcher', 'dispatch', { data: { unit: 'u-sanitation' } })
  const { calendar } = await engine.world('431102')
  expect(calendar.minutesBetween(handle(again).startedAt, again.dueAt!, 'work-day')).toBe((await whole) - 120)
})

test('dispatched to another unit the clock restarts with the whole limit', async () => {
  const first = await dispatched()
  clock.set(shanghai('2022-03-01 11:00'))
  const returned = await move(first, 'p-sanitation', 'return-to-dispatcher', { reason: '属路灯所' })
  clock.set(shanghai('2022-03-02 09:00'))
  const other = await move(returned, 'p-dispatcher', 'dispatch', { data: { unit: 'u-lamps' } })
  const { calendar } = await engine.world('431102')
  expect(handle(other).spent).toBe(0)
  expect(other.dueAt).toBe(calendar.addLimit(clock.now(), handle(other).limit))
})

test('confirmed after its hour a case is late, and stays late after rework done in time', async () => {
  const handled = await walkTo(engine, 'submit')
  clock.advance({ days: 20 })
  const confirmed = await move(handled, 'p-sanitation', 'confirm')
  expect(handle(confirmed).late).toBe(true)
  const reworked = await move(confirmed, 'p-dispatcher', 'rework', { reason: '没有复原路面' })
  expect(handle(reworked).late).toBe(true)
  expect(reworked.data.reworks).toBe(1)
})

test('confirmed in its time a case is on time though it is closed weeks later', async () => {
  const confirmed = await walkTo(engine, 'confirm')
  clock.advance({ days: 20 })
  let record = confirmed
  for (const [name, person, data] of fullPath.slice(5)) record = await move(record, person, name, data ? { data } : {})
  expect(record.state).toBe('closed')
  expect(handle(record).late).toBeUndefined()
})

test('a handler off duty since is not given the case back: it goes to the pool', async () => {
  const returned = await (async () => {
    const filed = await walkTo(engine, 'file')
    return move(filed, 'p-dispatcher', 'return-to-receiver', { reason: '不属本局' })
  })()
  expect(['p:p-receiver', 'r:receiver']).toContain(returned.holder)
  expect(returned.state).toBe('returned')
})

test('what a dispatcher got back from a unit he can dispatch again or send back, never forward to closing', async () => {
  const first = await dispatched()
  const returned = await move(first, 'p-sanitation', 'return-to-dispatcher', { reason: '不属本部门' })
  await expect(move(returned, 'p-dispatcher', 'forward')).rejects.toMatchObject({
    sentence: '案件当前为“待派遣”，不能批转核查；可以：派遣、回退受理员、督办。',
  })
})

test('a case with no condition has no limit and is never late by itself', async () => {
  const received = await walkTo(engine, 'receive')
  expect(received.clocks).toEqual({})
  await expect(move(received, 'p-receiver', 'file', { data: { subclass: 'P0103' } })).rejects.toMatchObject({
    sentence: '立案：还差“立案条件”。',
  })
})

test('a condition of another subclass is refused', async () => {
  const received = await walkTo(engine, 'receive')
  await expect(
    move(received, 'p-receiver', 'file', { data: { subclass: 'P0103', condition: 'E0113-1' } }),
  ).rejects.toMatchObject({
    sentence: expect.stringContaining('立案条件与上一级选项不相符'),
  })
})

test('nobody confirms before the case was dispatched', async () => {
  const received = await walkTo(engine, 'receive')
  const at = clock.now()
  clock.advance({ hours: 2 })
  const filed = await move(received, 'p-receiver', 'file', { data: { condition: 'P0103-1' } })
  const sent = await move(filed, 'p-dispatcher', 'dispatch', { data: { unit: 'u-sanitation' } })
  await expect(
    move(sent, 'p-sanitation', 'assign', { data: { handler: 'p-handler' }, happenedAt: at }),
  ).rejects.toMatchObject({
    code: 'case.before-last',
  })
})

test('only where the standard says so is the check on the spot left out, and then it is counted apart', async () => {
  const confirmed = await walkTo(engine, 'confirm')
  await expect(move(confirmed, 'p-dispatcher', 'leave-check')).rejects.toMatchObject({
    sentence: expect.stringContaining('须到现场核查'),
  })
  let noise = await walkTo(engine, 'receive', { subclass: 'E0128' })
  const path = fullPath
    .slice(0, 5)
    .map(([name, person, data]) => [name, person, name === 'file' ? { condition: 'E0128-1' } : data] as const)
  for (const [name, person, data] of path) noise = await move(noise, person, name, data ? { data } : {})
  noise = await move(noise, 'p-dispatcher', 'leave-check')
  const closed = await move(noise, 'p-receiver', 'close', { data: { closing: 'E0128-1' } })
  expect([closed.state, closed.by.check]).toEqual(['closed', undefined])
})
