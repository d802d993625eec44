import type { Database } from '../platform/db.ts'
import { startJobs } from '../platform/jobs.ts'
import { startConsumer } from '../platform/outbox.ts'
import { countingListeners, settle } from './counting.ts'
import type { Place } from './place.ts'

const quiet = { error: console.error, warn: console.error, info: () => {}, debug: () => {} }

/** Takes what waits in the outbox, for a program that runs once: the jobs it asks for are done by the next server. */
export async function openSettling(database: Database, { jobsUrl }: Pick<Place, 'jobsUrl'>) {
  const jobs = await startJobs({ jobsUrl, log: quiet })
  const consumer = startConsumer({ database, jobs, tenants: async () => [], listeners: countingListeners, log: quiet })
  return {
    settled: (tenant: string) => settle(database, consumer, tenant),
    async close() {
      await consumer.stop()
      await jobs.stop()
    },
  }
}
