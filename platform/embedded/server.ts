import { type ChildProcess, type StdioOptions, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import {
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statfsSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { type Binaries, plainEnvironment } from './binaries.ts'
import type { Home } from './home.ts'
import { findServer, forgetDeadServer, isAlive } from './processes.ts'

export async function initialise(home: Home, { initdb }: Binaries, onStep: (sentence: string) => void): Promise<void> {
  onStep(`正在建立内置数据库：${home.folder}`)
  const unfinished = join(home.folder, 'pg.new')
  const initialPassword = join(home.folder, 'initpw')
  rmSync(unfinished, { recursive: true, force: true })
  mkdirSync(unfinished, { mode: 0o700 })
  writeFileSync(join(home.folder, 'password'), randomBytes(24).toString('base64url'), { mode: 0o600 })
  writeFileSync(initialPassword, passwordOf(home), { mode: 0o600 })
  if ('uid' in home.account) {
    for (const path of [unfinished, initialPassword]) chownSync(path, home.account.uid, home.account.gid)
  }
  const encoding = ['-E', 'UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']
  const owner = ['-U', 'chengji_owner', '--pwfile', initialPassword, '-A', 'scram-sha-256']
  try {
    const code = await run(initdb, ['-D', unfinished, ...owner, ...encoding], home)
    if (code !== 0) throw failure(home, '建立')
    renameSync(unfinished, home.data)
  } finally {
    rmSync(initialPassword, { force: true })
  }
}

/** Starts the server and waits until it answers. */
export async function launch(home: Home, { postgres }: Binaries, extra: readonly string[]): Promise<void> {
  forgetDeadServer(home.data)
  for (let attempt = 1; attempt <= 10; attempt++) {
    const port = await choosePort(home)
    const server = start(postgres, ['-D', home.data, '-p', String(port), ...settings(), ...extra], home)
    // A program that cannot be run at all has no number, and so does not live.
    server.once('error', () => {})
    if (await answers(addressOf(home, port, 'postgres'), () => isAlive(server.pid))) {
      writeFileSync(join(home.folder, 'port'), String(port))
      return
    }
    // A killed server's last backends may hold its memory for a moment.
    await sleep(500)
  }
  throw failure(home, '启动')
}

// For an office server of 8 GB shared with this program; jit costs more than it gives on short statements.
function settings(): string[] {
  const values = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: 100,
    shared_buffers: '512MB',
    effective_cache_size: '2GB',
    work_mem: '16MB',
    maintenance_work_mem: '256MB',
    max_wal_size: '4GB',
    checkpoint_timeout: '15min',
    wal_compression: 'on',
    random_page_cost: 1.1,
    jit: 'off',
    timezone: 'Asia/Shanghai',
    log_timezone: 'Asia/Shanghai',
    dynamic_shared_memory_type: sharedMemory() < 512 * 2 ** 20 ? 'mmap' : 'posix',
  }
  return Object.entries(values).flatMap(([name, value]) => ['-c', `${name}=${value}`])
}

/** Containers often have 64 MB, too little for parallel queries. */
function sharedMemory(): number {
  try {
    const { bsize, blocks } = statfsSync('/dev/shm')
    return bsize * blocks
  } catch {
    return 0
  }
}

/** Fast shutdown: open transactions are rolled back, everything committed is on disk. */
export function askToStop(home: Home): void {
  const server = findServer(home.data)
  if (server) process.kill(server.pid, 'SIGINT')
}

/** Whether a server runs on the folder and answers. One that is just shutting down is waited for. */
export async function findReady(home: Home): Promise<boolean> {
  const server = findServer(home.data)
  if (!server) return false
  // The port stands in the file a moment after the number.
  while (isAlive(server.pid) && !findServer(home.data)?.port) await sleep(20)
  const port = findServer(home.data)?.port
  return port !== undefined && (await answers(addressOf(home, port, 'postgres'), () => isAlive(server.pid)))
}

/** Tries to connect for as long as the server lives: recovery after a power cut takes as long as it takes. */
async function answers(url: string, lives: () => boolean): Promise<boolean> {
  while (lives()) {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 })
    client.on('error', () => {})
    try {
      await client.connect()
      await client.end()
      return true
    } catch (error) {
      // The password does not fit: waiting will not help.
      if ((error as { code?: string }).code === '28P01') throw error
      await sleep(20)
    }
  }
  return false
}

/** Detached, or Ctrl-C would reach it before this program has finished with it. */
function start(program: string, args: readonly string[], home: Home): ChildProcess {
  const log = openLog(home)
  const stdio = ['ignore', log, log] satisfies StdioOptions
  const child = spawn(program, args, { ...home.account, cwd: '/', env: plainEnvironment, detached: true, stdio })
  closeSync(log)
  child.unref()
  return child
}

async function run(program: string, args: readonly string[], home: Home): Promise<number | null> {
  const child = start(program, args, home)
  child.ref()
  const [code] = await once(child, 'exit')
  return code
}

function openLog(home: Home): number {
  const file = join(home.folder, 'pg.log')
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0
  if (size > 20_000_000) renameSync(file, `${file}.old`)
  return openSync(file, 'a', 0o600)
}

function failure(home: Home, what: string): Error {
  const file = join(home.folder, 'pg.log')
  const end = readFileSync(file, 'utf8').trim().split('\n').slice(-5).join('\n')
  return new Error(`内置数据库未能${what}，日志在 ${file}，最后几行：\n${end}`)
}

/** The port of the last time, if it is still free: pools of a server that crashed wait there for the next. */
async function choosePort(home: Home): Promise<number> {
  const file = join(home.folder, 'port')
  const last = existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0
  return freePort(last).catch(() => freePort(0))
}

const freePort = (wanted: number) =>
  new Promise<number>((done, fail) => {
    const server = createServer()
    server.once('error', fail)
    server.listen(wanted, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      server.close(() => done(port))
    })
  })

const passwordOf = (home: Home) => readFileSync(join(home.folder, 'password'), 'utf8')

export const addressOf = (home: Home, port: number, database: string) =>
  `postgres://chengji_owner:${passwordOf(home)}@127.0.0.1:${port}/${database}`
