import { notFound } from '../../../platform/errors.ts'
import { type Actor, type Ledger, type LedgerRecord, mayRead, type Reach } from '../domain.ts'
import type { Sight } from '../store/lists.ts'

const widest = (reaches: readonly Reach[]): Reach | undefined =>
  (['bureau', 'unit', 'own'] as const).find((reach) => reaches.includes(reach))
/** Which records of a ledger somebody sees; refuses with 404 who sees none. */
export function sightOf(ledger: Ledger, actor: Actor): Sight {
  const reach = widest(actor.grants.flatMap(({ role }) => ledger.read[role] ?? []))
  if (reach === 'bureau') return {}
  if (reach === 'own') return { person: actor.person }
  if (reach === 'unit')
    return { units: actor.grants.filter(({ role }) => ledger.read[role] === 'unit').flatMap(({ units }) => units) }
  throw notFound('ledger.not-readable', `${ledger.title}不在您的查看范围内。`)
}

/** A record that was looked up, for this reader: unseen and missing are both 404. */
export function readable(ledger: Ledger, actor: Actor, found: LedgerRecord | undefined): LedgerRecord {
  if (found && mayRead(ledger, actor, found)) return found
  throw notFound('ledger.not-found', `没有这条${ledger.title}，或不在您的查看范围内。`)
}

export const maySeeSecrets = (ledger: Ledger, actor: Actor): boolean =>
  actor.grants.some(({ role }) => ledger.secretsFor.includes(role))
