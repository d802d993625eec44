import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { documents } from '../../catalog/documents/index.ts'
import { cases } from '../../catalog/ledgers/cases.ts'
import { schemes } from '../../catalog/schemes/index.ts'
import { monitoringRules } from '../../catalog/standards/monitoring.ts'
import { monitoring, projectScore, WHOLE } from '../../modules/evaluation/index.ts'
import { type LedgerRuntime, verifyLedger } from '../../modules/ledger/index.ts'
import { figure, onRecords } from '../../modules/metrics/index.ts'
import type { OrgView } from '../../modules/org/index.ts'
import { approve, publicBureau, publicSnapshot, submit } from '../../modules/reporting/index.ts'
import { fixedClock } from '../../platform/clock.ts'
import { projectRoot } from '../../platform/config.ts'
import { openSigner } from '../../platform/keys.ts'
import { findTenants } from '../../platform/tenants.ts'
import { addSmallBureau, smallBureau } from '../../tests/helpers/bureau.ts'
import { freshEngine } from '../../tests/helpers/engine.ts'
import { proofread } from '../proof.ts'
import { demoFigures } from './figures.ts'
import { loadDemo, refreshStatistics, removeDemo } from './index.ts'

/** A bureau of its own beside the demonstration; nobody in it can sign in with a password known to all. */
const realBureau = {
  ...smallBureau,
  demo: false,
  people: smallBureau.people.map(({ account, ...person }) => person),
  areas: [],
  keepers: [],
}

interface Row {
  record: string
  seq: number
  move: string
  actor: string
  at: string
  holder: string | null
  unit: string
  inTime: boolean | null
  undoes: number | null
}

let engine: LedgerRuntime & { ownerUrl: string }
let world: OrgView
let rows: Row[]
const dataDir = mkdtempSync(join(tmpdir(), 'chengji-demo-'))
const said: string[] = []

const ask = <R>(tenant: string, text: string, values: unknown[] = []) =>
  engine.database.inTenant(tenant, (tx) => tx.query<R>(text, [tenant, ...values]))

beforeAll(async () => {
  engine = await freshEngine(fixedClock('2025-03-01T02:00:00.000Z'))
  await addSmallBureau(engine.database, '430103', realBureau)
  await loadDemo({ runtime: engine, dataDir, log: (sentence) => said.push(sentence) })
  await refreshStatistics(engine.ownerUrl)
  world = await engine.world('431102')
  rows = await ask<Row>(
    '431102',
    `select record, seq, move, actor, happened_at as at, effect->>'holder' as holder, unit, in_time as "inTime", undoes
     from ledger.entry where tenant = $1 and ledger = 'case' order by record, seq`,
  )
}, 300_000)
afterAll(async () => {
  await engine.database.close()
  rmSync(dataDir, { recursive: true, force: true })
})

/** Has what was entered counted, as the running program would. */
const counted = (tenant: string) =>
  engine.database.inTenant(tenant, async (tx) => {
    const rows = await tx.query<{ record: string }>(
      "select body->>'record' as record from platform.outbox where tenant = $1",
      [tenant],
    )
    await onRecords(
      tx,
      rows.map(({ record }) => record),
    )
  })

const standing = (moves: readonly string[]) => {
  const undone = new Set(
    rows.filter(({ undoes }) => undoes !== null).map(({ record, undoes }) => `${record} ${undoes}`),
  )
  return rows.filter(({ move, record, seq }) => moves.includes(move) && !undone.has(`${record} ${seq}`))
}
const records = (moves: readonly string[]) =>
  new Set(rows.filter(({ move }) => moves.includes(move)).map((row) => row.record)).size
const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0)

test('零陵 took in 7012 cases in 2022, filed 6997, voided 15 and closed 6962 of them', () => {
  const moves = [['receive'], ['file'], ['void', 'void-returned'], ['close']]
  expect(moves.map((names) => standing(names).length)).toEqual([7012, 6997, 15, 6962])
  expect(rows.every(({ at }) => at >= '2021-12-31T16:00' && at < '2022-12-31T16:00')).toBe(true)
})

