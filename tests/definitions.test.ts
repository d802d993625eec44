import { afterAll, beforeAll, expect, test } from 'vitest'
import { ledgers } from '../catalog/index.ts'
import { type LedgerRuntime, type Life, replay, SYSTEM } from '../modules/ledger/index.ts'
import { figure, onRecords, readPeriod } from '../modules/metrics/index.ts'
import { fixedClock } from '../platform/clock.ts'
import { addSmallBureau, uploadedSecond } from './helpers/bureau.ts'
import { fullPath, photo, reportData } from './helpers/casework.ts'
import { freshEngine } from './helpers/engine.ts'
import { addProjects } from './helpers/projects.ts'
import { questionnaire } from './helpers/surveys.ts'

// A year small enough to count by hand. Each line of the story says what it is there for; the table below says what each
// definition must come to, with its label and formula, so that a changed formula or a changed count fails here.
const clock = fixedClock('2023-02-01T01:00:00.000Z')
let engine: LedgerRuntime
beforeAll(async () => {
  engine = await freshEngine(clock)
  await addSmallBureau(engine.database)
  await addProjects(engine, '431102', 'P2', 'P3')
  await live('case', cases)
  await live('project', [
    one('open', { code: 'P1', name: '路灯维护', kind: 'standing', unit: 'u-lamps', startOn: '2022-01-05' }),
  ])
  await live('standard', [rule(), rule(['withdraw', 'p-lead', {}, 10, '重复登记'])])
  await live('notice', notices)
  await live('permit', permits)
  await live('penalty', penalties)
  await live('parking', parkings)
  await live('point', points)
  await live('selling-point', sellingPoints)
  await live('shop', shops)
  await live('lamp', lamps)
  const [home] = await live('points-account', [
    account('a1', ['earn', 'p-handler', { deed: 'kitchen' }]),
    account('a1', ['close', 'p-handler', {}, 10, '搬离']), // gone again
  ])
  const taken = { points: 15, household: home!.id }
  const [store] = await live('points-account', [
    account('a2', ['receive', 'p-handler', taken], ['claim', 'p-handler'], ['settle', 'p-performance']),
  ])
  await live('points-account', [
    account(
      'a1',
      ['earn', 'p-handler', { deed: 'volunteer' }],
      ['spend', 'p-handler', { points: 15, shop: store!.id }],
      ['spend', 'p-handler', { points: 35, shop: store!.id }, 500_000], // in the next year
      ['close', 'p-handler', {}, 10, '搬离'],
    ),
  ])
  await live('work', [work(12_000), work(8_000), work(5_000, true)])
  await live('fund', [
    one('approve', {
      year: 2022,
      kind: 'project',
      project: 'P1',
      budgetType: 'general',
      amount: 10_000_00,
      unit: 'u-lamps',
      approvedOn: '2022-01-10',
    }),
    funded('carried', 2_000_00),
    funded('other', 70_00),
    funded('current', 30_00),
  ])
  await live('adjustment', [
    one('approve', {
      way: 'add',
      kind: 'project',
      project: 'P1',
      budgetType: 'general',
      amount: 500_00,
      unit: 'u-lamps',
      docNumber: '区财〔2022〕3号',
      adjustedOn: '2022-06-01',
      cause: '追加',
      approver: '区财政局',
    }),
    added('carried', 40_00),
    added('other', 5_00),
  ])
  await live('basic-spending', [
    one('pay', { kind: 'people', use: 'salary', amount: 300_00, paidOn: '2022-03-01', unit: 'u-bureau' }),
    basic('carried', 11_00),
    basic('other', 3_00),
  ])
  await live('payment', [
    ...[pay(200_00, '2022-03-01'), pay(100_50, '2022-04-01'), pay(7_00, '2023-01-03')],
    ...[pay(60_00, '2022-05-04', 'carried'), pay(-10_00, '2022-05-05', 'carried'), pay(9_00, '2022-05-04', 'other')],
  ])
  const [lit] = await live('indicator', [
    one('set', {
      year: 2022,
      project: 'P1',
      code: '01',
      level1: 'output',
      level2: 'quality',
      name: '亮灯率',
      direction: 'at-least',
      target: 98_000,
      measure: '%',
      weight: 50_000,
      evidence: 'typed',
      setOn: '2022-01-20',
    }),
  ])
  await live('typed-value', [
    one('give', {
      indicator: lit!.id,
      project: 'P1',
      valueOn: '2022-12-20',
      value: 98_500,
      cause: '按月巡查统计',
      files: [photo],
    }),
  ])
  await live('contract', [
    one('sign', {
      project: 'P1',
      name: '路灯维护合同',
      party: '某公司',
      amount: 8_000_00,
      signedOn: '2022-02-01',
      endsOn: '2022-12-31',
      unit: 'u-lamps',
    }),
  ])
  await live('project-share', [
    one('agree', {
      year: 2022,
      project: 'P1',
      party: '某街道',
      task: '巡查',
      amount: 50_00,
      agreedOn: '2022-02-01',
    }),
  ])
  await live('account', [account2022('appropriation', 1000_00), account2022('opening', 20_00)])
  await live('asset', [
    one('count', {
      countedOn: '2022-12-31',
      total: 7_23_00,
      current: 83_00,
      fixed: 600_00,
      otherFixed: 40_00,
      inUse: 550_00,
    }),
  ])
  await live('personnel', [
    one('count', {
      countedOn: '2022-12-31',
      posts: 150,
      staff: 143,
      veterans: 1,
      retired: 20,
      temporary: 6,
      total: 170,
    }),
  ])
  await live('deduction', [
    one('make', {
      year: 2022,
      project: 'P1',
      points: 2000,
      cause: '报送逾期',
      document: '区财通报',
      madeOn: '2022-12-28',
    }),
  ])
  await live('question-answer', [
    one('answer', {
      year: 2022,
      project: 'P1',
      about: 'B-22 P1 01',
      question: '目标值大于预算',
      answer: '含协同任务',
      answeredOn: '2022-02-01',
    }),
  ])
  await live('scoring-scheme', [
    one('register', {
      code: 'LL-2022',
      title: '零陵区自评办法',
      issuer: '区财政局',
      document: '区财绩〔2022〕1号',
      base: 'NAT-2020',
      since: 2022,
      registeredOn: '2022-01-05',
    }),
  ])
  const surveyed = (code: string, ...steps: readonly Step[]) =>
    lifeOf([['draft', 'p-performance', { ...questionnaire, code }], ['open', 'p-performance'], ...steps])
  const [asked] = await live('survey', [
    surveyed(questionnaire.code),
    surveyed('LD-2', ['close', 'p-performance', {}, 10, '样本已够'], ['withdraw', 'p-performance', {}, 10, '题目有误']),
  ])
  await live('survey-answer', [
    opinion(asked!.id, 'enter', 'p-performance', { way: 'paper', answer1: 's1' }), // 100 of 100
    opinion(asked!.id, 'answer', SYSTEM, { sheet: 'a', network: '1', answer1: 's4', answer2: 's3' }), // 30 + 60 of 200
    opinion(asked!.id, 'enter', 'p-performance', { way: 'phone', answer1: 's5' }, '重复录入'), // taken back
  ])
  await live('self-evaluation', evaluations)
  await live('performance-warning', warnings)
  await live('rectification', rectifications)
  await live('result-use', [
    used({ form: 'more', amount: 30_000_00 }),
    used({ form: 'less', amount: 20_000_00 }),
    used({ form: 'praise' }),
    used({ form: 'more', amount: 1_00 }, true), // entered twice
  ])
  await engine.database.inTenant('431102', async (tx) => {
    const rows = await tx.query<{ body: { record: string } }>(
      "delete from platform.outbox where tenant = '431102' returning body",
    )
    await onRecords(
      tx,
      rows.map((row) => row.body.record),
    )
  })
})
afterAll(() => engine.database.close())

