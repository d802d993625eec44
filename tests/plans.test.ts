import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addBureau, engineOn, readerOf } from '../bench/parts/bureau.ts'
import { type Explained, explaining, sketch } from '../bench/parts/explain.ts'
import { loadShares, setCounters, sharesOf } from '../bench/parts/load.ts'
import { buildTown, morning, tenant } from '../bench/parts/town.ts'
import { getLedger, type LedgerRuntime } from '../modules/ledger/index.ts'
import { findAnywhere, listPage, placesOf, type Reader, tasksOf } from '../modules/ledger/queries.ts'
import { drillRows } from '../modules/metrics/index.ts'
import { fixedClock } from '../platform/clock.ts'
import { type Database, openDatabase, type Tx } from '../platform/db.ts'
import { freshDatabase } from './helpers/database.ts'

// Four years of a bureau, 20,000 cases. A page shows 50: whatever is asked, no statement may read more than a thousand
// rows that are not in its answer, or at a million cases the page will not come up. Entries of an index that are joined
// without a row being visited cost a hundredth of that; of these no more than a year's.
const MOST_THROWN_AWAY = 1000
const MOST_PASSED_OVER = 5000
const year = 2025

type Query = Parameters<typeof listPage>[3]
let database: Database
let engine: LedgerRuntime
let ownerUrl: string
let readers: Record<'receiver' | 'lead' | 'leadOfFour' | 'handler', Reader>

beforeAll(async () => {
  const fresh = await freshDatabase()
  ownerUrl = fresh.ownerUrl
  database = openDatabase(fresh.appUrl, { max: 4 })
  engine = engineOn(database, fixedClock(morning))
  const town = buildTown()
  await addBureau(database, town)
  const { last } = await loadShares(engine, ownerUrl, town, sharesOf('2022-07-01', 20_000))
  await setCounters(ownerUrl, last)
  await asOwner('vacuum (analyze)')
  readers = {
    receiver: await readerOf(engine, 'receiver'),
    lead: await readerOf(engine, 'unit-lead', 'u-xujiajing'),
    leadOfFour: await readerOf(engine, 'unit-lead', 'u-sanitation'),
    handler: await readerOf(engine, 'handler', 'u-cleaning'),
  }
})
afterAll(() => database.close())

async function asOwner(text: string, url = ownerUrl): Promise<void> {
  const owner = new pg.Client({ connectionString: url })
  await owner.connect()
  await owner.query(text)
  await owner.end()
}

const cases = () => getLedger(engine.ledgers, 'case')
function plansOf(ask: (tx: Tx) => Promise<unknown>, from = database): Promise<Explained[]> {
  return from.inTenant(tenant, async (tx) => {
    const observed = explaining(tx)
    await ask(observed.tx)
    return observed.plans
  })
}
/** The statements that read too much, as somebody who has to mend them wants to see them. */
const wasteful = (plans: readonly Explained[]): string[] =>
  plans
    .filter(({ thrownAway, passedOver }) => thrownAway > MOST_THROWN_AWAY || passedOver > MOST_PASSED_OVER)
    .map(({ thrownAway, passedOver, plan }) => `${thrownAway} rows, ${passedOver} entries too many: ${sketch(plan)}`)
const wastedBy = async (reader: Reader, query: Query) =>
  wasteful(await plansOf((tx) => listPage(tx, cases(), reader, query)))

/** What the list offers to filter by; of each something common and something rare. */
const offered: Query[] = [
  { state: 'closed' },
  { state: 'void' },
  { state: 'handling' },
  { state: 'received,to-dispatch,returned' },
  { class: 'E0401' },
  { class: 'P0140' },
  { unit: 'u-sanitation' },
  { unit: 'u-gas' },
  { grid: '431102001001001' },
  { channel: 'patrol' },
  { channel: 'cppcc' },
  { holder: 'me' },
  { clock: 'late' },
  { clock: 'soon' },
  { q: '垃圾' },
  { q: '气拱' },
  { q: '柳子街' },
  { facets: { street: '朝阳责任区' } },
  { sort: 'dueAt' },
]
const worded = (query: Query) =>
  Object.entries(query)
    .map(([name, value]) => `${name}=${typeof value === 'object' ? JSON.stringify(value) : value}`)
    .join(' ')
