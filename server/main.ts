import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { schemes } from '../catalog/schemes/index.ts'
import { registerBudget } from '../modules/budget/index.ts'
import { registerEvaluation } from '../modules/evaluation/index.ts'
import { finishSeals, registerLedger } from '../modules/ledger/index.ts'
import { registerMetrics } from '../modules/metrics/index.ts'
import { accountsOf, registerOrg } from '../modules/org/index.ts'
import { roles } from '../catalog/roles.ts'
import { createAuth } from '../platform/auth.ts'
import type { Clock } from '../platform/clock.ts'
import { type Config, projectRoot } from '../platform/config.ts'
import { endpoint } from '../platform/contract.ts'
import { refuse } from '../platform/errors.ts'
import { registerFiles } from '../platform/files.ts'
import { createHttp, type Http, type HttpOptions, serve, serveFolder } from '../platform/http.ts'
import { findTenants } from '../platform/tenants.ts'
import { composePermissions, permissionsOf, registerCatalog } from './catalog.ts'
import { startConsumer } from './consumer.ts'
import { settle } from './counting.ts'
import { openParts, type Parts } from './parts.ts'

export interface Server {
  http: Http
  parts: Parts
  close(): Promise<void>
}
export interface ServerOptions {
  config: Pick<Config, 'dataDir' | 'behindTls'> & { rateLimit?: number }
  appUrl: string
  log: HttpOptions['log']
  clock?: Clock
}

const readHealth = endpoint({
  method: 'GET',
  url: '/api/health',
  permission: 'public',
  tag: '系统',
  summary: '服务是否就绪',
  answer: z.object({ status: z.literal('ok') }),
})

/** Wires the stages together in the order of the pipeline. Does not listen: tests inject, `start` listens. */
export async function createServer({ config, appUrl, log, clock }: ServerOptions): Promise<Server> {
  const consumer = startConsumer()
  const parts = openParts({ appUrl, dataDir: config.dataDir, poke: consumer.poke, ...(clock ? { clock } : {}) })
  const { runtime, signer } = parts
  consumer.attach(runtime)
  for (const { tenant } of await findTenants(runtime.database)) {
    await finishSeals(runtime.database, signer, tenant, runtime.clock.now())
    consumer.poke(tenant)
  }
  const allows = composePermissions(runtime.ledgers.values())
  const auth = createAuth({ database: runtime.database, clock: runtime.clock, accounts: accountsOf(runtime.database) })
  const http = await createHttp({ config, log, auth, allows })
  const settled = (tenant: string) => settle(runtime.database, tenant)
  serve(http, readHealth, async () => ({ status: 'ok' as const }))
  registerCatalog(http, runtime, allows)
  registerFiles(http, { database: runtime.database, dataDir: config.dataDir, clock: runtime.clock })
  registerOrg(http, { database: runtime.database, clock: runtime.clock, auth, roles, permissionsOf })
  registerLedger(http, runtime)
  registerMetrics(http, runtime, signer, settled)
  registerBudget(http, runtime, settled)
  registerEvaluation(http, runtime, schemes, settled)
  const built = join(projectRoot, 'dist', 'console')
  if (existsSync(join(built, 'index.html'))) await serveFolder(http, { root: built })
  return {
    http,
    parts,
    async close() {
      await http.close()
      await consumer.stop()
      await parts.close()
    },
  }
}

const loopback = new Set(['127.0.0.1', 'localhost', '::1'])
/** Demonstration accounts have a password everybody can read: with them in, nobody outside this machine may come. */
export async function refuseOpenDemo({ host }: Config, { runtime }: Parts): Promise<void> {
  if (loopback.has(host)) return
  const demo = (await findTenants(runtime.database)).filter(tenant => tenant.demo)
  if (!demo.length) return
  throw refuse(
    'server.demo-open',
    `库中有演示账号（${demo.map(({ title }) => title).join('、')}），口令是公开的，不能监听 ${host}；请先执行 npx chengji demo --remove 移除演示数据，或把 HOST 设为 127.0.0.1。`,
    { status: 500 },
  )
}
