import { type Clock, dayOf, type Instant } from '../../platform/clock.ts'
import type { Database } from '../../platform/db.ts'
import { notFound } from '../../platform/errors.ts'
import type { OrgView } from '../org/index.ts'
import type { Actor, Ledger, MoveContext } from './domain.ts'

/** The declared ledgers, by id. */
export type LedgerCatalog = ReadonlyMap<string, Ledger>
export function ledgerCatalog(ledgers: readonly Ledger[]): LedgerCatalog {
  const catalog = new Map(ledgers.map((ledger) => [ledger.id, ledger]))
  for (const { id, fields } of ledgers)
    for (const [name, { kind, ledger = '' }] of Object.entries(fields))
      if (kind === 'key' && catalog.has(ledger) && !catalog.get(ledger)?.keyed)
        throw new Error(`台账 ${id} 的字段 ${name} 按编码引用 ${ledger}，而它没有写明编码（keyed）`)
  return catalog
}

/** What the engine is given when the program starts; it asks for nothing else. */
export interface LedgerRuntime {
  database: Database
  ledgers: LedgerCatalog
  clock: Clock
  /** The bureau's people, places and calendar, from memory: no round trip inside a move. */
  world(tenant: string): Promise<OrgView>
  roleLabel(role: string): string
  /** Tells the consumer in this process that rows of this bureau wait. */
  poke(tenant: string): void
}

export function getLedger(ledgers: LedgerCatalog, id: string): Ledger {
  const ledger = ledgers.get(id)
  if (!ledger) throw notFound('ledger.unknown', '没有这本台账；请从“台账”菜单进入。')
  return ledger
}

export const contextFor = (world: OrgView, actor: Actor, now: Instant, happenedAt: Instant): MoveContext => ({
  now,
  actor,
  calendar: world.calendar,
  locate: world.locate,
  onDuty: (person, role) => world.onDuty(person, role, happenedAt),
  worksIn: (person, unit, role) => world.worksIn(person, unit, role, dayOf(happenedAt)),
  unitExists: world.unitExists,
})

/** Writers hold it shared to the end, the seal takes it exclusive. Said before, and apart from, the reading of the epoch. */
export const sharedLock = (tenant: string) => {
  if (!/^\d{6,8}$/.test(tenant)) throw new Error('not a tenant')
  return `select pg_advisory_xact_lock_shared(77, hashtext('${tenant}'))`
}
