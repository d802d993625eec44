import { type Http, serve } from '../../platform/http.ts'
import type { LedgerRuntime } from '../ledger/index.ts'
import { readExecution } from './contract.ts'
import { execution } from './queries.ts'

/** `settle` has the counts follow what was entered a moment ago. */
export function registerBudget(
  http: Http,
  { database, ledgers }: Pick<LedgerRuntime, 'database' | 'ledgers'>,
  settle: (tenant: string) => Promise<void>,
): void {
  serve(http, readExecution, async ({ request, query: { year, asOf } }) => {
    const { tenant } = request.actor
    if (asOf === undefined) await settle(tenant)
    return database.inTenant(tenant, (tx) => execution(tx, ledgers, year, asOf))
  })
}
