import type { Ledger } from '../../modules/ledger/index.ts'
import { replaceDays } from '../../modules/metrics/store/days.ts'
import { addDays } from '../../platform/clock.ts'
import type { Database } from '../../platform/db.ts'
import { firstDay, lastDay, tenant } from './town.ts'

/** Counts every day as the application does, a month's days at a time. */
export async function countEverything(database: Database, ledger: Ledger): Promise<void> {
  for (let day = firstDay; day <= lastDay; ) {
    const days: string[] = []
    for (; day <= lastDay && days.length < 31; day = addDays(day, 1)) days.push(day)
    await database.inTenant(tenant, (tx) => replaceDays(tx, ledger, days))
  }
}
