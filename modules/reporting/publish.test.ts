import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fixedClock } from '../../platform/clock.ts'
import { openSigner } from '../../platform/keys.ts'
import { addSmallBureau, smallBureau } from '../../tests/helpers/bureau.ts'
import { as, walkTo } from '../../tests/helpers/casework.ts'
import { freshEngine } from '../../tests/helpers/engine.ts'
import { demoFigures, documents, enterFigures, schemes } from '../../tests/helpers/figures.ts'
import { addProjects } from '../../tests/helpers/projects.ts'
import { publishByTwo } from '../../tests/helpers/publishing.ts'
import { withdraw } from './commands.ts'
import { publicFigure, publicSnapshot, type ReportingRuntime, recountFrom, verifySnapshots } from './index.ts'
import type { Snapshot } from './snapshot.ts'
import { hashSnapshot } from './snapshot.ts'

const clock = fixedClock('2023-01-20T02:00:00.000Z')
let engine: Awaited<ReturnType<typeof freshEngine>>
let runtime: ReportingRuntime
let report: Snapshot
const duji = '340602'

const person = async (tenant: string, id = 'p-performance') => (await engine.world(tenant)).actorOf(id)
const value = ({ body }: Snapshot, id: string) => {
  const { value, unit } = body.figures.find((figure) => figure.id === id)!
  return `${value}${unit}`
}
const verify = (tenant: string) =>
  engine.database.inTenant(tenant, (tx) => verifySnapshots(tx, { recount: recountFrom(engine.ledgers) }))
const asOwner = async (work: (owner: pg.Client) => Promise<unknown>) => {
  const owner = new pg.Client(engine.ownerUrl)
  await owner.connect()
  try {
    await work(owner)
  } finally {
    await owner.end()
  }
}

beforeAll(async () => {
  engine = await freshEngine(clock)
  const signer = openSigner(mkdtempSync(join(tmpdir(), 'keys-')))
  runtime = { ...engine, documents, schemes, signer }
  const years = [2021, 2025] as const
  await addSmallBureau(engine.database, '431102', { ...smallBureau, years })
  await addSmallBureau(engine.database, duji, { ...smallBureau, years, title: '杜集区城市管理局', short: '杜集' })
  await enterFigures(engine, '431102', demoFigures[0]!)
  clock.set('2022-03-01T01:00:00.000Z')
  for (let i = 0; i < 3; i++) await walkTo(engine, 'close')
  await walkTo(engine, 'dispatch')
  clock.set('2023-01-20T02:00:00.000Z')
  report = await publishByTwo(runtime, '431102', { document: 'lingling-2022', year: 2022 })
}, 60_000)
afterAll(() => engine.database.close())

test('the report of 零陵区 prints the sums its bureau printed, every one of them counted', () => {
  expect(['basic', 'people', 'public', 'reception', 'vehicle-running'].map((id) => value(report, id))).toEqual([
    '2909.79万元',
    '2691.67万元',
    '218.12万元',
    '3.70万元',
    '2.86万元',
  ])
  expect(
    ['projects', 'projects-own', 'projects-below', 'paid-ll09', 'paid-ll10'].map((id) => value(report, id)),
  ).toEqual(['1308.82万元', '761.44万元', '547.38万元', '418.02万元', '129.36万元'])
  expect(['fund', 'fund-own', 'fund-below'].map((id) => value(report, id))).toEqual([
    '967.08万元',
    '108.00万元',
    '859.08万元',
  ])
  expect(['lamp-new', 'well-clean', 'bollard', 'water-new', 'illegal-area'].map((id) => value(report, id))).toEqual([
    '90套',
    '1536处',
    '284个',
    '29000米',
    '8337.395㎡',
  ])
  expect(['parking-people-trips', 'burn-ban-people-trips'].map((id) => value(report, id))).toEqual([
    '200人次',
    '810人次',
  ])
  expect([value(report, 'received'), value(report, 'closed'), value(report, 'closing-rate')]).toEqual([
    '4件',
    '3件',
    '75.00%',
  ])
})

test('behind each figure lie the rows that add up to it', () => {
  for (const figure of report.body.figures)
    for (const part of ['num', 'den'] as const)
      if (figure.parts[part]) expect(figure.parts[part].total, `${figure.id} ${part}`).toBe(figure[part])
})

test('what is published of a case is its number, class, street, days, unit and whether in time, and nothing else', async () => {
  const opened = await publicFigure(engine.database, { tenant: '431102', snapshot: report.id, figure: 'closed' }, {})
  expect(opened.rows).toHaveLength(3)
  expect(Object.keys(opened.rows[0]!).sort()).toEqual(
    ['amount', 'class', 'closedOn', 'inTime', 'number', 'on', 'receivedOn', 'street', 'unit', 'value'].sort(),
  )
  expect(opened.rows[0]).toMatchObject({ number: '431102202200001', class: '雨水井盖', unit: '环卫所', inTime: true })
  const everything = JSON.stringify([opened, report.body])
  for (const secret of ['王先生', '19900001234', '菜市场北门', '行人易绊倒', '111.6', 'p-collector', 'a'.repeat(64)])
    expect(everything).not.toContain(secret)
})

