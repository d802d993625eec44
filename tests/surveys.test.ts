import { afterAll, beforeAll, expect, test } from 'vitest'
import { satisfactionOf, satisfactionSteps } from '../catalog/standards/satisfaction.ts'
import { answerSurvey } from '../modules/evaluation/index.ts'
import { findRecord, type LedgerRecord, makeDue, openMoves, sealNow, verifyLedger } from '../modules/ledger/index.ts'
import { figure, onRecords, readPeriod } from '../modules/metrics/index.ts'
import { fixedClock } from '../platform/clock.ts'
import { type App, freshApp } from './helpers/app.ts'
import { addSmallBureau } from './helpers/bureau.ts'
import { addProjects } from './helpers/projects.ts'
import { questionnaire } from './helpers/surveys.ts'
import { walkerOn } from './helpers/walker.ts'

const clock = fixedClock('2022-02-20T01:00:00.000Z')
const on = (day: string) => clock.set(`${day}T01:00:00.000Z`)
let app: App
const engine = () => app.parts.runtime
beforeAll(async () => {
  app = await freshApp(clock)
  await addSmallBureau(engine().database)
  await addSmallBureau(engine().database, '340602')
  await addProjects(engine(), '431102', 'P1', 'P9')
})
afterAll(() => app.close())

const survey = walkerOn(engine, 'survey')
const paper = walkerOn(engine, 'survey-answer')
const drafted = (more: object = {}) => survey.open('p-performance', 'draft', { ...questionnaire, ...more })
const started = async (more: object = {}) => {
  on('2022-02-20')
  const open = await survey.go(await drafted(more), 'p-performance', 'open')
  on('2022-03-02')
  return open
}
let sheets = 0
const vote = (
  { id }: Pick<LedgerRecord, 'id'>,
  device: string,
  answers: object,
  { sheet = `sheet-${sheets++}`, tenant = '431102', network = '0000000001' } = {},
) => answerSurvey(engine(), tenant, { survey: id, device, network, sheet, answers: { ...answers }, remark: '路灯很亮' })
const both = { answer1: 's1', answer2: 's2' }
const onPaper = (record: LedgerRecord, more: object = {}) =>
  paper.open('p-performance', 'enter', { survey: record.id, way: 'paper', answeredOn: '2022-03-02', ...both, ...more })
const now = ({ id }: LedgerRecord) => engine().database.inTenant('431102', (tx) => findRecord(tx, 'survey', id))
const counted = (metric: string, where?: object) =>
  engine().database.inTenant('431102', async (tx) => {
    const rows = await tx.query<{ body: { record: string } }>(
      "delete from platform.outbox where tenant = '431102' returning body",
    )
    const records = rows.map(({ body }) => body.record)
    await onRecords(tx, records)
    return (await figure(tx, engine().ledgers, { metric, ...readPeriod('2022'), ...(where ? { where } : {}) })).value
  })

test('a questionnaire is drafted, mended, opened, and closes by itself when its last day is over', async () => {
  on('2022-02-20')
  await expect(drafted({ code: '路灯' })).rejects.toMatchObject({ sentence: expect.stringContaining('例如LD-2026') })
  await expect(drafted({ closesOn: '2022-02-28' })).rejects.toMatchObject({
    sentence: '截止日期早于开始日期；请核对日期。',
  })
  await expect(drafted({ sample: 1001 })).rejects.toMatchObject({ sentence: expect.stringContaining('总体人数') })
  const draft = await drafted({ code: 'ZX-1' })
  expect([draft.state, draft.number, draft.holder]).toEqual(['draft', 'MD2022001', 'p:p-performance'])
  const mended = await survey.go(draft, 'p-performance', 'revise', { title: '照明满意度调查' })
  const open = await survey.go(mended, 'p-performance', 'open')
  expect(open.state).toBe('open')
  on('2022-03-10')
  await makeDue(engine(), '431102')
  expect((await now(open))!.state).toBe('open')
  on('2022-03-11')
  await makeDue(engine(), '431102')
  expect(await now(open)).toMatchObject({ state: 'closed', holder: null })
})

test('no two surveys have one code, or their answers would be counted together', async () => {
  const draft = await drafted({ code: 'ZX-3' })
  await expect(drafted({ code: 'ZX-3', title: '另一次调查' })).rejects.toMatchObject({
    sentence: `调查编码相同的满意度调查已经有了：“路灯照明满意度调查”，编号${draft.number}；请在那一条上办理，可以：开始调查、修改问卷、作废。`,
  })
  await expect(
    survey.go(await drafted({ code: 'ZX-4' }), 'p-performance', 'revise', { code: 'ZX-3' }),
  ).rejects.toMatchObject({ status: 422 })
})

