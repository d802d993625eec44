import { type LedgerRuntime, makeDue } from '../modules/ledger/index.ts'

const DUE = 'ledger.due'

/** Every minute: whatever comes by itself when a limit has run out. */
export const dueCrontab = `* * * * * ${DUE}`
export const dueTasks = (runtime: LedgerRuntime, tenants: () => Promise<string[]>) => ({
  [DUE]: async () => {
    let failed: unknown
    // One bureau that cannot go on does not hold up the others; the job tells of it all the same.
    for (const tenant of await tenants())
      await makeDue(runtime, tenant).catch((error: unknown) => {
        failed = error
      })
    if (failed) throw failed
  },
})