const live = (ledger: string, lives: readonly Life[]) => replay(engine, '431102', ledger, lives)
const at = (minutes: number) => new Date(Date.parse('2022-03-01T01:00:00.000Z') + minutes * 60_000).toISOString()
const one = (move: string, data: Record<string, unknown>): Life => ({
  steps: [{ move, data, person: 'p-performance', at: '2023-01-15T01:00:00.000Z' }],
})
const account2022 = (item: string, amount: number) =>
  one('confirm', { year: 2022, item, amount, confirmedOn: '2022-12-31' })
const pay = (amount: number, paidOn: string, source?: string) =>
  one('pay', { project: 'P1', budgetType: 'general', source, amount, paidOn, payeeKind: 'company', unit: 'u-lamps' })
const ofP1 = { kind: 'project', project: 'P1', budgetType: 'general', unit: 'u-lamps' }
const funded = (source: string, amount: number) =>
  one('approve', { year: 2022, ...ofP1, source, amount, approvedOn: '2022-01-10' })
const paper = { docNumber: '4', adjustedOn: '2022-06-01', cause: '结转', approver: '区财政局' }
const added = (source: string, amount: number) => one('approve', { way: 'add', ...ofP1, source, amount, ...paper })
const basic = (source: string, amount: number) =>
  one('pay', { kind: 'public', use: 'office', source, amount, paidOn: '2022-03-02', unit: 'u-bureau' })
