import { setTimeout as sleep } from 'node:timers/promises'
import { type Day, dayOf } from '../platform/clock.ts'
import { type Database, openDatabase } from '../platform/db.ts'
import type { Random } from '../server/demo/random.ts'
import { addBureau, addPhoto, nextMorning } from './parts/bureau.ts'
import { plainCommits } from './parts/commits.ts'
import { findFilled, openPlace, type Place, removePlace } from './parts/place.ts'
import { median, percentile, round } from './parts/say.ts'
import { serveHere, startServer } from './parts/server.ts'
import { sayStatements, statementsKept } from './parts/statements.ts'
import { askedFor } from './parts/subjects.ts'
import { buildTown, type Town } from './parts/town.ts'
import { sendPhoto, signInAll, type Times, walker } from './parts/walk.ts'

// npm run bench -- lifecycle [count] [--of penalty|lamp] [--profile]: the full path of a case (or of what is named) and one
// search of two characters, over HTTP against the real server with a session for each role, ten clients, fsync on; in an
// empty bureau and in one of a million cases, beside plain commits of the same PostgreSQL. --profile keeps a CPU profile of
// the server in .bench/.

const args = process.argv.slice(2)
const statements = args.includes('--statements')
const whole = args.includes('--whole')
const { subject, count, name } = askedFor(args)
const clients = 10
const warmUpMs = 4000
const measuredMs = 20_000
const plainMs = 3000
const mostLives = 50_000

interface Result {
  records: number
  lifecyclesPerSecond: number
  movesPerSecond: number
  plainCommitsPerSecond: number
  movesPerPlainCommit: number
  moveMs: { p50: number; p99: number }
  searchMs: { p50: number; p99: number }
  serverMb: number
}

async function walkAll(port: number, town: Town, on: Day, memory: () => Promise<number>) {
  const sessions = await signInAll(port)
  const photo = await sendPhoto(port, sessions)
  let times: Times = { moves: [], searches: [] }
  let lives = 0
  const stopAtMs = performance.now() + warmUpMs + measuredMs
  const walking = {
    ...{ port, sessions, whole, ledger: subject.ledger, year: subject.to.slice(0, 4) },
    walk: (drawn: Random) => subject.walk(town, drawn, photo, on),
    note: (kind: keyof Times, ms: number) => times[kind].push(ms),
  }
  const running = Array.from({ length: clients }, async (_, i) => {
    const client = await walker(walking, i)
    for (; performance.now() < stopAtMs && lives < mostLives; lives++) await client.lifecycle()
    client.leave()
  })
  const all = Promise.all(running)
  await Promise.race([all, sleep(warmUpMs)])
  times = { moves: [], searches: [] }
  const [livesBefore, startedMs] = [lives, performance.now()]
  let most = 0
  let done = false
  const watching = (async () => {
    for (; !done; await sleep(500)) most = Math.max(most, await memory())
  })()
  await Promise.race([all, sleep(measuredMs)])
  const seconds = (performance.now() - startedMs) / 1000
  const measured = { ...times, lives: lives - livesBefore, seconds }
  await all
  done = true
  await watching
  return { ...measured, serverMb: most }
}

async function measure(place: Place, records: number, town: Town, execArgv: string[]): Promise<Result> {
  const before = await plainCommits(place, clients, plainMs)
  const at = await within(place, nextMorning)
  const server = await startServer({ ...place, at }, execArgv)
  const { moves, searches, lives, seconds, serverMb } = await walkAll(server.port, town, dayOf(at), server.memory)
  await server.stop()
  if (statements) await sayStatements(place)
  const after = await plainCommits(place, clients, plainMs)
  const plain = (before + after) / 2
  const movesPerSecond = moves.length / seconds
  const spread = (times: number[]) => ({ p50: round(median(times)), p99: round(percentile(times, 0.99)) })
  return {
    records,
    lifecyclesPerSecond: round(lives / seconds),
    movesPerSecond: Math.round(movesPerSecond),
    plainCommitsPerSecond: Math.round(plain),
    movesPerPlainCommit: round(movesPerSecond / plain, 3),
    moveMs: spread(moves),
    searchMs: spread(searches),
    serverMb: Math.round(serverMb),
  }
}

function say(result: Result): void {
  const {
    records,
    lifecyclesPerSecond: lives,
    movesPerSecond,
    plainCommitsPerSecond,
    movesPerPlainCommit,
    moveMs,
    searchMs,
    serverMb,
  } = result
  console.log(
    `${records.toLocaleString('en-US')} ${subject.ledger} records before: ${lives} lifecycles/s (${movesPerSecond} moves/s, ${round(movesPerPlainCommit * 100)} % of ${plainCommitsPerSecond} plain commits/s)`,
  )
  console.log(
    `  a move p50 ${moveMs.p50} ms, p99 ${moveMs.p99} ms; a search p50 ${searchMs.p50} ms, p99 ${searchMs.p99} ms; server ${serverMb} MB`,
  )
}

async function within<T>({ appUrl }: Place, work: (database: Database) => Promise<T>): Promise<T> {
  const database = openDatabase(appUrl, { max: 1 })
  const result = await work(database)
  await database.close()
  return result
}

async function run(execArgv: string[]): Promise<void> {
  const town = buildTown()
  removePlace('lifecycle')
  const results: Result[] = []
  const small = await openPlace('lifecycle', statements ? statementsKept : [])
  await within(small, (database) => addBureau(database, town))
  await within(small, addPhoto)
  results.push(await measure(small, 0, town, execArgv))
  say(results[0]!)
  await small.leave()
  if (findFilled(name)) {
    const place = await openPlace(name, statements ? statementsKept : [])
    await within(place, addPhoto)
    results.push(await measure(place, count, town, execArgv))
    say(results[1]!)
    await place.leave()
  } else console.log(`.bench/${name} is not there: measured in an empty bureau only`)
  const [atNone, atLarge] = results
  const kept = atLarge && round(atLarge.movesPerSecond / atNone!.movesPerSecond, 2)
  if (kept) console.log(`${Math.round(kept * 100)} % of the empty bureau (at least 80)`)
  console.log(
    JSON.stringify({
      bench: 'lifecycle',
      of: subject.ledger,
      clients,
      answers: whole ? 'whole' : 'minimal',
      seconds: measuredMs / 1000,
      results,
      ...(kept ? { kept } : {}),
    }),
  )
}

if (args.includes('--server')) await serveHere()
else {
  const profile = [
    ...(args.includes('--profile') ? ['--cpu-prof', '--cpu-prof-dir=.bench'] : []),
    ...(args.includes('--perf') ? ['--perf-basic-prof', '--interpreted-frames-native-stack'] : []),
  ]
  await run(profile)
}
