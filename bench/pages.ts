import { getLedger, type LedgerRuntime } from '../modules/ledger/index.ts'
import { findAnywhere, listPage, placesOf, type Reader, tasksOf } from '../modules/ledger/queries.ts'
import { countRecords, listRecords } from '../modules/ledger/store/lists.ts'
import { drillRows, figure, figureBy } from '../modules/metrics/index.ts'
import { replaceDays } from '../modules/metrics/store.ts'
import { addDays } from '../platform/clock.ts'
import { openDatabase, type Tx } from '../platform/db.ts'
import { benchClock, engineOn, readerOf } from './parts/bureau.ts'
import { findFilled, openPlace } from './parts/place.ts'
import { median, percentile, round } from './parts/say.ts'
import { tenant } from './parts/town.ts'

// npm run bench -- pages [cases]: what the console's pages cost in a filled bureau, asked as the application's role through
// the application's own functions, each in a transaction of its own; beside them one row fetched by its key in the same way.

interface Page {
  id: string
  title: string
  /** The i-th time it is asked, with other years, words and units than the time before. */
  ask(tx: Tx, i: number): Promise<unknown>
}

const years = [2025, 2024, 2023, 2022, 2021, 2020, 2019, 2018]
const pick = <T>(list: readonly T[], i: number): T => list[i % list.length]!
const classes = ['E0401', 'E0405', 'E0110', 'E0201', 'E0301', 'E0112', 'P0103', 'E0499']
const units = ['u-sanitation', 'u-xujiajing', 'u-lamps', 'u-municipal', 'u-gas', 'u-chaoyang']
const commonWords = ['垃圾', '路灯', '店家', '车道', '小区', '雨水', '公交', '人行']
const words = ['人行道', '雨水井', '公交站', '垃圾桶', '路灯杆', '小区门口', '店家音响', '车道旁']
const rareWords = ['气拱', '喇叭', '泔水', '卡片', '萝卜', '网红', '沙发', '篷布']

function pagesOf({ ledgers }: LedgerRuntime, reader: Reader, ids: readonly string[]): Page[] {
  const cases = getLedger(ledgers, 'case')
  const list = (tx: Tx, query: Parameters<typeof listPage>[3]) => listPage(tx, cases, reader, query)
  const plain = { ledger: 'case', sight: {} }
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
      title: '列表一页，按小类',
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
      title: '总数，一年一小类（精确）',
      ask: (tx, i) => countRecords(tx, { ...plain, ...within(pick(years, i)), class: pick(classes, i) }),
    },
    {
      id: 'total-pair',
      title: '总数，一年一小类一部门（精确）',
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
      ask: (tx, i) => list(tx, { year: pick(years, i), q: pick(commonWords, i) }),
    },
    {
      id: 'search-rare',
      title: '两字查找，少见（一页和总数）',
      ask: (tx, i) => list(tx, { year: pick(years, i), q: pick(rareWords, i) }),
    },
    {
      id: 'search-word',
      title: '三四字查找（一页和总数）',
      ask: (tx, i) => list(tx, { year: pick(years, i), q: pick(words, i) }),
    },
    {
      id: 'search-state',
      title: '两字查找加状态（一页和总数）',
      ask: (tx, i) =>
        list(tx, { year: pick(years, i), q: pick(commonWords, i), state: pick(['closed', 'void', 'handling'], i) }),
    },
    {
      id: 'search-anywhere',
      title: '顶栏两字查找，各台账',
      ask: (tx, i) => findAnywhere(tx, ledgers, reader, pick(commonWords, i), undefined),
    },
    {
      id: 'map',
      title: '地图上的位置（至多5000点）',
      ask: (tx, i) => placesOf(tx, cases, reader, { year: pick(years, i) }),
    },
    {
      id: 'figure',
      title: '数字页：一年结案数',
      ask: (tx, i) => figure(tx, ledgers, { metric: 'case.closed', ...yearOf(i) }),
    },
    {
      id: 'figure-month',
      title: '数字页：一年结案数，分月',
      ask: (tx, i) => figureBy(tx, ledgers, { metric: 'case.closed', ...yearOf(i) }, 'month'),
    },
    {
      id: 'figure-unit',
      title: '数字页：一年结案数，分部门',
      ask: (tx, i) => figureBy(tx, ledgers, { metric: 'case.closed', ...yearOf(i) }, 'unit'),
    },
    {
      id: 'drill',
      title: '数字的来历一页',
      ask: (tx, i) => drillRows(tx, ledgers, { metric: 'case.closed', ...yearOf(i) }),
    },
    {
      id: 'drill-unit',
      title: '数字的来历一页，一部门',
      ask: (tx, i) => drillRows(tx, ledgers, { metric: 'case.closed', ...yearOf(i), where: { unit: pick(units, i) } }),
    },
    {
      id: 'drill-share',
      title: '比率的来历一页',
      ask: (tx, i) => drillRows(tx, ledgers, { metric: 'case.closed-in-time', ...yearOf(i), part: 'num' }),
    },
    { id: 'recount', title: '重计一天', ask: (tx, i) => replaceDays(tx, cases, [addDays('2024-03-01', i * 3)]) },
  ]
}

async function measure(name: string): Promise<void> {
  const place = await openPlace(name)
  const database = openDatabase(place.appUrl, { max: 2 })
  try {
    const engine = engineOn(database, benchClock())
    const reader = await readerOf(engine, 'receiver')
    const ids = await database.inTenant(tenant, (tx) =>
      tx.query<{ id: string }>('select id from ledger.record where tenant = $1 limit 200', [tenant]),
    )
    const results: { id: string; median: number; p99: number; timesPlain: number }[] = []
    for (const { id, title, ask } of pagesOf(
      engine,
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
    console.log(JSON.stringify({ bench: 'pages', cases: Number(name), rounds, pages: results }))
  } finally {
    await database.close()
    await place.leave()
  }
}

const [warmUps, rounds] = [16, 100]
const cases = process.argv[2] ?? '1000000'
if (findFilled(cases)) await measure(cases)
else {
  console.error(`.bench/${cases} is not there; fill it first: npm run bench -- fill ${cases}`)
  process.exitCode = 1
}
