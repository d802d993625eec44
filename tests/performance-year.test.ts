import { afterAll, beforeAll, expect, test } from 'vitest'
import { importRows, type LedgerRecord, makeDue, verifyLedger } from '../modules/ledger/index.ts'
import { fixedClock } from '../platform/clock.ts'
import { addSmallBureau, smallBureau } from './helpers/bureau.ts'
import { as, photo } from './helpers/casework.ts'
import { freshEngine } from './helpers/engine.ts'
import { addProjects } from './helpers/projects.ts'
import { shown, walkerOn } from './helpers/walker.ts'

// The year around the score: who evaluates, what is warned of and set right, and what becomes of the result.
const clock = fixedClock('2022-12-01T01:00:00.000Z')
const at = (text: string) => clock.set(new Date(`${text}+08:00`).toISOString())
const finance = { id: 'p-finance', name: '朱会计', unit: 'u-bureau', roles: [{ role: 'finance' }] }
const reviewer = { id: 'p-reviewer', name: '评审员', unit: 'u-bureau', roles: [{ role: 'reviewer' }] }
let engine: Awaited<ReturnType<typeof freshEngine>>
beforeAll(async () => {
  engine = await freshEngine(clock)
  await addSmallBureau(engine.database, '431102', {
    ...smallBureau,
    people: [...smallBureau.people, finance, reviewer],
  })
  await addProjects(engine, '431102', 'P1', 'P2', 'P3', 'P4', 'P5', 'P6', 'P7', 'P8', 'P9')
})
afterAll(() => engine.database.close())

const evaluation = walkerOn(() => engine, 'self-evaluation')
const warning = walkerOn(() => engine, 'performance-warning')
const rectification = walkerOn(() => engine, 'rectification')
const use = walkerOn(() => engine, 'result-use')
const find = async (ledger: string, id: string) => {
  const { findRecord } = await import('../modules/ledger/index.ts')
  return (await engine.database.inTenant('431102', (tx) => findRecord(tx, ledger, id)))!
}

const plan = {
  year: 2022,
  leader: '局长',
  plan: '零城管绩〔2022〕3号',
  lastUse: '压缩低分项目预算',
  collector: 'p-performance',
  collectBy: '2022-12-15',
  reviewer: 'p-finance',
  reviewBy: '2022-12-25',
  concluder: 'p-performance',
  concludeBy: '2022-12-31',
}
const start = (object: string, more: object = {}) =>
  evaluation.open('p-performance', 'start', { ...plan, object, ...more })
const reviewed = { opinion: '与支付凭证一致', differences: 1, difference: '培训人次少记4人' }

async function toSubmitted(object: string): Promise<LedgerRecord> {
  const begun = await start(object)
  const collected = await evaluation.go(begun, 'p-performance', 'collect', { collected: '七个项目的数据已采齐' })
  const checked = await evaluation.go(collected, 'p-finance', 'review', reviewed)
  const concluded = await evaluation.go(checked, 'p-performance', 'conclude', { score: 96_400, grade: '优' })
  return evaluation.go(concluded, 'p-performance', 'submit', { paper: '零城管〔2022〕41号' })
}

test('自评：each phase lies with its owner until its last day, and is somebody’s task', async () => {
  at('2022-12-01 10:00')
  const begun = await start('P1')
  expect(begun).toMatchObject({ state: 'collecting', holder: 'p:p-performance', number: 'ZP2022001' })
  expect(shown(begun.dueAt)).toBe('2022-12-15 23:59')
  const collected = await evaluation.go(begun, 'p-performance', 'collect', { collected: '已采齐' })
  expect(collected).toMatchObject({ state: 'reviewing', holder: 'p:p-finance' })
  expect(shown(collected.dueAt)).toBe('2022-12-25 23:59')
  const back = await evaluation.go(collected, 'p-finance', 'return', { collectBy: '2022-12-18' }, '缺两张凭证')
  expect(back).toMatchObject({ state: 'collecting', holder: 'p:p-performance' })
  expect(shown(back.dueAt)).toBe('2022-12-18 23:59')
})

test('自评：who collected does not review, by plan or by deed', async () => {
  await expect(start('P2', { reviewer: 'p-performance' })).rejects.toMatchObject({
    sentence: '采集人不能复核自己采集的数据；请另选复核人。',
  })
  const begun = await start('P2')
  const collected = await evaluation.go(begun, 'p-performance', 'collect', { collected: '已采齐' })
  await expect(evaluation.go(collected, 'p-performance', 'review', reviewed)).rejects.toMatchObject({ status: 409 })
  await expect(
    evaluation.go(collected, 'p-finance', 'review', { opinion: '有出入', differences: 2 }),
  ).rejects.toMatchObject({
    sentence: '有差异的，请写明差异情况；没有差异的，差异处数填0。',
  })
})

test('自评：its phases follow each other', async () => {
  await expect(start('P3', { reviewBy: '2022-12-10' })).rejects.toMatchObject({
    sentence: '审核复核应在数据采集之后结束；请核对日期。',
  })
})

