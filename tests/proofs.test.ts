import { afterAll, expect, test } from 'vitest'
import { execution } from '../modules/budget/index.ts'
import { aimedMoney, gradeOf, projectScore, projectScores, questionsOf, WHOLE } from '../modules/evaluation/index.ts'
import { type Life, replay } from '../modules/ledger/index.ts'
import { dirtyLedgers, onRecords, recountDirty } from '../modules/metrics/index.ts'
import { fixedClock } from '../platform/clock.ts'
import { addSmallBureau, smallBureau } from './helpers/bureau.ts'
import { photo } from './helpers/casework.ts'
import { freshEngine } from './helpers/engine.ts'
import { demoFigures, enterFigures, schemes } from './helpers/figures.ts'
import { addProjects } from './helpers/projects.ts'

// The figures of five published self-evaluations, entered through the ledgers: what the product says of each.
const clock = fixedClock('2025-02-01T01:00:00.000Z')
const engines: { database: { close(): Promise<void> } }[] = []
afterAll(() => Promise.all(engines.map(({ database }) => database.close())))

const wan = (amount: number) => Math.round(amount * 1_000_000)
type Row = readonly [ledger: string, move: string, on: string, data: object]

async function bureau(tenant: string, year: number) {
  const engine = await freshEngine(clock)
  engines.push(engine)
  await addSmallBureau(engine.database, tenant, { ...smallBureau, years: [2020, 2025] })
  const sight = { catalog: engine.ledgers, schemes, year }
  const settle = () =>
    engine.database.inTenant(tenant, async (tx) => {
      const rows = await tx.query<{ body: { record: string } }>(
        'delete from platform.outbox where tenant = $1 returning body',
        [tenant],
      )
      await onRecords(
        tx,
        rows.map((row) => row.body.record),
      )
      for (const { ledger, from, to } of await dirtyLedgers(tx))
        await recountDirty(tx, engine.ledgers.get(ledger)!, { from, to })
    })
  const inside = <T>(work: Parameters<typeof engine.database.inTenant<T>>[1]) => engine.database.inTenant(tenant, work)
  return {
    engine,
    async enter(...rows: readonly Row[]) {
      const ids: string[] = []
      for (const [ledger, move, on, data] of rows) {
        const life: Life = { steps: [{ move, data: { ...data }, person: 'p-performance', at: `${on}T04:00:00.000Z` }] }
        ids.push((await replay(engine, tenant, ledger, [life]))[0]!.id)
      }
      await settle()
      return ids
    },
    async figures(at: number) {
      await enterFigures(engine, tenant, demoFigures[at]!)
      await settle()
    },
    money: () => inside((tx) => execution(tx, engine.ledgers, year)),
    aims: () => inside((tx) => aimedMoney(tx, sight)),
    scores: (scheme?: string) => inside((tx) => projectScores(tx, { ...sight, scheme })),
    scored: (project: string, scheme: string) => inside((tx) => projectScore(tx, { ...sight, scheme }, project)),
    whole: () => inside((tx) => projectScore(tx, sight, WHOLE)),
    questions: () => inside((tx) => questionsOf(tx, sight)),
  }
}
const account = (year: number, item: string, amount: number): Row => [
  'account',
  'confirm',
  `${year}-12-31`,
  { year, item, amount: wan(amount), confirmedOn: `${year}-12-31` },
]
const named = (tenant: string) => demoFigures.findIndex((one) => one.tenant === tenant)

test('000 高新区 2021: what came in and was carried over is what was spent and is left, and what its report lacks is said', async () => {
  const of = await bureau('130171', 2021)
  await of.enter(
    account(2021, 'appropriation', 54498.51),
    account(2021, 'opening', 12935.42),
    account(2021, 'basic', 4079.51),
    account(2021, 'projects', 62445.98),
    account(2021, 'closing', 908.44),
  )
  const [balance] = (await of.money()).identities
  expect(balance).toMatchObject({ id: 'B-01', holds: true, left: '67433.93', right: '67433.93' })
  expect(balance!.sentence).toBe(
    '财政拨款收入54498.51 + 年初结转和结余12935.42 = 67433.93万元，基本支出4079.51 + 项目支出62445.98 + 年末结转和结余908.44 = 67433.93万元，相符。',
  )
  expect((await of.questions()).map(({ sentence }) => sentence)).toEqual([
    '本年度没有绩效指标，自评报告会缺少项目自评表、自评得分和等级；请设定指标。',
  ])
})

