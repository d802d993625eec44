import { draft, dueMoves, type Ledger, type LedgerRecord, systemActor } from '../domain.ts'
import { contextFor, type LedgerRuntime, sharedLock } from '../runtime.ts'
import { findDue } from '../store/due.ts'
import { lockRecords } from '../store/records.ts'
import { salt, save } from './saving.ts'

const BATCH = 200
const waiting = (ledger: Ledger): string[] =>
  Object.entries(ledger.deadlines).flatMap(([name, { brings }]) => (brings ? [name] : []))

/** Makes the moves of a bureau that are due by themselves: rounds that are called, terms that pass in silence. Gives how
 *  many; made twice at once, or begun again after a crash, each is made once. */
export async function makeDue(runtime: LedgerRuntime, tenant: string): Promise<number> {
  let made = 0
  for (const ledger of runtime.ledgers.values()) {
    const clocks = waiting(ledger)
    if (!clocks.length) continue
    for (let some = BATCH; some === BATCH; made += some) some = await makeSome(runtime, tenant, ledger, clocks)
  }
  if (made) runtime.poke(tenant)
  return made
}

async function makeSome(runtime: LedgerRuntime, tenant: string, ledger: Ledger, clocks: string[]): Promise<number> {
  const world = await runtime.world(tenant)
  const now = runtime.clock.now()
  const context = { ...contextFor(world, systemActor(tenant), now, now), byItself: true }
  const movesOf = (record: LedgerRecord) => dueMoves(ledger, record.clocks, now).slice(0, 1)
  return runtime.database.inTenant(
    tenant,
    async (tx) => {
      const ids = await findDue(tx, ledger.id, clocks, now, BATCH)
      const found = [...(await lockRecords(tx, ledger.id, ids)).values()].filter((record) => movesOf(record).length)
      const drafts = found.map((record) => {
        const steps = movesOf(record).map((move) => ({
          attempt: { record: record.id, move, data: {}, happenedAt: now },
          context,
        }))
        return draft(ledger, record, steps, salt)
      })
      if (drafts.length) await save(tx, world, ledger, drafts)
      return drafts.length
    },
    { prelude: sharedLock(tenant) },
  )
}
