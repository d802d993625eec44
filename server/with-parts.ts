import type { Config } from '../platform/config.ts'
import { notFound } from '../platform/errors.ts'
import { findTenants, type Tenant } from '../platform/tenants.ts'
import { openParts, type Parts } from './parts.ts'
import { openPlace, type Place } from './place.ts'
import { openSettling } from './settling.ts'

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
  const settling = await openSettling(database, place)
  const tenants = () => findTenants(database)
  try {
    return await work({
      place,
      parts,
      tenants,
      settled: settling.settled,
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
    await settling.close()
    await parts.close()
    await place.leave()
  }
}