const work = (quantity: number, withdrawn = false): Life => {
  const { steps } = one('record', {
    kind: 'lamp-repair',
    campaign: 'daily',
    quantity,
    doneOn: '2022-05-05',
    place: '芝山路',
    unit: 'u-lamps',
  })
  const undo = { move: 'withdraw', reason: '重复登记', person: 'p-performance', at: '2023-01-15T02:00:00.000Z' }
  return { steps: withdrawn ? [...steps, undo] : steps }
}

type Step = readonly [move: string, person: string, data?: object, minutesLater?: number, reason?: string]
/** Ten minutes lie between two steps unless a step says otherwise. */
const story = (...steps: readonly Step[]): Life => lifeOf([['receive', 'p-receiver', reportData], ...steps])
function lifeOf(all: readonly Step[]): Life {
  let minutes = 0
  return {
    steps: all.map(([move, person, data = {}, later = 10, reason]) => {
      minutes += later
      return { move, person, data: data as Record<string, unknown>, at: at(minutes), ...(reason ? { reason } : {}) }
    }),
  }
}
const path = (upTo: string) => fullPath.slice(0, fullPath.findIndex(([move]) => move === upTo) + 1) as readonly Step[]
const after = (move: string) => fullPath.slice(fullPath.findIndex(([one]) => one === move) + 1) as readonly Step[]
/** The limit of this condition is two hours: half a day is too late. */
const lateConfirm: Step = ['confirm', 'p-sanitation', {}, 720]
const noise = { subclass: 'E0128', condition: 'E0128-1' }

const cases: readonly Life[] = [
  story(...path('close')), // closed in time: dispatched at 20, confirmed at 50: half an hour
  story(...path('submit'), lateConfirm, ...after('confirm')), // closed, but late: 740 minutes
  story(...path('close'), ['reopen', 'p-lead', {}, 10, '又坏了']), // closed and reopened: not closed
  story(...path('file')), // filed, still open
  story(['void', 'p-receiver', {}, 10, '不属实']), // void at once
  story(
    ...path('file'),
    ['return-to-receiver', 'p-dispatcher', {}, 10, '不属本局'],
    ['void-returned', 'p-receiver', {}, 10, '不属本局'],
  ), // filed, undone
  story(...path('confirm'), ['rework', 'p-dispatcher', {}, 10, '未修好'], ...path('confirm').slice(2)), // reworked once, confirmed twice, open
  story(
    ['file', 'p-receiver', noise],
    ...path('confirm').slice(1),
    ['leave-check', 'p-dispatcher'],
    ['close', 'p-receiver', { closing: 'E0128-1' }],
  ), // closed without a check
] // prettier-ignore

/** Withdrawn later or not, a row was entered. */
const rule = (...steps: readonly Step[]) => {
  const row = { kind: 'event', class: '市容环境', subclass: '道路不洁', filing: '路面有积水', closing: '清除' }
  return lifeOf([['enter', 'p-lead', { ...row, limit: { n: 2, unit: 'work-hour' } }], ...steps])
}
const notice = (...steps: readonly Step[]) =>
  lifeOf([
    [
      'issue',
      'p-inspector',
      {
        kind: 'k4',
        problem: '垃圾箱满溢',
        place: '芝山路',
        photos: [photo],
        unit: 'u-sanitation',
        demand: '立即清运',
        until: '2022-03-03',
      },
    ],
    ...steps,
  ])
const reply: Step = ['reply', 'p-sanitation', { measures: '已清运', afterPhotos: [photo] }]
const notices: readonly Life[] = [
  notice(reply, ['pass', 'p-inspector', { finding: '已整改' }]), // set right
  notice(['escalate', 'p-inspector', {}, 6000, '逾期未整改'], reply), // told of, waits for its check
  notice(['withdraw', 'p-inspector', {}, 10, '误发']), // withdrawn
]
const permit = (...steps: readonly Step[]) =>
  lifeOf([
    ['apply', 'p-receiver', { kind: 'x2', applicant: '某饭店', matter: '临时占道搭台', place: '芝山路' }],
    ['accept', 'p-receiver'],
    ...steps,
  ])
const grant = (later: number): Step => [
  'grant',
  'p-legal',
  { startsOn: '2022-04-01', endsOn: '2022-04-10', basis: '符合规定条件' },
  later,
]
const permits: readonly Life[] = [
  permit(grant(1440), ['deliver', 'p-receiver', { publishedOn: '2022-03-02' }]), // granted, delivered and published
  permit(grant(1440 * 40)), // granted after the term
  permit(['refuse', 'p-legal', { basis: '影响通行' }, 1440]), // refused in time
  permit(['withdraw', 'p-receiver', {}, 10, '申请人撤回']), // withdrawn
]

