import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type LedgerRecord, makeDue, moveMany, sealNow, verifyLedger } from '../modules/ledger/index.ts'
import { figure, figureBy, onRecords, readPeriod } from '../modules/metrics/index.ts'
import { fixedClock } from '../platform/clock.ts'
import { openSigner } from '../platform/keys.ts'
import { addSmallBureau } from './helpers/bureau.ts'
import { photo } from './helpers/casework.ts'
import { freshEngine } from './helpers/engine.ts'
import { shown, walkerOn } from './helpers/walker.ts'

// Things that last: points in rounds, shops with letters, lamps that burn, accounts that hold points.
const clock = fixedClock('2022-03-01T01:00:00.000Z')
const at = (text: string) => clock.set(new Date(`${text}+08:00`).toISOString())
let engine: Awaited<ReturnType<typeof freshEngine>>
beforeAll(async () => {
  engine = await freshEngine(clock)
  await addSmallBureau(engine.database)
})
afterAll(() => engine.database.close())

const point = walkerOn(() => engine, 'point')
const shop = walkerOn(() => engine, 'shop')
const lamp = walkerOn(() => engine, 'lamp')
const account = walkerOn(() => engine, 'points-account')
const findRecord = async (ledger: string, id: string) => {
  const { findRecord: find } = await import('../modules/ledger/index.ts')
  return (await engine.database.inTenant('431102', (tx) => find(tx, ledger, id)))!
}
/** The counts as anybody sees them, whatever was entered a moment ago. */
async function value(metric: string, period: string, where?: Record<string, string>): Promise<string> {
  return engine.database.inTenant('431102', async (tx) => {
    const rows = await tx.query<{ body: { record: string } }>(
      "delete from platform.outbox where tenant = '431102' returning body",
    )
    await onRecords(
      tx,
      rows.map((row) => row.body.record),
    )
    const query = { metric, ...readPeriod(period), ...(where ? { where } : {}) }
    return (await figure(tx, engine.ledgers, query)).value
  })
}

const entered = {
  kind: 'd1',
  name: '东山农贸市场',
  place: '东山路8号',
  unit: 'u-sanitation',
  every: '7',
  lead: '副区长某',
  chief: 'p-sanitation',
  keeper: 'p-collector',
  since: '2022-01-01',
}

test('点位：a round calls its keeper by itself on the seventh day, once, and begins anew when it was made', async () => {
  at('2022-03-01 10:00')
  const kept = await point.open('p-inspector', 'enter', entered)
  expect(kept).toMatchObject({ state: 'kept', holder: null, closedAt: clock.now() })
  expect(shown(kept.dueAt)).toBe('2022-03-08 10:00')
  at('2022-03-08 09:59')
  expect(await makeDue(engine, '431102')).toBe(0)
  at('2022-03-08 10:01')
  expect(await makeDue(engine, '431102')).toBe(1)
  expect(await makeDue(engine, '431102')).toBe(0)
  const due = await findRecord('point', kept.id)
  expect(due).toMatchObject({ state: 'due', holder: 'p:p-collector', closedAt: null })
  expect(due.by.call).toMatchObject({ person: 'system' })
  expect(due.clocks.round).not.toHaveProperty('late')
  at('2022-03-09 09:00')
  const passed = await point.go(due, 'p-collector', 'pass', { score: 96 })
  expect(passed).toMatchObject({ state: 'kept', holder: null })
  expect(shown(passed.dueAt)).toBe('2022-03-16 09:00')
})

test('点位：what is found there is chosen from the check list of its kind, set right, and inspected sooner by whoever likes', async () => {
  at('2022-03-01 10:00')
  const kept = await point.open('p-inspector', 'enter', { ...entered, name: '西山农贸市场' })
  const found = { findings: '活禽区冲洗不及时', score: 80, photos: [photo] }
  await expect(point.go(kept, 'p-inspector', 'fail', { ...found, problem: 'd4-5' })).rejects.toMatchObject({
    status: 422,
  })
  const failing = await point.go(kept, 'p-inspector', 'fail', { ...found, problem: 'd1-6' })
  expect(failing).toMatchObject({ state: 'failing', holder: 'p:p-collector' })
  const fixed = await point.go(failing, 'p-collector', 'fix', { afterPhotos: [photo] })
  expect(fixed).toMatchObject({ state: 'kept', holder: null })
  await expect(point.go(fixed, 'p-inspector', 'call')).rejects.toMatchObject({ status: 403 })
})