test('003 东湖区 2021: 32.14 万元 of opening carry-over are missing, and nobody asked whether people are satisfied; 89.8 is 良', async () => {
  const of = await bureau('360102', 2021)
  const [indicator] = await of.enter([
    'indicator',
    'set',
    '2021-01-20',
    {
      year: 2021,
      project: WHOLE,
      code: '4-01',
      level1: 'satisfaction',
      level2: 'satisfaction',
      name: '服务对象满意度',
      direction: 'at-least',
      target: 90_000,
      measure: '%',
      weight: 10_000,
      evidence: 'typed',
      setOn: '2021-01-20',
    },
  ])
  await of.enter(
    account(2021, 'appropriation', 147.79 + 1316.69),
    account(2021, 'basic', 179.93),
    account(2021, 'projects', 1316.69),
    account(2021, 'closing', 0),
    [
      'typed-value',
      'give',
      '2021-12-20',
      { indicator, project: WHOLE, valueOn: '2021-12-20', value: 80_000, cause: '按80%评分', files: [photo] },
    ],
  )
  const asked = await of.questions()
  expect(asked.find(({ about }) => about.startsWith('B-01'))!.sentence).toContain(
    '相差32.14万元；是否有年初结转和结余32.14万元没有登记？',
  )
  expect(asked.find(({ about }) => about.startsWith('S-02'))!.sentence).toBe(
    '“服务对象满意度”没有满意度调查，不能评分，记为缺失，得0分。',
  )
  expect(gradeOf(schemes[0]!.bands, '89.8')).toBe('良')
  await of.enter(account(2021, 'opening', 32.14))
  expect((await of.questions()).filter(({ about }) => about.startsWith('B-01'))).toEqual([])
})

test('001 零陵区 2022: every sum of its report holds, and 75.97 % of the project money has no target', async () => {
  const of = await bureau('431102', 2022)
  await of.figures(named('431102'))
  const { basic, identities, lines } = await of.money()
  expect([basic.people, basic.public, basic.total].map((fen) => fen / 1_000_000)).toEqual([2691.67, 218.12, 2909.79])
  const paid = (...codes: string[]) =>
    Math.round(lines.filter(({ project }) => codes.includes(project)).reduce((sum, line) => sum + line.paid, 0)) /
    1_000_000
  const eight = ['LL01', 'LL02', 'LL03', 'LL04', 'LL05', 'LL06', 'LL07', 'LL08']
  expect([paid(...eight), paid(...eight, 'LL09', 'LL10'), paid('LL11', 'LL12')]).toEqual([761.44, 1308.82, 967.08])
  expect(identities.filter(({ id, holds }) => !holds && id !== 'B-09')).toEqual([])
  await of.enter(
    ...['LL01', 'LL02', 'LL03', 'LL04', 'LL05', 'LL06'].map(
      (project): Row => [
        'indicator',
        'set',
        '2022-01-20',
        {
          year: 2022,
          project,
          code: '1-01',
          level1: 'output',
          level2: 'quality',
          name: '运行情况',
          direction: 'qualitative',
          targetText: '正常运行',
          weight: 90_000,
          evidence: 'typed',
          setOn: '2022-01-20',
        },
      ],
    ),
  )
  expect((await of.aims())[0]).toMatchObject({ label: '一般公共预算', share: '24.03', without: '75.97' })
})

test('002 杜集区 2024: by AH-002 and by NAT-2020 to the cent; the three targets above their budgets are asked about and answered', async () => {
  const of = await bureau('340602', 2024)
  await of.figures(named('340602'))
  const totals = async (scheme: string) =>
    (await of.scores(scheme)).map(({ total }) => total).sort((a, b) => Number(b) - Number(a))
  expect(await totals('AH-002')).toEqual(['100.00', '100.00', '100.00', '99.43', '93.14', '92.42', '90.00'])
  expect((await totals('nat-2020')).slice(3)).toEqual(['99.43', '96.57', '96.21', '95.00'])
  const large = (await of.questions()).filter(({ about }) => about.startsWith('B-22'))
  expect(
    large.map(({ project, sentence }) => [
      project,
      /目标值([\d.]+)/.exec(sentence)![1],
      /预算([\d.]+)/.exec(sentence)![1],
    ]),
  ).toEqual([
    ['DJ01', '200', '170.35'],
    ['DJ02', '102.5', '20.00'],
    ['DJ04', '60', '20.00'],
  ])
  await of.enter(
    ...large.map(
      ({ about, project, sentence }): Row => [
        'question-answer',
        'answer',
        '2024-01-25',
        { year: 2024, project, about, question: sentence, answer: '含其他部门的协同任务', answeredOn: '2024-01-25' },
      ],
    ),
  )
  const answered = (await of.questions()).filter(({ answer }) => answer)
  expect(answered.map(({ about }) => about)).toEqual(large.map(({ about }) => about))
  expect(answered[0]!.answer).toMatchObject({ by: 'p-performance', text: '含其他部门的协同任务' })
})

