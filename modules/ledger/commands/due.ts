import { Refusal } from '../../../platform/errors.ts'
import { type Draft, draft, dueMoves, isFrom, type Ledger, type LedgerRecord, systemActor } from '../domain.ts'
import { contextFor, type LedgerRuntime, sharedLock } from '../runtime.ts'
import { findDue } from '../store/due.ts'
import { lockRecords } from '../store/records.ts'
import { salt, save } from './saving.ts'

const BATCH = 200
/** The clocks that bring a move, and the states in which one of these is open. */
function waiting(ledger: Ledger): { clocks: string[]; states: string[]; aside: boolean } {
  const brings = Object.entries(ledger.deadlines).flatMap(([name, { brings: move, aside }]) =>
    move ? [{ name, move, aside }] : [],
  )
  const isOpen = (state: string) => brings.some(({ move }) => isFrom(ledger, ledger.moves[move]!, state))
  return {
    clocks: brings.map(({ name }) => name),
    states: Object.keys(ledger.states).filter(isOpen),
    aside: brings.some(({ aside }) => aside),
  }
}

/** Makes the moves of a bureau that are due by themselves: rounds that are called, terms that pass in silence. Gives how
 *  many; made twice at once, or begun again after a crash, each is made once. One that cannot be made waits alone. */
export async function makeDue(runtime: LedgerRuntime, tenant: string): Promise<number> {
  let made = 0
  for (const ledger of runtime.ledgers.values()) {
    const asked = waiting(ledger)
    if (!asked.clocks.length) continue
    for (let some = BATCH; some === BATCH; made += some) some = await makeSome(runtime, tenant, ledger, asked)
  }
  if (made) runtime.poke(tenant)
  return made
}

async function makeSome(
  runtime: LedgerRuntime,
  tenant: string,
  ledger: Ledger,
  { clocks, states, aside }: ReturnType<typeof waiting>,
): Promise<number> {
  const world = await runtime.world(tenant)
  const now = runtime.clock.now()
  const context = { ...contextFor(world, systemActor(tenant), now, now), byItself: true }
  const drafted = (record: LedgerRecord): Draft[] => {
    const move = dueMoves(ledger, record.clocks, now).find((name) => isFrom(ledger, ledger.moves[name]!, record.state))
    if (!move) return []
    try {
      return [
        draft(ledger, record, [{ attempt: { record: record.id, move, data: {}, happenedAt: now }, context }], salt),
      ]
    } catch (error) {
      if (error instanceof Refusal) return []
      throw error
    }
  }
  return runtime.database.inTenant(
    tenant,
    async (tx) => {
      const ids = await findDue(tx, ledger.id, { clocks, states, aside, now, most: BATCH })
      const drafts = [...(await lockRecords(tx, ledger.id, ids)).values()].flatMap(drafted)
      if (drafts.length) await save(tx, world, ledger, drafts)
      return drafts.length
    },
    { prelude: sharedLock(tenant) },
  )
}