test('the thirty-five left open stand where they stood on the last day, in many states', async () => {
  const open = await ask<{ state: string; number: string }>(
    '431102',
    `select state, number from ledger.record where tenant = $1 and ledger = 'case' and state not in ('closed', 'void')`,
  )
  expect(open).toHaveLength(35)
  expect(new Set(open.map(({ state }) => state)).size).toBeGreaterThanOrEqual(8)
})

test('cases are numbered in the order in which they came in', async () => {
  const numbers = await ask<{ number: string }>(
    '431102',
    `select number from ledger.record where tenant = $1 and ledger = 'case' order by occurred_at, number`,
  )
  expect(numbers[0]!.number).toBe('431102202200001')
  expect(numbers.at(-1)!.number).toBe('431102202207012')
  expect(numbers.map(({ number }) => number)).toEqual(numbers.map(({ number }) => number).toSorted())
})

test('every step was made by somebody who held the post and was at work at that moment', () => {
  const wrong = rows.filter(({ move, actor, at }) => {
    const roles = Object.keys(cases.moves[move]!.by)
    return !roles.some((role) => world.onDuty(actor, role, at))
  })
  expect(wrong).toEqual([])
})

test('whoever holds a case makes the next step, or is off duty when a colleague does', () => {
  const beside = ['press', 'reopen', 'erase-reporter', 'withdraw-assignment']
  const wrong = rows.filter((row, i) => {
    const before = rows[i - 1]
    if (!before || before.record !== row.record || !before.holder || beside.includes(row.move)) return false
    const [kind, first = '', role = ''] = before.holder.split(':')
    if (kind === 'r')
      return ![first, 'shift-lead'].some((post) => world.onDuty(row.actor, post, row.at)) && row.move !== 'check'
    if (kind === 'u') return !world.worksIn(row.actor, first, role, row.at.slice(0, 10))
    if (row.actor === first) return false
    return Object.keys(cases.moves[row.move]!.by).some((post) => world.onDuty(first, post, row.at))
  })
  expect(wrong).toEqual([])
})

test('who checks on the spot has neither handled nor confirmed the case', () => {
  const done = new Map<string, Set<string>>()
  for (const { record, move, actor } of rows) {
    if (!['submit', 'confirm'].includes(move)) continue
    done.set(record, (done.get(record) ?? new Set()).add(actor))
  }
  const wrong = rows.filter(({ move, record, actor }) => move === 'check' && done.get(record)?.has(actor))
  expect(wrong).toEqual([])
})

test('some are late, some go back and some are done twice, as anywhere', () => {
  const late = new Set(
    rows.filter(({ move, inTime }) => move === 'confirm' && inTime === false).map(({ record }) => record),
  )
  const share = (count: number) => (100 * count) / 6997
  expect(share(late.size)).toBeGreaterThan(4)
  expect(share(late.size)).toBeLessThan(8)
  const returned = share(records(['return-to-receiver', 'return-to-dispatcher', 'return-to-unit', 'send-back']))
  expect(returned).toBeGreaterThan(3)
  expect(returned).toBeLessThan(6)
  expect(share(records(['rework']))).toBeGreaterThan(1)
  expect(share(records(['rework']))).toBeLessThan(3)
  expect(records(['reopen'])).toBe(5)
})

test('the year covers the trade: many subclasses, grids, every channel and every unit that handles', async () => {
  const [found] = await ask<Record<'classes' | 'grids' | 'channels' | 'units', number>>(
    '431102',
    `select count(distinct class)::int classes, count(distinct grid)::int grids, count(distinct channel)::int channels,
       count(distinct nullif(unit, ''))::int units from ledger.record where tenant = $1 and ledger = 'case'`,
  )
  expect(found!.classes).toBeGreaterThanOrEqual(60)
  expect(found!.grids).toBeGreaterThanOrEqual(40)
  expect(found!.channels).toBe(8)
  expect(found!.units).toBe(12)
})

