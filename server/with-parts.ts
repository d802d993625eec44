import type { Config } from '../platform/config.ts'
import { notFound } from '../platform/errors.ts'
import { startJobs } from '../platform/jobs.ts'
import { startConsumer } from '../platform/outbox.ts'
import { findTenants, type Tenant } from '../platform/tenants.ts'
import { countingListeners, settle } from './counting.ts'
import { openParts, type Parts } from './parts.ts'
import { openPlace, type Place } from './place.ts'

export interface Bench {
  place: Place
  parts: Parts
  settled(tenant: string): Promise<void>
  getTenant(tenant: string): Promise<Tenant>
  tenants(): Promise<Tenant[]>
}
/** Opens the database beside a running server or alone, does one piece of work, and leaves everything as it was. */
export async function withParts<T>(config: Config, work: (bench: Bench) => Promise<T>): Promise<T> {
  const place = await openPlace(config, (sentence) => console.error(sentence))
  const parts = openParts({ appUrl: place.appUrl, dataDir: config.dataDir })
  const { database } = parts.runtime
  const jobs = await startJobs({ jobsUrl: place.jobsUrl, tasks: {}, log: console })
  const consumer = startConsumer({
    database,
    jobs,
    tenants: async () => [],
    listeners: countingListeners,
    log: console,
  })
  const tenants = () => findTenants(database)
  try {
    return await work({
      place,
      parts,
      tenants,
      settled: (tenant) => settle(database, consumer, tenant),
      async getTenant(tenant) {
        const all = await tenants()
        const found = all.find((one) => one.tenant === tenant)
        if (!found)
          throw notFound(
            'cli.tenant',
            `库里没有“${tenant}”这个单位；现有：${all.map((one) => `${one.tenant} ${one.title}`).join('、') || '无'}。`,
          )
        return found
      },
    })
  } finally {
    await consumer.stop()
    await jobs.stop()
    await parts.close()
    await place.leave()
  }
}
