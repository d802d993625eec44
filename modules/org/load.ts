import { type Clock, dayOf, systemClock } from '../../platform/clock.ts'
import type { Database } from '../../platform/db.ts'
import { findRevision, readOrg } from './store.ts'
import { buildView, type OrgView } from './view.ts'

/** How long a change made by another process may stay unseen. */
const RECHECK_MS = 5000

interface Kept {
  view: OrgView | undefined
  checkedAtMs: number
  asking: Promise<OrgView> | undefined
}
const kept = new WeakMap<Database, Map<string, Kept>>()

/**
 * The bureau's organisation from memory. Asks for the revision every five seconds at most, reads everything again only
 * when it has been raised or a new day has begun; many asking at once wait for one answer.
 */
export async function loadOrg(database: Database, tenant: string, clock: Clock = systemClock): Promise<OrgView> {
  const ofDatabase = kept.get(database) ?? new Map<string, Kept>()
  kept.set(database, ofDatabase)
  const entry = ofDatabase.get(tenant) ?? { view: undefined, checkedAtMs: 0, asking: undefined }
  ofDatabase.set(tenant, entry)
  const today = dayOf(clock.now())
  const { view, checkedAtMs } = entry
  if (view && view.today === today && performance.now() - checkedAtMs < RECHECK_MS) return view
  entry.asking ??= refresh(database, tenant, today, view).then(
    (fresh) => {
      Object.assign(entry, { view: fresh, checkedAtMs: performance.now(), asking: undefined })
      return fresh
    },
    (error) => {
      entry.asking = undefined
      throw error
    },
  )
  return entry.asking
}

/** To be said after a change was committed: the next question reads the database. */
export function forgetOrg(database: Database, tenant: string): void {
  kept.get(database)?.delete(tenant)
}

const refresh = (database: Database, tenant: string, today: string, view: OrgView | undefined): Promise<OrgView> =>
  database.inTenant(
    tenant,
    async (tx) => {
      if (view && view.today === today && (await findRevision(tx)) === view.version) return view
      return buildView(tenant, today, await readOrg(tx))
    },
    // All of it as of one moment, though it takes several statements.
    { prelude: 'set transaction isolation level repeatable read', readOnly: true },
  )