test('a payment is published with its day, its project and its amount, without who got it', async () => {
  const { rows } = await publicFigure(
    engine.database,
    { tenant: '431102', snapshot: report.id, figure: 'paid-ll07' },
    {},
  )
  expect(rows).toEqual([
    {
      number: null,
      class: '城管制服',
      street: null,
      receivedOn: null,
      closedOn: null,
      unit: null,
      inTime: null,
      on: '2022-08-19',
      value: 45_010_000,
      amount: '450,100.00元',
    },
  ])
})

test('what is entered after the publication changes neither the report nor its lists, and it still verifies', async () => {
  await as(
    engine,
    'p-performance',
    {
      move: 'pay',
      data: { kind: 'people', use: 'salary', amount: 1_000_000, paidOn: '2022-12-30', unit: 'u-bureau' },
    },
    'basic-spending',
  )
  const { snapshot } = await publicSnapshot(engine.database, '431102', report.id)
  expect(value(snapshot, 'basic')).toBe('2909.79万元')
  expect(await verify('431102')).toEqual({ snapshots: 1, faults: [] })
})

test('a second publication has the next number and the new figures, and the first one points to it', async () => {
  clock.advance({ days: 1 })
  const second = await publishByTwo(runtime, '431102', { document: 'lingling-2022', year: 2022 })
  expect([report.id, second.id]).toEqual(['2022-zpbg-1', '2022-zpbg-2'])
  expect(value(second, 'basic')).toBe('2910.79万元')
  expect((await publicSnapshot(engine.database, '431102', report.id)).newer).toBe(second.id)
  expect((await publicSnapshot(engine.database, '431102', second.id)).newer).toBeNull()
})

test('a project paid that no list names keeps the report from being published', async () => {
  await addProjects(engine, '431102', 'LL99')
  const paid = await as(
    engine,
    'p-performance',
    {
      move: 'pay',
      data: {
        project: 'LL99',
        budgetType: 'general',
        amount: 5_000_000,
        paidOn: '2022-12-30',
        payeeKind: 'company',
        unit: 'u-bureau',
      },
    },
    'payment',
  )
  await expect(publishByTwo(runtime, '431102', { document: 'lingling-2022', year: 2022 })).rejects.toMatchObject({
    code: 'report.not-fit',
    sentence: expect.stringContaining('不相符'),
  })
  await as(engine, 'p-performance', { record: paid.id, version: 1, move: 'withdraw', reason: '登记有误' }, 'payment')
})

test('a form that is not filled in yet cannot be published', async () => {
  await expect(publishByTwo(runtime, '431102', { document: 'hunan-whole', year: 2022 })).rejects.toMatchObject({
    details: { faults: expect.arrayContaining([expect.stringMatching(/^“[^”]+”.*还有“待填写”的段落。$/)]) },
  })
})

test('the program itself cannot change or remove what it has published', async () => {
  for (const text of [
    'update reporting.snapshot set title = title',
    'delete from reporting.snapshot_row',
    'delete from reporting.withdrawal',
    'update reporting.decision set approved = true',
  ])
    await expect(engine.database.inTenant('431102', (tx) => tx.query(text))).rejects.toMatchObject({ code: '42501' })
})

test('whoever owns the database can change a published row, and verification names the figure', async () => {
  await asOwner((owner) =>
    owner.query(
      "set app.tenant = '431102'; update reporting.snapshot_row set unit = '路灯所' where figure = 'closed' and part = 'num' and ordinal = 1 and snapshot = '2022-zpbg-1'",
    ),
  )
  expect((await verify('431102')).faults).toEqual([{ snapshot: '2022-zpbg-1', sentence: '结案的清单在封存后被改动' }])
})

test('a number changed in the body of a report is found thrice: by its hash, by its print and by counting again', async () => {
  await asOwner((owner) =>
    owner.query(
      `set app.tenant = '431102'; update reporting.snapshot set body = jsonb_set(body, '{figures,0,num}', '1') where id = '2022-zpbg-2'`,
    ),
  )
  const found = (await verify('431102')).faults.filter(({ snapshot }) => snapshot === '2022-zpbg-2')
  expect(found.map(({ sentence }) => sentence)).toEqual([
    '正文在封存后被改动',
    expect.stringContaining('印为'),
    expect.stringContaining('重新统计'),
  ])
})

test('a title changed together with the hash of the report is found by the ledger of publications', async () => {
  await asOwner(async (owner) => {
    await owner.query("set app.tenant = '431102'")
    const { rows } = await owner.query("select * from reporting.snapshot where id = '2022-zpbg-2'")
    const [row] = rows
    const title = `${row.title}（修订）`
    const hash = hashSnapshot({
      tenant: row.tenant,
      id: row.id,
      document: row.document,
      title,
      period: row.period,
      seal: row.seal,
      submittedAt: row.submitted_at,
      submittedBy: row.submitted_by,
      body: row.body,
    })
    await owner.query("update reporting.snapshot set title = $1, hash = $2 where id = '2022-zpbg-2'", [title, hash])
  })
  const found = (await verify('431102')).faults.filter(({ snapshot }) => snapshot === '2022-zpbg-2')
  expect(found.map(({ sentence }) => sentence)).toEqual([
    '与台账中的公开记录不符',
    expect.stringContaining('印为'),
    expect.stringContaining('重新统计'),
  ])
})

