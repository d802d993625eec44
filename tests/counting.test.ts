import { afterAll, beforeAll, expect, test } from 'vitest'
import { addBureau, engineOn, readerOf } from '../bench/parts/bureau.ts'
import { loadShares, sharesOf } from '../bench/parts/load.ts'
import { buildTown, morning, tenant } from '../bench/parts/town.ts'
import { countedBy, dimensions, getLedger, type LedgerRuntime, moveMany } from '../modules/ledger/index.ts'
import { replaceDays } from '../modules/metrics/store/days.ts'
import { addDays, fixedClock } from '../platform/clock.ts'
import { type Database, openDatabase } from '../platform/db.ts'
import { freshDatabase } from './helpers/database.ts'

// A day's metrics are counted together in one pass, a figure as of a seal and its records one metric at a time: two ways of
// counting that must agree, on lives with returns, rework, cases that lie open and cases opened again.
let database: Database
let engine: LedgerRuntime
const days = Array.from({ length: 90 }, (_, i) => addDays('2026-01-01', i))

beforeAll(async () => {
  const fresh = await freshDatabase()
  database = openDatabase(fresh.appUrl, { max: 2 })
  engine = engineOn(database, fixedClock(morning))
  const town = buildTown()
  await addBureau(database, town)
  await loadShares(engine, fresh.ownerUrl, town, sharesOf('2026-01-01', 2000))
  const { actor } = await readerOf(engine, Object.keys(getLedger(engine.ledgers, 'case').moves.reopen!.by)[0]!)
  const closed = await database.inTenant(tenant, (tx) =>
    tx.query<{ id: string }>(
      "select id from ledger.record where tenant = $1 and state = 'closed' order by id limit 60",
      [tenant],
    ),
  )
  // Counted before and after: what changed since must not be left as it was.
  const count = () => database.inTenant(tenant, (tx) => replaceDays(tx, getLedger(engine.ledgers, 'case'), days))
  await count()
  await moveMany(engine, actor, 'case', { move: 'reopen', items: closed, reason: '市民反映问题又出现' })
  await count()
})
afterAll(() => database.close())

interface Sum {
  key: string
  num: number
  den: number
}

test('what is counted of days together is what each metric counts alone, in every breakdown', async () => {
  const ledger = getLedger(engine.ledgers, 'case')
  const counted: string[] = []
  for (const [name, metric] of Object.entries(ledger.metrics)) {
    const { text, values } = countedBy(ledger, metric, tenant, { days })
    for (const by of ['', ...dimensions] as const) {
      const [together, alone] = await database.inTenant(tenant, (tx) =>
        Promise.all([
          tx.query<Sum>(
            `select day::text || ' ' || key as key, num, den from metrics.day_by where tenant = $1 and metric = $2 and dim = $3 order by 1`,
            [tenant, `case.${name}`, by],
          ),
          tx.query<Sum>(
            `select on_day::text || ' ' || ${by ? `c.${by}` : `''`} as key, sum(num)::bigint as num, sum(den)::bigint as den from (${text}) c group by 1 order by 1`,
            values,
          ),
        ]),
      )
      expect(together, `${name} by ${by || 'day'}`).toEqual(alone)
      if (together.length) counted.push(name)
    }
  }
  // Nothing agrees by being empty, but for what these lives never do.
  const never = ['unchecked']
  expect(Object.keys(ledger.metrics).filter((name) => !counted.includes(name))).toEqual(never)
})
