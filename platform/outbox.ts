import { setTimeout as sleep } from 'node:timers/promises'
import type { FastifyBaseLogger } from 'fastify'
import type { Instant } from './clock.ts'
import type { Database, Tx } from './db.ts'
import { newId } from './ids.ts'
import type { JobSpec, Jobs } from './jobs.ts'

/** What happened, told in the transaction in which it happened. `name` is dotted and past: `case.filed`. */
export interface OutboxRow<B = Record<string, unknown>> {
  id: string
  name: string
  body: B
  at: Instant
}

/** Hears rows in the transaction that takes them out of the box: at least once, in batches, in order within a batch.
 *  Another process may hear a later batch at the same time, so a listener counts anew rather than adds. */
export type Listener = (tx: Tx, rows: readonly OutboxRow[]) => Promise<void>

/** Event names, a `*` standing for anything: `case.*`, `*.closed`, `*`. */
export type Listeners = readonly (readonly [pattern: string, listener: Listener])[]

const BATCH = 500
const PAUSE_MS = 2000
/** How long rows gather before they are taken: under load one batch costs less than ten. */
const GATHER_MS = 100
const JOB = 'platform.job'

/** Says what happened. Nothing is notified: the consumer is poked after the commit, or looks by itself. */
export async function emit(tx: Tx, name: string, body: Record<string, unknown>): Promise<void> {
  await tx.query('insert into platform.outbox (tenant, id, name, body) values ($1, $2, $3, $4)', [
    tx.tenant,
    newId(),
    name,
    JSON.stringify(body),
  ])
}

/** Asks for a job once this transaction is committed, and not if it is not. Usable by listeners too. */
export const enqueue = (tx: Tx, task: string, payload: Record<string, unknown>, spec: JobSpec = {}): Promise<void> =>
  emit(tx, JOB, { task, payload, spec: { ...spec } })

/** Whether anything of this bureau still lies in the box. */
export async function isWaiting(tx: Tx): Promise<boolean> {
  const rows = await tx.query('select from platform.outbox where tenant = $1 limit 1', [tx.tenant])
  return rows.length > 0
}

export interface Consumer {
  /** Rows of this bureau wait: called after a commit, costs nothing. */
  poke(tenant: string): void
  /** Takes everything out that lies there now; for tests, imports and the command line. */
  drain(tenant: string): Promise<void>
  stop(): Promise<void>
}

export interface ConsumerOptions {
  database: Database
  jobs: Pick<Jobs, 'addJobs'>
  /** Every bureau whose box is looked into every two seconds. */
  tenants(): Promise<readonly string[]>
  listeners: Listeners
  log: Pick<FastifyBaseLogger, 'error'>
}

/**
 * Takes rows out of the bureaus' boxes, in batches: listeners first, in one transaction with the deletion. Jobs asked for
 * are added before that commits; should it fail they are added again, and their keys make one of two. Several processes
 * may consume beside each other: each passes over the rows another holds.
 */
export function startConsumer({ database, jobs, tenants, listeners, log }: ConsumerOptions): Consumer {
  const heard = listeners.map(([pattern, listener]) => ({ matches: matcher(pattern), listener }))
  const waiting = new Set<string>()
  let working: Promise<void> | undefined
  let stopped = false

  const takeBatch = (tenant: string, wait: boolean): Promise<number> =>
    database.inTenant(tenant, async (tx) => {
      const rows = await takeRows(tx, wait)
      if (rows.length === 0) return 0
      const events = rows.filter(({ name }) => name !== JOB)
      for (const { matches, listener } of heard) {
        const own = events.filter(({ name }) => matches(name))
        if (own.length) await listener(tx, own)
      }
      const asked = rows.filter(({ name }) => name === JOB).map(({ body }) => body as unknown as AskedJob)
      if (asked.length) await jobs.addJobs(asked)
      await tx.query('delete from platform.outbox where tenant = $1 and id = any ($2)', [
        tx.tenant,
        rows.map(({ id }) => id),
      ])
      return rows.length
    })

  // A listener may have asked for jobs: they lie in the box behind what was taken, so look until nothing is left.
  const drain = async (tenant: string): Promise<void> => {
    while ((await takeBatch(tenant, true)) > 0);
  }

  const takeAll = async (tenant: string): Promise<void> => {
    try {
      let taken = BATCH
      while (!stopped && taken === BATCH) taken = await takeBatch(tenant, false)
      // A listener may have asked for jobs: they are taken with what comes in meanwhile.
      if (taken > 0) waiting.add(tenant)
    } catch (error) {
      // The rows lie where they lay; the next round tries again.
      log.error({ err: error, tenant }, '处理变动通知时出错，稍后重试')
    }
  }
  const work = async (): Promise<void> => {
    while (waiting.size && !stopped) {
      await sleep(GATHER_MS)
      const round = [...waiting]
      waiting.clear()
      for (const tenant of round) await takeAll(tenant)
    }
  }
  const start = () => {
    if (stopped || working) return
    working = work().finally(() => {
      working = undefined
      if (waiting.size) start()
    })
  }
  const poke = (tenant: string) => {
    waiting.add(tenant)
    start()
  }
  const timer = setInterval(() => {
    tenants().then(
      (all) => all.forEach(poke),
      (error) => log.error({ err: error }, '读取单位列表时出错，稍后重试'),
    )
  }, PAUSE_MS)
  timer.unref()

  return {
    poke,
    drain,
    async stop() {
      stopped = true
      clearInterval(timer)
      await working
    },
  }
}

interface AskedJob {
  task: string
  payload: Record<string, unknown>
  spec: JobSpec
}

const take = (end: string) =>
  `select id, name, body, at from platform.outbox where tenant = $1 order by id limit ${BATCH} for update ${end}`

/** Rows another process holds are passed over, or waited for. */
const takeRows = (tx: Tx, wait: boolean): Promise<OutboxRow[]> =>
  wait
    ? tx.named<OutboxRow>('outbox-take', take(''), [tx.tenant])
    : tx.named<OutboxRow>('outbox-take-free', take('skip locked'), [tx.tenant])

function matcher(pattern: string): (name: string) => boolean {
  const parts = pattern.split('*').map((part) => part.replace(/[.\\+?^${}()|[\]]/g, '\\$&'))
  const whole = new RegExp(`^${parts.join('.*')}$`)
  return (name) => whole.test(name)
}