test('a withdrawn report stays readable and says why it was withdrawn', async () => {
  await withdraw(runtime, await person('431102'), { snapshot: report.id, reason: '清单有误，重新公布' })
  const opened = await publicSnapshot(engine.database, '431102', report.id)
  expect(opened.withdrawn).toMatchObject({ reason: '清单有误，重新公布' })
  await expect(
    withdraw(runtime, await person('431102'), { snapshot: report.id, reason: '再撤一次' }),
  ).rejects.toMatchObject({
    code: 'report.other-standing',
    sentence: '这份报告当前为“已撤回”，不能撤回；需要时请重新送审。',
  })
})

test('the report of one bureau is not to be found under another', async () => {
  await expect(publicSnapshot(engine.database, duji, report.id)).rejects.toMatchObject({ code: 'public.no-snapshot' })
  await expect(publicSnapshot(engine.database, "431102' or '1'='1", report.id)).rejects.toMatchObject({ status: 404 })
})

/** What verification says once the owner of the database has done this. */
const foundAfter = async (text: string) => {
  const before = (await verify('431102')).faults.map(({ sentence }) => sentence)
  await asOwner((owner) => owner.query(`set app.tenant = '431102'; ${text}`))
  return (await verify('431102')).faults.filter(({ sentence }) => !before.includes(sentence))
}

test('a withdrawal that only one side knows of is found, whichever side it is', async () => {
  expect(await foundAfter("delete from reporting.withdrawal where snapshot = '2022-zpbg-1'")).toEqual([
    { snapshot: '2022-zpbg-1', sentence: '台账中已撤回，报告的撤回说明被删除' },
  ])
  expect(
    await foundAfter(
      "insert into reporting.withdrawal (tenant, snapshot, at, by, reason) values ('431102', '2022-zpbg-2', now(), 'p-lead', '有误')",
    ),
  ).toEqual([{ snapshot: '2022-zpbg-2', sentence: '报告标为已撤回，台账中没有撤回' }])
})

test('a report deleted with its rows is found by the ledger of publications, and its number is not given again', async () => {
  const gone = await foundAfter(
    "delete from reporting.snapshot_row where snapshot = '2022-zpbg-1'; delete from reporting.decision where snapshot = '2022-zpbg-1'; delete from reporting.snapshot where id = '2022-zpbg-1'",
  )
  expect(gone).toEqual([{ snapshot: '2022-zpbg-1', sentence: '公开记录2022-zpbg-1对应的报告被删除' }])
  const next = await publishByTwo(runtime, '431102', { document: 'lingling-2022', year: 2022 })
  expect(next.id).toBe('2022-zpbg-3')
})

test('杜集区 2024 is published with its execution table, its scores to the cent, and can be scored again', async () => {
  clock.set('2025-01-10T02:00:00.000Z')
  await enterFigures(engine, duji, demoFigures[1]!)
  const published = await publishByTwo(runtime, duji, { document: 'duji-2024', year: 2024 })
  expect(['initial', 'full', 'paid', 'rate'].map((part) => value(published, `all-${part}`))).toEqual([
    '302.19万元',
    '302.19万元',
    '224.05万元',
    '74.14%',
  ])
  const codes = ['dj01', 'dj02', 'dj03', 'dj04', 'dj05', 'dj06', 'dj07']
  expect(codes.map((code) => value(published, `score-${code}`))).toEqual([
    '93.14分',
    '92.42分',
    '100.00分',
    '90.00分',
    '99.43分',
    '100.00分',
    '100.00分',
  ])
  expect(value(published, 'rate-dj01')).toBe('65.66%')
  expect(await verify(duji)).toEqual({ snapshots: 1, faults: [] })
})

test('a value of a score changed after the report was sealed is found by asking the ledgers again', async () => {
  await asOwner(async (owner) => {
    const { rows } = await owner.query<{ body: Snapshot['body'] }>(
      'select body from reporting.snapshot where tenant = $1',
      [duji],
    )
    const { body } = rows[0]!
    for (const { score } of body.figures)
      for (const line of score?.project === 'DJ03' ? score.lines : [])
        if (line.name === '培训期数') score!.inputs[line.id] = { actual: String(Number(line.actual) * 1.1) }
    await owner.query('update reporting.snapshot set body = $1 where tenant = $2', [JSON.stringify(body), duji])
  })
  expect((await verify(duji)).faults.map(({ sentence }) => sentence)).toEqual([
    '正文在封存后被改动',
    '执法人员集中培训封存时得100.00分，它的完成值或资金与按同一封账重新取数的结果不同',
  ])
})
