import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fixedClock } from '../../platform/clock.ts'
import { addSmallBureau } from '../../tests/helpers/bureau.ts'
import { as, asRecord, reportData, walkTo } from '../../tests/helpers/casework.ts'
import { freshEngine } from '../../tests/helpers/engine.ts'
import { recordMove, verifyLedger } from './index.ts'
import { listPage, type Reader, viewRecord } from './queries.ts'

const clock = fixedClock('2022-03-01T01:00:00.000Z')
let engine: Awaited<ReturnType<typeof freshEngine>>
let owner: pg.Client
beforeAll(async () => {
  engine = await freshEngine(clock)
  owner = new pg.Client(engine.ownerUrl)
  await owner.connect()
  await addSmallBureau(engine.database)
})
afterAll(async () => {
  await owner.end()
  await engine.database.close()
})
const cases = () => engine.ledgers.get('case')!
const reader = async (person: string, tenant = '431102'): Promise<Reader> => {
  const world = await engine.world(tenant)
  return { actor: world.actorOf(person, '2022-03-01')!, world, now: clock.now(), roleLabel: engine.roleLabel }
}

test('a case walks the whole path and is closed, with a number, a grid and eight entries after its report', async () => {
  const closed = await walkTo(engine, 'close')
  expect(closed.state).toBe('closed')
  expect(closed.number).toBe('431102202200001')
  expect(closed.dims).toMatchObject({
    grid: '431102001001001',
    unit: 'u-sanitation',
    class: 'P0103',
    channel: 'hotline',
  })
  expect(closed.version).toBe(9)
  expect(closed.holder).toBeNull()
})

test('a move that is not open says what is so and what is possible', async () => {
  const received = await walkTo(engine, 'receive')
  await expect(as(engine, 'p-receiver', { record: received.id, move: 'close' })).rejects.toMatchObject({
    status: 409,
    sentence: '案件当前为“待立案”，不能结案；可以：请求核实、立案、作废、督办。',
  })
})

test('two who act on what they saw at the same time: the second is told who was first', async () => {
  const received = await walkTo(engine, 'receive')
  await as(engine, 'p-receiver', { record: received.id, version: 1, move: 'ask-verify' })
  await expect(
    as(engine, 'p-lead', { record: received.id, version: 1, move: 'void', reason: '重复' }),
  ).rejects.toMatchObject({
    status: 409,
    code: 'ledger.stale',
    sentence: expect.stringContaining('唐丽办理“请求核实”'),
  })
})

test('a report sent twice with the same key is one case', async () => {
  const request = { move: 'receive', data: reportData, key: 'twice-0001' }
  const [first, second] = await Promise.all([as(engine, 'p-receiver', request), as(engine, 'p-receiver', request)])
  expect(second!.id).toBe(first!.id)
  expect((await as(engine, 'p-receiver', request)).id).toBe(first!.id)
})

test('twenty reports at once get twenty numbers without a gap', async () => {
  const before = Number((await walkTo(engine, 'receive')).number!.slice(-5))
  const made = await Promise.all(Array.from({ length: 20 }, () => walkTo(engine, 'receive')))
  const numbers = made.map((record) => Number(record.number!.slice(-5))).sort((a, b) => a - b)
  expect(numbers).toEqual(Array.from({ length: 20 }, (_, i) => before + 1 + i))
})

test('a place outside the bureau, a missing field and a day to come are each refused with a sentence', async () => {
  const receive = (data: object, more: object = {}) =>
    as(engine, 'p-receiver', { move: 'receive', data: { ...reportData, ...data }, ...more })
  await expect(receive({ place: { lng: 112.9, lat: 28.2 } })).rejects.toMatchObject({
    sentence: expect.stringContaining('不在本局的责任区内'),
  })
  await expect(receive({ address: '' })).rejects.toMatchObject({ status: 422, sentence: '受理：还差“位置描述”。' })
  await expect(receive({}, { happenedAt: '2022-03-09T01:00:00.000Z' })).rejects.toMatchObject({
    code: 'case.in-future',
  })
  await expect(receive({ condition: 'P0103-1' })).rejects.toMatchObject({ sentence: '受理：“受理”不填“立案条件”。' })
})

