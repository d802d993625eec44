import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { projectRoot } from '../platform/config.ts'
import { folderOf } from './parts/place.ts'
import { median, round } from './parts/say.ts'

// npm run bench -- start: from `npm start` to the first good answer, with the demonstration loaded and everything built.
// The first run builds, loads the demonstration into .bench/start and takes its time.

const rounds = 5
const dataDir = folderOf('start')

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  return port
}

async function untilAnswers(server: ChildProcess, port: number): Promise<void> {
  for (;;) {
    if (server.exitCode !== null) throw new Error(`the server ended with code ${server.exitCode}`)
    const answer = await fetch(`http://127.0.0.1:${port}/api/health`).catch(() => undefined)
    if (answer?.ok) return
    await sleep(10)
  }
}

/** Starts, waits for an answer, stops. Gives the milliseconds to the answer. */
async function start(): Promise<number> {
  const port = await freePort()
  const env = { ...process.env, PORT: String(port), DATA_DIR: dataDir, LOG_LEVEL: 'error' }
  const startedMs = performance.now()
  const server = spawn(process.execPath, [join(projectRoot, 'bin', 'chengji.mjs'), 'start'], {
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  await untilAnswers(server, port)
  const ms = performance.now() - startedMs
  server.kill('SIGTERM')
  await once(server, 'exit')
  return ms
}

const isFirst = !existsSync(dataDir)
const firstMs = await start()
if (isFirst) console.log(`first start, the demonstration loaded: ${round(firstMs / 1000)} s`)
const times: number[] = []
for (let i = 0; i < rounds; i++) times.push(await start())
console.log(
  `warm start: median ${round(median(times) / 1000, 2)} s, longest ${round(Math.max(...times) / 1000, 2)} s of ${rounds} (at most 5)`,
)
console.log(
  JSON.stringify({
    bench: 'start',
    medianSeconds: round(median(times) / 1000, 2),
    longestSeconds: round(Math.max(...times) / 1000, 2),
    ...(isFirst ? { firstSeconds: round(firstMs / 1000) } : {}),
  }),
)
