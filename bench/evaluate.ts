import { schemes } from '../catalog/schemes/index.ts'
import { projectScore, projectScores, type ScoreSight } from '../modules/evaluation/index.ts'
import { type LedgerRuntime, type Life, replay } from '../modules/ledger/index.ts'
import { onRecords } from '../modules/metrics/index.ts'
import { type Database, openDatabase } from '../platform/db.ts'
import { benchClock, engineOn, readerOf } from './parts/bureau.ts'
import { findFilled, openPlace } from './parts/place.ts'
import { median, round, timed } from './parts/say.ts'
import { askedFor } from './parts/subjects.ts'
import { tenant } from './parts/town.ts'

// npm run bench -- evaluate [count]: thirty projects with twenty indicators each, their evidence counted over a million
// cases, evaluated whole; and one project again after one more payment, with the day of that payment recounted. Needs
// `fill`; its entries stay in that place.

const year = 2024
const projects = Array.from({ length: 30 }, (_, i) => `B${String(i + 1).padStart(2, '0')}`)
const counted = ['case.received', 'case.filed', 'case.closed', 'case.closing-rate', 'case.filing-rate', 'case.returned']

function livesOf(person: string, unit: string, classes: readonly string[]) {
  const one = (move: string, on: string, data: Record<string, unknown>): Life => ({
    steps: [{ move, data, person, at: `${on}T02:00:00.000Z` }],
  })
  const funds = projects.map((project) =>
    one('approve', '2024-01-10', {
      ...{ year, kind: 'project', project, budgetType: 'general', amount: 100_0000_00, unit, approvedOn: '2024-01-10' },
    }),
  )
  const registered = projects.map((code) =>
    one('open', '2024-01-05', { code, name: `项目${code}`, kind: 'standing', unit, startOn: '2024-01-05' }),
  )
  const indicators = projects.flatMap((project, at) =>
    Array.from({ length: 20 }, (_, i) => {
      const metric = counted[i % counted.length]!
      const rate = metric.endsWith('rate')
      return one('set', '2024-01-12', {
        ...{
          year,
          project,
          code: String(i + 1).padStart(2, '0'),
          level1: 'output',
          level2: 'number',
          name: `指标${i + 1}`,
        },
        ...{ direction: 'at-least', target: rate ? 95_000 : 100_000, measure: rate ? '%' : '件', weight: 4500 },
        ...{
          evidence: 'ledger',
          metric,
          where: `class=${classes[(at * 20 + i) % classes.length]}`,
          setOn: '2024-01-12',
        },
      })
    }),
  )
  return {
    registered,
    funds,
    indicators,
    payment: (project: string, on: string) =>
      one('pay', on, {
        ...{ project, budgetType: 'general', amount: 1_0000_00, paidOn: on, payeeKind: 'company', unit },
      }),
  }
}

/** Has the counts follow what was entered, as the consumer of the outbox does. */
const settle = (database: Database) =>
  database.inTenant(tenant, async (tx) => {
    const rows = await tx.query<{ body: { record: string } }>(
      'delete from platform.outbox where tenant = $1 returning body',
      [tenant],
    )
    await onRecords(
      tx,
      rows.map(({ body }) => body.record),
    )
  })

async function prepare(engine: LedgerRuntime) {
  const finance = await readerOf(engine, 'finance')
  const performance = await readerOf(engine, 'performance')
  const [{ id: unit } = { id: '' }] = finance.world.units
  const rows = await engine.database.inTenant(tenant, (tx) =>
    tx.query<{ class: string }>(
      "select key as class from metrics.day_by where tenant = $1 and metric = 'case.closed' and dim = 'class' group by key order by sum(num) desc limit 60",
      [tenant],
    ),
  )
  const classes = rows.map((row) => row.class)
  const lives = livesOf(performance.actor.person, unit, classes)
  const money = livesOf(finance.actor.person, unit, classes)
  const has = async (ledger: string) => {
    const [there] = await engine.database.inTenant(tenant, (tx) =>
      tx.query<{ n: number }>('select count(*)::int n from ledger.record where tenant = $1 and ledger = $2', [
        tenant,
        ledger,
      ]),
    )
    return Boolean(there?.n)
  }
  if (!(await has('project'))) await replay(engine, tenant, 'project', lives.registered)
  if (!(await has('indicator'))) {
    await replay(engine, tenant, 'fund', money.funds)
    await replay(engine, tenant, 'indicator', lives.indicators)
    await replay(
      engine,
      tenant,
      'payment',
      projects.map((project) => money.payment(project, '2024-03-05')),
    )
  }
  await settle(engine.database)
  return money.payment
}

async function measure(name: string): Promise<void> {
  const place = await openPlace(name)
  const database = openDatabase(place.appUrl, { max: 2 })
  try {
    const engine = engineOn(database, benchClock())
    const { result: payment } = await timed('prepared', () => prepare(engine))
    const sight: ScoreSight = { catalog: engine.ledgers, schemes, year }
    const times = async (work: (i: number) => Promise<unknown>) => {
      const all: number[] = []
      for (let i = 0; i < 6; i++) {
        const startedMs = performance.now()
        await work(i)
        if (i > 0) all.push(performance.now() - startedMs)
      }
      return round(median(all))
    }
    const scores = await database.inTenant(tenant, (tx) => projectScores(tx, sight))
    const indicators = scores.reduce((sum, { lines }) => sum + lines.length, 0)
    const wholeMs = await times(() => database.inTenant(tenant, (tx) => projectScores(tx, sight)))
    const changedMs: number[] = []
    for (let i = 0; i < 6; i++) {
      await replay(engine, tenant, 'payment', [payment('B07', '2024-05-06')])
      const startedMs = performance.now()
      await settle(database)
      await database.inTenant(tenant, (tx) => projectScore(tx, sight, 'B07'))
      if (i > 0) changedMs.push(performance.now() - startedMs)
    }
    const oneMs = round(median(changedMs))
    console.log(`${scores.length} projects, ${indicators} indicators evaluated in ${wholeMs} ms (at most 1,000)`)
    console.log(`one project again after one payment: ${oneMs} ms (at most 50)`)
    console.log(JSON.stringify({ bench: 'evaluate', projects: scores.length, indicators, wholeMs, oneMs }))
  } finally {
    await database.close()
    await place.leave()
  }
}

const { name } = askedFor(process.argv.slice(2))
if (findFilled(name)) await measure(name)
else {
  console.error(`.bench/${name} is not there; fill it first: npm run bench -- fill`)
  process.exitCode = 1
}
