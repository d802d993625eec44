import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { verifyLedger } from '../modules/ledger/index.ts'
import { demoPassword } from '../modules/org/index.ts'
import { systemClock } from '../platform/clock.ts'
import { openDatabase } from '../platform/db.ts'
import { type Embedded, startEmbedded } from '../platform/embedded.ts'
import { migrate } from '../platform/migrate.ts'
import { roleUrl } from '../platform/roles.ts'
import { addSmallBureau, smallBureau } from './helpers/bureau.ts'
import { reportData } from './helpers/casework.ts'
import { engineOn } from './helpers/engine.ts'

const rounds = 20
const root = mkdtempSync(join(tmpdir(), 'chengji-kill-'))
let place: Embedded
let appUrl = ''
beforeAll(async () => {
  chmodSync(root, 0o755)
  place = await startEmbedded(root)
  await migrate(place.url)
  appUrl = roleUrl(place.url, 'chengji_app')
  const database = openDatabase(appUrl)
  await addSmallBureau(database, '431102', { ...smallBureau, years: [2021, 2026] })
  await database.close()
})
afterAll(async () => {
  await place.stop()
  rmSync(root, { recursive: true, force: true })
})

async function startServer(): Promise<{ process: ChildProcess; port: number }> {
  const child = spawn(process.execPath, ['--import', 'tsx', join(import.meta.dirname, 'helpers', 'serve.ts')], {
    env: { ...process.env, APP_URL: appUrl, JOBS_URL: roleUrl(place.url, 'chengji_jobs'), DATA_DIR: root },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  for await (const line of createInterface({ input: child.stdout! })) return { process: child, port: Number(line) }
  throw new Error('the server ended before it served')
}

async function signIn(port: number): Promise<Record<string, string>> {
  const answer = await fetch(`http://127.0.0.1:${port}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ tenant: '431102', account: 'receiver', password: demoPassword }),
  })
  const { csrf } = (await answer.json()) as { csrf: string }
  return {
    cookie: answer.headers.get('set-cookie')!.split(';')[0]!,
    'x-csrf-token': csrf,
    'content-type': 'application/json',
  }
}

interface Seen {
  id: string
  version: number
}
/** Receives a case and files it, over and over, noting only what was answered; ends when the server is gone. */
async function work(port: number, headers: Record<string, string>, acknowledged: Seen[]): Promise<void> {
  const send = async (url: string, body: object): Promise<Seen> => {
    const answer = await fetch(`http://127.0.0.1:${port}${url}`, {
      method: 'POST',
      headers,
      body: JSON.stringify(body),
    })
    if (!answer.ok) throw new Error(await answer.text())
    const { id, version } = (await answer.json()) as Seen
    acknowledged.push({ id, version })
    return { id, version }
  }
  try {
    for (;;) {
      const { id } = await send('/api/ledgers/case/records', { data: reportData })
      await send(`/api/ledgers/case/records/${id}/moves/file`, { data: { condition: 'P0103-1' } })
    }
  } catch {
    // The server was killed: what was not answered may or may not be there.
  }
}
const postmaster = () => Number(readFileSync(join(root, 'database', 'pg', 'postmaster.pid'), 'utf8').split('\n')[0])

test(`killed ${rounds} times during load, the program and now and then its database, it keeps every move it acknowledged`, async () => {
  const acknowledged: Seen[] = []
  let headers: Record<string, string> | undefined
  for (let round = 1; round <= rounds; round++) {
    const server = await startServer()
    headers ??= await signIn(server.port)
    const clients = Array.from({ length: 6 }, () => work(server.port, headers!, acknowledged))
    const enough = acknowledged.length + 12 + ((round * 7) % 20)
    for (let waited = 0; acknowledged.length < enough && waited < 15_000; waited += 5) await sleep(5)
    if (round % 5 === 0) process.kill(postmaster(), 'SIGKILL')
    const gone = once(server.process, 'exit')
    server.process.kill('SIGKILL')
    await gone
    await Promise.all(clients)
    if (round % 5 === 0) await sleep(3000)
  }
  expect(acknowledged.length).toBeGreaterThan(rounds * 10)
  const database = openDatabase(appUrl)
  const kept = await database.inTenant('431102', (tx) =>
    tx.query<Seen>('select id, version from ledger.record where tenant = $1', ['431102']),
  )
  const versions = new Map(kept.map(({ id, version }) => [id, version]))
  expect(acknowledged.filter(({ id, version }) => (versions.get(id) ?? 0) < version)).toEqual([])
  const engine = engineOn(database, systemClock)
  expect((await verifyLedger(database, engine.ledgers, '431102')).faults).toEqual([])
  await database.close()
}, 600_000)
