import { afterAll, beforeAll, expect, test } from 'vitest'
import { fixedClock } from '../platform/clock.ts'
import { type App, freshApp } from './helpers/app.ts'
import { addSmallBureau, smallBureau } from './helpers/bureau.ts'
import { photo } from './helpers/casework.ts'
import { sheetsOf } from './helpers/formulas.ts'
import { addProjects } from './helpers/projects.ts'
import { walkerOn } from './helpers/walker.ts'

// A result is not forgotten: what 2022 came to stands beside 2023, read from the ledgers.
const clock = fixedClock('2022-01-20T01:00:00.000Z')
const on = (day: string) => clock.set(`${day}T01:00:00.000Z`)
const finance = { id: 'p-finance', name: '朱会计', unit: 'u-bureau', roles: [{ role: 'finance' }] }
let app: App
const engine = () => app.parts.runtime
beforeAll(async () => {
  app = await freshApp(clock)
  await addSmallBureau(engine().database, '431102', { ...smallBureau, people: [...smallBureau.people, finance] })
  await addProjects(engine(), '431102', 'P1')
  await year2022()
}, 60_000)
afterAll(() => app.close())

const evaluation = walkerOn(engine, 'self-evaluation')
const indicator = walkerOn(engine, 'indicator')
const typed = walkerOn(engine, 'typed-value')
const rectification = walkerOn(engine, 'rectification')
const use = walkerOn(engine, 'result-use')
const warning = walkerOn(engine, 'performance-warning')
const lamps = {
  ...{ project: 'P1', code: '01', level1: 'output', level2: 'number', name: '路灯维修', direction: 'at-least' },
  ...{ target: 540_000, measure: '盏', weight: 90_000, evidence: 'typed' },
}
let last: Record<'indicator' | 'use' | 'evaluation' | 'rectification' | 'warned', string>

async function concluded2022() {
  const plan = { year: 2022, object: 'P1', leader: '局长', plan: '零城管绩〔2022〕3号', concluder: 'p-performance' }
  const who = { collector: 'p-performance', reviewer: 'p-finance' }
  const by = { collectBy: '2022-12-15', reviewBy: '2022-12-25', concludeBy: '2022-12-31' }
  const begun = await evaluation.open('p-performance', 'start', { ...plan, ...who, ...by })
  const collected = await evaluation.go(begun, 'p-performance', 'collect', { collected: '已采齐' })
  const reviewed = { opinion: '基本一致', differences: 1, difference: '维修数少记2盏' }
  const checked = await evaluation.go(collected, 'p-finance', 'review', reviewed)
  return evaluation.go(checked, 'p-performance', 'conclude', { score: 85_000, grade: '良' })
}

async function year2022() {
  const line = await indicator.open('p-performance', 'set', { ...lamps, year: 2022, setOn: '2022-01-20' })
  on('2022-12-20')
  const value = { indicator: line.id, project: 'P1', value: 500_000, cause: '材料到货晚', files: [photo] }
  await typed.open('p-performance', 'give', { ...value, valueOn: '2022-12-20' })
  const lagging = { year: 2022, project: 'P1', periodEnd: '2022-11-30', kind: 'execution', rate: 50_000 }
  const told = { ...lagging, threshold: 70_000, said: '低于70%', unit: 'u-lamps' }
  const warned = await warning.open('p-performance', 'raise', told)
  const done = await concluded2022()
  on('2023-01-10')
  const problem = { measures: '备料', unit: 'u-lamps', owner: 'p-lamps', dueOn: '2023-03-31' }
  const own = { source: 'evaluation', year: 2022, object: 'P1', problem: '备料不足', ...problem }
  const opened = await rectification.open('p-performance', 'open', own)
  await rectification.go(opened, 'p-lamps', 'finish', { result: '已备料', evidence: [photo] })
  const late = { source: 'warning', warning: warned.id, problem: '支付偏慢', ...problem }
  await rectification.open('p-performance', 'open', late)
  const of = { year: 2022, object: 'P1', usedOn: '2023-01-10', evaluation: done.id }
  const less = { ...of, form: 'less', amount: 500_000_00, said: '压缩维修经费', paper: '零财绩〔2023〕2号' }
  await use.open('p-performance', 'record', less)
  const target = await use.open('p-performance', 'record', { ...of, form: 'target', said: '按实有盏数调整目标' })
  const praise = await use.open('p-performance', 'record', { ...of, form: 'praise', said: '误登' })
  await use.go(praise, 'p-performance', 'withdraw', {}, '误登')
  const ids = { indicator: line.id, use: target.id, evaluation: done.id }
  last = { ...ids, rectification: opened.id, warned: warned.id }
}
const asked = async (project: string, year = 2023, who = 'performance') =>
  (await app.signIn(who)).get(`/api/evaluation/projects/${encodeURIComponent(project)}/last-year?year=${year}`)

