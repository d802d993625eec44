import { afterAll, beforeAll, expect, test } from 'vitest'
import { fixedClock } from '../../platform/clock.ts'
import { openDatabase } from '../../platform/db.ts'
import { addSmallBureau, smallBureau } from '../../tests/helpers/bureau.ts'
import { as } from '../../tests/helpers/casework.ts'
import { engineOn, freshEngine } from '../../tests/helpers/engine.ts'
import { demoFigures, enterFigures, schemes } from '../../tests/helpers/figures.ts'
import { shown } from '../../tests/helpers/walker.ts'
import { type LedgerRecord, makeDue, makeFound, recordsOf } from '../ledger/index.ts'
import { dirtyLedgers, onRecords, recountDirty } from '../metrics/index.ts'
import { findLagging, type MonitoringRules } from './index.ts'

// 杜集区 in 2024: on the last day three projects are below seventy percent. Nobody of the bureau lifts a finger.
const clock = fixedClock('2024-12-30T02:00:00.000Z')
const at = (text: string) => clock.set(new Date(`${text}+08:00`).toISOString())
const duji = '340602'
let engine: Awaited<ReturnType<typeof freshEngine>>
let second: ReturnType<typeof engineOn>

beforeAll(async () => {
  at('2025-01-10 10:00')
  engine = await freshEngine(clock)
  second = engineOn(openDatabase(engine.appUrl, { max: 4 }), clock)
  await addSmallBureau(engine.database, duji, { ...smallBureau, years: [2021, 2025] })
  await enterFigures(engine, duji, demoFigures.find(({ tenant }) => tenant === duji)!)
  at('2024-12-31 10:00')
}, 60_000)
afterAll(() => Promise.all([engine.database.close(), second.database.close()]))

const settle = () =>
  engine.database.inTenant(duji, async (tx) => {
    const rows = await tx.query<{ body: { record: string } }>(
      'delete from platform.outbox where tenant = $1 returning body',
      [duji],
    )
    await onRecords(
      tx,
      rows.map((row) => row.body.record),
    )
    for (const { ledger, from, to } of await dirtyLedgers(tx))
      await recountDirty(tx, engine.ledgers.get(ledger)!, { from, to })
  })
const seen = { region: '34', from: '2024-01-01', source: '某文件', certainty: 'seen' } as const
const rules: MonitoringRules = { thresholds: [{ ...seen, periodEnd: '12-31', least: '70' }], gaps: [] }
const look = (on: typeof second = engine) =>
  makeFound(on, duji, { lagging: findLagging(on, { schemes, rules }, settle) })
const warnings = (): Promise<LedgerRecord[]> =>
  engine.database.inTenant(duji, (tx) => recordsOf(tx, 'performance-warning'))
const states = async () => (await warnings()).map(({ state }) => state).sort()
const find = async (project: string) => (await warnings()).find(({ data }) => data.project === project)!

test('while the period lasts nobody is warned', async () => {
  expect(await look()).toBe(0)
  expect(await warnings()).toEqual([])
})

test('when it has ended each project below the line has its warning, one, whichever process comes first', async () => {
  at('2025-01-01 00:20')
  const made = await Promise.all([look(), look(second), look(), look(second)])
  expect(made.reduce((sum, one) => sum + one, 0)).toBe(3)
  const found = await warnings()
  expect(found.map(({ data }) => [data.project, data.kind, data.rate, data.threshold, data.periodEnd]).sort()).toEqual([
    ['DJ01', 'execution', 65_660, 70_000, '2024-12-31'],
    ['DJ02', 'execution', 62_050, 70_000, '2024-12-31'],
    ['DJ04', 'execution', 50_000, 70_000, '2024-12-31'],
  ])
  for (const one of found) {
    expect(one).toMatchObject({ state: 'raised', holder: expect.stringMatching(/^u:.+:unit-lead$/) })
    expect(one.by.raise).toMatchObject({ person: 'system' })
    expect(one.data.said).toContain('低于70%')
    // Ten working days, without New Year's Day itself and the weekends.
    expect(shown(one.dueAt)).toBe('2025-01-15 23:59')
  }
  expect(await look(second)).toBe(0)
})

test('the unit is reminded when three working days are left and each day after, and is not late by it', async () => {
  const reminded3 = ['reminded', 'reminded', 'reminded']
  at('2025-01-10 23:59')
  await makeDue(engine, duji)
  expect(await states()).toEqual(['raised', 'raised', 'raised'])
  at('2025-01-11 00:01')
  expect(await makeDue(engine, duji)).toBe(3)
  expect(await states()).toEqual(reminded3)
  const reminded = await find('DJ01')
  expect(reminded).toMatchObject({ state: 'reminded', holder: expect.stringMatching(/^u:/) })
  expect(shown(reminded.dueAt)).toBe('2025-01-15 23:59')
  expect(await makeDue(engine, duji)).toBe(0)
  at('2025-01-14 00:01')
  expect(await makeDue(engine, duji)).toBe(3)
  const reply = { choice: 'd1', cause: '招标延迟', measures: '一月完成采购' }
  const answered = await as(
    engine,
    'p-performance',
    { record: (await find('DJ01')).id, move: 'answer', data: reply },
    'performance-warning',
    duji,
  ).catch((error: { status: number }) => error.status)
  expect(answered).toBe(403)
  expect(Object.values((await find('DJ01')).clocks).filter(({ late }) => late)).toEqual([])
  at('2025-01-16 00:01')
  await makeDue(engine, duji)
  expect(await states()).toEqual(['paused', 'paused', 'paused'])
})

test('what a person took back, with a reason, is not given again', async () => {
  const one = await find('DJ02')
  const back = { record: one.id, move: 'withdraw', reason: '资金年底已退回财政' }
  await as(engine, 'p-performance', back, 'performance-warning', duji)
  expect(await look()).toBe(0)
  expect(await states()).toEqual(['paused', 'paused', 'withdrawn'])
})

test('what a person warned of before is not warned of again, and a month later nobody looks back', async () => {
  const raise = { year: 2024, kind: 'execution', rate: 1000, threshold: 2000, said: '偏低', unit: 'u-lamps' }
  const again = { move: 'raise', data: { ...raise, project: 'DJ01', periodEnd: '2024-12-31' } }
  await expect(as(engine, 'p-performance', again, 'performance-warning', duji)).rejects.toMatchObject({
    sentence: expect.stringContaining('项目、监控截止日和预警类型相同的绩效预警已经有了'),
  })
  at('2025-02-02 09:00')
  expect(await look()).toBe(0)
})
