import type { ImportChoices } from '../contract.ts'
import type { LedgerRuntime } from '../runtime.ts'
import { findHeadings, type Headings, keepHeadings } from '../store/headings.ts'

type Said = Partial<ImportChoices>
const saidIn = ({ leaveOut = [], columns = {} }: Said): Headings => ({
  ...Object.fromEntries(leaveOut.map((label) => [label, null])),
  ...columns,
})

/** What was said of columns when an earlier table came in holds, until something else is said. */
export async function withHeadings(runtime: LedgerRuntime, tenant: string, ledger: string, said: Said): Promise<Said> {
  const kept = await runtime.database.inTenant(tenant, (tx) => findHeadings(tx, ledger), { readOnly: true })
  const all = Object.entries({ ...kept, ...saidIn(said) })
  return {
    ...said,
    leaveOut: all.flatMap(([label, field]) => (field === null ? [label] : [])),
    columns: Object.fromEntries(all.filter((entry): entry is [string, string] => entry[1] !== null)),
  }
}

/** Once the table came in. */
export const rememberHeadings = (runtime: LedgerRuntime, tenant: string, ledger: string, said: Said): Promise<void> =>
  runtime.database.inTenant(tenant, (tx) => keepHeadings(tx, ledger, saidIn(said)))