const act = {
  clause: 'planning-64',
  partyKind: 'person',
  party: '陈某',
  place: '芝山路',
  happenedOn: '2022-03-01',
  unit: 'u-squad',
  lead: 'p-officer',
  second: 'p-partner',
  licences: '湘M0012、湘M0013',
  facts: '搭建钢架棚',
}
const penalty = (...steps: readonly Step[]) => lifeOf([['file', 'p-officer', act], ...steps])
const paid = (yuan: number): Step => ['pay', 'p-performance', { paid: yuan * 100, paidOn: '2022-03-01' }]
const toDecision: readonly Step[] = [
  ['notify', 'p-officer', { kind: 'k2', fine: 30_000_00, worth: 400_000_00, basis: '尚可改正', evidence: [photo] }],
  ['defend', 'p-officer', { defence: '无', waived: true }],
  ['submit', 'p-officer'],
  ['pass', 'p-legal', { opinion: '合法' }],
  ['decide', 'p-director'],
  ['serve', 'p-officer', { servedHow: 's1' }],
  ['publish', 'p-legal', { publishedOn: '2022-03-01' }],
]
const penalties: readonly Life[] = [
  lifeOf([['warn', 'p-officer', { ...act, clause: 'appearance-34', shown: true }]]), // warned on the spot
  lifeOf([
    ['fine', 'p-officer', { ...act, clause: 'road-42', shown: true, fine: 200_00 }],
    paid(200),
    ['settle', 'p-officer'],
  ]), // fined on the spot
  penalty(...toDecision, paid(30_000)), // decided in time, published and paid
  penalty(...toDecision, ['revoke', 'p-director', {}, 10, '复议撤销'], ['withdraw', 'p-legal', {}, 10, '决定已撤销']), // decided, published, revoked and withdrawn
] // prettier-ignore

const seen = [photo, { hash: uploadedSecond }].map(({ hash }) => ({ hash, takenAt: at(0) }))
const report = { plate: '湘M12345', plateKind: 'h1', place: '芝山路', device: 'ZFY-007', photos: seen, unit: 'u-squad' }
const parked = (...steps: readonly Step[]) => lifeOf([['capture', 'p-collector', report], ...steps])
const passed: Step = ['pass', 'p-legal']
const handed: Step = ['hand', 'p-legal']
const parkings: readonly Life[] = [
  parked(passed, handed, ['accept', 'p-legal']), // taken
  parked(passed), // waits for its batch
  parked(['reject', 'p-legal', {}, 10, '车牌不清']), // not passed
  parked(passed, handed, ['refuse', 'p-legal', {}, 10, '车型不符']), // came back
]

const entered = {
  name: '某点',
  place: '芝山路',
  unit: 'u-squad',
  every: '7',
  lead: '副区长某',
  chief: 'p-lamps',
  keeper: 'p-collector',
  since: '2022-01-01',
}
const point = (kind: string, ...steps: readonly Step[]) =>
  lifeOf([['enter', 'p-inspector', { ...entered, kind }], ...steps])
const wrong = { findings: '脏', score: 80, photos: [photo] }
const failing = { ...wrong, items: 12, kept: 9, problem: 'd4-5' }
const points: readonly Life[] = [
  point('d1', ['pass', 'p-inspector', { score: 98, items: 12, kept: 12 }]), // inspected and found in order
  point('d4', ['fail', 'p-inspector', failing], ['fix', 'p-collector', { afterPhotos: [photo] }]), // set right
  point('d4', ['remove', 'p-inspector', {}, 10, '拆除']), // no longer there
]
const selling = (kind: string, stalls: number, ...steps: readonly Step[]) => {
  const placed = {
    kind,
    stalls,
    name: '某点',
    street: '芝山路',
    place: '芝山路口',
    position: { lng: 111.605, lat: 26.205 },
  }
  const season = { from: '2022-02-01', until: '2022-06-30' }
  const run = { unit: 'u-squad', manager: 'p-officer', every: '7' }
  return lifeOf([['enter', 'p-sanitation', { ...placed, ...season, ...run }], ...steps])
}
const mended = (later: number): Step => ['fix', 'p-officer', { measures: '已清理' }, later]
const sellingPoints: readonly Life[] = [
  selling('k1', 30, ['pass', 'p-officer']), // inspected and in order
  selling('k2', 12, ['fail', 'p-officer', { problem: '超线摆卖', photos: [photo] }], mended(60)), // set right in time
  selling('k2', 6, ['report', 'p-receiver', { problem: '占用盲道' }], mended(6000)), // complained of, set right too late
  selling('k4', 8, ['close', 'p-sanitation', {}, 10, '道路改造']), // no longer there
]
const stall = { name: '某米粉店', trade: 't1', place: '芝山路', owner: '某某', unit: 'u-squad' }
const shop = (...steps: readonly Step[]) => lifeOf([['enter', 'p-officer', stall], ...steps])
const sign: Step = ['sign', 'p-officer', { duties: 'b1', signedOn: '2022-03-01' }]
const shops: readonly Life[] = [
  shop(sign, ['pass', 'p-officer', { score: 95 }]), // signed, keeps to it
  shop(sign, ['fail', 'p-officer', wrong]), // signed, does not
  shop(), // has not signed
  shop(['leave', 'p-officer', {}, 10, '歇业']), // closed before it signed
]
const lamp = (...steps: readonly Step[]) =>
  lifeOf([
    ['install', 'p-lamps', { code: 'LL-1', kind: 'l3', lamps: 40, place: '芝山路', street: '芝山路', unit: 'u-lamps' }],
    ...steps,
  ])