const sameFilter = (a: Query, b: Query) => Object.keys(a).some((name) => name in b)
const pairs = offered.flatMap((a, i) =>
  offered
    .slice(i + 1)
    .filter((b) => !sameFilter(a, b))
    .map((b) => ({ ...a, ...b })),
)

test('lists are read as the role the program runs as, behind row-level security', async () => {
  const [who] = await database.inTenant(tenant, (tx) =>
    tx.query("select current_user::text as name, row_security_active('ledger.record') as closed"),
  )
  expect(who).toEqual({ name: 'chengji_app', closed: true })
})

describe('a page and its total read what they show', () => {
  test.each(offered.map((query) => [worded(query), query]))('of a year, by %s', async (_, query) => {
    expect(await wastedBy(readers.receiver, { year, ...query })).toEqual([])
  })
  test('of a year, by any two filters together', async () => {
    const wrong: string[] = []
    for (const query of pairs)
      for (const line of await wastedBy(readers.receiver, { year, ...query })) wrong.push(`${worded(query)}: ${line}`)
    expect(wrong).toEqual([])
  })
  test('without a filter, of a year, of a span of days, and far down', async () => {
    const { next } = await database.inTenant(tenant, (tx) =>
      listPage(tx, cases(), readers.receiver, { year, limit: 200 }),
    )
    for (const query of [
      {},
      { year },
      { from: '2024-02-01', to: '2024-02-14' },
      { year, cursor: next! },
    ] satisfies Query[])
      expect(await wastedBy(readers.receiver, query)).toEqual([])
  })
  test.each(['4311022025', '43110220250', '123', '431102202500123'])('by the number %s', async (q) => {
    expect(await wastedBy(readers.receiver, { year, q })).toEqual([])
  })
})

describe('whoever sees a part of the cases does not read the others', () => {
  const asked: Query[] = [{}, { year }, ...offered.map((query) => ({ year, ...query }))]
  test.each(['lead', 'leadOfFour', 'handler'] as const)('the %s', async (who) => {
    const wrong: string[] = []
    for (const query of asked)
      for (const line of await wastedBy(readers[who], query)) wrong.push(`${worded(query)}: ${line}`)
    expect(wrong).toEqual([])
  })
})

test('the desk, the search at the top, the map and the drill page read what they show', async () => {
  const { receiver, handler } = readers
  const drill = { metric: 'case.closed', from: `${year}-01-01`, to: `${year}-12-31` }
  for (const ask of [
    (tx: Tx) => tasksOf(tx, engine.ledgers, receiver),
    (tx: Tx) => tasksOf(tx, engine.ledgers, handler),
    (tx: Tx) => findAnywhere(tx, engine.ledgers, receiver, '路灯', undefined),
    (tx: Tx) => findAnywhere(tx, engine.ledgers, handler, '垃圾', undefined),
    (tx: Tx) => placesOf(tx, cases(), receiver, { year }),
    (tx: Tx) => drillRows(tx, engine.ledgers, drill),
    (tx: Tx) => drillRows(tx, engine.ledgers, { ...drill, where: { unit: 'u-sanitation' } }),
  ])
    expect(wasteful(await plansOf(ask))).toEqual([])
})

test('before a table has statistics, a search is a walk all the same', async () => {
  const fresh = await freshDatabase()
  const young = openDatabase(fresh.appUrl, { max: 2 })
  await asOwner('alter table ledger.record set (autovacuum_enabled = off)', fresh.ownerUrl)
  await asOwner('alter table ledger.gram set (autovacuum_enabled = off)', fresh.ownerUrl)
  const its = engineOn(young, fixedClock(morning))
  const town = buildTown()
  await addBureau(young, town)
  await loadShares(its, fresh.ownerUrl, town, sharesOf('2026-01-01', 2000))
  for (const q of ['垃圾', '气拱', '柳子街', '人行道上'])
    expect(wasteful(await plansOf((tx) => listPage(tx, cases(), readers.receiver, { year: 2026, q }), young))).toEqual(
      [],
    )
  await young.close()
})

test('an index that is missing shows', async () => {
  const query = { year, class: 'P0140' }
  expect(await wastedBy(readers.receiver, query)).toEqual([])
  await asOwner('drop index ledger.record_class')
  expect(await wastedBy(readers.receiver, query)).not.toEqual([])
})
