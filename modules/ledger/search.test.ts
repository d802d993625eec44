import { afterAll, beforeAll, expect, test } from 'vitest'
import { fixedClock } from '../../platform/clock.ts'
import { addSmallBureau } from '../../tests/helpers/bureau.ts'
import { as, reportData } from '../../tests/helpers/casework.ts'
import { freshEngine } from '../../tests/helpers/engine.ts'
import { addProjects } from '../../tests/helpers/projects.ts'
import type { LedgerRecord } from './index.ts'
import { findAnywhere, listPage, placesOf, type Reader } from './queries.ts'

const clock = fixedClock('2022-03-01T01:00:00.000Z')
let engine: Awaited<ReturnType<typeof freshEngine>>
let pump: LedgerRecord
let house: LedgerRecord
let payment: LedgerRecord
beforeAll(async () => {
  engine = await freshEngine(clock)
  await addSmallBureau(engine.database)
  await addProjects(engine, '431102', 'LL07')
  const report = (address: string, description: string) =>
    as(engine, 'p-receiver', { move: 'receive', data: { ...reportData, address, description } })
  pump = await report('黄盖路水泵房', '路面塌了一块，积水很深')
  house = await report('芝山路88号门前', '堆放建筑垃圾')
  const data = {
    project: 'LL07',
    budgetType: 'general',
    amount: 45_010_000,
    paidOn: '2022-02-19',
    payeeKind: 'company',
    voucher: '20220219-006',
    use: '城管制服',
    unit: 'u-bureau',
  }
  payment = await as(engine, 'p-performance', { move: 'pay', data }, 'payment')
})
afterAll(() => engine.database.close())

const reader = async (person: string): Promise<Reader> => {
  const world = await engine.world('431102')
  return { actor: world.actorOf(person, '2022-03-01')!, world, now: clock.now(), roleLabel: engine.roleLabel }
}
const asked = async (person: string, ledger: string, query: Parameters<typeof listPage>[3]) => {
  const who = await reader(person)
  const page = await engine.database.inTenant('431102', (tx) => listPage(tx, engine.ledgers.get(ledger)!, who, query))
  return page.rows.map(({ id }) => id)
}
const cases = (q: string, year?: number) => asked('p-receiver', 'case', { q, ...(year ? { year } : {}) })
const payments = (q: string, year?: number) => asked('p-performance', 'payment', { q, ...(year ? { year } : {}) })
const anywhere = async (person: string, q: string, year?: number) => {
  const who = await reader(person)
  const hits = await engine.database.inTenant('431102', (tx) => findAnywhere(tx, engine.ledgers, who, q, year))
  return hits.map(({ id }) => id)
}

test('a payment is found by its number with the letters in front, by the beginning of it, and in small letters', async () => {
  expect(payment.number).toBe('ZF202200001')
  for (const q of ['ZF202200001', 'ZF2022', 'zf202200001', ' zf2 ']) expect(await payments(q), q).toEqual([payment.id])
  expect(await payments('ZF202200002')).toEqual([])
  expect(await payments('JB202200001')).toEqual([])
  expect(await anywhere('p-performance', 'ZF202200001')).toEqual([payment.id])
})

test('a case is found by its number, by the beginning of it, and by its running part in a year', async () => {
  expect(await cases(pump.number!)).toEqual([pump.id])
  expect(await cases('4311022022')).toEqual([house.id, pump.id])
  expect(await cases('1', 2022)).toEqual([pump.id])
  expect(await payments('1', 2022)).toEqual([payment.id])
})

test('of several words each must be there, wherever it stands, with its letters side by side', async () => {
  expect(await cases('黄盖路 积水')).toEqual([pump.id])
  expect(await cases('积水　水泵房 黄盖')).toEqual([pump.id])
  expect(await cases('黄盖路 垃圾')).toEqual([])
  expect(await cases('盖路 黄盖水')).toEqual([])
  expect(await cases('水泵房 路面塌了一块 黄盖路水泵 没有')).toEqual([])
})

test('digits that number no record are looked for in the text', async () => {
  expect(house.number).toBe('431102202200002')
  expect(await cases('88', 2022)).toEqual([house.id])
  expect(await payments('20220219')).toEqual([payment.id])
  expect(await cases('77', 2022)).toEqual([])
  expect(await anywhere('p-receiver', '88', 2022)).toEqual([house.id])
  const who = await reader('p-receiver')
  const { points } = await engine.database.inTenant('431102', (tx) =>
    placesOf(tx, engine.ledgers.get('case')!, who, { q: '88', year: 2022 }),
  )
  expect(points.map(({ id }) => id)).toEqual([house.id])
})

test('a search everywhere passes over the ledgers that have no numbers', async () => {
  expect(await anywhere('p-performance', '1', 2022)).toContain(payment.id)
  expect(await anywhere('p-performance', '服', 2022)).toEqual([])
})

test('a page mark that names no record is refused with a sentence', async () => {
  const marked = (cursor: string) => asked('p-receiver', 'case', { cursor })
  expect(await marked(`2022-03-01T01:00:00.000Z_${house.id}`)).toEqual([pump.id])
  for (const id of ['-'.repeat(36), 'a'.repeat(36), '', house.id.replaceAll('-', '')])
    await expect(marked(`2022-03-01T01:00:00.000Z_${id}`), id).rejects.toMatchObject({ code: 'ledger.cursor' })
  for (const at of ['1', '2022-02-30T01:00:00.000Z', 'gestern'])
    await expect(marked(`${at}_${house.id}`), at).rejects.toMatchObject({ code: 'ledger.cursor' })
})
