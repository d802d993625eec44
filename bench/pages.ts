import { getLedger, type LedgerRuntime, makeDue } from '../modules/ledger/index.ts'
import { findAnywhere, listPage, placesOf, type Reader, tasksOf } from '../modules/ledger/queries.ts'
import { countRecords, listRecords } from '../modules/ledger/store/lists.ts'
import { drillRows, figure, figureBy } from '../modules/metrics/index.ts'
import { replaceDays } from '../modules/metrics/store/days.ts'
import { addDays, type Instant } from '../platform/clock.ts'
import { type Database, openDatabase, type Tx } from '../platform/db.ts'
import { benchClock, engineOn, readerOf } from './parts/bureau.ts'
import { findFilled, openPlace } from './parts/place.ts'
import { median, percentile, round } from './parts/say.ts'
import type { Subject } from './parts/subject.ts'
import { askedFor } from './parts/subjects.ts'
import { morning, tenant } from './parts/town.ts'

// npm run bench -- pages [count] [--of penalty|lamp]: what the console's pages cost in a filled bureau, asked as the
// application's role through the application's own functions, each in a transaction of its own; beside them one row fetched by
// its key in the same way. Where rounds are called by themselves, a thousand of them: each run calls the next thousand.

interface Page {
  id: string
  title: string
  /** The i-th time it is asked, with other years, words and units than the time before. */
  ask(tx: Tx, i: number): Promise<unknown>
}

const pick = <T>(list: readonly T[], i: number): T => list[i % list.length]!
function pagesOf({ ledgers }: LedgerRuntime, { ledger: of, asked }: Subject, reader: Reader, ids: string[]): Page[] {
  const ledger = getLedger(ledgers, of)
  const { years, classes, units, states, common, rare, words, stock } = asked
  const list = (tx: Tx, query: Parameters<typeof listPage>[3]) => listPage(tx, ledger, reader, query)
  const plain = { ledger: of, sight: {} }
  const within = (year: number) => ({ from: `${year - 1}-12-31T16:00:00.000Z`, to: `${year}-12-31T16:00:00.000Z` })
  const yearOf = (i: number) => ({
    period: String(pick(years, i)),
    from: `${pick(years, i)}-01-01`,
    to: `${pick(years, i)}-12-31`,
  })
  return [
    {
      id: 'plain',
      title: '按主键取一行（对照）',
      ask: (tx, i) =>
        tx.named('bench.plain', 'select * from ledger.record where tenant = $1 and id = $2', [tenant, pick(ids, i)]),
    },
    {
      id: 'list',
      title: '列表一页',
      ask: (tx, i) => listRecords(tx, { ...plain, ...within(pick(years, i)) }, { sort: 'newest', limit: 51 }),
    },
    {
      id: 'list-of-class',
      title: '列表一页，按类别',
      ask: (tx, i) =>
        listRecords(
          tx,
          { ...plain, ...within(pick(years, i)), class: pick(classes, i) },
          { sort: 'newest', limit: 51 },
        ),
    },
    {
      id: 'total-10000',
      title: '总数，超过一万（10,000+）',
      ask: (tx, i) => countRecords(tx, { ...plain, ...within(pick(years, i)) }),
    },
    {
      id: 'total-exact',
      title: '总数，一年一类别（精确）',
      ask: (tx, i) => countRecords(tx, { ...plain, ...within(pick(years, i)), class: pick(classes, i) }),
    },
    {
      id: 'total-pair',
      title: '总数，一年一类别一部门（精确）',
      ask: (tx, i) =>
        countRecords(tx, { ...plain, ...within(pick(years, i)), class: pick(classes, i), unit: pick(units, i) }),
    },
    {
      id: 'list-request',
      title: '列表请求（一页和总数），一年一部门',
      ask: (tx, i) => list(tx, { year: pick(years, i), unit: pick(units, i) }),
    },
    { id: 'late', title: '已超时的列表', ask: (tx) => list(tx, { clock: 'late' }) },
    { id: 'tasks', title: '我的待办', ask: (tx) => tasksOf(tx, ledgers, reader) },
    {
      id: 'search-common',
      title: '两字查找，常见（一页和总数）',
      ask: (tx, i) => list(tx, { year: pick(years, i), q: pick(common, i) }),
    },
    {
      id: 'search-rare',
      title: '两字查找，少见（一页和总数）',
      ask: (tx, i) => list(tx, { year: pick(years, i), q: pick(rare, i) }),
    },
    {
      id: 'search-word',
      title: '三四字查找（一页和总数）',
      ask: (tx, i) => list(tx, { year: pick(years, i), q: pick(words, i) }),
    },
    {
      id: 'search-number',
      title: '按编号查找（一页和总数）',
      ask: (tx, i) => list(tx, { year: pick(years, i), q: String(1 + i * 7) }),
    },
    {
      id: 'search-state',
      title: '两字查找加状态（一页和总数）',
      ask: (tx, i) => list(tx, { year: pick(years, i), q: pick(common, i), state: pick(states, i) }),
    },
    {
      id: 'search-anywhere',
      title: '顶栏两字查找，各台账',
      ask: (tx, i) => findAnywhere(tx, ledgers, reader, pick(common, i), undefined),
    },
    {
      id: 'map',
      title: '地图上的位置（至多5000点）',
      ask: (tx, i) => placesOf(tx, ledger, reader, { year: pick(years, i) }),
    },
    {
      id: 'figure',
      title: '数字页：一年',
      ask: (tx, i) => figure(tx, ledgers, { metric: asked.count, ...yearOf(i) }),
    },
    {
      id: 'figure-month',
      title: '数字页：一年，分月',
      ask: (tx, i) => figureBy(tx, ledgers, { metric: asked.count, ...yearOf(i) }, 'month'),
    },
    {
      id: 'figure-unit',
      title: '数字页：一年，分部门',
      ask: (tx, i) => figureBy(tx, ledgers, { metric: asked.count, ...yearOf(i) }, 'unit'),
    },
    {
      id: 'drill',
      title: '数字的来历一页',
      ask: (tx, i) => drillRows(tx, ledgers, { metric: asked.count, ...yearOf(i) }),
    },
    {
      id: 'drill-unit',
      title: '数字的来历一页，一部门',
      ask: (tx, i) => drillRows(tx, ledgers, { metric: asked.count, ...yearOf(i), where: { unit: pick(units, i) } }),
    },
    {
      id: 'drill-share',
      title: '比率的来历一页',
      ask: (tx, i) => drillRows(tx, ledgers, { metric: asked.share, ...yearOf(i), part: 'num' }),
    },
    ...(stock
      ? [
          {
            id: 'stock',
            title: '数字页：年末在册',
            ask: (tx: Tx, i: number) => figure(tx, ledgers, { metric: stock, ...yearOf(i) }),
          },
        ]
      : []),
    { id: 'recount', title: '重计一天', ask: (tx, i) => replaceDays(tx, ledger, [addDays('2024-03-01', i * 3)]) },
  ]
}

