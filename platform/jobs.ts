import { EventEmitter } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import type { FastifyBaseLogger } from 'fastify'
import {
  Logger,
  makeWorkerUtils,
  parseCronItems,
  type Runner,
  run,
  type WorkerEvents,
  type WorkerUtils,
} from 'graphile-worker'
import pg from 'pg'
import type { Instant } from './clock.ts'

/** Work that may take its time and is tried again when it fails. It may be done twice: it says how things are, it does not add. */
// biome-ignore lint/suspicious/noExplicitAny: each task knows its own payload
export type Tasks = Readonly<Record<string, (payload: any) => Promise<void>>>

export interface JobSpec {
  /** Of two jobs with the same key, as long as neither has begun, only the later is done. */
  key?: string
  /** Jobs of one queue are done one after another. */
  queue?: string
  /** Not before. */
  at?: Instant
  /** 25 when left out: over about three days, with growing pauses. */
  attempts?: number
}

export interface Jobs {
  addJob(task: string, payload: Record<string, unknown>, spec?: JobSpec): Promise<void>
  addJobs(jobs: readonly { task: string; payload: Record<string, unknown>; spec?: JobSpec }[]): Promise<void>
  /** Lets what is running finish, for five seconds; the rest is done by whoever starts next. */
  stop(): Promise<void>
}

export interface JobsOptions {
  /** Of the role `chengji_jobs`, which owns the queue and nothing else. */
  jobsUrl: string
  /** Left out: jobs are added here and done elsewhere. */
  tasks?: Tasks
  /** Lines like `15 18 * * * metrics.recount-all`; times are UTC, Shanghai is eight hours ahead. */
  crontab?: string
  concurrency?: number
  log: Pick<FastifyBaseLogger, 'error' | 'warn' | 'info' | 'debug'>
}

/** The library's own reader of lines knows no task with a dot in its name. */
export const cronItemsOf = (crontab: string) =>
  parseCronItems(
    crontab
      .split('\n')
      .map((line) => line.trim().split(/\s+/))
      .filter((words) => words.length === 6)
      .map((words) => ({ match: words.slice(0, 5).join(' '), task: words[5]! })),
  )

/** Opens the queue, and does its jobs when tasks are given. A broken connection or a restarted database is waited out. */
export async function startJobs({ jobsUrl, tasks, crontab = '', concurrency = 2, log }: JobsOptions): Promise<Jobs> {
  const pool = openPool(jobsUrl, concurrency + 3)
  const logger = loggerFor(log)
  const utils = await makeWorkerUtils({ pgPool: pool, logger })
  const worker = tasks && startWorker({ pool, utils, tasks, crontab, concurrency, log, logger })
  const addJobs: Jobs['addJobs'] = async (jobs) => {
    const specs = withoutDoubles(jobs).map(({ task, payload, spec = {} }) => ({
      identifier: task,
      payload,
      ...(spec.key ? { jobKey: spec.key } : {}),
      ...(spec.queue ? { queueName: spec.queue } : {}),
      ...(spec.at ? { runAt: new Date(spec.at) } : {}),
      ...(spec.attempts ? { maxAttempts: spec.attempts } : {}),
    }))
    if (specs.length) await utils.addJobs(specs)
  }
  return {
    addJobs,
    addJob: (task, payload, spec = {}) => addJobs([{ task, payload, spec }]),
    async stop() {
      await worker?.stop()
      await utils.release()
      await pool.end()
    },
  }
}

/** The queue refuses the same key twice in one call; the last one counts. */
function withoutDoubles<T extends { spec?: JobSpec }>(jobs: readonly T[]): T[] {
  const byKey = new Map(jobs.map((job, i) => [job.spec?.key ?? i, job]))
  return [...byKey.values()]
}

function openPool(url: string, max: number): pg.Pool {
  const pool = new pg.Pool({ connectionString: url, max, application_name: 'chengji jobs' })
  // Without these listeners a dropped connection ends the process: the pool's for idle ones, the client's for those in use.
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  return pool
}

interface Work {
  pool: pg.Pool
  utils: WorkerUtils
  tasks: Tasks
  crontab: string
  concurrency: number
  log: JobsOptions['log']
  logger: Logger
}

/** Keeps a runner going: when it gives up, another takes its place. */
function startWorker({ pool, utils, tasks, crontab, concurrency, log, logger }: Work): { stop(): Promise<void> } {
  const taskList = Object.fromEntries(
    Object.entries(tasks).map(([name, task]) => [name, async (payload: unknown) => task(payload)]),
  )
  const events = new EventEmitter() as WorkerEvents
  let own: string[] = []
  events.on('worker:create', ({ worker }) => own.push(worker.workerId))
  let runner: Runner | undefined
  let stopped = false

  const keepGoing = async () => {
    await unlockIfAlone(pool, utils).catch((error) => log.warn({ err: error }, '检查遗留任务时出错'))
    while (!stopped) {
      try {
        if (own.length) await utils.forceUnlockWorkers(own)
        own = []
        runner = await run({
          pgPool: pool,
          taskList,
          concurrency,
          pollInterval: 2000,
          noHandleSignals: true,
          logger,
          events,
          parsedCronItems: cronItemsOf(crontab),
        })
        // Asked to stop while it was still starting.
        if (stopped) await runner.stop()
        await runner.promise
      } catch (error) {
        log.error({ err: error }, '后台任务中断，稍后重新开始')
      }
      runner = undefined
      if (!stopped) await sleep(1000)
    }
  }
  const going = keepGoing()
  return {
    async stop() {
      stopped = true
      await runner?.stop().catch(() => {}) // it has stopped by itself meanwhile
      await going
    },
  }
}

/** Jobs of a process that was killed stay locked for four hours. Whoever starts alone knows that nobody is doing them. */
async function unlockIfAlone(pool: pg.Pool, utils: WorkerUtils): Promise<void> {
  const client = await pool.connect()
  try {
    const { rows } = await client.query<{ pids: number[] }>(
      `select array_agg(pid) as pids from pg_stat_activity
       where usename = current_user and datname = current_database() and pid <> pg_backend_pid()`,
    )
    // This process has no other connection yet than those its pool keeps idle.
    if ((rows[0]?.pids ?? []).length > pool.totalCount - 1) return
    const locked = await client.query<{ worker: string }>(
      'select distinct locked_by as worker from graphile_worker.jobs where locked_by is not null',
    )
    if (locked.rows.length) await utils.forceUnlockWorkers(locked.rows.map(({ worker }) => worker))
  } finally {
    client.release()
  }
}

const loggerFor = (log: JobsOptions['log']): Logger =>
  new Logger((scope) => (level, message, meta) => {
    const about = { ...scope, ...(meta?.error ? { err: meta.error } : {}) }
    // The queue tells of every start and end of a job: of interest only to whoever looks for a fault.
    const quiet = level === 'info' || level === 'debug'
    log[quiet ? 'debug' : level === 'error' ? 'error' : 'warn'](about, message)
  })