test('works add up to what each report says, to the thousandth', async () => {
  for (const { tenant, works } of demoFigures) {
    const found = await ask<{ kind: string; campaign: string; total: number }>(
      tenant,
      `select class as kind, channel as campaign, sum((data->>'quantity')::bigint)::bigint as total from ledger.record
       where tenant = $1 and ledger = 'work' and state = 'confirmed' group by 1, 2`,
    )
    const byKind = Object.fromEntries(found.map(({ kind, campaign, total }) => [`${kind} ${campaign}`, total]))
    expect(byKind).toEqual(Object.fromEntries(works.map(({ kind, campaign, total }) => [`${kind} ${campaign}`, total])))
  }
})

test('every 分 paid stands in the ledger on a day of its year', async () => {
  for (const { tenant, year, projects, basic } of demoFigures) {
    const paid = (ledger: string) =>
      ask<{ total: number }>(
        tenant,
        `select coalesce(sum((data->>'amount')::bigint), 0)::bigint as total from ledger.entry
         where tenant = $1 and ledger = $2 and move = 'pay' and extract(year from happened_on) = $3`,
        [ledger, year],
      )
    const of = (list: readonly { payments: readonly { amount: number }[] }[]) =>
      sum(list.flatMap((one) => one.payments.map(({ amount }) => amount)))
    expect((await paid('payment'))[0]!.total).toBe(of(projects))
    expect((await paid('basic-spending'))[0]!.total).toBe(of(basic))
  }
})

test('杜集 has seven projects with a budget of 302.19 万元, an indicator for each line and its typed values', async () => {
  const duji = demoFigures.find(({ tenant }) => tenant === '340602')!
  const count = async (ledger: string) =>
    (
      await ask<{ n: number }>(
        '340602',
        'select count(*)::int n from ledger.record where tenant = $1 and ledger = $2',
        [ledger],
      )
    )[0]!.n
  const [budget] = await ask<{ total: number }>(
    '340602',
    `select sum((data->>'amount')::bigint)::bigint as total from ledger.record where tenant = $1 and ledger = 'fund'`,
  )
  expect([await count('project'), budget!.total]).toEqual([7, 302_1900_00])
  expect(await count('indicator')).toBe(duji.indicators.length)
  expect(await count('typed-value')).toBe(duji.indicators.filter(({ typed }) => typed).length)
})

test('杜集 evaluated the whole and seven projects, warned of three, set four matters right and used its results', async () => {
  const states = async (ledger: string) => {
    const rows = await ask<{ state: string; n: number }>(
      '340602',
      'select state, count(*)::int n from ledger.record where tenant = $1 and ledger = $2 group by state',
      [ledger],
    )
    return Object.fromEntries(rows.map(({ state, n }) => [state, n]))
  }
  expect(await states('self-evaluation')).toEqual({ approved: 1, submitted: 7 })
  expect(await states('performance-warning')).toEqual({ answered: 1, settled: 2 })
  expect(await states('rectification')).toEqual({ open: 2, done: 1, closed: 1 })
  expect(await states('result-use')).toEqual({ recorded: 9 })
  await counted('340602')
  const seen = { catalog: engine.ledgers, schemes, rules: monitoringRules, year: 2024, until: '2024-12-31' }
  const { projects } = await engine.database.inTenant('340602', (tx) => monitoring(tx, seen))
  const below = projects.filter(({ broken }) => broken.some(({ kind }) => kind === 'execution'))
  expect(below.map(({ name }) => name)).toEqual(['智慧城管', '文明创建', '垃圾分类'])
  expect(below.map(({ warnings }) => warnings.length)).toEqual([1, 1, 1])
})

