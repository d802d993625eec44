import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads'
import pg from 'pg'
import { getLedger } from '../modules/ledger/index.ts'
import { openDatabase } from '../platform/db.ts'
import { addBureau, benchClock, engineOn } from './parts/bureau.ts'
import { buildIndexes, dropIndexes } from './parts/indexes.ts'
import { type Loaded, loadShares, setCounters, sharesOf } from './parts/load.ts'
import { findFilled, noteFilled, openPlace, removePlace } from './parts/place.ts'
import { countEverything } from './parts/recount.ts'
import { round, timed } from './parts/say.ts'
import type { Share } from './parts/subject.ts'
import { askedFor, subjectOf } from './parts/subjects.ts'
import { buildTown } from './parts/town.ts'

// npm run bench -- fill [count] [--of penalty|penalty-ordinary|lamp] [--again]: a bureau with a million cases in ten years, kept in
// .bench/<count> for the other benches; or with penalties or lamps, in .bench/<of>-<count>. Every record is decided step by
// step by the engine's own rules; the rows are copied in by the database's owner, since COPY is not possible under row-level
// security.

interface Work {
  appUrl: string
  ownerUrl: string
  of: string
  shares: Share[]
}

async function loadHere({ appUrl, ownerUrl, of, shares }: Work): Promise<Loaded> {
  const database = openDatabase(appUrl, { max: 1 })
  const loaded = await loadShares(engineOn(database, benchClock()), ownerUrl, buildTown(), shares, subjectOf(of))
  await database.close()
  return loaded
}

function loadBeside(work: Work): Promise<Loaded> {
  const worker = new Worker(process.argv[1]!, { workerData: work })
  return new Promise((done, fail) => {
    worker.once('message', done).once('error', fail)
  })
}

/** Whole years to each of two threads: a year's numbers are given by one of them. */
function halves(shares: readonly Share[]): [Share[], Share[]] {
  const [a, b]: [Share[], Share[]] = [[], []]
  for (const share of shares.toSorted((x, y) => y.count - x.count)) (sum(a) <= sum(b) ? a : b).push(share)
  return [a, b]
}
const sum = (shares: readonly Share[]) => shares.reduce((all, { count }) => all + count, 0)

async function fill({ subject, count, name }: ReturnType<typeof askedFor>): Promise<void> {
  const { name: of, ledger, from, to } = subject
  removePlace(name)
  // Loading only: fewer checkpoints, and no log of indexes that are built whole.
  const extra = ['wal_level=minimal', 'max_wal_senders=0', 'max_wal_size=16GB', 'autovacuum=off', 'shared_buffers=1GB']
  const place = await openPlace(
    name,
    extra.flatMap((setting) => ['-c', setting]),
  )
  const owner = new pg.Client({ connectionString: place.ownerUrl })
  await owner.connect()
  try {
    const database = openDatabase(place.appUrl, { max: 2 })
    await addBureau(database, buildTown())
    const startedMs = performance.now()
    const indexes = await dropIndexes(owner)
    const { result, ms } = await timed('decided and copied', () =>
      Promise.all(
        halves(sharesOf(from, count, to)).map((shares) =>
          loadBeside({ ...place, leave: undefined, of, shares } as Work),
        ),
      ),
    )
    await timed('indexes', () => buildIndexes(place.ownerUrl, indexes))
    const entries = result.reduce((all, one) => all + one.entries, 0)
    await setCounters(
      place.ownerUrl,
      result.flatMap(({ last }) => [...last]),
    )
    const wholeMs = performance.now() - startedMs
    await timed('vacuum analyze', () => owner.query('vacuum (analyze, freeze)'))
    await timed('counted by day', () =>
      countEverything(database, getLedger(engineOn(database, benchClock()).ledgers, ledger)),
    )
    await timed('vacuum analyze', () => owner.query('vacuum (analyze) metrics.day_by'))
    await database.close()
    await owner.query('checkpoint')
    noteFilled(name, { entries })
    const rate = { copied: Math.round((entries / ms) * 1000), indexed: Math.round((entries / wholeMs) * 1000) }
    console.log(
      `${count} ${of} records, ${entries} entries: ${rate.copied} entries/s (${Math.round((count / ms) * 1000)} records/s) decided and copied (at least 20,000), ${rate.indexed}/s with their indexes`,
    )
    console.log(
      JSON.stringify({
        bench: 'fill',
        of,
        count,
        entries,
        entriesPerSecond: rate,
        seconds: round((performance.now() - startedMs) / 1000),
      }),
    )
  } finally {
    await owner.end()
    await place.leave()
  }
}

if (isMainThread) {
  const args = process.argv.slice(2)
  const asked = askedFor(args)
  const { subject, count, name } = asked
  const filled = args.includes('--again') ? undefined : findFilled(name)
  if (filled) {
    console.log(`.bench/${name} is already there: ${count} ${subject.name} records, ${filled.entries} entries`)
    console.log(JSON.stringify({ bench: 'fill', of: subject.name, count, entries: filled.entries, skipped: true }))
  } else await fill(asked)
} else parentPort!.postMessage(await loadHere(workerData as Work))