test('点位：so many points stand at a year’s end, whenever they were entered, and so many kinds', async () => {
  at('2022-04-01 10:00')
  const more = await point.open('p-inspector', 'enter', { ...entered, kind: 'd4', name: '人民广场公厕' })
  expect(await value('point.points', '2022')).toBe('3')
  expect(await value('point.kinds', '2022')).toBe('2')
  expect(await value('point.points', '2022', { class: 'd1' })).toBe('2')
  await point.go(more, 'p-inspector', 'remove', {}, '拆除')
  expect(await value('point.points', '2022')).toBe('2')
  expect(await value('point.points', '2022-03')).toBe('2')
  expect(await value('point.points', '2023')).toBe('2')
  expect(await value('point.passed', '2022')).toBe('50.00')
  const months = await engine.database.inTenant('431102', (tx) =>
    figureBy(tx, engine.ledgers, { metric: 'point.points', ...readPeriod('2022') }, 'month'),
  )
  expect(months.map((row) => row.value)).toEqual(['0', '0', ...Array(10).fill('2')])
})

test('点位：as of a seal, and of one unit and one kind, each month says what stood at its end', async () => {
  const monthly = (more: object) =>
    engine.database.inTenant('431102', (tx) =>
      figureBy(tx, engine.ledgers, { metric: 'point.points', ...readPeriod('2022-02..2022-04'), ...more }, 'month'),
    )
  const signer = openSigner(mkdtempSync(join(tmpdir(), 'keys-')))
  const { n } = await sealNow(engine.database, signer, '431102', clock.now())
  const values = async (more: object) => (await monthly(more)).map(({ key, value: at }) => [key, at])
  expect(await values({ asOf: n })).toEqual([
    ['2022-02', '0'],
    ['2022-03', '2'],
    ['2022-04', '2'],
  ])
  expect(await values({ where: { class: 'd1', unit: 'u-sanitation' } })).toEqual(await values({ asOf: n }))
  const days = { metric: 'point.points', ...readPeriod('2000..2100') }
  await expect(
    engine.database.inTenant('431102', (tx) => figureBy(tx, engine.ledgers, days, 'day')),
  ).rejects.toMatchObject({ code: 'metrics.too-long' })
  expect(() => readPeriod('9999')).toThrow('在2000年至2100年之间')
})

const stall = { name: '某米粉店', trade: 't1', place: '芝山路12号', owner: '某某', unit: 'u-squad' }
const letter = { duties: 'b1', signedOn: '2022-03-01' }

test('门前三包：the sign rate is of the shops that must sign at the day’s end; who takes over signs again', async () => {
  at('2022-03-01 10:00')
  const [first, second, third] = [
    await shop.open('p-officer', 'enter', stall),
    await shop.open('p-officer', 'enter', { ...stall, name: '某文具店', trade: 't11' }),
    await shop.open('p-officer', 'enter', { ...stall, name: '某五金店', trade: 't5' }),
  ]
  const signed = await shop.go(first, 'p-officer', 'sign', letter)
  expect(signed).toMatchObject({
    state: 'signed',
    holder: null,
    data: { letterNo: '零陵城管三包责〔2022〕第1号' },
  })
  const other = await shop.go(second, 'p-officer', 'sign', letter)
  expect(await value('shop.listed', '2022')).toBe('3')
  expect(await value('shop.sign-rate', '2022')).toBe('66.67')
  await shop.go(third, 'p-officer', 'leave', {}, '未开业')
  expect(await value('shop.sign-rate', '2022')).toBe('100.00')
  const failing = await shop.go(other, 'p-officer', 'fail', { findings: '门前堆物', score: 70, photos: [photo] })
  expect(failing.holder).toBe('u:u-squad:officer')
  at('2022-05-01 10:00')
  const changed = await shop.go(failing, 'p-officer', 'change', { owner: '另一人' })
  expect(changed.data).not.toHaveProperty('signedOn')
  expect(await value('shop.sign-rate', '2022')).toBe('50.00')
  expect(await value('shop.sign-rate', '2022-04')).toBe('100.00')
})

const pole = { code: 'LL-0001', kind: 'l3', lamps: 40, place: '芝山路北段', street: '芝山路', unit: 'u-lamps' }

