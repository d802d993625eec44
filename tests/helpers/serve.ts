import type { AddressInfo } from 'node:net'
import { createServer } from '../../server/main.ts'

// A server in a process of its own, to be killed. Says its port on the first line.
const { APP_URL, JOBS_URL, DATA_DIR } = process.env as Record<string, string>
const server = await createServer({
  config: { dataDir: DATA_DIR!, behindTls: false, rateLimit: 1_000_000 },
  appUrl: APP_URL!,
  jobsUrl: JOBS_URL!,
  log: false,
})
await server.http.listen({ host: '127.0.0.1', port: 0 })
console.log((server.http.server.address() as AddressInfo).port)