test('a self-evaluation of 2023 has the result of 2022 beside it: score, problems, what was set right, what it led to', async () => {
  const { status, body } = await asked('P1')
  expect(status).toBe(200)
  expect(body).toMatchObject({
    year: 2022,
    unknown: false,
    evaluation: { id: last.evaluation, state: '待报送', score: '85.00', grade: '良' },
    lines: [{ id: last.indicator, targetText: '≥540盏', actualText: '500盏', points: '83.33', lost: '6.67' }],
    differences: ['维修数少记2盏'],
    more: 0,
    less: 500_000_00,
  })
  // One from the evaluation itself, one from the warning of that year.
  expect(body.rectifications.map((one: { problem: string; state: string }) => [one.problem, one.state]).sort()).toEqual(
    [
      ['备料不足', '待核验'],
      ['支付偏慢', '待整改'],
    ],
  )
  expect(body.uses.map((one: { form: string }) => one.form).sort()).toEqual(['纳入下年目标', '预算压缩'])
  expect(body.citation.join('')).toContain('与结果挂钩的预算压缩50.00万元')
})

test('where there is no year before in the system, it says so instead of showing nothing', async () => {
  const { body } = await asked('P1', 2022)
  expect(body).toMatchObject({ unknown: true, evaluation: null, uses: [] })
  expect(body.citation).toEqual([expect.stringContaining('系统里没有2021年的')])
})

test('whoever may not read the year does not read its results', async () => {
  expect((await asked('P1', 2023, 'handler')).status).toBe(403)
})

test('the self-evaluation form of 2023 cites them', async () => {
  on('2023-01-15')
  await indicator.open('p-performance', 'set', { ...lamps, year: 2023, target: 560_000, setOn: '2023-01-15' })
  const { bytes } = await (await app.signIn('performance')).download('/api/evaluation/forms/self?year=2023&project=P1')
  const [sheet] = await sheetsOf(bytes)
  const words = [...sheet!.values.values()].join('\n')
  expect(words).toContain('上年（2022年）自评得分85.00分，等级良')
  expect(words).toContain('备料不足')
  expect(words).toContain('预算压缩：压缩维修经费')
})

test('an indicator of 2023 cites that of 2022 and the use that asks for another target, and no others', async () => {
  const set = { ...lamps, code: '02', name: '灯具更换', year: 2023, setOn: '2023-01-15' }
  const cite = (more: object) => indicator.open('p-performance', 'set', { ...set, ...more })
  await expect(cite({ year: 2024, lastLine: last.indicator })).rejects.toMatchObject({
    sentence: '所选的上年指标应是“P1”2023年的指标；请重新选择，没有的不填。',
  })
  await expect(cite({ project: 'P2', use: last.use })).rejects.toMatchObject({
    sentence: '所选的结果应用应是“P2”2022年结果的应用；请重新选择，没有的不填。',
  })
  const questions = async () => {
    const { body } = await (await app.signIn('performance')).get('/api/evaluation/questions?year=2023')
    return body.filter(({ about }: { about: string }) => /^T-0[67]/.test(about))
  }
  const demanded = { about: 'T-07.1 P1', sentence: expect.stringContaining('“按实有盏数调整目标”要求纳入本年目标') }
  expect(await questions()).toMatchObject([demanded])
  const line = await cite({ target: 480_000, lastLine: last.indicator, use: last.use })
  expect(line.data).toMatchObject({ lastLine: last.indicator, use: last.use })
  const [lowered, ...others] = await questions()
  expect(others).toEqual([])
  expect(lowered).toMatchObject({ about: 'T-06 P1 02', sentence: expect.stringContaining('低于上年的完成值500盏') })
  const data = { year: 2023, project: 'P1', about: lowered.about, question: lowered.sentence, answeredOn: '2023-01-15' }
  const answer = { ...data, answer: '老旧灯具减少' }
  expect(
    (await (await app.signIn('performance')).post('/api/ledgers/question-answer/records', { data: answer })).status,
  ).toBe(201)
  expect((await questions())[0].answer).toMatchObject({ text: '老旧灯具减少' })
})

test('the form of targets tells last year’s target and value beside the new one', async () => {
  const { bytes } = await (await app.signIn('performance')).download(
    '/api/evaluation/forms/targets?year=2023&project=P1',
  )
  const [sheet] = await sheetsOf(bytes)
  const words = [...sheet!.values.values()].join('\n')
  expect(words).toContain('“路灯维修”上年目标≥540盏，完成500盏，得83.33分')
})