test('the brigade supervised on the spot 300 times, issued 20 notices, and its year scores 91.87', async () => {
  const [notices] = await ask<{ issued: number; closed: number }>(
    '421300',
    `select count(*)::int issued, count(*) filter (where state = 'closed')::int closed from ledger.record
     where tenant = $1 and ledger = 'notice'`,
  )
  expect(notices).toEqual({ issued: 20, closed: 19 })
  await counted('421300')
  const year = { catalog: engine.ledgers, schemes, year: 2022 }
  const whole = await engine.database.inTenant('421300', (tx) => projectScore(tx, year, WHOLE))
  expect([whole.execution.rate, whole.execution.points, whole.total, whole.grade]).toEqual([
    '99.37',
    '19.87',
    '91.87',
    '优',
  ])
  const area = whole.lines.find(({ name }) => name === '督察面积')!
  expect([area.actual, area.evidence, area.points]).toEqual(['380', 'ledger', '15.00'])
  expect(whole.lines.filter(({ question }) => question).map(({ name }) => name)).toEqual(['取缔破损广告牌率'])
})

test('东湖 looks after 277 points of 28 kinds with three people each, and all of its 6842 shops have signed', async () => {
  await counted('360102')
  const of = (metric: string) =>
    engine.database.inTenant('360102', (tx) =>
      figure(tx, engine.ledgers, { metric, from: '2021-01-01', to: '2021-12-31' }),
    )
  const numbers = await Promise.all(['point.points', 'point.kinds', 'shop.listed', 'shop.signed'].map(of))
  expect(numbers.map(({ num }) => num)).toEqual([277, 28, 6842, 6842])
  expect(await of('shop.sign-rate')).toMatchObject({ num: 6842, den: 6842 })
  const [kept] = await ask<{ n: number; names: number }>(
    '360102',
    `select count(*)::int n, count(distinct data->>'name')::int names from ledger.record
     where tenant = $1 and ledger = 'point' and data ?& array['lead', 'chief', 'keeper']`,
  )
  expect(kept).toEqual({ n: 277, names: 277 })
})

/** What report 001 says of 2022, and where our report says the same. */
const reported: Record<string, string> = {
  received: '7012件',
  filed: '6997件',
  voided: '15件',
  closed: '6962件',
  'filing-rate': '99.79%',
  'closing-rate': '99.50%',
  'penalty-filed': '7316件',
  'penalty-ordinary': '15件',
  'penalty-simple': '7301件',
  'penalty-reviewed': '15件',
  'penalty-published': '15件',
  'penalty-collected': '300,534.30元',
  'permit-published': '377件',
  'parking-record': '6246条',
  'lamp-repair': '540盏',
  'lamp-replace': '1174套',
  'line-fault': '3116处',
  'line-replace': '14300米',
  'parking-people-trips': '200人次',
  'burn-ban-vehicle-trips': '355台次',
  'burn-ban-people-trips': '810人次',
  'fire-point': '27起',
  'tool-keep': '240件',
  'road-market': '3处',
  'car-wash': '19处',
  'sign-remove': '40处',
  'billboard-remove': '30处',
  'wall-banner': '16处',
  banner: '619条',
  'sign-area': '13800㎡',
  'phone-stop': '29个',
  'parking-space': '910个',
  'bike-space': '3000个',
  'road-marking': '14处',
  'illegal-area': '8337.395㎡',
  'gas-check': '638家',
  'gas-household': '576户',
  'gas-violation': '34起',
  'gas-bottle': '120罐',
  'gas-notice-estate': '30个',
  'gas-notice-shop': '146户',
  sidewalk: '12911㎡',
  'road-surface': '9003㎡',
  kerb: '306米',
  'well-clean': '1536处',
  rail: '864米',
  bollard: '284个',
  basic: '2909.79万元',
  projects: '1308.82万元',
  fund: '967.08万元',
}