test('路灯：out, repaired with its parts, and the lighting rate is of the lamps looked at', async () => {
  at('2022-03-01 10:00')
  const lit = await lamp.open('p-lamps', 'install', pole)
  expect(lit).toMatchObject({ state: 'lit', dueAt: null })
  await expect(lamp.go(lit, 'p-lamps', 'patrol', { checked: 41, burning: 40 })).rejects.toMatchObject({
    sentence: '亮灯盏数不多于巡查盏数，巡查盏数不多于40盏；请核对。',
  })
  const seen = await lamp.go(lit, 'p-lamps', 'patrol', { checked: 40, burning: 39 })
  const out = await lamp.go(seen, 'p-inspector', 'report', { fault: 'f4' })
  expect(out).toMatchObject({ state: 'out', holder: 'u:u-lamps:handler' })
  expect(shown(out.dueAt)).toBe('2022-03-03 10:00')
  await expect(lamp.go(out, 'p-lamps', 'repair')).rejects.toMatchObject({ status: 409 })
  const again = await lamp.go(out, 'p-lamps', 'repair', { repaired: 1, joints: 2, line: 35_500 })
  const once = await lamp.go(again, 'p-lamps', 'patrol', { checked: 40, burning: 40 })
  const twice = await lamp.go(once, 'p-inspector', 'report', { fault: 'f1' })
  expect(twice.data).not.toHaveProperty('joints')
  await lamp.go(twice, 'p-lamps', 'repair', { replaced: 3 })
  expect(await value('lamp.lighting', '2022')).toBe('98.75')
  expect(await value('lamp.repaired', '2022')).toBe('1')
  expect(await value('lamp.replaced', '2022')).toBe('3')
  expect(await value('lamp.joints', '2022')).toBe('2')
  expect(await value('lamp.line', '2022')).toBe('35.5')
  expect(await value('lamp.assets', '2022')).toBe('1')
  expect(await value('lamp.repaired-in-time', '2022')).toBe('100.00')
})

test('路灯：out again in another month, it has its two working days anew and is not late for the last time', async () => {
  at('2022-06-01 10:00')
  const lit = await lamp.open('p-lamps', 'install', { ...pole, code: 'LL-0002' })
  const out = await lamp.go(lit, 'p-inspector', 'report', { fault: 'f1' })
  at('2022-06-20 10:00')
  const late = await lamp.go(out, 'p-lamps', 'repair', { repaired: 1 })
  expect(late.clocks.repair).toMatchObject({ late: true })
  at('2022-10-10 10:00')
  const again = await lamp.go(late, 'p-inspector', 'report', { fault: 'f1' })
  expect(shown(again.dueAt)).toBe('2022-10-12 10:00')
  expect(again.clocks.repair).not.toHaveProperty('late')
})

test('a round that is due while something is being set right waits, and holds up nobody else', async () => {
  at('2022-06-01 10:00')
  const every = { every: '7' }
  const out = await lamp.open('p-lamps', 'install', { ...pole, ...every, code: 'LL-0003' })
  await lamp.go(out, 'p-lamps', 'remove', {}, '道路改造')
  const other = await lamp.open('p-lamps', 'install', { ...pole, ...every, code: 'LL-0004' })
  at('2022-06-09 10:00')
  expect(await makeDue(engine, '431102')).toBeGreaterThanOrEqual(1)
  expect(await findRecord('lamp', other.id)).toMatchObject({ state: 'due' })
  expect(await findRecord('lamp', out.id)).toMatchObject({ state: 'removed' })
})

const opened = { kind: 'a1', name: '某住户', area: '香零山小区2栋', unit: 'u-squad' }

