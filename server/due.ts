import { type Finder, type LedgerRuntime, makeDue, makeFound } from '../modules/ledger/index.ts'

const [DUE, FOUND] = ['ledger.due', 'ledger.found']

/** Every minute: whatever comes by itself when a limit has run out. Every hour: whatever is found, for servers that are not
 *  on at night; of each thing that is found there is one record. */
export const dueCrontab = `* * * * * ${DUE}\n20 * * * * ${FOUND}`

/** One bureau that cannot go on does not hold up the others; the job tells of it all the same. */
const inEach = (tenants: () => Promise<string[]>, work: (tenant: string) => Promise<unknown>) => async () => {
  let failed: unknown
  for (const tenant of await tenants())
    await work(tenant).catch((error: unknown) => {
      failed = error
    })
  if (failed) throw failed
}
export const dueTasks = (runtime: LedgerRuntime, tenants: () => Promise<string[]>) => ({
  [DUE]: inEach(tenants, (tenant) => makeDue(runtime, tenant)),
})
export const foundTasks = (
  runtime: LedgerRuntime,
  tenants: () => Promise<string[]>,
  finders: Readonly<Record<string, Finder>>,
) => ({ [FOUND]: inEach(tenants, (tenant) => makeFound(runtime, tenant, finders)) })