test('零陵 states fifty figures of its published report, each of them counted from entries and led back to them', async () => {
  await counted('431102')
  const clock = fixedClock('2023-03-20T02:00:00.000Z')
  const signer = openSigner(mkdtempSync(join(tmpdir(), 'chengji-keys-')))
  const holder = (role: string) => world.people.find(({ id }) => world.rolesOf(id).some((one) => one.role === role))!.id
  const runtime = { ...engine, clock, signer, documents, schemes, check: proofread }
  const [author, director] = [holder('performance'), holder('director')].map((id) => world.actorOf(id, '2023-03-20')!)
  const asked = { document: 'lingling-2022', year: 2022 }
  await expect(submit(runtime, author!, asked)).rejects.toMatchObject({
    sentence: expect.stringMatching(/^审校发现2处错误：.*没有“自评得分”.*没有年初预算.*。请改正，或写明理由后送审。$/),
  })
  const { id } = await submit(runtime, author!, { ...asked, findingsReason: '公布的报告没有写，没有计算过程的不写' })
  await approve(runtime, director!, { snapshot: id })
  const [made] = (await publicBureau(engine.database, '431102')).snapshots
  const { snapshot } = await publicSnapshot(engine.database, '431102', made!.id)
  const said = Object.fromEntries(snapshot.body.figures.map((one) => [one.id, `${one.value}${one.unit}`]))
  expect(Object.fromEntries(Object.keys(reported).map((one) => [one, said[one]]))).toEqual(reported)
  expect(Number(said.lighting!.replace('%', ''))).toBeGreaterThanOrEqual(98)
  for (const figure of snapshot.body.figures) expect(figure.parts.num?.rows ?? 0, figure.id).toBeGreaterThanOrEqual(0)
  expect(snapshot.body.figures.find((one) => one.id === 'penalty-published')!.parts.num!.rows).toBe(15)
}, 120_000)

const published = join(projectRoot, '..', 'shared', 'reports', '001.txt')
test.skipIf(!existsSync(published))(
  'the numbers are those the bureau printed (skipped without the published report)',
  () => {
    const text = readFileSync(published, 'utf8').replaceAll(/[,，\s]/g, '')
    const numberOf = (value: string) =>
      value
        .replaceAll(',', '')
        .replace(/\D+$/, '')
        .replace(/(\.\d*?)0+$/, '$1')
        .replace(/\.$/, '')
    const absent = Object.entries(reported).filter(([, value]) => !text.includes(numberOf(value)))
    expect(absent).toEqual([])
  },
)

test('every chain holds and every record is the sum of its entries', async () => {
  for (const { tenant } of demoFigures)
    expect((await verifyLedger(engine.database, engine.ledgers, tenant)).faults).toEqual([])
})

test('somebody can sign in for every post, and has work waiting', async () => {
  const accounts = await ask<{ account: string; person: string }>(
    '431102',
    'select account, person from org.account where tenant = $1 and demo',
  )
  const posts = accounts.flatMap(({ person }) => world.rolesOf(person).map(({ role }) => role))
  expect(new Set(posts).size).toBeGreaterThanOrEqual(15)
  const handler = accounts.find(({ account }) => account === 'chuzhi')!.person
  const [held] = await ask<{ n: number }>(
    '431102',
    'select count(*)::int n from ledger.record where tenant = $1 and holder = $2',
    [`p:${handler}`],
  )
  expect(held!.n).toBeGreaterThan(0)
})

test('loading says what it does, and a second time it leaves everything as it is', async () => {
  expect(said.join('\n')).toContain('案件7012条')
  said.length = 0
  await loadDemo({ runtime: engine, dataDir, log: (sentence) => said.push(sentence) })
  expect(said).toEqual([])
})

test('removed, the demonstration leaves nothing behind, and a real bureau stays', async () => {
  expect(readdirSync(join(dataDir, 'files'))).toEqual(expect.arrayContaining(['340602', '360102', '421300', '431102']))
  await removeDemo({ ownerUrl: engine.ownerUrl, dataDir })
  expect(readdirSync(join(dataDir, 'files'))).toEqual([])
  for (const { tenant } of demoFigures)
    expect(
      await ask(
        tenant,
        'select 1 from ledger.entry where tenant = $1 union all select 1 from org.person where tenant = $1',
      ),
    ).toEqual([])
  expect((await findTenants(engine.database)).map(({ tenant }) => tenant)).toEqual(['430103'])
  expect(await ask('430103', 'select 1 from org.person where tenant = $1')).toHaveLength(realBureau.people.length)
})
