import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { projectRoot } from '../platform/config.ts'
import { startEmbedded } from '../platform/embedded.ts'

const cheap = ['-c', 'fsync=off', '-c', 'shared_buffers=32MB']
let parent: string
let folder: string
let users: ChildProcess[]

beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'chengji-embedded-'))
  chmodSync(parent, 0o755)
  folder = join(parent, '城管局 数据')
  users = []
})

afterEach(async () => {
  for (const user of users) if (user.exitCode === null && user.signalCode === null) await end(user, 'SIGKILL')
  // Whatever a test left running is stopped by a last user.
  const last = await startEmbedded(folder, cheap)
  await last.stop()
  rmSync(realpathSync(join(folder, 'database')), { recursive: true, force: true })
  rmSync(parent, { recursive: true, force: true })
})

/** A user in a process of its own, and the address it was given. */
async function startUser(): Promise<{ user: ChildProcess; url: string }> {
  const program = join(projectRoot, 'tests', 'helpers', 'embedded-user.ts')
  const user = spawn(process.execPath, ['--import', 'tsx', program, folder], { stdio: ['ignore', 'pipe', 'inherit'] })
  users.push(user)
  const [url] = await once(createInterface({ input: user.stdout! }), 'line')
  return { user, url }
}

async function end(user: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  const ended = once(user, 'exit')
  user.kill(signal)
  await ended
}

async function ask(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: url })
  client.on('error', () => {})
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}

const isRunning = () => existsSync(join(folder, 'database', 'pg', 'postmaster.pid'))
const serverPid = () => Number(readFileSync(join(folder, 'database', 'pg', 'postmaster.pid'), 'utf8').split('\n')[0])

test('two programs starting at once share one server, and the last to leave stops it', async () => {
  const [one, two] = await Promise.all([startUser(), startUser()])
  expect(one.url).toBe(two.url)
  // The password the database was made with is not left lying about.
  expect(existsSync(join(folder, 'database', 'initpw'))).toBe(false)
  await end(one.user, 'SIGTERM')
  expect(await ask(two.url, 'select 1 as one')).toEqual([{ one: 1 }])
  await end(two.user, 'SIGTERM')
  expect(isRunning()).toBe(false)
})

test('a program killed without a word leaves its server and data to the next, who then stops it', async () => {
  const { user, url } = await startUser()
  await ask(url, 'create table street as select 7 as width')
  const pid = serverPid()
  await end(user, 'SIGKILL')
  const next = await startEmbedded(folder, cheap)
  expect(serverPid()).toBe(pid)
  expect(await ask(next.url, 'select width from street')).toEqual([{ width: 7 }])
  await next.stop()
  expect(isRunning()).toBe(false)
})

test('a server that is killed under its user comes back at the same address with what was committed', async () => {
  const server = await startEmbedded(folder, cheap)
  await ask(server.url, 'create table street as select 7 as width')
  process.kill(serverPid(), 'SIGKILL')
  const answer = async () => ask(server.url, 'select width from street').catch(() => undefined)
  let rows: unknown
  for (let attempt = 0; attempt < 200 && !rows; attempt++) {
    await sleep(50)
    rows = await answer()
  }
  expect(rows).toEqual([{ width: 7 }])
  await server.stop()
})

test.runIf(process.getuid?.() === 0)(
  'in a folder closed to all but root the data move to a place the database can reach',
  async () => {
    chmodSync(parent, 0o700)
    mkdirSync(folder)
    const server = await startEmbedded(folder, cheap)
    expect(realpathSync(join(folder, 'database'))).toMatch(/^\/var\/lib\/chengji\//)
    expect(await ask(server.url, 'select 1 as one')).toEqual([{ one: 1 }])
    await server.stop()
  },
)
