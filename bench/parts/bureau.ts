import { ledgers } from '../../catalog/index.ts'
import { roles } from '../../catalog/roles.ts'
import { type LedgerRuntime, ledgerCatalog } from '../../modules/ledger/index.ts'
import type { Reader } from '../../modules/ledger/queries.ts'
import { loadOrg, setUpBureau } from '../../modules/org/index.ts'
import { addDays, type Clock, type Day, dayOf, type Instant } from '../../platform/clock.ts'
import type { Database } from '../../platform/db.ts'
import { morning, photo, type Town, tenant } from './town.ts'

/** A clock that stood at that morning when this process began, and has run since. */
export function benchClock(at: Instant = morning): Clock {
  const ahead = Date.parse(at) - Date.now()
  return { now: () => new Date(Date.now() + ahead).toISOString() }
}

/** The morning of the first working day on which nothing has happened yet: a day that holds the cases of five measurements
 *  is no day of a bureau, and what is recounted of it every ten seconds would be measured too. */
export async function nextMorning(database: Database): Promise<Instant> {
  const [row] = await database.inTenant(tenant, (tx) =>
    tx.query<{ day: Day | null }>('select max(happened_on) as day from ledger.entry where tenant = $1', [tenant]),
  )
  if (!row?.day || row.day < dayOf(morning)) return morning
  let day = addDays(row.day, 1)
  while ([0, 6].includes(new Date(day).getUTCDay())) day = addDays(day, 1)
  return `${day}T01:00:00.000Z`
}

export const engineOn = (database: Database, clock: Clock): LedgerRuntime => ({
  database,
  ledgers: ledgerCatalog(ledgers),
  clock,
  world: (of) => loadOrg(database, of, clock),
  roleLabel: (role) => roles.find(({ id }) => id === role)?.label ?? role,
  poke: () => {},
})

export const addBureau = (database: Database, { plan }: Town): Promise<void> =>
  database.inTenant(tenant, (tx) => setUpBureau(tx, plan, roles, { by: 'system', at: `${plan.fromOn}T00:00:00.000Z` }))

/** The photo every walk names; uploading it is not what is measured. */
export const addPhoto = (database: Database): Promise<unknown> =>
  database.inTenant(tenant, (tx) =>
    tx.query(
      `insert into platform.file (tenant, hash, name, type, size, uploaded_by)
       values ($1, $2, '处置后.png', 'image/png', 1, 'system') on conflict do nothing`,
      [tenant, photo],
    ),
  )

/** Somebody of the bureau who holds a role, in a unit if one is named, as the lists see them. */
export async function readerOf(engine: LedgerRuntime, role: string, unit?: string): Promise<Reader> {
  const world = await engine.world(tenant)
  const person = world.people.find(
    ({ id, unit: own }) => (!unit || own === unit) && world.rolesOf(id).some((held) => held.role === role),
  )
  if (!person) throw new Error(`nobody is ${role} in ${unit ?? 'the bureau'}`)
  return { actor: world.actorOf(person.id), world, now: engine.clock.now(), roleLabel: engine.roleLabel }
}
