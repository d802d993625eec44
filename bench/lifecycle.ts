import { setTimeout as sleep } from 'node:timers/promises'
import { type Database, openDatabase } from '../platform/db.ts'
import { addBureau, addPhoto, nextMorning } from './parts/bureau.ts'
import { plainCommits } from './parts/commits.ts'
import { findFilled, openPlace, type Place, removePlace } from './parts/place.ts'
import { median, percentile, round } from './parts/say.ts'
import { serveHere, startServer } from './parts/server.ts'
import { sayStatements, statementsKept } from './parts/statements.ts'
import { buildTown, type Town } from './parts/town.ts'
import { sendPhoto, signInAll, type Times, walker } from './parts/walk.ts'

// npm run bench -- lifecycle [cases] [--profile]: the full path of a case and one search of two characters, over HTTP
// against the real server with a session for each role, ten clients, fsync on; in an empty bureau and in one of a million
// cases, beside plain commits of the same PostgreSQL. --profile keeps a CPU profile of the server in .bench/.

const args = process.argv.slice(2)
const statements = args.includes('--statements')
const whole = args.includes('--whole')
const clients = 10
const movesALife = 9
const warmUpMs = 4000
const measuredMs = 20_000
const plainMs = 3000
const mostLives = 50_000

interface Result {
  cases: number
  lifecyclesPerSecond: number
  movesPerSecond: number
  plainCommitsPerSecond: number
  movesPerPlainCommit: number
  moveMs: { p50: number; p99: number }
  searchMs: { p50: number; p99: number }
  serverMb: number
}

async function walkAll(port: number, town: Town, memory: () => Promise<number>) {
  const sessions = await signInAll(port)
  const photo = await sendPhoto(port, sessions)
  let times: Times = { moves: [], searches: [] }
  let lives = 0
  const stopAtMs = performance.now() + warmUpMs + measuredMs
  const running = Array.from({ length: clients }, async (_, i) => {
    const client = await walker(port, sessions, town, photo, i, whole, (kind, ms) => times[kind].push(ms))
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

async function measure(place: Place, cases: number, town: Town, execArgv: string[]): Promise<Result> {
  const before = await plainCommits(place, clients, plainMs)
  const server = await startServer({ ...place, at: await within(place, nextMorning) }, execArgv)
  const { moves, searches, lives, seconds, serverMb } = await walkAll(server.port, town, server.memory)
  await server.stop()
  if (statements) await sayStatements(place)
  const after = await plainCommits(place, clients, plainMs)
  const plain = (before + after) / 2
  const movesPerSecond = moves.length / seconds
  const spread = (times: number[]) => ({ p50: round(median(times)), p99: round(percentile(times, 0.99)) })
  return {
    cases,
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
    cases,
    lifecyclesPerSecond: lives,
    movesPerSecond,
    plainCommitsPerSecond,
    movesPerPlainCommit,
    moveMs,
    searchMs,
    serverMb,
  } = result
  console.log(
    `${cases.toLocaleString('en-US')} cases before: ${lives} lifecycles/s (${movesPerSecond} moves/s of ${movesALife} a life, ${round(movesPerPlainCommit * 100)} % of ${plainCommitsPerSecond} plain commits/s)`,
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

async function run(large: string, execArgv: string[]): Promise<void> {
  const town = buildTown()
  removePlace('lifecycle')
  const results: Result[] = []
  const small = await openPlace('lifecycle', statements ? statementsKept : [])
  await within(small, (database) => addBureau(database, town))
  await within(small, addPhoto)
  results.push(await measure(small, 0, town, execArgv))
  say(results[0]!)
  await small.leave()
  const filled = findFilled(large)
  if (filled) {
    const place = await openPlace(large, statements ? statementsKept : [])
    await within(place, addPhoto)
    results.push(await measure(place, filled.cases, town, execArgv))
    say(results[1]!)
    await place.leave()
  } else console.log(`.bench/${large} is not there: measured in an empty bureau only (npm run bench -- fill ${large})`)
  const [atNone, atLarge] = results
  console.log(
    JSON.stringify({
      bench: 'lifecycle',
      clients,
      answers: whole ? 'whole' : 'minimal',
      seconds: measuredMs / 1000,
      results,
      ...(atLarge ? { kept: round(atLarge.lifecyclesPerSecond / atNone!.lifecyclesPerSecond, 2) } : {}),
    }),
  )
}

if (args.includes('--server')) await serveHere()
else {
  const profile = [
    ...(args.includes('--profile') ? ['--cpu-prof', '--cpu-prof-dir=.bench'] : []),
    ...(args.includes('--perf') ? ['--perf-basic-prof', '--interpreted-frames-native-stack'] : []),
  ]
  await run(args.find((arg) => /^\d+$/.test(arg)) ?? '1000000', profile)
}
