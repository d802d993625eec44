import { checkPassword, hashPassword } from '../../../platform/auth/passwords.ts'
import type { Day } from '../../../platform/clock.ts'
import type { Tx } from '../../../platform/db.ts'
import { invalid } from '../../../platform/errors.ts'
import { addTenant } from '../../../platform/tenants.ts'
import type { WorkingHours } from '../calendar.ts'
import { seedDays } from '../calendar-seed.ts'
import {
  checkSeparation,
  checkUnitTree,
  type Duty,
  type RoleDeclaration,
  type RoleGrant,
  type Shift,
  type UnitKind,
} from '../domain.ts'
import {
  type Account,
  type Area,
  insertAccounts,
  insertAreas,
  insertCalendarYears,
  insertDuties,
  insertGrants,
  insertKeepers,
  insertPeople,
  insertShifts,
  insertUnits,
  insertWorkingHours,
} from '../store.ts'
import { published } from './calendar.ts'
import { type Doing, noteDoing } from './doing.ts'

/** Known to all: it opens the accounts of demonstration bureaus and no other. */
export const demoPassword = 'Chengji-2022'

export interface PlannedPerson {
  id: string
  name: string
  unit: string
  phone?: string
  account?: string
  /** Left out in a demonstration bureau: `demoPassword`. */
  password?: string
  roles?: readonly { role: string; unit?: string; fromOn?: Day; toOn?: Day | null }[]
  shifts?: readonly string[]
}

/** A bureau as it begins. */
export interface BureauPlan {
  title: string
  short: string
  demo: boolean
  /** Roles, duties and areas hold from this day unless they say otherwise. */
  fromOn: Day
  units: readonly { id: string; name: string; parent: string | null; kind: UnitKind }[]
  people: readonly PlannedPerson[]
  shifts?: readonly Shift[]
  areas?: readonly (Omit<Area, 'fromOn' | 'toOn' | 'parent' | 'unit'> & {
    parent?: string | null
    unit?: string | null
  })[]
  keepers?: readonly { area: string; role: string; person: string }[]
  /** First and last year of the calendar, begun from the published holidays. */
  years: readonly [from: number, to: number]
  hours?: WorkingHours
}

/**
 * Sets up the bureau of the transaction's tenant: used by the demonstration and by the command line, where nobody can
 * have signed in yet. Refuses a plan that does not hold together; writes all of it or nothing.
 */
export async function setUpBureau(
  tx: Tx,
  plan: BureauPlan,
  roles: readonly RoleDeclaration[],
  doing: Doing,
): Promise<void> {
  checkUnitTree(plan.units)
  const grants = grantsOf(plan, roles)
  await addTenant(tx, plan)
  await insertUnits(
    tx,
    parentsFirst(plan.units).map((unit, sort) => ({ ...unit, sort, active: true })),
  )
  await insertPeople(
    tx,
    plan.people.map(({ id, name, unit, phone }) => ({ id, name, unit, phone: phone ?? null, active: true })),
  )
  await insertAccounts(tx, await accountsOf(plan, doing))
  await insertGrants(tx, grants)
  await insertShifts(tx, plan.shifts ?? [])
  await insertDuties(tx, dutiesOf(plan))
  await insertAreas(
    tx,
    (plan.areas ?? []).map((area) => ({ parent: null, unit: null, ...area, fromOn: plan.fromOn, toOn: null })),
  )
  await insertKeepers(
    tx,
    (plan.keepers ?? []).map((keeper) => ({ ...keeper, fromOn: plan.fromOn, toOn: null })),
  )
  const [first, last] = plan.years
  const years = Array.from({ length: last - first + 1 }, (_, i) => first + i)
  await insertCalendarYears(tx, years, seedDays(first, last), { source: published, ...doing })
  if (plan.hours) await insertWorkingHours(tx, plan.hours, doing.by, doing.at)
  await noteDoing(tx, doing, 'org.bureau-set-up', `建立“${plan.title}”`, {
    units: plan.units.length,
    people: plan.people.length,
  })
}

function grantsOf(plan: BureauPlan, roles: readonly RoleDeclaration[]): RoleGrant[] {
  const grants: RoleGrant[] = []
  for (const person of plan.people)
    for (const { role, unit = person.unit, fromOn = plan.fromOn, toOn = null } of person.roles ?? []) {
      if (!roles.some(({ id }) => id === role))
        throw invalid('org.role-unknown', `“${person.name}”的岗位“${role}”不存在；请检查岗位名称。`)
      const grant = { person: person.id, role, unit, fromOn, toOn }
      checkSeparation(
        roles,
        grants.filter((one) => one.person === person.id),
        grant,
      )
      grants.push(grant)
    }
  return grants
}

const dutiesOf = (plan: BureauPlan): Duty[] =>
  plan.people.flatMap(({ id, shifts = [] }) =>
    shifts.map((shift) => ({ person: id, shift, fromOn: plan.fromOn, toOn: null })),
  )

/** A unit's row names its parent's, which therefore comes first. */
function parentsFirst<T extends { id: string; parent: string | null }>(units: readonly T[]): T[] {
  const depth = (unit: T): number => {
    const parent = units.find(({ id }) => id === unit.parent)
    return parent ? depth(parent) + 1 : 0
  }
  return units.toSorted((a, b) => depth(a) - depth(b))
}

async function accountsOf(plan: BureauPlan, doing: Doing): Promise<Account[]> {
  const shared = plan.demo ? await hashPassword(demoPassword) : undefined
  const accounts: Account[] = []
  for (const { id, name, account, password } of plan.people) {
    if (!account) continue
    if (!password && !shared)
      throw invalid('org.password-missing', `“${name}”的账号没有密码；正式单位的每个账号都要有自己的密码。`)
    if (password) checkPassword(password, account)
    const passwordHash = password ? await hashPassword(password) : shared!
    accounts.push({ account, person: id, passwordHash, demo: !password, changedAt: doing.at })
  }
  return accounts
}