test('a survey whose days are over is not opened', async () => {
  on('2022-03-20')
  await expect(survey.go(await drafted({ code: 'ZX-2' }), 'p-performance', 'open')).rejects.toMatchObject({
    sentence: '截止日期已经过去；请先修改日期再开始调查。',
  })
})

test('two answers and one on paper make a satisfaction an indicator can take by the code of the survey', async () => {
  const open = await started({ code: 'A-1' })
  expect(await vote(open, 'device-a', both)).toBe('taken') // 100 + 80 of 200
  expect(await vote(open, 'device-b', { answer1: 's3', answer2: 's5' })).toBe('taken') // 60 + 0 of 200
  await onPaper(open, { answer1: 's4', answer2: undefined, street: '南津渡街道' }) // 30 of 100
  const taken = await onPaper(open)
  await paper.go(taken, 'p-performance', 'void', {}, '重复录入')
  expect(await counted('survey-answer.satisfaction', { class: 'A-1' })).toBe('54.00') // 270 ÷ 500
  expect(await counted('survey-answer.answers', { class: 'A-1' })).toBe('3')
  expect(await counted('survey-answer.answers', { class: 'A-2' })).toBe('0')
})

test('an indicator whose evidence is a survey has the satisfaction of that survey as its value', async () => {
  const desk = await app.signIn('performance')
  const open = await started({ code: 'A-9' })
  await vote(open, 'device-a', both)
  const data = {
    ...{ year: 2022, project: 'P9', code: '10', level1: 'satisfaction', level2: 'satisfaction', name: '照明满意度' },
    ...{ direction: 'at-least', target: 90_000, measure: '%', weight: 10_000, evidence: 'survey', setOn: '2022-01-20' },
    ...{ metric: 'survey-answer.satisfaction', where: 'class=A-9' },
  }
  expect((await desk.post('/api/ledgers/indicator/records', { data })).status).toBe(201)
  for (const other of [
    { metric: 'work.quantity' },
    { where: 'unit=u-1' },
    { direction: 'qualitative', targetText: '好' },
  ])
    expect(await desk.post('/api/ledgers/indicator/records', { data: { ...data, ...other } })).toMatchObject({
      status: 409,
      body: { detail: expect.stringContaining('没有调查就不能评分') },
    })
  const line = async (asOf = '') => (await desk.get(`/api/evaluation/projects/P9?year=2022${asOf}`)).body.lines[0]
  const going = await line()
  expect(going).toMatchObject({ actual: '90', points: '10.00', evidence: 'survey' })
  // Until it has ended its value is not the last word, and the line says so.
  expect(going.because).toContain('调查A-9还没有结束，暂按已收到的1份答卷计分，结束后以全部答卷为准。')
  expect(going.question).toContain('公布前请等它结束')
  const seal = await sealNow(engine().database, app.parts.signer, '431102', clock.now())
  const closed = await survey.go(open, 'p-performance', 'close', {}, '样本已够')
  const ended = await line()
  expect([ended.actual, ended.because.includes('调查'), ended.question]).toEqual(['90', false, undefined])
  await survey.go(closed, 'p-performance', 'withdraw', {}, '问卷有误导')
  const gone = await line()
  expect(gone).toMatchObject({ points: '0.00', missing: true })
  expect(gone.because).toBe('“照明满意度”所取的满意度调查A-9已作废，它的答卷不计分，记为缺失，得0分。')
  const questions = (await desk.get('/api/evaluation/questions?year=2022')).body
  expect(questions.map(({ sentence }: { sentence: string }) => sentence)).toContain(gone.because)
  expect(await line(`&asOf=${seal.n}`)).toMatchObject({ actual: '90', points: '10.00' })
})

test('the code of a withdrawn survey is not given again, or the answers of both would be counted', async () => {
  const gone = await survey.go(await started({ code: 'A-10' }), 'p-performance', 'withdraw', {}, '题目有误')
  await expect(drafted({ code: 'A-10' })).rejects.toMatchObject({
    sentence: `调查编码相同的满意度调查已经有了：“路灯照明满意度调查”，编号${gone.number}，已作废；作废的也不能再用同样的调查编码，请另填。`,
  })
})

test('the same device answers once; the same sheet sent twice, even at once, is one answer', async () => {
  const open = await started({ code: 'B-1' })
  const twice = () => vote(open, 'device-a', both, { sheet: 'the-same' })
  expect(await Promise.all([twice(), twice(), twice()])).toEqual(['taken', 'taken', 'taken'])
  expect(await vote(open, 'device-a', both)).toBe('again')
  expect(await vote(open, 'device-b', both)).toBe('taken')
  expect(await counted('survey-answer.answers', { class: 'B-1' })).toBe('2')
})

