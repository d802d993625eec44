import { type LedgerRuntime, makeDue } from '../modules/ledger/index.ts'

const DUE = 'ledger.due'

/** Every minute: whatever comes by itself when a limit has run out. */
export const dueCrontab = `* * * * * ${DUE}`
export const dueTasks = (runtime: LedgerRuntime, tenants: () => Promise<string[]>) => ({
  [DUE]: async () => {
    for (const tenant of await tenants()) await makeDue(runtime, tenant)
  },
})