/** Makes what is due by itself when a thousand have become due; nothing in a ledger where nothing comes by itself. */
async function callDue(database: Database, { ledger }: Subject) {
  const [due] = await database.inTenant(tenant, (tx) =>
    tx.query<{ at: Instant | null }>(
      `select max(due_at) as at from (
         select due_at from ledger.record where tenant = $1 and ledger = $2 and due_at is not null and closed_at is not null
         order by due_at limit 1000) r`,
      [tenant, ledger],
    ),
  )
  if (!due?.at) return {}
  const engine = engineOn(database, benchClock(due.at > morning ? due.at : morning))
  await engine.world(tenant)
  const startedMs = performance.now()
  const moves = await makeDue(engine, tenant)
  const perSecond = Math.round((moves / (performance.now() - startedMs)) * 1000)
  console.log(`${moves} rounds called by themselves: ${perSecond} moves/s`)
  return { due: { moves, perSecond } }
}

async function measure({ subject, count, name }: ReturnType<typeof askedFor>): Promise<void> {
  const place = await openPlace(name)
  const database = openDatabase(place.appUrl, { max: 2 })
  try {
    const engine = engineOn(database, benchClock())
    const reader = await readerOf(engine, 'receiver')
    const ids = await database.inTenant(tenant, (tx) =>
      tx.query<{ id: string }>('select id from ledger.record where tenant = $1 and ledger = $2 limit 200', [
        tenant,
        subject.ledger,
      ]),
    )
    const results: { id: string; median: number; p99: number; timesPlain: number }[] = []
    for (const { id, title, ask } of pagesOf(
      engine,
      subject,
      reader,
      ids.map((row) => row.id),
    )) {
      const times: number[] = []
      for (let i = 0; i < warmUps + rounds; i++) {
        const startedMs = performance.now()
        await database.inTenant(tenant, (tx) => ask(tx, i))
        if (i >= warmUps) times.push(performance.now() - startedMs)
      }
      const plainMs: number = results[0]?.median ?? median(times)
      const result = {
        id,
        median: round(median(times), 2),
        p99: round(percentile(times, 0.99), 1),
        timesPlain: round(median(times) / plainMs),
      }
      results.push(result)
      console.log(
        `${title.padEnd(26, '　')} ${String(result.median).padStart(8)} ms  p99 ${String(result.p99).padStart(7)} ms  ×${result.timesPlain}`,
      )
    }
    const slowest = results.reduce((a, b) => (a.median < b.median ? b : a))
    console.log(`slowest: ${slowest.id}, median ${slowest.median} ms (at most 50)`)
    const due = await callDue(database, subject)
    console.log(JSON.stringify({ bench: 'pages', of: subject.ledger, count, rounds, pages: results, ...due }))
  } finally {
    await database.close()
    await place.leave()
  }
}

const [warmUps, rounds] = [16, 100]
const asked = askedFor(process.argv.slice(2))
if (findFilled(asked.name)) await measure(asked)
else {
  console.error(`.bench/${asked.name} is not there; fill it first: npm run bench -- fill`)
  process.exitCode = 1
}
