import { setImmediate as othersFirst } from 'node:timers/promises'
import { dayOf, type Instant } from '../../../platform/clock.ts'
import { invalid } from '../../../platform/errors.ts'
import type { OrgView } from '../../org/index.ts'
import {
  type Actor,
  type Data,
  type Draft,
  draft,
  type Ledger,
  type LedgerRecord,
  SYSTEM,
  systemActor,
} from '../domain.ts'
import { contextFor, getLedger, type LedgerRuntime, sharedLock } from '../runtime.ts'
import { checkThere, findNamed, idFor, type Named, refsOf, salt, save } from './saving.ts'

/** One record's whole life, each step by its own person at its own time. */
export interface Life {
  steps: readonly { move: string; data?: Data; reason?: string; person: string; at: Instant }[]
}
/**
 * Replays lives of new records, each step decided as it would have been at its time: for the demonstration, for benches
 * and for bringing over an older system's cases. In the order given; all of them or none.
 */
export async function replay(
  runtime: LedgerRuntime,
  tenant: string,
  ledgerId: string,
  lives: readonly Life[],
): Promise<LedgerRecord[]> {
  const ledger = getLedger(runtime.ledgers, ledgerId)
  const world = await runtime.world(tenant)
  const named = await namedIn(runtime, tenant, ledger, lives)
  const drafts = lives.map((life) => draftLife(ledger, world, life, named))
  return runtime.database.inTenant(tenant, (tx) => save(tx, world, ledger, drafts), { prelude: sharedLock(tenant) })
}

/** So many lives are drafted in one go. */
const STRIDE = 16

/**
 * Replays many lives in parts, each saved by itself so that a seal never waits long for it; while one part is written the
 * next is decided. In the order given. `saved` hears how many there are so far.
 */
export async function replayInParts(
  runtime: LedgerRuntime,
  tenant: string,
  ledgerId: string,
  lives: readonly Life[],
  { size, saved }: { size: number; saved: (count: number) => void },
): Promise<LedgerRecord[]> {
  const ledger = getLedger(runtime.ledgers, ledgerId)
  const world = await runtime.world(tenant)
  const records: LedgerRecord[] = []
  let writing: Promise<LedgerRecord[]> | undefined
  const written = async () => {
    if (!writing) return
    records.push(...(await writing))
    saved(records.length)
  }
  try {
    for (let from = 0; from < lives.length; from += size) {
      const part = lives.slice(from, from + size)
      const named = await namedIn(runtime, tenant, ledger, part)
      const drafts = await draftBetween(ledger, world, part, named)
      await written()
      writing = runtime.database.inTenant(tenant, (tx) => save(tx, world, ledger, drafts), {
        prelude: sharedLock(tenant),
      })
      writing.catch(() => {}) // told when it is awaited
    }
    await written()
    return records
  } finally {
    // When the next part cannot be, the one before it is whole all the same.
    await writing?.catch(() => {})
  }
}

/** Drafts lives a few at a time, so that what is being written goes on. */
async function draftBetween(ledger: Ledger, world: OrgView, lives: readonly Life[], named: Named): Promise<Draft[]> {
  const drafts: Draft[] = []
  for (const [i, life] of lives.entries()) {
    if (i % STRIDE === 0) await othersFirst()
    drafts.push(draftLife(ledger, world, life, named))
  }
  return drafts
}

/** What lives name was there before them. */
const namedIn = (runtime: LedgerRuntime, tenant: string, ledger: Ledger, lives: readonly Life[]): Promise<Named> => {
  const filledIn = lives.flatMap(({ steps }) => steps.map(({ data = {} }) => data))
  return runtime.database.inTenant(tenant, (tx) => findNamed(tx, runtime.ledgers, ledger, filledIn), { readOnly: true })
}

function actorAt(world: OrgView, person: string, at: Instant): Actor {
  const actor = world.actorOf(person, dayOf(at))
  if (!actor) throw invalid('ledger.person-unknown', `${dayOf(at)}没有“${person}”这个在岗人员。`)
  return actor
}

const nothing: Named = { files: new Map(), records: new Map(), keys: new Map(), strange: new Set() }
/** Decides a life. Without `named`, what it names was looked at before, and is taken to be there. */
export function draftLife(ledger: Ledger, world: OrgView, { steps }: Life, named?: Named): Draft {
  const id = idFor(ledger, steps[0]!.data, steps[0]!.at)
  const decided = steps.map(({ move, data = {}, reason, person, at }) => {
    const byItself = person === SYSTEM
    const actor = byItself ? systemActor(world.tenant) : actorAt(world, person, at)
    return {
      attempt: { record: id, move, data, happenedAt: at, ...(reason ? { reason } : {}) },
      context: {
        ...contextFor(world, actor, at, at),
        together: true,
        carried: true,
        inside: true,
        ...(byItself ? { byItself, byPublic: true } : {}),
      },
      refs: refsOf(ledger, data, named ?? nothing),
    }
  })
  const made = draft(ledger, undefined, decided, salt)
  if (named) for (const { data = {} } of steps) checkThere(ledger, data, named)
  return made
}
