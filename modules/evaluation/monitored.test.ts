import { afterAll, beforeAll, expect, test } from 'vitest'
import { fixedClock } from '../../platform/clock.ts'
import { addSmallBureau, smallBureau } from '../../tests/helpers/bureau.ts'
import { as } from '../../tests/helpers/casework.ts'
import { freshEngine } from '../../tests/helpers/engine.ts'
import { demoFigures, enterFigures, schemes } from '../../tests/helpers/figures.ts'
import { dirtyLedgers, onRecords, recountDirty } from '../metrics/index.ts'
import { dayAsked, type MonitoringRules, monitoring, projectScores } from './index.ts'

const clock = fixedClock('2025-01-10T02:00:00.000Z')
const duji = '340602'
let engine: Awaited<ReturnType<typeof freshEngine>>

beforeAll(async () => {
  engine = await freshEngine(clock)
  await addSmallBureau(engine.database, duji, { ...smallBureau, years: [2021, 2025] })
  await enterFigures(engine, duji, demoFigures.find(({ tenant }) => tenant === duji)!)
  await settle()
}, 60_000)
afterAll(() => engine.database.close())

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
const rules: MonitoringRules = {
  thresholds: [
    { ...seen, periodEnd: '06-30', least: '40' },
    { ...seen, periodEnd: '12-31', least: '70' },
  ],
  gaps: [{ ...seen, most: '10' }],
}
const on = (until: string, by = rules) =>
  engine.database.inTenant(duji, (tx) =>
    monitoring(tx, { catalog: engine.ledgers, schemes, rules: by, year: 2024, until }),
  )
const oneOn = async (until: string, code: string) => (await on(until)).projects.find(({ project }) => project === code)!

test('on the last day of the year three projects of 杜集区 are below seventy percent', async () => {
  const { projects, passed, rule, total } = await on('2024-12-31')
  expect([passed, rule?.least, total.rate]).toEqual(['100.00', '70', '74.14'])
  const broken = projects.flatMap(({ name, broken: all }) =>
    all.filter(({ kind }) => kind === 'execution').map(({ rate }) => [name, rate]),
  )
  expect(broken).toEqual([
    ['智慧城管', '65.66'],
    ['文明创建', '62.05'],
    ['垃圾分类', '50.00'],
  ])
})

test('on the last day of the year what is forecast is what is scored', async () => {
  const { projects } = await on('2024-12-31')
  const scores = await engine.database.inTenant(duji, (tx) =>
    projectScores(tx, { catalog: engine.ledgers, schemes, year: 2024 }),
  )
  expect(projects.map(({ forecast }) => forecast?.points)).toEqual(scores.map(({ total }) => total))
  expect(new Set(projects.map(({ forecast }) => forecast?.of))).toEqual(new Set(['100.00']))
  for (const { forecast } of projects) expect(forecast?.because).toMatch(/^全年已过，100\.00分得[\d.]+分。$/)
})

test('in the middle of the year only what was paid until then counts, and what has no value yet is left out', async () => {
  const city = await oneOn('2024-06-30', 'DJ01')
  expect([city.paid, city.rate, city.light]).toEqual([0, '0.00', 'red'])
  expect(city.broken.map(({ kind }) => kind)).toContain('execution')
  const squads = await oneOn('2024-06-30', 'DJ05')
  expect(squads.budget.light).toBe('green')
  expect(squads.forecast?.of).toBe('30.00')
  expect(squads.forecast?.because).toContain('个指标还没有完成值')
})

test('before the first period has ended there is no threshold, and before a budget is approved no rate', async () => {
  const early = await on('2024-01-10')
  expect(early.rule).toBeNull()
  expect(early.projects.flatMap(({ broken }) => broken.filter(({ kind }) => kind === 'execution'))).toEqual([])
})

test('what was spent after the period of a threshold does not mend it', async () => {
  const july = await oneOn('2024-07-31', 'DJ01')
  expect(july.paid).toBeGreaterThan(0)
  expect(july.broken.find(({ kind }) => kind === 'execution')).toMatchObject({ periodEnd: '2024-06-30', rate: '0.00' })
})

test('where no paper sets a threshold, a project far behind the time that has passed is to be warned of', async () => {
  const { projects, rule } = await on('2024-08-31', { thresholds: [], gaps: [] })
  expect(rule).toBeNull()
  const city = projects.find(({ project }) => project === 'DJ01')!
  // Eight twelfths have passed: sixty percent of them is forty.
  const far = { kind: 'execution', periodEnd: '2024-08-31', rate: city.rate, threshold: '40.00' }
  expect(city.broken[0]).toMatchObject(far)
})

test('targets that are reached with half the money are more than ten points apart', async () => {
  const gap = (await oneOn('2024-12-31', 'DJ04')).broken.find(({ kind }) => kind === 'gap')!
  expect(gap).toMatchObject({ rate: '50.00', threshold: '10.00' })
  expect(gap.because).toContain('目标进度100.00%，执行率50.00%')
})

test('a warning is shown with its project; one taken back stays to be seen as such', async () => {
  const data = {
    year: 2024,
    project: 'DJ04',
    periodEnd: '2024-12-31',
    kind: 'execution',
    rate: 50_000,
    threshold: 70_000,
    said: '执行率50%，低于70%',
    unit: 'u-bureau',
  }
  const raised = await as(engine, 'p-performance', { move: 'raise', data }, 'performance-warning', duji)
  await settle()
  const shown = { id: raised.id, number: 'YJ20250001', kind: 'execution', periodEnd: '2024-12-31' }
  expect((await oneOn('2024-12-31', 'DJ04')).warnings).toEqual([{ ...shown, withdrawn: false }])
  const back = { record: raised.id, move: 'withdraw', reason: '误发' }
  await as(engine, 'p-performance', back, 'performance-warning', duji)
  await settle()
  expect((await oneOn('2024-12-31', 'DJ04')).warnings).toEqual([{ ...shown, withdrawn: true }])
})

test('what is deducted later in the year is not in the forecast of a day before', async () => {
  const points = async (day: string) => Number((await oneOn(day, 'DJ06')).forecast!.points)
  const [september, december] = [await points('2024-09-30'), await points('2024-12-31')]
  const made = { year: 2024, project: 'DJ06', points: 2_000, cause: '监控报告迟报', madeOn: '2024-10-08' }
  const data = { ...made, document: '局办通报' }
  await as(engine, 'p-performance', { move: 'make', data }, 'deduction', duji)
  await settle()
  expect([await points('2024-09-30'), await points('2024-12-31')]).toEqual([september, december - 2])
})

test('a year is looked at as of today, a year that is over as of its last day, and never on a day of another', () => {
  const now = clock.now()
  expect(dayAsked(2025, undefined, now)).toBe('2025-01-10')
  expect(dayAsked(2024, undefined, now)).toBe('2024-12-31')
  expect(dayAsked(2024, '2024-08-31', now)).toBe('2024-08-31')
  expect(() => dayAsked(2024, '2025-01-01', now)).toThrow('不在2024年')
})