test('自评：there is one of a year and an object, whoever begins it at once; an undone one does not count', async () => {
  const first = await start('P4')
  await expect(start('P4')).rejects.toMatchObject({
    status: 409,
    sentence: `自评对象和年度相同的自评组织已经有了：“P4 · 2022”，编号${first.number}；请在那一条上办理，可以：采集完成、作废。`,
  })
  await start('P4', { year: 2021 })
  await evaluation.go(first, 'p-performance', 'withdraw', {}, '方案作废')
  const tried = await Promise.allSettled([start('P4'), start('P4'), start('P4')])
  expect(tried.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  const actor = (await engine.world('431102')).actorOf('p-performance', '2022-12-01')
  const row = { move: 'start', data: { ...plan, object: 'P5' } }
  await expect(
    importRows(engine, actor!, 'self-evaluation', [
      { row: 2, ...row },
      { row: 3, ...row },
    ]),
  ).rejects.toMatchObject({ status: 409 })
})

test('自评：the finance bureau asks, is answered within its term, and what is approved is locked but for a correction', async () => {
  at('2022-12-20 10:00')
  const submitted = await toSubmitted('整体')
  const asked = await evaluation.go(submitted, 'p-reviewer', 'ask', {
    question: '满意度样本有多少？',
    askedOn: '2022-12-20',
    answerBy: '2022-12-23',
  })
  expect(asked).toMatchObject({ state: 'asked', holder: 'p:p-performance' })
  expect(shown(asked.dueAt)).toBe('2022-12-23 23:59')
  const answered = await evaluation.go(asked, 'p-performance', 'answer', { answer: '样本二百份' })
  await expect(evaluation.go(answered, 'p-performance', 'approve')).rejects.toMatchObject({ status: 409 })
  const approved = await evaluation.go(answered, 'p-director', 'approve', { approval: '零财绩〔2022〕9号' })
  expect(approved).toMatchObject({ state: 'approved', holder: null, data: { version: 1, score: 96_400 } })
  for (const move of ['withdraw', 'conclude', 'ask', 'review'])
    await expect(evaluation.go(approved, 'p-performance', move, {}, '改')).rejects.toMatchObject({ status: 409 })
  const corrected = await evaluation.go(
    approved,
    'p-performance',
    'correct',
    { score: 92_000, grade: '优' },
    '样本重复',
  )
  expect(corrected).toMatchObject({ state: 'corrected', data: { version: 2, score: 92_000, formerScore: 96_400 } })
  await expect(
    evaluation.go(corrected, 'p-performance', 'correct', { score: 91_000, grade: '优' }),
  ).rejects.toMatchObject({
    status: 422,
  })
})

const lagging = {
  year: 2022,
  project: 'P1',
  periodEnd: '2022-08-31',
  kind: 'execution',
  rate: 35_500,
  threshold: 60_000,
  said: '执行率35.5%，低于60%',
  unit: 'u-sanitation',
}
const reply = { choice: 'd1', cause: '招标延迟', measures: '九月完成采购' }

test('预警：the unit answers within ten working days, and the performance office looks whether it is so', async () => {
  at('2022-09-05 10:00')
  const raised = await warning.open('p-performance', 'raise', lagging)
  expect(raised).toMatchObject({ state: 'raised', holder: 'u:u-sanitation:unit-lead' })
  // Ten working days without the day itself and without 中秋节, 12 September.
  expect(shown(raised.dueAt)).toBe('2022-09-20 23:59')
  await expect(warning.go(raised, 'p-lamps', 'answer', reply)).rejects.toMatchObject({ status: 404 })
  const answered = await warning.go(raised, 'p-sanitation', 'answer', reply)
  expect(answered).toMatchObject({ state: 'answered', holder: 'r:performance' })
  const again = await warning.go(answered, 'p-performance', 'return', {}, '没有写明措施')
  expect(again.data).not.toHaveProperty('measures')
  const settled = await warning.go(
    await warning.go(again, 'p-sanitation', 'answer', reply),
    'p-performance',
    'settle',
    { finding: '采购已完成' },
  )
  expect(settled).toMatchObject({ state: 'settled', holder: null })
})

test('预警：unanswered, the payments are held by themselves when the term has passed; a late answer is one', async () => {
  at('2022-09-05 10:00')
  const raised = await warning.open('p-performance', 'raise', { ...lagging, project: 'P2' })
  at('2022-09-20 23:59')
  expect(await makeDue(engine, '431102')).toBe(1)
  expect(await find('performance-warning', raised.id)).toMatchObject({ state: 'reminded', dueAt: raised.dueAt })
  at('2022-09-21 00:01')
  expect(await makeDue(engine, '431102')).toBe(1)
  const paused = await find('performance-warning', raised.id)
  expect(paused).toMatchObject({ state: 'paused', holder: 'u:u-sanitation:unit-lead' })
  expect(paused.by.pause).toMatchObject({ person: 'system' })
  await expect(warning.go(paused, 'p-sanitation', 'answer', reply)).rejects.toMatchObject({ status: 409 })
  const answered = await warning.go(paused, 'p-sanitation', 'make-up', { ...reply, choice: 'd3' })
  expect(answered).toMatchObject({ state: 'answered' })
  await expect(warning.open('p-performance', 'raise', { ...lagging, periodEnd: '2022-12-31' })).rejects.toMatchObject({
    sentence: '监控期间还没有结束；监控截止日不能晚于今天。',
  })
})

const problem = {
  source: 'evaluation',
  year: 2022,
  object: 'P1',
  problem: '指标包含其他部门的任务',
  measures: '按职责边界细化指标',
  unit: 'u-sanitation',
  owner: 'p-sanitation',
  dueOn: '2022-12-20',
}
const proof = { result: '已修订指标', evidence: [photo] }

test('整改：with its owner until the day, proved, verified by somebody else, and again if it was not enough', async () => {
  at('2022-12-05 10:00')
  const open = await rectification.open('p-inspector', 'open', problem)
  expect(open).toMatchObject({ state: 'open', holder: 'p:p-sanitation' })
  expect(shown(open.dueAt)).toBe('2022-12-20 23:59')
  await expect(rectification.go(open, 'p-lamps', 'finish', proof)).rejects.toMatchObject({ status: 404 })
  const done = await rectification.go(open, 'p-sanitation', 'finish', proof)
  expect(done).toMatchObject({ state: 'done', holder: 'r:performance' })
  const back = await rectification.go(done, 'p-inspector', 'reject', { finding: '少一项', dueOn: '2022-12-28' })
  expect(shown(back.dueAt)).toBe('2022-12-28 23:59')
  const closed = await rectification.go(
    await rectification.go(back, 'p-sanitation', 'finish', proof),
    'p-performance',
    'verify',
    { finding: '属实' },
  )
  expect(closed).toMatchObject({ state: 'closed', holder: null })
  const own = await rectification.open('p-performance', 'open', { ...problem, owner: 'p-performance' })
  const ownDone = await rectification.go(own, 'p-performance', 'finish', proof)
  await expect(rectification.go(ownDone, 'p-performance', 'verify', { finding: '属实' })).rejects.toMatchObject({
    status: 409,
  })
})

test('整改：put off once, with a reason, to a later day, and not when the day has passed', async () => {
  at('2022-12-05 10:00')
  const open = await rectification.open('p-inspector', 'open', problem)
  const extend = (record: LedgerRecord, dueOn: string) =>
    rectification.go(record, 'p-inspector', 'extend', { dueOn }, '等待批复')
  await expect(extend(open, '2022-12-10')).rejects.toMatchObject({
    sentence: expect.stringContaining('应晚于原来的期限'),
  })
  const later = await extend(open, '2022-12-30')
  expect(shown(later.dueAt)).toBe('2022-12-30 23:59')
  await expect(extend(later, '2022-12-31')).rejects.toMatchObject({ sentence: expect.stringContaining('只能延期一次') })
  const other = await rectification.open('p-inspector', 'open', problem)
  at('2022-12-21 10:00')
  await expect(extend(other, '2022-12-30')).rejects.toMatchObject({ sentence: expect.stringContaining('不能再延期') })
})

test('整改：what came of a warning names that warning', async () => {
  at('2022-12-05 10:00')
  const from = { ...problem, source: 'warning' }
  await expect(rectification.open('p-performance', 'open', from)).rejects.toMatchObject({
    sentence: '来源为“绩效预警”的，请选择来源的那一条记录。',
  })
  const raised = await warning.open('p-performance', 'raise', { ...lagging, project: 'P3' })
  const open = await rectification.open('p-performance', 'open', { ...from, warning: raised.id })
  expect(open.data).toMatchObject({ warning: raised.id })
})

test('结果应用：budget forms have an amount, the others none, and the evaluation they rest on is concluded', async () => {
  at('2022-12-28 10:00')
  const done = await toSubmitted('P8')
  const told = { year: 2022, object: 'P8', usedOn: '2022-12-28', said: '按自评结果安排', evaluation: done.id }
  const less = await use.open('p-performance', 'record', { ...told, form: 'less', amount: 500_000_00 })
  expect(less).toMatchObject({ state: 'recorded', data: { less: 500_000_00 } })
  expect(less.data).not.toHaveProperty('more')
  await expect(use.open('p-performance', 'record', { ...told, form: 'more' })).rejects.toMatchObject({
    sentence: '预算倾斜和预算压缩应填写金额。',
  })
  await expect(use.open('p-performance', 'record', { ...told, form: 'praise', amount: 100 })).rejects.toMatchObject({
    status: 409,
  })
  const begun = await start('P9')
  await expect(
    use.open('p-performance', 'record', { ...told, form: 'praise', evaluation: begun.id }),
  ).rejects.toMatchObject({ sentence: '这项自评还没有汇总完成，结果不能应用；请先完成自评。' })
})

test('everything of the performance year adds up to its entries', async () => {
  expect((await verifyLedger(engine.database, engine.ledgers, '431102')).faults).toEqual([])
  await expect(as(engine, 'p-reviewer', { move: 'raise', data: lagging }, 'performance-warning')).rejects.toMatchObject(
    {
      status: 403,
    },
  )
})
