import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { fixedClock } from '../../platform/clock.ts'
import { addSmallBureau } from '../../tests/helpers/bureau.ts'
import { as, photo, reportData, walkTo } from '../../tests/helpers/casework.ts'
import { freshEngine } from '../../tests/helpers/engine.ts'
import { addProjects } from '../../tests/helpers/projects.ts'
import { type LedgerRecord, moveMany } from './index.ts'
import { listPage } from './queries.ts'

// What somebody measured by these figures might try, knowingly or not.
const clock = fixedClock('2022-03-01T01:00:00.000Z')
let engine: Awaited<ReturnType<typeof freshEngine>>
beforeAll(async () => {
  engine = await freshEngine(clock)
  await addSmallBureau(engine.database)
  await addProjects(engine, '431102', 'P1')
})
afterAll(() => engine.database.close())
beforeEach(() => clock.set('2022-03-01T01:00:00.000Z'))
const move = (record: LedgerRecord, person: string, name: string, more: object = {}) =>
  as(engine, person, { record: record.id, move: name, ...more })
const receive = (data: object) => as(engine, 'p-receiver', { move: 'receive', data: { ...reportData, ...data } })

test('a photo that was never uploaded is no evidence, and one with a strange inside is refused', async () => {
  const handling = await walkTo(engine, 'assign')
  const submit = (one: object) =>
    move(handling, 'p-handler', 'submit', { data: { result: '已修', afterPhotos: [one] } })
  await expect(submit({ hash: 'c'.repeat(64) })).rejects.toMatchObject({ status: 422, code: 'ledger.file-missing' })
  await expect(submit({ ...photo, takenAt: 5 })).rejects.toMatchObject({
    sentence: expect.stringContaining('应为已上传的照片'),
  })
  await expect(submit({ ...photo, more: 'x' })).rejects.toMatchObject({ status: 422 })
  expect((await submit(photo)).state).toBe('handled')
})

test('a place with anything but its two numbers, and a text with a zero character, are refused', async () => {
  await expect(receive({ place: { lng: 111.605, lat: 26.205, note: 'x' } })).rejects.toMatchObject({ status: 422 })
  await expect(receive({ address: '芝山路\u0000' })).rejects.toMatchObject({ status: 422 })
})

test('a unit that confirms late cannot say that it confirmed in time', async () => {
  const handled = await walkTo(engine, 'submit')
  const inTime = clock.now()
  clock.advance({ days: 3 })
  await expect(move(handled, 'p-sanitation', 'confirm', { happenedAt: inTime })).rejects.toMatchObject({
    code: 'case.backdated',
    sentence: expect.stringContaining('以办理的时间为准'),
  })
  expect((await move(handled, 'p-sanitation', 'confirm')).clocks.handle!.late).toBe(true)
})

test('sent back for rework, the old result and the old photos do not count as the new ones', async () => {
  const confirmed = await walkTo(engine, 'confirm')
  const again = await move(confirmed, 'p-dispatcher', 'rework', { reason: '没修好' })
  const assigned = await move(again, 'p-sanitation', 'assign')
  await expect(move(assigned, 'p-handler', 'submit')).rejects.toMatchObject({
    sentence: '处置完成：还差“处置情况”；还差“处置后照片”。',
  })
})

test('reopened, a case is not closed again on the check and the condition of the first time', async () => {
  const closed = await walkTo(engine, 'close')
  const reopened = await move(closed, 'p-lead', 'reopen', { reason: '又坏了' })
  expect(reopened.data.fixed).toBeUndefined()
  expect(reopened.data.closing).toBeUndefined()
})

test('given another subclass, a case needs a condition of that subclass', async () => {
  const filed = await walkTo(engine, 'file')
  const returned = await move(filed, 'p-dispatcher', 'return-to-receiver', { reason: '小类不对' })
  const refile = (data: object) => move(returned, 'p-receiver', 'refile', { reason: '更正小类', data })
  await expect(refile({ subclass: 'E0128' })).rejects.toMatchObject({
    sentence: expect.stringContaining('立案条件与上一级选项不相符'),
  })
  expect((await refile({ subclass: 'E0128', condition: 'E0128-1' })).data.limit).toEqual({ n: 2, unit: 'work-hour' })
})

test('a unit registers its own work and nobody else’s', async () => {
  const work = { kind: 'lamp-repair', campaign: 'daily', quantity: 5000, doneOn: '2022-02-28', place: '芝山路' }
  const register = (unit: string) => as(engine, 'p-lamps', { move: 'record', data: { ...work, unit } }, 'work')
  await expect(register('u-sanitation')).rejects.toMatchObject({ status: 403 })
  expect((await register('u-lamps')).state).toBe('recorded')
})

test('what is entered in March for a day of last year stands in last year’s list, as it does in its figures', async () => {
  const data = {
    project: 'P1',
    budgetType: 'general',
    amount: 100,
    paidOn: '2021-12-30',
    payeeKind: 'company',
    unit: 'u-lamps',
  }
  const paid = await as(engine, 'p-performance', { move: 'pay', data }, 'payment')
  const world = await engine.world('431102')
  const reader = { actor: world.actorOf('p-performance')!, world, now: clock.now(), roleLabel: engine.roleLabel }
  const list = async (year: number) =>
    (
      await engine.database.inTenant('431102', (tx) => listPage(tx, engine.ledgers.get('payment')!, reader, { year }))
    ).rows.map(({ id }) => id)
  expect([await list(2021), await list(2022)]).toEqual([[paid.id], []])
})

test('the same case twice in one bulk request is told, and nothing is done', async () => {
  const received = await walkTo(engine, 'receive')
  const actor = (await engine.world('431102')).actorOf('p-receiver')!
  const twice = [{ id: received.id }, { id: received.id }]
  await expect(moveMany(engine, actor, 'case', { move: 'ask-verify', items: twice })).rejects.toMatchObject({
    status: 422,
    code: 'ledger.twice',
  })
})