test('the same device answers another survey', async () => {
  const [one, other] = [await started({ code: 'B-2' }), await started({ code: 'B-3' })]
  expect([await vote(one, 'device-c', both), await vote(other, 'device-c', both)]).toEqual(['taken', 'taken'])
})

test('the public answers every question, none that is not asked, and only with steps of the scale', async () => {
  const open = await started({ code: 'C-1' })
  await expect(vote(open, 'd', { answer1: 's1' })).rejects.toMatchObject({ sentence: '第2题还没有选；请每题选一项。' })
  await expect(vote(open, 'd', { ...both, answer3: 's1' })).rejects.toMatchObject({
    sentence: '问卷没有第3题；请按问卷的题目填写。',
  })
  await expect(vote(open, 'd', { ...both, answer1: 's9' })).rejects.toMatchObject({ status: 422 })
  await expect(vote(open, 'd', { ...both, way: 'paper' })).rejects.toMatchObject({ status: 422 })
  expect(await vote(open, 'd', both)).toBe('taken') // what was refused is no answer
})

test('a draft, an ended and a withdrawn survey take no answer from the public', async () => {
  on('2022-02-20')
  const draft = await drafted({ code: 'D-1' })
  await expect(vote(draft, 'd', both)).rejects.toMatchObject({ sentence: '这次调查不在进行中，不能作答。' })
  const open = await survey.go(draft, 'p-performance', 'open')
  await expect(vote(open, 'd', both)).rejects.toMatchObject({ sentence: expect.stringContaining('2022-03-01至') })
  on('2022-03-02')
  const closed = await survey.go(open, 'p-performance', 'close', {}, '样本已够')
  await expect(vote(closed, 'd', both)).rejects.toMatchObject({ sentence: '这次调查不在进行中，不能作答。' })
  const gone = await survey.go(await started({ code: 'D-2' }), 'p-performance', 'withdraw', {}, '题目有误')
  await expect(vote(gone, 'd', both)).rejects.toMatchObject({ status: 409 })
  await expect(onPaper(gone)).rejects.toMatchObject({ sentence: expect.stringContaining('不能录入答卷') })
})

test('paper is entered until the days for it are over, for a day of the survey, and never as if it came by the web', async () => {
  const open = await started({ code: 'E-1' })
  on('2022-03-11')
  await makeDue(engine(), '431102')
  on('2022-03-15')
  expect(await onPaper(open)).toMatchObject({ state: 'given', title: 'E-1 · 纸质', data: { score: 180, most: 200 } })
  await expect(onPaper(open, { answeredOn: '2022-03-11' })).rejects.toMatchObject({
    sentence: '作答日期应在2022-03-01至2022-03-10之间；请核对日期。',
  })
  await expect(onPaper(open, { way: 'web' })).rejects.toMatchObject({
    sentence: expect.stringContaining('公众自己填写'),
  })
  on('2022-03-16')
  await expect(onPaper(open)).rejects.toMatchObject({ sentence: '这次调查的答卷只能录入到2022-03-15。' })
})

test('an answer does not reach another bureau’s survey', async () => {
  const open = await started({ code: 'F-1' })
  await expect(vote(open, 'd', both, { tenant: '340602' })).rejects.toMatchObject({
    sentence: expect.stringContaining('没有这条满意度调查'),
  })
})

test('what the public does nobody is offered, and no route of the desk does it', async () => {
  const open = await started({ code: 'G-1' })
  const actor = (await engine().world('431102')).actorOf('p-performance')!
  expect(openMoves(engine().ledgers.get('survey-answer')!, actor, undefined)).toEqual(['enter'])
  await expect(paper.open('p-performance', 'answer', { ...both, survey: open.id, sheet: 'x' })).rejects.toMatchObject({
    status: 403,
  })
  const desk = await app.signIn('performance')
  const sent = await desk.post('/api/ledgers/survey-answer/records/answer', { data: { survey: open.id } })
  expect(sent.status).toBe(404)
})

test('what somebody wrote lies apart, is read by those who need it, and is erased with the answer', async () => {
  const open = await started({ code: 'H-1' })
  await vote(open, 'd', both)
  const desk = await app.signIn('performance')
  const { body } = await desk.get('/api/ledgers/survey-answer/records?class=H-1')
  const [{ id, version }] = body.rows
  expect(JSON.stringify(body.rows)).not.toContain('路灯很亮')
  expect((await desk.get(`/api/ledgers/survey-answer/records/${id}`)).body.data.remark).toBe('路灯很亮')
  const gone = await desk.post(`/api/ledgers/survey-answer/records/${id}/moves/void`, { version, reason: '刷票' })
  expect(gone.body.data.remark).toBe('（已清除）')
})