const out: Step = ['report', 'p-inspector', { fault: 'f1' }]
const lamps: readonly Life[] = [
  lamp(['patrol', 'p-lamps', { checked: 40, burning: 39 }], out, [
    'repair',
    'p-lamps',
    { repaired: 2, joints: 1, line: 12_500 },
    60,
  ]),
  lamp(out, ['repair', 'p-lamps', { replaced: 3 }, 6000]), // repaired after the two working days
  lamp(['remove', 'p-lamps', {}, 10, '道路改造']), // taken down
] // prettier-ignore
const opinion = (survey: string, move: string, person: string, answers: object, voided?: string) => {
  const day = move === 'enter' ? { answeredOn: '2022-03-01' } : {}
  const undo: readonly Step[] = voided ? [['void', 'p-performance', {}, 10, voided]] : []
  return lifeOf([[move, person, { survey, ...day, ...answers }], ...undo])
}
const account = (kind: string, ...steps: readonly Step[]) =>
  lifeOf([['open', 'p-handler', { kind, name: '某户', area: '某小区', unit: 'u-squad' }], ...steps])

const evaluation = (object: string, ...steps: readonly Step[]) => {
  const told = { year: 2022, object, leader: '局长', plan: '方案1号', lastUse: '无' }
  const owners = { collector: 'p-performance', reviewer: 'p-lamps', concluder: 'p-performance' }
  const until = { collectBy: '2022-03-05', reviewBy: '2022-03-08', concludeBy: '2022-03-10' }
  return lifeOf([['start', 'p-performance', { ...told, ...owners, ...until }], ...steps])
}
const reviewedWith = (differences: number): readonly Step[] => [
  ['collect', 'p-performance', { collected: '已采齐' }],
  ['review', 'p-lamps', { opinion: '已核对', differences, difference: '少记' }],
]
const scored = { score: 96_400, grade: '优' }
const evaluations: readonly Life[] = [
  evaluation(
    'P1',
    ...reviewedWith(2),
    ['conclude', 'p-performance', scored],
    ['submit', 'p-performance'],
    ['approve', 'p-director'],
    ['correct', 'p-performance', scored, 10, '补充样本'],
  ), // concluded in time, approved and corrected
  evaluation('P2', ...reviewedWith(1), ['conclude', 'p-performance', scored, 20_000]), // concluded after its last day
  evaluation('P3', ['withdraw', 'p-performance', {}, 10, '方案作废']), // taken back
]
const warned = (project: string, ...steps: readonly Step[]) => {
  const lagging = { year: 2022, project, periodEnd: '2022-02-28', kind: 'execution', rate: 5_000 }
  const told = { ...lagging, threshold: 10_000, said: '执行率5%', unit: 'u-sanitation' }
  return lifeOf([['raise', 'p-performance', told], ...steps])
}
const answer = { choice: 'd1', cause: '招标延迟', measures: '加快' }
const warnings: readonly Life[] = [
  warned('P1', ['answer', 'p-sanitation', answer]), // answered in time
  warned('P2', ['pause', 'system', {}, 21_100], ['make-up', 'p-sanitation', answer]), // its payments were held
  warned('P3', ['withdraw', 'p-performance', {}, 10, '误发']), // taken back
]
const rectified = (...steps: readonly Step[]) => {
  const told = { source: 'evaluation', problem: '指标不细', measures: '细化指标', dueOn: '2022-03-02' }
  return lifeOf([['open', 'p-inspector', { ...told, unit: 'u-sanitation', owner: 'p-sanitation' }], ...steps])
}
const provedAfter = (later: number): readonly Step[] => [
  ['finish', 'p-sanitation', { result: '已细化', evidence: [photo] }, later],
  ['verify', 'p-performance', { finding: '属实' }],
]
const rectifications: readonly Life[] = [
  rectified(...provedAfter(60)), // set right in time
  rectified(...provedAfter(6000)), // set right after its day
  rectified(['withdraw', 'p-inspector', {}, 10, '重复登记']), // taken back
]
const used = (told: object, withdrawn = false): Life => {
  const { steps } = one('record', { year: 2022, object: 'P1', usedOn: '2022-12-31', said: '按结果安排', ...told })
  const undo = { move: 'withdraw', reason: '重复登记', person: 'p-performance', at: '2023-01-15T02:00:00.000Z' }
  return { steps: withdrawn ? [...steps, undo] : steps }
}

