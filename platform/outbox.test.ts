import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type FreshDatabase, freshDatabase } from '../tests/helpers/database.ts'
import { type Database, openDatabase } from './db.ts'
import { type Jobs, startJobs, type Tasks } from './jobs.ts'
import { type Consumer, emit, enqueue, type Listeners, startConsumer } from './outbox.ts'
import { addTenant } from './tenants.ts'

let fresh: FreshDatabase
let database: Database
let running: { stop(): Promise<void> }[]

beforeEach(async () => {
  fresh = await freshDatabase()
  database = openDatabase(fresh.appUrl)
  running = []
  for (const tenant of ['431102', '340602'])
    await database.inTenant(tenant, (tx) => addTenant(tx, { title: tenant, short: '测', demo: false }))
})
afterEach(async () => {
  for (const one of running.reverse()) await one.stop()
  await database.close()
})

const silent = { error: () => {}, warn: () => {}, info: () => {}, debug: () => {} }

async function start(listeners: Listeners, tasks: Tasks = {}): Promise<{ consumer: Consumer; jobs: Jobs }> {
  const jobs = await startJobs({ jobsUrl: fresh.jobsUrl, tasks, log: silent })
  // The bureaus are looked into when poked only, so that a test sees each step.
  const consumer = startConsumer({ database, jobs, tenants: async () => [], listeners, log: silent })
  running.push(jobs, consumer)
  return { consumer, jobs }
}

const tell = (tenant: string, name: string, body = {}) => database.inTenant(tenant, (tx) => emit(tx, name, body))
const waiting = async (tenant: string) =>
  (
    await database.inTenant(tenant, (tx) => tx.query<{ name: string }>('select name from platform.outbox order by id'))
  ).map(({ name }) => name)
async function until(check: () => boolean | Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 400; tries++) {
    if (await check()) return
    await sleep(25)
  }
  throw new Error('it did not come to that within ten seconds')
}

test('a filed case is heard by those who listen for it, in order and in batches, and leaves the box', async () => {
  const heard: string[][] = []
  const all: string[] = []
  const { consumer } = await start([
    ['case.*', async (_tx, rows) => void heard.push(rows.map(({ body }) => String(body.n)))],
    ['*.closed', async (_tx, rows) => void all.push(...rows.map(({ name }) => name))],
  ])
  await database.inTenant('431102', async (tx) => {
    for (let n = 0; n < 501; n++) await emit(tx, 'case.filed', { n })
    await emit(tx, 'notice.closed', {})
  })
  consumer.poke('431102')
  await until(async () => (await waiting('431102')).length === 0)
  expect(heard.flat()).toEqual(Array.from({ length: 501 }, (_, n) => String(n)))
  expect(heard.length).toBe(2)
  expect(all).toEqual(['notice.closed'])
})

test('what happened in a transaction that failed was never told', async () => {
  const failing = database.inTenant('431102', async (tx) => {
    await emit(tx, 'case.filed', {})
    throw new Error('the move was refused after all')
  })
  await expect(failing).rejects.toThrow('refused')
  expect(await waiting('431102')).toEqual([])
})

test('a listener that fails hears its rows again, and what it wrote is undone', async () => {
  let tries = 0
  const { consumer } = await start([
    [
      'case.*',
      async (tx) => {
        await emit(tx, 'trace.left', { tries })
        if (++tries === 1) throw new Error('disturbed')
      },
    ],
  ])
  await tell('431102', 'case.filed')
  await expect(consumer.drain('431102')).rejects.toThrow('disturbed')
  expect(await waiting('431102')).toEqual(['case.filed'])
  await consumer.drain('431102')
  expect([tries, await waiting('431102')]).toEqual([2, []])
})

test('the box of one bureau is not opened for another', async () => {
  const heard: string[] = []
  const { consumer } = await start([['*', async (tx, rows) => void heard.push(...rows.map(() => tx.tenant))]])
  await tell('431102', 'case.filed')
  await tell('340602', 'case.filed')
  await consumer.drain('340602')
  expect(heard).toEqual(['340602'])
  expect(await waiting('431102')).toEqual(['case.filed'])
})

test('two processes share a box without hearing a row twice', async () => {
  const heard: string[] = []
  const listeners: Listeners = [
    [
      '*',
      async (_tx, rows) => {
        await sleep(5)
        heard.push(...rows.map(({ id }) => id))
      },
    ],
  ]
  const [one, other] = [await start(listeners), await start(listeners)]
  await database.inTenant('431102', async (tx) => {
    for (let n = 0; n < 1200; n++) await emit(tx, 'case.filed', { n })
  })
  one.consumer.poke('431102')
  other.consumer.poke('431102')
  await until(() => heard.length >= 1200)
  expect(new Set(heard).size).toBe(1200)
  expect(heard.length).toBe(1200)
})

test('a job asked for by a listener is done after the commit; many of one day become one', async () => {
  const done: string[] = []
  const { consumer } = await start(
    [
      [
        'case.*',
        async (tx, rows) => {
          for (const { body } of rows)
            await enqueue(tx, 'metrics.recount-day', { tenant: tx.tenant, day: body.day }, { key: `day-${body.day}` })
        },
      ],
    ],
    { 'metrics.recount-day': async ({ tenant, day }) => void done.push(`${tenant} ${day}`) },
  )
  await database.inTenant('431102', async (tx) => {
    for (let n = 0; n < 20; n++) await emit(tx, 'case.filed', { day: '2022-03-01' })
  })
  await consumer.drain('431102')
  await until(() => done.length > 0)
  expect(done).toEqual(['431102 2022-03-01'])
})

test('a job that fails is tried again', async () => {
  let tries = 0
  const { jobs } = await start([], {
    'report.publish': async () => {
      if (++tries === 1) throw new Error('the printer is out of paper')
    },
  })
  await jobs.addJob('report.publish', { year: 2022 })
  await until(() => tries === 2)
})

test('killed connections are waited out: rows and jobs that come afterwards are still done', async () => {
  const done: number[] = []
  const { consumer } = await start(
    [['case.*', async (tx, rows) => void (await enqueue(tx, 'count', { n: rows[0]!.body.n }))]],
    { count: async ({ n }) => void done.push(n) },
  )
  await tell('431102', 'case.filed', { n: 1 })
  await consumer.drain('431102')
  await until(() => done.includes(1))
  const owner = new Client({ connectionString: fresh.ownerUrl })
  await owner.connect()
  await owner.query(
    `select pg_terminate_backend(pid) from pg_stat_activity
     where datname = current_database() and pid <> pg_backend_pid()`,
  )
  await owner.end()
  await until(() =>
    tell('431102', 'case.filed', { n: 2 }).then(
      () => true,
      () => false,
    ),
  )
  await until(() =>
    consumer.drain('431102').then(
      () => true,
      () => false,
    ),
  )
  await until(() => done.includes(2))
})

test('a job left locked by a killed process is done by the one that starts next', async () => {
  const queue = await startJobs({ jobsUrl: fresh.jobsUrl, log: silent })
  await queue.addJob('count', { n: 7 })
  await queue.stop()
  const owner = new Client({ connectionString: fresh.ownerUrl })
  await owner.connect()
  await owner.query(`update graphile_worker._private_jobs set locked_at = now(), locked_by = 'killed', attempts = 1`)
  await owner.end()
  const done: number[] = []
  await start([], { count: async ({ n }) => void done.push(n) })
  await until(() => done.length === 1)
})
