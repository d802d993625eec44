import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { existsSync, mkdirSync, readdirSync, readFileSync, readlinkSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

/** Runs `work` while no other process on this machine does so for the same folder. The lock is a socket in Linux's
 *  abstract namespace: the kernel frees it with its process, so that a killed starter never leaves a stale one behind. */
export async function withLock<T>(folder: string, work: () => Promise<T>): Promise<T> {
  const lock = await takeLock(`\0chengji-${createHash('sha256').update(folder).digest('hex')}`)
  try {
    return await work()
  } finally {
    lock.close()
  }
}

async function takeLock(name: string) {
  for (;;) {
    const server = createServer((socket) => socket.destroy())
    server.listen(name)
    try {
      await once(server, 'listening')
      return server.unref()
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error
      await sleep(50)
    }
  }
}

/** Which process a number meant: numbers are used again, above all after a restart of the machine or container. */
export function identityOf(pid: number): string | undefined {
  try {
    // After the name in brackets (which may hold blanks) come the state and, 20th from there, the start time.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)!.split(' ')
    if (fields[0] === 'Z' || fields[0] === 'X') return undefined
    return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()} ${fields[19]}`
  } catch {
    return undefined
  }
}

export const isAlive = (pid: number | undefined): boolean => pid !== undefined && identityOf(pid) !== undefined

/** The running server of a data folder, from its postmaster.pid. A number that now belongs to something else is none. */
export function findServer(data: string): { pid: number; port: number } | undefined {
  const { pid, port } = readPidFile(data)
  return isAlive(pid) && worksOn(pid, data) ? { pid, port } : undefined
}

/** PostgreSQL would take any process of ours that now has the dead server's number for that server. */
export function forgetDeadServer(data: string): void {
  const { pid } = readPidFile(data)
  if (isAlive(pid) && !worksOn(pid, data)) rmSync(join(data, 'postmaster.pid'), { force: true })
}

function readPidFile(data: string): { pid: number; port: number } {
  try {
    const [pid, , , port] = readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n')
    return { pid: Number(pid), port: Number(port) }
  } catch {
    return { pid: 0, port: 0 }
  }
}

/** The server's working folder is its data folder, also after that was moved; where we may not see it (root without
 *  ptrace, in containers) its arguments tell. */
function worksOn(pid: number, data: string): boolean {
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === data
  } catch {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').includes(data)
  }
}

let registered = 0

/** Enters this process among the users of a server; the answer takes it out again. Under the lock. */
export function register(folder: string): () => void {
  mkdirSync(folder, { recursive: true })
  const file = join(folder, `${process.pid}.${++registered}`)
  writeFileSync(file, identityOf(process.pid) ?? '')
  return () => rmSync(file, { force: true })
}

/** How many users live; those that died without a word are struck off. Under the lock. */
export function countUsers(folder: string): number {
  if (!existsSync(folder)) return 0
  const alive = readdirSync(folder).filter((name) => {
    if (identityOf(Number.parseInt(name, 10)) === readFileSync(join(folder, name), 'utf8')) return true
    rmSync(join(folder, name), { force: true })
    return false
  })
  return alive.length
}
