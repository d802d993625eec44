import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, chromium } from 'playwright-core'
import type { Clock, Instant } from '../../platform/clock.ts'
import { type Config, projectRoot } from '../../platform/config.ts'
import { loadDemonstration } from '../../server/demonstration.ts'
import { createServer } from '../../server/main.ts'
import { freshDatabase } from '../helpers/database.ts'

export interface City {
  /** Where it is served: `http://127.0.0.1:41234`. */
  url: string
  browser: Browser
  close(): Promise<void>
}

const executable = '/usr/bin/chromium'
const built = join(projectRoot, 'dist', 'console', 'index.html')
// The first working morning after the year of the demonstration: what is still open is hours late, not years.
const morning: Instant = '2023-01-03T01:00:00.000Z'

/** A clock that runs, but began on another day. */
function clockFrom(start: Instant): Clock {
  const ahead = Date.parse(start) - Date.now()
  return { now: () => new Date(Date.now() + ahead).toISOString() }
}

function openBrowser(): Promise<Browser> {
  if (!existsSync(executable))
    throw new Error(
      `浏览器测试需要 ${executable}；请执行 npm test（会自动安装），或以 root 执行：apt-get update && apt-get install -y --no-install-recommends chromium fonts-noto-cjk`,
    )
  const quiet = ['--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update']
  return chromium.launch({ executablePath: executable, args: ['--no-sandbox', '--disable-sync', ...quiet] })
}

/** The whole demonstration behind a real server and a real browser. Takes half a minute: once for all stories. */
export async function openCity(): Promise<City> {
  if (!existsSync(built)) throw new Error('浏览器测试需要构建好的界面；请先执行 npm run build（npm test 会自动构建）。')
  const browser = await openBrowser()
  const place = await freshDatabase()
  const dataDir = mkdtempSync(join(tmpdir(), 'chengji-e2e-'))
  const config: Config = {
    port: 0,
    host: '127.0.0.1',
    dataDir,
    databaseUrl: place.ownerUrl,
    logLevel: 'silent',
    behindTls: false,
    rateLimit: 1_000_000,
  }
  await loadDemonstration(config, { ...place, leave: async () => {} }, () => {})
  const server = await createServer({ config, ...place, log: false, clock: clockFrom(morning) })
  await server.http.listen({ host: config.host, port: config.port })
  const { port } = server.http.server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    browser,
    async close() {
      await browser.close()
      await server.close()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}
