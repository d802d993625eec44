import { type ChildProcess, fork, type StdioOptions } from 'node:child_process'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import type { Instant } from '../../platform/clock.ts'
import { logOptions } from '../../platform/log.ts'
import { createServer } from '../../server/main.ts'
import { benchClock } from './bureau.ts'
import type { Place } from './place.ts'

interface Addresses extends Pick<Place, 'folder' | 'appUrl' | 'jobsUrl'> {
  /** When the server's clock starts. */
  at: Instant
}
export interface Running {
  port: number
  /** The server's process alone, in megabytes, without PostgreSQL. */
  memory(): Promise<number>
  stop(): Promise<void>
}

/** The real server in a process of its own. `execArgv` is for node: a profile. */
export async function startServer(
  { folder, appUrl, jobsUrl, at }: Addresses,
  execArgv: string[] = [],
): Promise<Running> {
  // It logs as it does in earnest; nobody reads it here.
  const stdio = ['ignore', 'ignore', 'inherit', 'ipc'] satisfies StdioOptions
  const child = fork(process.argv[1]!, ['--server'], { execArgv: ['--enable-source-maps', ...execArgv], stdio })
  child.send({ folder, appUrl, jobsUrl, at })
  const port = await told<number>(child)
  return {
    port,
    memory: () => {
      child.send('memory')
      return told<number>(child)
    },
    async stop() {
      child.send('stop')
      await once(child, 'exit')
    },
  }
}

async function told<T>(child: ChildProcess): Promise<T> {
  const done = new AbortController()
  const { signal } = done
  const gone = once(child, 'exit', { signal }).then(([code]) => {
    throw new Error(`the server ended with code ${code}`)
  })
  try {
    const [message] = (await Promise.race([once(child, 'message', { signal }), gone])) as [T]
    return message
  } finally {
    gone.catch(() => {}) // given up below
    done.abort()
  }
}

/** The other end: what the child does. */
export async function serveHere(): Promise<void> {
  const [{ folder, appUrl, jobsUrl, at }] = (await once(process, 'message')) as [Addresses]
  const config = { dataDir: folder, behindTls: false, rateLimit: 1_000_000 }
  const server = await createServer({ config, appUrl, jobsUrl, log: logOptions('info'), clock: benchClock(at) })
  await server.http.listen({ host: '127.0.0.1', port: 0 })
  process.on('message', async (asked) => {
    if (asked === 'memory') process.send!(process.memoryUsage.rss() / 2 ** 20)
    if (asked !== 'stop') return
    await server.close()
    process.disconnect()
  })
  process.send!((server.http.server.address() as AddressInfo).port)
}
