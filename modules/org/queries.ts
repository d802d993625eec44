import type { Day } from '../../platform/clock.ts'
import type { Database, Tx } from '../../platform/db.ts'
import { findTenants } from '../../platform/tenants.ts'
import { demoPassword } from './commands/bureau.ts'
import { holdsOn, type RoleDeclaration } from './domain.ts'
import {
  findAccounts,
  findCalendarDays,
  findCalendarYears,
  findGrants,
  findKeepers,
  findLog,
  findPeople,
} from './store.ts'
import type { OrgView } from './view.ts'

/** People at work, those who hold the role, in the unit or below it. */
export const peopleOf = (org: OrgView, { role, unit }: { role?: string | undefined; unit?: string | undefined }) =>
  org.people.flatMap(({ id, name, unit: own, active }) => {
    const roles = org.rolesOf(id)
    const below = unit === undefined ? undefined : org.unitsBelow(unit)
    const fits = roles.some((grant) => (!role || grant.role === role) && (!below || below.includes(grant.unit)))
    if (!active || !(fits || (!role && (!below || below.includes(own))))) return []
    return [{ id, name, unit: own, roles: [...new Set(roles.map((grant) => grant.role))] }]
  })

/** The ground as GeoJSON, large areas first, so that small ones are drawn above them. */
export const mapOf = (org: OrgView, kind?: string) => ({
  type: 'FeatureCollection' as const,
  features: org.areas
    .filter((area) => kind === undefined || area.kind === kind)
    .toSorted((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind))
    .map(({ code, kind, name, parent, unit, geometry }) => ({
      type: 'Feature',
      id: code,
      properties: { code, kind, name, parent, unit, unitName: unit ? org.unitName(unit) : null },
      geometry,
    })),
})
const order = ['boundary', 'river', 'street', 'area', 'community', 'grid']

export async function calendarOf(tx: Tx, year?: number) {
  const days = await findCalendarDays(tx)
  return {
    years: await findCalendarYears(tx),
    days: year === undefined ? days : days.filter(({ day }) => day.startsWith(`${year}-`)),
  }
}

/** Everybody, also who has left, with what they hold and held. */
export async function directoryOf(tx: Tx, today: Day) {
  const accounts = new Map((await findAccounts(tx)).map(({ account, person }) => [person, account]))
  const grants = await findGrants(tx)
  const keepers = (await findKeepers(tx)).filter((keeper) => holdsOn(keeper, today))
  return (await findPeople(tx)).map((person) => ({
    ...person,
    account: accounts.get(person.id) ?? null,
    grants: grants
      .filter((grant) => grant.person === person.id)
      .map(({ role, unit, fromOn, toOn }) => ({ role, unit, fromOn, toOn })),
    areas: keepers.filter((keeper) => keeper.person === person.id).map(({ area, role }) => ({ area, role })),
  }))
}

export async function logOf(tx: Tx, org: OrgView, before: string | undefined, limit: number) {
  const rows = await findLog(tx, before, limit)
  // A bureau is set up by the program, before there is anybody in it.
  const nameOf = (by: string) => (by === 'system' ? '系统' : org.personName(by))
  return rows.map(({ id, at, by, what, sentence }) => ({ id, at, by, byName: nameOf(by), what, sentence }))
}

/** The accounts of demonstration bureaus, with the password everybody knows. */
export async function demoAccountsOf(
  database: Database,
  world: (tenant: string) => Promise<OrgView>,
  roles: readonly RoleDeclaration[],
) {
  const found = []
  for (const { tenant, demo } of await findTenants(database)) {
    if (!demo) continue
    const org = await world(tenant)
    const accounts = await database.inTenant(tenant, findAccounts, { readOnly: true })
    for (const { account, person } of accounts.filter((one) => one.demo)) {
      const held = org.rolesOf(person).map(({ role }) => role)
      const labels = held.map((role) => roles.find(({ id }) => id === role)?.label ?? role)
      found.push({
        tenant,
        account,
        password: demoPassword,
        role: held[0] ?? '',
        name: org.personName(person),
        label: labels.join('、'),
      })
    }
  }
  return found
}

/** The roles of a person in words, for the head of every screen. */
export const rolesShown = (org: OrgView, roles: readonly RoleDeclaration[], person: string) =>
  org.rolesOf(person).map(({ role, unit }) => ({
    role,
    label: roles.find(({ id }) => id === role)?.label ?? role,
    unit,
    unitName: org.unitName(unit),
  }))
