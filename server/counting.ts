import { setTimeout as sleep } from 'node:timers/promises'
import type { LedgerRuntime } from '../modules/ledger/index.ts'
import { dirtyLedgers, onRecords, recountDirty } from '../modules/metrics/index.ts'
import type { Database } from '../platform/db.ts'
import { refuse } from '../platform/errors.ts'
import { type Consumer, enqueue, isWaiting, type Listeners } from '../platform/outbox.ts'

const RECOUNT = 'metrics.recount'

/** While everybody works, today changes all the time. Whoever asks for a figure has its days counted at once (recountDirty);
 *  for all others it is enough to count every ten seconds. */
const WINDOW_MS = 10_000
const windowEnd = () => new Date(Math.ceil(Date.now() / WINDOW_MS) * WINDOW_MS).toISOString()

/** Every record that moved makes its days dirty; the recount itself is a job, one a bureau and window however much moved. */
export const countingListeners: Listeners = [
  [
    '*',
    async (tx, rows) => {
      const records = rows.flatMap(({ body }) => (typeof body.record === 'string' ? [body.record] : []))
      if (!records.length) return
      await onRecords(tx, records)
      const at = windowEnd()
      await enqueue(tx, RECOUNT, { tenant: tx.tenant }, { key: `${RECOUNT}:${tx.tenant}:${at}`, at })
    },
  ],
]

/** Recounts every dirty day of a bureau, a ledger at a time: whoever asks for a figure meanwhile waits for one of them at most. */
export async function recount(
  { database, ledgers }: Pick<LedgerRuntime, 'database' | 'ledgers'>,
  tenant: string,
): Promise<void> {
  for (const { ledger, from, to } of await database.inTenant(tenant, dirtyLedgers))
    await database.inTenant(tenant, (tx) => recountDirty(tx, ledgers.get(ledger)!, { from, to }))
}
export const countingTasks = (runtime: Pick<LedgerRuntime, 'database' | 'ledgers'>) => ({
  [RECOUNT]: (payload: unknown) => recount(runtime, (payload as { tenant: string }).tenant),
})

const mostTries = 400
/** Has the counts follow what was entered a moment ago, also what another process is just taking out of the box. */
export async function settle(database: Database, consumer: Consumer, tenant: string): Promise<void> {
  for (let attempt = 0; attempt < mostTries; attempt++) {
    await consumer.drain(tenant)
    if (!(await database.inTenant(tenant, isWaiting))) return
    await sleep(5)
  }
  throw refuse('metrics.not-settled', '刚才的变动还没有计完，数字暂时不准；请稍后再看。', { status: 503 })
}
