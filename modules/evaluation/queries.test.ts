import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fixedClock } from '../../platform/clock.ts'
import { openSigner } from '../../platform/keys.ts'
import { addSmallBureau, smallBureau } from '../../tests/helpers/bureau.ts'
import { as, photo } from '../../tests/helpers/casework.ts'
import { freshEngine } from '../../tests/helpers/engine.ts'
import { demoFigures, enterFigures, schemes } from '../../tests/helpers/figures.ts'
import { execution } from '../budget/index.ts'
import { sealNow } from '../ledger/index.ts'
import { dirtyLedgers, figureBy, onRecords, readPeriod, recountDirty } from '../metrics/index.ts'
import { projectScore, projectScores } from './index.ts'

const clock = fixedClock('2025-01-10T02:00:00.000Z')
const duji = '340602'
let engine: Awaited<ReturnType<typeof freshEngine>>

beforeAll(async () => {
  engine = await freshEngine(clock)
  await addSmallBureau(engine.database, duji, { ...smallBureau, years: [2021, 2025] })
  await enterFigures(engine, duji, demoFigures[1]!)
  await settle()
}, 60_000)
afterAll(() => engine.database.close())

/** What the consumer of the outbox does, done at once. */
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
const scoreOf = (project: string, year = 2024, asOf?: number) =>
  engine.database.inTenant(duji, (tx) => projectScore(tx, { catalog: engine.ledgers, schemes, year, asOf }, project))
const executed = () => engine.database.inTenant(duji, (tx) => execution(tx, engine.ledgers, 2024))

test('the budget of 杜集区 2024 is executed to 74.14 %, and its identities hold', async () => {
  const { lines, totals, identities } = await executed()
  expect(totals).toMatchObject({ initial: 302_1900_00, full: 302_1900_00, paid: 224_0500_00, rate: '74.14' })
  expect(lines.map(({ name, rate }) => [name, rate])).toEqual([
    ['智慧城管', '65.66'],
    ['文明创建', '62.05'],
    ['执法人员集中培训', '100.00'],
    ['垃圾分类', '50.00'],
    ['城管进社区', '94.28'],
    ['执法车辆运行维护', '100.00'],
    ['农村环境卫生经费', '100.00'],
  ])
  expect(identities.filter(({ holds }) => !holds)).toEqual([])
})

test('seven projects are scored as the bureau published them', async () => {
  const scores = await engine.database.inTenant(duji, (tx) =>
    projectScores(tx, { catalog: engine.ledgers, schemes, year: 2024 }),
  )
  expect(scores.map(({ name, total }) => [name, total])).toEqual([
    ['智慧城管', '93.14'],
    ['文明创建', '92.42'],
    ['执法人员集中培训', '100.00'],
    ['垃圾分类', '90.00'],
    ['城管进社区', '99.43'],
    ['执法车辆运行维护', '100.00'],
    ['农村环境卫生经费', '100.00'],
  ])
  expect(scores.flatMap(({ faults }) => faults)).toEqual([])
})

test('an indicator counted by a ledger names the figure it came from, and nobody can type over it', async () => {
  const training = (await scoreOf('DJ03')).lines.find(({ name }) => name === '培训期数')!
  expect(training).toMatchObject({
    evidence: 'ledger',
    metric: 'work.quantity',
    where: { class: 'training' },
    actual: '4',
    because: '目标≥4期，完成4期，达到目标，得满分5.00分。',
  })
  const data = {
    indicator: training.id,
    project: 'DJ03',
    value: 400_000,
    valueOn: '2024-12-30',
    cause: '估计',
    files: [photo],
  }
  await as(engine, 'p-performance', { move: 'give', data }, 'typed-value', duji)
  await settle()
  expect((await scoreOf('DJ03')).lines.find(({ id }) => id === training.id)!.actual).toBe('4')
})