test('many answers from one network are counted and found, those taken back no longer; paper has no network', async () => {
  const open = await started({ code: 'H-2' })
  const [office, home] = ['0000000007', '0000000008']
  for (let i = 0; i < 6; i++) await vote(open, `office-${i}`, { answer1: 's1', answer2: 's1' }, { network: office })
  for (let i = 0; i < 2; i++) await vote(open, `home-${i}`, { answer1: 's4', answer2: 's3' }, { network: home })
  await onPaper(open)
  const desk = await app.signIn('performance')
  const networks = async () => (await desk.get('/api/evaluation/surveys/H-2')).body.networks
  expect(await networks()).toEqual({
    answers: 8,
    networks: 2,
    largest: [
      { mark: office, answers: 6, percent: '75.0', satisfaction: '100.00', many: true },
      { mark: home, answers: 2, percent: '25.0', satisfaction: '45.00', many: false },
    ],
  })
  // What the link beside it leads to.
  const span = 'state=given&from=2022-03-01&to=2022-03-10'
  const { rows } = (await desk.get(`/api/ledgers/survey-answer/records?class=H-2&${span}&f.network=${office}`)).body
  expect(rows).toHaveLength(6)
  for (const { id, version } of rows.slice(0, 2))
    await desk.post(`/api/ledgers/survey-answer/records/${id}/moves/void`, { version, reason: '同一人反复作答' })
  expect((await networks()).largest[0]).toMatchObject({ mark: office, answers: 4, percent: '66.7', many: false })
})

test('paper comes in as a table, which names the survey by its number', async () => {
  const open = await started({ code: 'I-1' })
  const desk = await app.signIn('performance')
  const template = await desk.get('/api/ledgers/survey-answer/template.xlsx')
  expect(template.status).toBe(200)
  const head = '满意度调查,作答方式,作答日期,第1题,第2题,所在街道或社区,意见和建议'
  const table = (number: string) => ({
    name: '答卷.csv',
    type: 'text/csv',
    bytes: Buffer.from(
      `${head}\n${number},纸质,2022-03-01,满意,不满意,南津渡街道,\n${number},电话,2022-03-02,很满意,,,\n`,
    ),
  })
  const wrong = await desk.upload('/api/ledgers/survey-answer/import', table('MD2022999'))
  expect(wrong.body.details.rows[0].sentence).toContain('表格中填它的编号')
  const sent = await desk.upload('/api/ledgers/survey-answer/import', table(open.number!))
  expect(sent.body).toEqual({ imported: 2, left: 0 })
  const results = await desk.get('/api/evaluation/surveys/I-1')
  expect(results.body).toMatchObject({
    stateLabel: '进行中',
    answers: 2,
    response: '5.0',
    few: true,
    // (110 + 100) ÷ 300; d = ±30 ÷ 150 = ±0.2; s² = 0.08; Wilson with n = 2 × 0.21 ÷ 0.08 × 999 ÷ 998 = 5.25526
    satisfaction: { value: '70.00', low: '30.60', high: '92.51' },
    questions: [
      { text: questionnaire.question1, answered: 2 },
      { text: questionnaire.question2, answered: 1 },
    ],
  })
  expect(results.body.questions[0].portions.map(({ n }: { n: number }) => n)).toEqual([1, 1, 0, 0, 0])
  const counted = await desk.get('/api/metrics/survey-answer.satisfaction/drill?period=2022&where.class=I-1&part=num')
  expect(counted.body.amount).toEqual({ label: '得分', kind: 'integer', measure: '分' })
  expect(counted.body.rows.map(({ amount }: { amount: number }) => amount).sort()).toEqual([100, 110])
  const [latest] = (await desk.get('/api/ledgers/survey-answer/records?class=I-1')).body.rows
  expect(latest.number).toMatch(/^DJ2022\d{5}$/)
  expect((await desk.get('/api/evaluation/surveys?year=2022')).body).toContainEqual(
    expect.objectContaining({ code: 'I-1', answers: 2, sample: 40 }),
  )
  expect((await desk.get('/api/evaluation/surveys/none')).status).toBe(404)
  expect((await (await app.signIn('officer')).get('/api/evaluation/surveys/I-1')).status).toBe(403)
})

test('the scale is common practice in five steps, the better the more points', () => {
  expect(satisfactionSteps.map(({ value }) => satisfactionOf([value]).score)).toEqual([100, 80, 60, 30, 0])
  expect(satisfactionOf(['s1', undefined, 's5'])).toEqual({ score: 100, most: 200 })
  expect(satisfactionOf([])).toEqual({ score: 0, most: 0 })
})

test('all of it verifies', async () => {
  expect((await verifyLedger(engine().database, engine().ledgers, '431102')).faults).toEqual([])
})