test('the phone of who reported is shown to the desk, hidden from the unit, and gone when erased, and the chain still holds', async () => {
  const closed = await walkTo(engine, 'close')
  const seen = async (person: string) => {
    const who = await reader(person)
    return engine.database.inTenant('431102', (tx) => viewRecord(tx, cases(), who, closed.id))
  }
  expect((await seen('p-receiver')).data.phone).toBe('19900001234')
  expect((await seen('p-sanitation')).data.phone).toBe('（保密）')
  await as(engine, 'p-lead', { record: closed.id, move: 'erase-reporter', reason: '保存期满' })
  expect((await seen('p-receiver')).data.phone).toBe('（已清除）')
  const kept = await owner.query(
    "select count(*)::int as n from ledger.entry where record = $1 and data::text like '%19900001234%'",
    [closed.id],
  )
  expect(kept.rows[0].n).toBe(0)
  expect((await verifyLedger(engine.database, engine.ledgers, '431102')).faults).toEqual([])
})

test('two characters, a number, and more than two letters side by side find a case', async () => {
  const made = await as(engine, 'p-receiver', {
    move: 'receive',
    data: { ...reportData, address: '黄盖路水泵房', description: '路面塌了一块' },
  })
  const who = await reader('p-receiver')
  const find = (q: string) => engine.database.inTenant('431102', (tx) => listPage(tx, cases(), who, { q, year: 2022 }))
  expect((await find('水泵')).rows.map((row) => row.id)).toEqual([made.id])
  expect((await find('黄盖路水')).rows.map((row) => row.id)).toEqual([made.id])
  expect((await find('盖黄')).rows).toEqual([])
  expect((await find(made.number!)).rows.map((row) => row.id)).toEqual([made.id])
  await expect(find('水')).rejects.toMatchObject({ sentence: '请至少输入两个字，或输入编号。' })
})

test('pages follow each other without a hole and the total is that of the filter', async () => {
  const who = await reader('p-receiver')
  const page = (cursor?: string) =>
    engine.database.inTenant('431102', (tx) =>
      listPage(tx, cases(), who, { state: 'received', limit: 7, ...(cursor ? { cursor } : {}) }),
    )
  const seen: string[] = []
  let next: string | null | undefined
  do {
    const { rows, next: following, total } = await page(next ?? undefined)
    seen.push(...rows.map((row) => row.id))
    next = following
    if (!next) expect(total).toBe(seen.length)
  } while (next)
  expect(new Set(seen).size).toBe(seen.length)
})

test('a handler sees the cases that were given to him and no others', async () => {
  const mine = await walkTo(engine, 'assign')
  const other = await walkTo(engine, 'dispatch')
  const who = await reader('p-handler')
  const { rows } = await engine.database.inTenant('431102', (tx) => listPage(tx, cases(), who, {}))
  expect(rows.some((row) => row.id === mine.id)).toBe(true)
  expect(rows.some((row) => row.id === other.id)).toBe(false)
  await expect(
    engine.database.inTenant('431102', (tx) => viewRecord(tx, cases(), who, other.id)),
  ).rejects.toMatchObject({ status: 404 })
})

test('who handled a case cannot check it', async () => {
  const checking = await walkTo(engine, 'forward')
  const world = await engine.world('431102')
  const handler = {
    ...world.actorOf('p-handler', '2022-03-01')!,
    grants: [{ role: 'collector', unit: 'u-squad', units: ['u-squad'] }],
  }
  await expect(
    recordMove(engine, handler, 'case', { record: checking.id, move: 'check', data: { fixed: true } }, asRecord),
  ).rejects.toMatchObject({
    sentence: expect.stringContaining('不能核查'),
  })
})
