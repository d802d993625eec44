import { expect, test } from 'vitest'
import { addBureau, engineOn } from '../bench/parts/bureau.ts'
import { loadShares, setCounters, sharesOf } from '../bench/parts/load.ts'
import { subjects } from '../bench/parts/subjects.ts'
import { buildTown, morning, tenant } from '../bench/parts/town.ts'
import { verifyLedger } from '../modules/ledger/index.ts'
import { fixedClock } from '../platform/clock.ts'
import { openDatabase } from '../platform/db.ts'
import { freshDatabase } from './helpers/database.ts'

// What the benches measure stands as if the engine had written it: chains, numbers without a gap, those of papers too.
test.each(subjects.map((subject) => [subject.ledger, subject] as const))(
  'a bureau filled with %s records verifies',
  async (_, subject) => {
    const { appUrl, ownerUrl } = await freshDatabase()
    const database = openDatabase(appUrl, { max: 2 })
    const engine = engineOn(database, fixedClock(morning))
    const town = buildTown()
    await addBureau(database, town)
    const { entries, last } = await loadShares(engine, ownerUrl, town, sharesOf(subject.from, 400, subject.to), subject)
    await setCounters(ownerUrl, last)
    expect(await verifyLedger(database, engine.ledgers, tenant)).toEqual({ records: 400, entries, faults: [] })
    await database.close()
  },
)
