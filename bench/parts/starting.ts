import { createServer } from '../../server/main.ts'

/** How long a new process took to wire the program, and how many ledgers it has. */
export interface Started {
  ms: number
  ledgers: number
}

const [dataDir, appUrl, jobsUrl] = process.argv.slice(2) as [string, string, string]
const server = await createServer({ config: { dataDir, behindTls: false }, appUrl, jobsUrl, log: false })
await server.http.ready()
const started: Started = { ms: performance.now(), ledgers: server.parts.runtime.ledgers.size }
await server.close()
console.log(JSON.stringify(started))
