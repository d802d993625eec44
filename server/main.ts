import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { documents } from '../catalog/documents/index.ts'
import { papers } from '../catalog/documents/papers/index.ts'
import { rolls } from '../catalog/documents/rolls.ts'
import { roles } from '../catalog/roles.ts'
import { schemes } from '../catalog/schemes/index.ts'
import { indicatorLibrary } from '../catalog/standards/indicator-library.ts'
import { monitoringRules } from '../catalog/standards/monitoring.ts'
import { registerBudget } from '../modules/budget/index.ts'
import { registerChecker } from '../modules/checker/index.ts'
import { findLagging, registerEvaluation } from '../modules/evaluation/index.ts'
import { finishSeals, heldTitles, registerLedger } from '../modules/ledger/index.ts'
import { registerMetrics } from '../modules/metrics/index.ts'
import { accountsOf, registerOrg } from '../modules/org/index.ts'
import { registerPapers } from '../modules/papers/index.ts'
import { type CheckText, registerReporting } from '../modules/reporting/index.ts'
import { createAuth } from '../platform/auth.ts'
import type { Clock } from '../platform/clock.ts'
import { type Config, projectRoot } from '../platform/config.ts'
import { endpoint } from '../platform/contract.ts'
import { refuse } from '../platform/errors.ts'
import { registerFiles } from '../platform/files.ts'
import { createHttp, type Http, type HttpOptions, serve, serveFolder } from '../platform/http.ts'
import { startJobs } from '../platform/jobs.ts'
import { type Consumer, startConsumer } from '../platform/outbox.ts'
import { findTenants } from '../platform/tenants.ts'
import { registerSite } from '../site/index.ts'
import { composePermissions, permissionsOf, registerCatalog } from './catalog.ts'
import { countingListeners, countingTasks, settle } from './counting.ts'
import { dueCrontab, dueTasks, foundTasks } from './due.ts'
import { openParts, type Parts } from './parts.ts'
import { proofread } from './proof.ts'

export interface Server {
  http: Http
  parts: Parts
  close(): Promise<void>
}
export interface ServerOptions {
  config: Pick<Config, 'dataDir' | 'behindTls'> & { rateLimit?: number }
  appUrl: string
  jobsUrl: string
  log: HttpOptions['log']
  clock?: Clock
  /** Reads a report before it is submitted; its errors keep it back unless somebody answers for them. Left out: the checker. */
  checkText?: CheckText
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
export async function createServer({ config, appUrl, jobsUrl, log, clock, checkText }: ServerOptions): Promise<Server> {
  let consumer: Consumer | undefined
  const parts = openParts({
    appUrl,
    dataDir: config.dataDir,
    poke: (tenant) => consumer?.poke(tenant),
    ...(clock ? { clock } : {}),
  })
  const { runtime, signer } = parts
  const { database } = runtime
  const tenants = async () => (await findTenants(database)).map(({ tenant }) => tenant)
  for (const tenant of await tenants()) await finishSeals(database, signer, tenant, runtime.clock.now())
  const allows = composePermissions(runtime.ledgers.values())
  const auth = createAuth({ database, clock: runtime.clock, accounts: accountsOf(database) })
  const http = await createHttp({ config, log, auth, allows })
  const declared = { schemes, library: indicatorLibrary, rules: monitoringRules }
  // The tasks begin when the queue does; by then the consumer is there.
  const settled = (tenant: string) => settle(database, consumer!, tenant)
  const finders = { lagging: findLagging(runtime, declared, settled) }
  const tasks = { ...countingTasks(runtime), ...dueTasks(runtime, tenants), ...foundTasks(runtime, tenants, finders) }
  const jobs = await startJobs({ jobsUrl, tasks, crontab: dueCrontab, log: http.log })
  consumer = startConsumer({ database, jobs, tenants, listeners: countingListeners, log: http.log })
  const queue = consumer
  serve(http, readHealth, async () => ({ status: 'ok' as const }))
  registerCatalog(http, { ...runtime, rolls }, allows)
  registerFiles(http, { database, dataDir: config.dataDir })
  registerOrg(http, {
    database,
    clock: runtime.clock,
    auth,
    roles,
    permissionsOf,
    heldWork: (tx, person) => heldTitles(tx, runtime.ledgers, person),
  })
  registerLedger(http, runtime, signer)
  registerPapers(http, { ...runtime, papers, rolls, dataDir: config.dataDir })
  registerMetrics(http, runtime, signer, settled)
  registerBudget(http, runtime, settled)
  registerEvaluation(http, runtime, declared, settled)
  await registerChecker(http, runtime)
  const reporting = { ...runtime, documents, schemes, signer, check: checkText ?? proofread }
  registerReporting(http, reporting, settled)
  registerSite(http, { ...runtime, signer })
  const built = join(projectRoot, 'dist', 'console')
  if (existsSync(join(built, 'index.html'))) await serveFolder(http, { root: built })
  return {
    http,
    parts,
    async close() {
      await http.close()
      await queue.stop()
      await jobs.stop()
      await parts.close()
    },
  }
}

const loopback = new Set(['127.0.0.1', 'localhost', '::1'])
/** Demonstration accounts have a password everybody can read: with them in, nobody outside this machine may come. */
export async function refuseOpenDemo({ host }: Config, { runtime }: Parts): Promise<void> {
  if (loopback.has(host)) return
  const demo = (await findTenants(runtime.database)).filter((tenant) => tenant.demo)
  if (!demo.length) return
  throw refuse(
    'server.demo-open',
    `库中有演示账号（${demo.map(({ title }) => title).join('、')}），口令是公开的，不能监听 ${host}；请先执行 npx chengji demo --remove 移除演示数据，或把 HOST 设为 127.0.0.1。`,
    { status: 500 },
  )
}