type Definition = readonly [label: string, formula: string, value: string, where?: object]
const bySource = (ledger: string, label: string, carried: string, other: string) =>
  Object.fromEntries(
    [['carried', '上年结转资金', carried] as const, ['other', '其他资金', other] as const].map(
      ([name, words, value]): [string, Definition] => [
        `${ledger}.${name}`,
        [`${label}（${words}）`, `${label}中资金来源登记为${words}的金额之和`, value],
      ],
    ),
  )
const byHand: Record<string, Definition> = {
  'case.received': ['受理数', '期内受理的案件数，后来作废的也计', '8'],
  'case.filed': ['立案数', '期内立案的案件数', '6'],
  'case.voided': ['作废数', '期内作废的案件数', '2'],
  'case.closed': ['结案数', '期内结案的案件数', '3'],
  'case.unchecked': ['免核查数', '期内按标准免去现场核查的案件数', '1'],
  'case.dispatched': ['派遣次数', '期内派遣的次数，改派一次计一次', '5'],
  'case.returned': ['回退次数', '期内各环节回退的次数', '1'],
  'case.reworked': ['返工次数', '期内返工的次数', '1'],
  'case.filing-rate': ['立案率', '期内受理的案件中已立案的 ÷ 期内受理的案件', '75.00'],
  'case.closing-rate': ['结案率', '期内立案的案件中已结案的 ÷ 期内立案的案件；结案后又重新打开的不算已结案', '50.00'],
  'case.closed-in-time': [
    '按期结案率',
    '期内立案的案件中按期处置并结案的 ÷ 期内立案的案件；处置超过时限的不算按期',
    '33.33',
  ],
  'case.handled-in-time': ['按期处置率', '期内确认且未超时的次数 ÷ 期内确认的次数', '83.33'],
  'case.rework-rate': ['返工率', '期内派遣的案件中返过工的 ÷ 期内派遣的案件', '20.00'],
  // 30 + 740 + 30 + 30 + 70 + 30 minutes in six confirmations; the second of the reworked case still counts from its dispatch.
  'case.handling-time': ['平均处置用时', '期内确认的案件从最近一次派遣到确认的自然时间之和 ÷ 件数', '2.58'],
  'standard.entered': ['登记标准', '期内登记的立案结案标准条数，后来被替换或废止的也计', '2'],
  'work.recorded': ['工作记录', '完成日期在期内的工作记录条数', '2'],
  'work.quantity': [
    '工作量',
    '完成日期在期内、同一工作种类的数量之和；不同种类计量单位不同，不相加',
    '20',
    { class: 'lamp-repair' },
  ],
  'notice.issued': ['整改通知书', '期内下发的份数', '2'],
  'notice.corrected': ['整改率', '期内下发的通知书中复查通过的 ÷ 期内下发的', '50.00'],
  'notice.escalated': ['通报', '期内通报的次数', '1'],
  'permit.applied': ['许可申请', '期内收到的申请件数，办理中撤回的也计', '4'],
  'permit.granted': ['准予许可', '期内准予许可的件数', '2'],
  'permit.published': ['许可公开', '期内送达并公开的许可件数', '1'],
  'permit.decided-in-time': ['按期办结率', '按期决定 ÷ 期内受理', '50.00'],
  'penalty.filed': ['处罚立案', '期内立案的件数：普通程序立案与简易程序当场处罚之和', '4'],
  'penalty.reviewed': ['法制审核', '期内通过法制审核的件数', '2'],
  'penalty.decided': ['处罚决定', '期内作出的处罚决定件数', '3'],
  'penalty.published': ['公示处罚', '期内公示的处罚件数', '1'],
  'penalty.decided-in-time': ['按期决定率', '期内立案后九十日内作出决定的 ÷ 期内立案的', '50.00'],
  'penalty.collected': ['收缴罚款', '期内缴款之和，含加处罚款，未扣退还', '30200.00'],
  'parking.captured': ['违停采集', '期内采集的条数', '4'],
  'parking.passed': ['审核通过率', '期内采集的违停中审核通过的 ÷ 期内采集的', '75.00'],
  'parking.handed': ['移交交管', '期内移交的次数，更正后再移交的再计', '2'],
  'parking.accepted': ['交管接收', '期内交管接收的条数', '1'],
  'point.points': ['在管点位', '期末在管的点位数', '2'],
  'point.kinds': ['点位类别', '期内建立的点位分属的类别数', '2'],
  'point.inspected': ['点位检查', '期内检查的次数', '2'],
  'point.found': ['发现问题', '期内检查发现问题的次数', '1'],
  'point.items': ['检查项合格率', '期内各次检查的合格项数之和 ÷ 检查项数之和', '87.50'],
  'point.passed': ['检查合格率', '期内检查合格的次数 ÷ 期内检查的次数', '50.00'],
  'selling-point.points': ['疏导点', '期末未撤销的疏导点数', '3'],
  'selling-point.stalls': ['新设摊位', '期内设点时的摊位数之和', '56'],
  'selling-point.inspected': ['疏导点巡查', '期内巡查的次数', '2'],
  'selling-point.passed': ['秩序良好率', '期内巡查正常的次数 ÷ 期内巡查的次数', '50.00'],
  'selling-point.fixed': ['及时整改率', '按时整改的次数 ÷ 期内整改的次数', '50.00'],
  'shop.listed': ['应签商户', '期末在册、应当签订责任书的商户数', '3'],
  'shop.signed': ['已签商户', '期末责任书有效的商户数', '2'],
  'shop.sign-rate': ['签订率', '期末责任书有效的商户 ÷ 期末应签商户', '66.67'],
  'shop.inspected': ['三包检查', '期内检查的次数', '2'],
  'shop.passed': ['履责率', '期内检查合格的次数 ÷ 期内检查的次数', '50.00'],
  'lamp.assets': ['在册设施', '期末在册的照明设施数', '2'],
  'lamp.streets': ['新增照明道路', '期内登记的设施分属的道路数', '1'],
  'lamp.lighting': ['亮灯率', '期内各次巡查的亮灯盏数之和 ÷ 巡查盏数之和', '97.50'],
  'lamp.reported': ['路灯报修', '期内报修的次数', '2'],
  'lamp.repaired': ['维修路灯', '期内修复时维修盏数之和', '2'],
  'lamp.replaced': ['更换路灯', '期内修复时更换套数之和', '3'],
  'lamp.joints': ['排除线路故障', '期内修复时排除的故障点之和', '1'],
  'lamp.line': ['更换线路', '期内修复时更换线路之和', '12.5'],
  'lamp.repaired-in-time': ['及时修复率', '期内按期修复的次数 ÷ 期内报修的次数', '50.00'],
  'points-account.accounts': ['积分账户', '期末未销户的账户数', '3'],
  'points-account.earned': ['发放积分', '期内住户挣得的积分之和', '60'],
  'points-account.spent': ['兑换积分', '期内住户兑换的积分之和', '15'],
  'points-account.settled': ['商户结算', '期内与商户结算的金额之和', '0.15'],
  'project.opened': ['入库项目', '开始日期在期内的入库项目数', '1'],
  'fund.initial': ['年初预算数', '批复日期在期内的年初预算之和', '12100.00'],
  ...bySource('fund', '年初预算数', '2000.00', '70.00'),
  'adjustment.amount': ['预算调整数', '批复日期在期内的预算调整金额之和（追加为正，追减为负）', '545.00'],
  ...bySource('adjustment', '预算调整数', '40.00', '5.00'),
  'basic-spending.amount': ['基本支出', '支付日期在期内的人员经费与公用经费支付金额之和，退回的款项冲减', '314.00'],
  ...bySource('basic-spending', '基本支出', '11.00', '3.00'),
  'payment.amount': ['项目支出', '支付日期在期内的项目支付金额之和，退回的款项冲减', '359.50'],
  ...bySource('payment', '项目支出', '50.00', '9.00'),
  'payment.paid': ['项目支付笔数', '支付日期在期内的项目支付笔数', '5'],
  'account.amount': ['决算数', '入账日期在期内、同一决算项目的金额之和', '1000.00', { class: 'appropriation' }],
  'asset.total': ['资产总计', '统计日期在期内登记的资产总计；一年登记一次', '723.00'],
  'asset.current': ['流动资产', '统计日期在期内登记的流动资产；一年登记一次', '83.00'],
  'asset.fixed': ['固定资产', '统计日期在期内登记的固定资产；一年登记一次', '600.00'],
  'asset.other-fixed': ['其他非流动资产', '统计日期在期内登记的其他非流动资产；一年登记一次', '40.00'],
  'asset.in-use': ['在用固定资产', '统计日期在期内登记的在用固定资产；一年登记一次', '550.00'],
  'personnel.posts': ['编制数', '统计日期在期内登记的编制数；一年登记一次', '150'],
  'personnel.staff': ['在职人员', '统计日期在期内登记的在职人员数；一年登记一次', '143'],
  'personnel.veterans': ['离休人员', '统计日期在期内登记的离休人员数；一年登记一次', '1'],
  'personnel.retired': ['退休人员', '统计日期在期内登记的退休人员数；一年登记一次', '20'],
  'personnel.temporary': ['临聘人员', '统计日期在期内登记的临聘人员数；一年登记一次', '6'],
  'personnel.total': ['人员合计', '统计日期在期内登记的人员合计数；一年登记一次', '170'],
  'contract.amount': ['合同金额', '签订日期在期内的合同金额之和', '8000.00'],
  'contract.signed': ['签订合同', '签订日期在期内的合同份数', '1'],
  'project-share.amount': ['协同部门分摊', '商定日期在期内的分摊金额之和', '50.00'],
  'indicator.set': ['绩效指标', '设定日期在期内的绩效指标数', '1'],
  'typed-value.given': ['手填完成值', '取值日期在期内的手填值个数', '1'],
  'question-answer.answered': ['存疑答复', '答复日期在期内的答复数', '1'],
  'deduction.made': ['扣分事项', '扣分日期在期内的扣分事项数', '1'],
  'deduction.points': ['扣分', '扣分日期在期内的扣分之和', '2'],
  'scoring-scheme.registered': ['评分办法', '登记日期在期内的评分办法数', '1'],
  'survey.opened': ['满意度调查', '期内开始的调查次数', '1'],
  'survey.ended': ['结束的调查', '期内结束的调查次数，后来作废的也计', '1'],
  'survey.withdrawn': ['作废的调查', '期内作废的调查次数', '1'],
  'survey-answer.satisfaction': ['满意度', '期内有效答卷得分之和 ÷ 满分之和', '63.33', { class: 'LD-2022' }],
  'survey-answer.answers': ['满意度答卷', '作答日期在期内的有效答卷份数', '2'],
  'self-evaluation.started': ['组织自评', '期内制定方案的自评个数', '2'],
  'self-evaluation.differences': ['复核差异', '期内交叉复核发现的差异处数之和', '3'],
  'self-evaluation.concluded': ['完成自评', '期内汇总完成的自评个数', '2'],
  'self-evaluation.concluded-in-time': [
    '按期完成率',
    '期内制定方案的自评中按期汇总完成的 ÷ 期内制定方案的自评',
    '50.00',
  ],
  'self-evaluation.approved': ['审定自评', '期内审定的自评个数', '1'],
  'self-evaluation.corrected': ['更正自评', '期内更正的次数', '1'],
  'performance-warning.raised': ['绩效预警', '期内发出的预警条数', '2'],
  'performance-warning.answered-in-time': ['按期答复率', '期内发出的预警中按期答复的 ÷ 期内发出的预警', '50.00'],
  'performance-warning.paused': ['暂停拨付', '期内逾期未答复、暂停拨付的次数', '1'],
  'rectification.opened': ['整改问题', '期内登记的问题个数', '2'],
  'rectification.done': ['完成整改', '期内核验通过的问题个数', '2'],
  'rectification.done-in-time': ['按期整改率', '期内登记的问题中按期整改并核验通过的 ÷ 期内登记的问题', '50.00'],
  'result-use.used': ['结果应用', '应用日期在期内的结果应用项数', '3'],
  'result-use.more': ['挂钩倾斜金额', '应用日期在期内、与自评结果挂钩的预算倾斜金额之和', '30000.00'],
  'result-use.less': ['挂钩压缩金额', '应用日期在期内、与自评结果挂钩的预算压缩金额之和', '20000.00'],
  'report-text.written': ['改写段落', '期内改写的段落数', '0'],
  'publication.published': ['公开报告数', '期内公开的报告份数，后来撤回的也计', '0'],
  'publication.published-in-time': ['按期公开率', '期内公开的报告中按期公开的 ÷ 期内公开的', '—'],
}

test('every definition of every ledger is counted by hand here', () => {
  const defined = ledgers.flatMap((ledger) => Object.keys(ledger.metrics).map((name) => `${ledger.id}.${name}`))
  expect(Object.keys(byHand).sort()).toEqual(defined.sort())
})

for (const [metric, [label, formula, value, where]] of Object.entries(byHand))
  test(`${label}：${formula}，手工数得 ${value}`, async () => {
    const query = { metric, ...readPeriod('2022'), ...(where ? { where } : {}) }
    const counted = await engine.database.inTenant('431102', (tx) => figure(tx, engine.ledgers, query))
    expect([counted.label, counted.formula, counted.value]).toEqual([label, formula, value])
    expect(counted.label + counted.formula + (counted.excludes ?? '')).toMatch(/^[^a-z]+$/i)
  })
