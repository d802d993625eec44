import { existsSync, mkdirSync, realpathSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { findBinaries } from './embedded/binaries.ts'
import { type Home, openHome } from './embedded/home.ts'
import { countUsers, findServer, register, withLock } from './embedded/processes.ts'
import { addressOf, askToStop, findReady, initialise, launch } from './embedded/server.ts'

export interface Embedded {
  /** The owner's address of the database `chengji`. */
  url: string
  /** This user is done; the server stops with its last user. May be called twice. */
  stop(): Promise<void>
}

type OnStep = (sentence: string) => void

/** Starts the built-in PostgreSQL on a data folder, or joins the one that runs there already: started by another process,
 *  or left behind by one that was killed. It listens on 127.0.0.1 only. `extra` are more arguments for the server, heard
 *  by whoever starts it. */
export async function startEmbedded(dir: string, extra: string[] = [], onStep: OnStep = () => {}): Promise<Embedded> {
  mkdirSync(dir, { recursive: true })
  const folder = realpathSync(dir)
  return withLock(folder, async () => {
    const home = openHome(folder)
    const programs = await findBinaries(home.account)
    if (!existsSync(home.data)) await initialise(home, programs, onStep)
    const serve = async () => (await findReady(home)) || launch(home, programs, extra)
    await serve()
    const { port } = findServer(home.data)!
    await createDatabase(addressOf(home, port, 'postgres'))
    const users = join(home.folder, 'users')
    const unregister = register(users)
    let hasLeft = false
    const revive = () => withLock(folder, async () => hasLeft || serve())
    const guard = guardServer(home, revive, onStep)
    const signOff = () => {
      hasLeft = true
      clearInterval(guard)
      process.off('exit', signOff)
      unregister()
      if (countUsers(users) === 0) askToStop(home)
    }
    // A program that ends by an error does not leave its server behind; only one ended by a signal it does not handle.
    process.on('exit', signOff)
    const leave = async () => {
      signOff()
      while (countUsers(users) === 0 && findServer(home.data)) await sleep(20)
    }
    return { url: addressOf(home, port, 'chengji'), stop: () => withLock(folder, leave) }
  })
}

/** Each user starts the server again should it crash, on the same port, so that open pools find it again. */
function guardServer(home: Home, revive: () => Promise<unknown>, onStep: OnStep) {
  let isReviving = false
  const guard = setInterval(async () => {
    if (isReviving || findServer(home.data)) return
    isReviving = true
    onStep('内置数据库意外退出，正在重新启动')
    await revive().catch((error: Error) => onStep(`内置数据库重新启动失败：${error.message}`))
    isReviving = false
  }, 1000)
  return guard.unref()
}

async function createDatabase(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => {})
  await client.connect()
  try {
    const { rowCount } = await client.query(`select from pg_database where datname = 'chengji'`)
    if (rowCount === 0) await client.query('create database chengji')
  } finally {
    await client.end()
  }
}