test('a typed value belongs to the project of its indicator, and there is one a day', async () => {
  const line = (await scoreOf('DJ01')).lines.find(({ name }) => name === '年节约经费')!
  const give = (more: object) => {
    const data = {
      indicator: line.id,
      project: 'DJ01',
      value: 5_000,
      valueOn: '2025-01-06',
      cause: '估计',
      files: [photo],
    }
    return as(engine, 'p-performance', { move: 'give', data: { ...data, ...more } }, 'typed-value', duji)
  }
  await expect(give({ project: 'DJ99' })).rejects.toMatchObject({
    sentence: '所选指标属于项目“DJ01”，与所选的项目不同；请核对。',
  })
  await expect(give({ valueOn: '2024-12-20' })).rejects.toMatchObject({
    sentence: expect.stringContaining('取值日期相同的手填值已经有了'),
  })
})

test('of several typed values the latest counts', async () => {
  const line = (await scoreOf('DJ02')).lines.find(({ name }) => name === '主次干道整洁率')!
  const give = (value: number, valueOn: string) =>
    as(
      engine,
      'p-performance',
      {
        move: 'give',
        data: { indicator: line.id, project: 'DJ02', value, valueOn, cause: '抽查记录', files: [photo] },
      },
      'typed-value',
      duji,
    )
  await give(47_500, '2024-12-28')
  await give(90_000, '2024-06-30')
  await settle()
  const after = await scoreOf('DJ02')
  expect(after.lines.find(({ id }) => id === line.id)).toMatchObject({ actual: '47.5', points: '15.00' })
  expect(after.total).toBe('77.42')
  expect(after.grade).toBe('中')
})

test('money added in the year lowers the rate and with it the score', async () => {
  const data = {
    way: 'add',
    kind: 'project',
    project: 'DJ06',
    budgetType: 'general',
    amount: 46_000_000,
    unit: 'u-bureau',
    docNumber: '杜财预〔2024〕9号',
    adjustedOn: '2024-09-02',
    cause: '增配车辆',
    approver: '区财政局',
  }
  await as(engine, 'p-performance', { move: 'approve', data }, 'adjustment', duji)
  await settle()
  const vehicles = (await executed()).lines.find(({ project }) => project === 'DJ06')!
  expect(vehicles).toMatchObject({ initial: 46_000_000, adjusted: 46_000_000, full: 92_000_000, rate: '50.00' })
  expect(vehicles.question).toContain('调整幅度100.00%')
  expect((await scoreOf('DJ06')).execution).toMatchObject({ rate: '50.00', points: '5.00' })
})

test('a target raised later lowers the score from then on, and the score as of the seal before stays', async () => {
  const signer = openSigner(mkdtempSync(join(tmpdir(), 'keys-')))
  const { n } = await sealNow(engine.database, signer, duji, clock.now())
  const before = await scoreOf('DJ03', 2024, n)
  const { id } = before.lines.find(({ name }) => name === '培训期数')!
  const revision = {
    record: id,
    move: 'revise',
    data: { target: 8_000, revisedOn: '2024-06-01', approval: '局长办公会' },
    reason: '上级要求增加期数',
  }
  await as(engine, 'p-performance', revision, 'indicator', duji)
  await settle()
  const now = await scoreOf('DJ03')
  expect(now.lines.find((line) => line.id === id)!.target).toBe('8')
  expect(Number(now.total)).toBeLessThan(Number(before.total))
  expect(await scoreOf('DJ03', 2024, n)).toEqual(before)
})