test('积分：earned by the table of the day, spent to the last and never below zero', async () => {
  at('2021-12-31 10:00')
  const before = await account.open('p-handler', 'open', opened)
  const five = await account.go(before, 'p-handler', 'earn', { deed: 'kitchen' })
  expect(five.data.rest).toBe(5)
  at('2022-01-01 10:00')
  const fifteen = await account.go(five, 'p-handler', 'earn', { deed: 'kitchen' })
  expect(fifteen.data.rest).toBe(15)
  const store = await account.open('p-handler', 'open', { ...opened, kind: 'a2', name: '某便利店' })
  await expect(account.go(fifteen, 'p-handler', 'spend', { points: 16, shop: store.id })).rejects.toMatchObject({
    sentence: '积分余额只有15分，不够16分；最多可以兑换15分。',
  })
  const spent = await account.go(fifteen, 'p-handler', 'spend', { points: 15, shop: store.id })
  expect(spent.data.rest).toBe(0)
  const took = await findRecord('points-account', store.id)
  expect(took.data).toMatchObject({ rest: 15, points: 15, household: spent.id })
  await expect(account.go(took, 'p-handler', 'receive', { points: 15, household: spent.id })).rejects.toMatchObject({
    status: 403,
  })
  await expect(account.go(took, 'p-handler', 'earn', { deed: 'kitchen' })).rejects.toMatchObject({ status: 409 })
  await expect(account.go(took, 'p-handler', 'close', {}, '停业')).rejects.toMatchObject({ status: 409 })
  const actor = (await engine.world('431102')).actorOf('p-handler', '2022-01-01')
  const [claimed] = await moveMany(engine, actor, 'points-account', { move: 'claim', items: [{ id: took.id }] })
  expect(claimed!.data).toMatchObject({ claimed: 15, batch: '零陵城管积结〔2022〕第1号' })
  const settled = await account.go(claimed!, 'p-performance', 'settle')
  expect(settled.data).toMatchObject({ rest: 0, amount: 15 })
  await expect(
    moveMany(engine, actor, 'points-account', { move: 'claim', items: [{ id: took.id }] }),
  ).rejects.toMatchObject({ status: 422 })
  expect(await value('points-account.earned', '2022')).toBe('10')
  expect(await value('points-account.settled', '2022')).toBe('0.15')
})

test('积分：what is spent is taken in by the shop in the same moment, or not spent: a closed shop takes nothing', async () => {
  at('2022-01-15 10:00')
  const store = await account.open('p-handler', 'open', { ...opened, kind: 'a2', name: '某杂货店' })
  const home = await account.go(await account.open('p-handler', 'open', opened), 'p-handler', 'earn', {
    deed: 'volunteer',
  })
  const closed = await account.go(store, 'p-handler', 'close', {}, '停业')
  await expect(account.go(home, 'p-handler', 'spend', { points: 5, shop: closed.id })).rejects.toMatchObject({
    status: 409,
  })
  await expect(account.go(home, 'p-handler', 'spend', { points: 5, shop: home.id })).rejects.toMatchObject({
    status: 409,
  })
  expect((await findRecord('points-account', home.id)).data.rest).toBe(50)
})

test('积分：two who spend the same points at once: one of them does, the account holds', async () => {
  at('2022-02-01 10:00')
  const store = await account.open('p-handler', 'open', { ...opened, kind: 'a2', name: '某水果店' })
  const home = await account.open('p-handler', 'open', opened)
  const rich = await account.go(home, 'p-handler', 'earn', { deed: 'volunteer' })
  const spend = (points: number) =>
    account.go({ ...rich, version: undefined } as unknown as LedgerRecord, 'p-handler', 'spend', {
      points,
      shop: store.id,
    })
  const tried = await Promise.allSettled([spend(30), spend(30), spend(20), spend(20)])
  const rest = (await findRecord('points-account', home.id)).data.rest as number
  const spent = tried.filter(({ status }) => status === 'fulfilled').length
  expect(rest).toBeGreaterThanOrEqual(0)
  expect(rest + ((await findRecord('points-account', store.id)).data.rest as number)).toBe(50)
  expect(spent).toBeGreaterThanOrEqual(2)
  for (const one of tried.filter(({ status }) => status === 'rejected'))
    expect((one as PromiseRejectedResult).reason).toMatchObject({ code: 'points-account.balance' })
})

test('积分：an account that says another balance than its entries is found', async () => {
  expect((await verifyLedger(engine.database, engine.ledgers, '431102')).faults).toEqual([])
  const owner = new pg.Client(engine.ownerUrl)
  await owner.connect()
  await owner.query(
    `update ledger.record set data = jsonb_set(data, '{rest}', '9999') where ledger = 'points-account' and data->>'name' = '某便利店'`,
  )
  await owner.end()
  const { faults } = await verifyLedger(engine.database, engine.ledgers, '431102')
  expect(faults.map(({ sentence }) => sentence)).toContain('“积分余额”为9999，各笔收支合计0')
})