test('004 督察大队 2022: 21+5, 23+5, 13+5 and the execution make 91.87; a smaller shortfall that lost more is asked about', async () => {
  const of = await bureau('421300', 2022)
  await of.figures(named('421300'))
  const whole = await of.whole()
  const goal = (code: string) =>
    whole.lines.filter((line) => line.code?.startsWith(code)).reduce((sum, { points }) => sum + Number(points), 0)
  expect(['1-1', '1-2', '2-1', '2-2', '3-1', '3-2'].map(goal)).toEqual([21, 5, 23, 5, 13, 5])
  expect([whole.scheme.id, whole.execution.rate, whole.total]).toEqual(['HB-20/80', '99.37', '91.87'])
  expect(whole.lines.flatMap(({ name, question }) => (question ? [name] : []))).toEqual(['取缔破损广告牌率'])
})

const paper = (code: string, since: number, on: string, more: object = {}): Row => [
  'scoring-scheme',
  'register',
  on,
  {
    ...{ code, title: `${code}办法`, issuer: '区财政局', document: '区财绩〔2021〕1号' },
    ...{ base: 'NAT-2020', since, registeredOn: on, ...more },
  },
]

test('a year is scored by the paper that holds since last, also when an older one is registered after it', async () => {
  const of = await bureau('431102', 2024)
  await addProjects(of.engine, '431102', 'P1')
  await of.enter(
    [
      'indicator',
      'set',
      '2024-01-10',
      {
        ...{ year: 2024, project: 'P1', code: '01', level1: 'output', level2: 'number', name: '维修路灯' },
        ...{
          direction: 'at-least',
          target: 1000,
          measure: '盏',
          weight: 90_000,
          evidence: 'typed',
          setOn: '2024-01-10',
        },
      },
    ],
    paper('LL-2023', 2023, '2024-01-05'),
    paper('LL-2021', 2021, '2024-03-05'),
  )
  expect((await of.scores())[0]!.scheme.id).toBe('LL-2023')
  await expect(of.enter(paper('LL-2024', 2024, '2024-04-01', { best: 75_000 }))).rejects.toThrow(
    '等级的下限应由高到低，现为75、80、60（没有填的沿用基础办法）；请核对。',
  )
})

const lamps = (project: string): Row => [
  'indicator',
  'set',
  '2022-01-10',
  {
    ...{ year: 2022, project, code: '01', level1: 'output', level2: 'number', name: '维修路灯', setOn: '2022-01-10' },
    ...{ direction: 'at-least', target: 1000, measure: '盏', weight: 80_000, evidence: 'typed' },
  },
]

test('in 湖北 the whole is scored twenty to eighty, a project as everywhere; each paper only what it is a paper on', async () => {
  const of = await bureau('421300', 2022)
  await addProjects(of.engine, '421300', 'P1')
  await of.enter(lamps('P1'), lamps(WHOLE))
  const by = async (scheme?: string) => (await of.scores(scheme)).map(({ scheme: { id } }) => id)
  expect(await by()).toEqual(['NAT-2020', 'HB-20/80'])
  expect(await by('nat-2020')).toEqual(['NAT-2020', 'NAT-2020'])
  expect(await by('HB-20/80')).toEqual(['NAT-2020', 'HB-20/80'])
  await expect(of.scored('P1', 'HB-20/80')).rejects.toThrow(
    '“部门整体支出绩效自评（湖北，二〇二二年）”只评部门整体支出，不评项目支出；可以：NAT-2020、NAT-2021、SC-10/90、CQ、BJ-2016、AH-002。',
  )
  await of.enter(paper('SZ-整体', 2022, '2022-01-05', { scores: 'whole' }))
  expect(await by()).toEqual(['NAT-2020', 'SZ-整体'])
  await of.enter(paper('SZ-2022', 2022, '2022-02-05', { base: 'HB-20/80', scores: 'both' }))
  expect((await by())[0]).toBe('SZ-2022')
})
