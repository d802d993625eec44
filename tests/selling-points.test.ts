import { afterAll, beforeAll, expect, test } from 'vitest'
import { findRecord, type LedgerRecord, makeDue } from '../modules/ledger/index.ts'
import { figure, onRecords, readPeriod } from '../modules/metrics/index.ts'
import { fixedClock } from '../platform/clock.ts'
import { addSmallBureau } from './helpers/bureau.ts'
import { photo } from './helpers/casework.ts'
import { freshEngine } from './helpers/engine.ts'
import { shown, walkerOn } from './helpers/walker.ts'

// Points where selling in the street is allowed.
const clock = fixedClock('2022-03-01T01:00:00.000Z')
const at = (text: string) => clock.set(new Date(`${text}+08:00`).toISOString())
let engine: Awaited<ReturnType<typeof freshEngine>>
beforeAll(async () => {
  engine = await freshEngine(clock)
  await addSmallBureau(engine.database)
})
afterAll(() => engine.database.close())

const selling = walkerOn(() => engine, 'selling-point')
const now = async ({ id }: LedgerRecord) =>
  (await engine.database.inTenant('431102', (tx) => findRecord(tx, 'selling-point', id)))!
const byItself = async (record: LedgerRecord) => {
  await makeDue(engine, '431102')
  return now(record)
}
const placed = {
  name: '芝山路西瓜销售点',
  street: '芝山路',
  place: '菜市场北门',
  position: { lng: 111.605, lat: 26.205 },
}
const run = { unit: 'u-squad', manager: 'p-officer', every: '7', stalls: 20 }
const season = { from: '2022-06-01', until: '2022-06-30' }
const melons = { ...placed, ...run, ...season, kind: 'k1' }

test('疏导点：the round comes every week, a complaint is set right within a working day, and then the week begins anew', async () => {
  at('2022-06-01 09:00')
  const open = await selling.open('p-sanitation', 'enter', melons)
  expect([open.number, open.holder, shown(open.dueAt)]).toEqual(['SD20220001', null, '2022-06-08 09:00'])
  at('2022-06-08 09:01')
  const due = await byItself(open)
  expect(due).toMatchObject({ state: 'due', holder: 'p:p-officer' })
  const passed = await selling.go(due, 'p-officer', 'pass', { findings: '有序' })
  expect(shown(passed.dueAt)).toBe('2022-06-15 09:01')
  at('2022-06-13 10:00')
  const wrong = await selling.go(passed, 'p-receiver', 'report', { problem: '摊位被占' })
  expect([wrong.holder, shown(wrong.dueAt)]).toEqual(['p:p-officer', '2022-06-14 10:00'])
  at('2022-06-14 11:00')
  const fixed = await selling.go(wrong, 'p-officer', 'fix', { measures: '已调解' })
  expect(fixed.clocks.fix).toMatchObject({ late: true })
  expect(shown(fixed.dueAt)).toBe('2022-06-21 11:00')
  at('2022-06-15 10:00')
  const again = await selling.go(fixed, 'p-officer', 'fail', { problem: '超线摆卖', photos: [photo] })
  expect(shown(again.dueAt)).toBe('2022-06-16 10:00')
})

test('疏导点：when its season is over nobody inspects it, also when it ended amid a breach; it is renewed or closed', async () => {
  at('2022-06-01 09:00')
  const open = await selling.open('p-sanitation', 'enter', melons)
  at('2022-06-29 16:00')
  const wrong = await selling.go(open, 'p-officer', 'fail', { problem: '超线摆卖', photos: [photo] })
  at('2022-07-02 09:00')
  expect(await byItself(wrong)).toMatchObject({ state: 'wrong' })
  const fixed = await selling.go(wrong, 'p-officer', 'fix', { measures: '已清理' })
  const over = await byItself(fixed)
  expect(over).toMatchObject({ state: 'over', holder: null, dueAt: null })
  const next = { from: '2022-09-01', until: '2022-10-31' }
  await expect(selling.go(over, 'p-sanitation', 'renew', { ...next, until: '2022-08-31' })).rejects.toMatchObject({
    sentence: '经营期止日早于起日；请核对日期。',
  })
  const renewed = await selling.go(over, 'p-sanitation', 'renew', next)
  expect([renewed.state, shown(renewed.clocks.season!.dueAt)]).toEqual(['open', '2022-10-31 23:59'])
  const closed = await selling.go(renewed, 'p-sanitation', 'close', {}, '道路改造')
  expect(closed).toMatchObject({ state: 'closed', dueAt: null })
})

test('疏导点：a seasonal point needs its season, others stand all year; so many stand of each kind', async () => {
  await expect(selling.open('p-sanitation', 'enter', { ...placed, ...run, kind: 'k1' })).rejects.toMatchObject({
    sentence: '季节性临时销售点要有经营期；请填写起止日期。',
  })
  const market = await selling.open('p-sanitation', 'enter', { ...placed, ...run, kind: 'k3' })
  expect(market.clocks).not.toHaveProperty('season')
  const standing = (kind: string) =>
    engine.database.inTenant('431102', async (tx) => {
      const rows = await tx.query<{ body: { record: string } }>('delete from platform.outbox returning body')
      await onRecords(
        tx,
        rows.map((row) => row.body.record),
      )
      const query = { metric: 'selling-point.points', ...readPeriod('2022'), where: { class: kind } }
      return (await figure(tx, engine.ledgers, query)).value
    })
  expect([await standing('k1'), await standing('k3'), await standing('k4')]).toEqual(['1', '1', '0'])
})