test('an indicator whose figure nobody counts any more has no value and says why, and every project is still scored', async () => {
  const before = await scoreOf('DJ07')
  const data = {
    year: 2024,
    project: 'DJ07',
    code: '99',
    level1: 'output',
    level2: 'number',
    name: '清运次数',
    direction: 'at-least',
    target: 12_000,
    measure: '次',
    weight: 1000,
    evidence: 'ledger',
    metric: 'lamp.repaired',
    setOn: '2024-01-02',
  }
  await as(engine, 'p-performance', { move: 'set', data }, 'indicator', duji)
  await settle()
  const catalog = new Map(engine.ledgers).set('lamp', { ...engine.ledgers.get('lamp')!, metrics: {} })
  const scores = await engine.database.inTenant(duji, (tx) => projectScores(tx, { catalog, schemes, year: 2024 }))
  expect(scores).toHaveLength(7)
  const after = scores.find(({ project }) => project === 'DJ07')!
  const sentence = '“清运次数”的取数有误：没有“lamp.repaired”这个指标；可用的指标见“统计”。'
  const line = after.lines.find(({ name }) => name === '清运次数')!
  expect(line).toMatchObject({ missing: true, points: '0.00', question: sentence })
  expect(after.inputs[line.id]).toBeUndefined()
  expect(after.faults).toContain(sentence)
  expect(after.total).toBe(before.total)
})

test('行政处罚法 74：an indicator that takes the sum of fines has no value and says why, and no unit is ranked by it', async () => {
  const data = {
    year: 2024,
    project: 'DJ07',
    code: '98',
    level1: 'output',
    level2: 'number',
    name: '罚款收缴额',
    direction: 'at-least',
    target: 10_000,
    measure: '元',
    weight: 1000,
    evidence: 'ledger',
    metric: 'penalty.collected',
    setOn: '2024-01-02',
  }
  await as(engine, 'p-performance', { move: 'set', data }, 'indicator', duji)
  await settle()
  const line = (await scoreOf('DJ07')).lines.find(({ name }) => name === '罚款收缴额')!
  expect(line).toMatchObject({
    missing: true,
    points: '0.00',
    question: expect.stringContaining('行政处罚法第七十四条'),
  })
  const asked = { metric: 'penalty.collected', ...readPeriod('2024') }
  await expect(
    engine.database.inTenant(duji, (tx) => figureBy(tx, engine.ledgers, asked, 'unit')),
  ).rejects.toMatchObject({ code: 'metrics.not-ranked' })
})

test('a project without indicators in a year has no score', async () => {
  await expect(scoreOf('DJ01', 2023)).rejects.toMatchObject({ code: 'evaluation.no-indicators' })
})

test('a project by itself is scored as among all of them, and so is the department as a whole, now and as of a seal', async () => {
  const deduct = (project: string, points: number) => {
    const made = { year: 2024, project, points, cause: '材料迟报', document: '局办通报', madeOn: '2024-10-08' }
    return as(engine, 'p-performance', { move: 'make', data: made }, 'deduction', duji)
  }
  const whole = {
    ...{ year: 2024, project: '整体', code: '01', level1: 'output', level2: 'number', name: '巡查和清扫' },
    ...{ direction: 'at-least', target: 10_000, measure: '件', weight: 40_000, setOn: '2024-01-02' },
    ...{ evidence: 'ledger', metric: 'work.quantity', where: 'class=training;unit=u-bureau' },
  }
  await as(engine, 'p-performance', { move: 'set', data: whole }, 'indicator', duji)
  for (const [project, points] of [
    ['DJ01', 1_000],
    ['DJ04', 2_000],
    ['整体', 3_000],
  ] as const)
    await deduct(project, points)
  await settle()
  const { n } = await sealNow(engine.database, openSigner(mkdtempSync(join(tmpdir(), 'keys-'))), duji, clock.now())
  await deduct('DJ01', 4_000)
  await settle()
  for (const asOf of [undefined, n]) {
    const scores = await engine.database.inTenant(duji, (tx) =>
      projectScores(tx, { catalog: engine.ledgers, schemes, year: 2024, asOf }),
    )
    expect(scores).toHaveLength(8)
    expect(scores.flatMap(({ deductions }) => deductions)).toHaveLength(asOf === undefined ? 4 : 3)
    for (const score of scores) expect(await scoreOf(score.project, 2024, asOf)).toEqual(score)
  }
})
