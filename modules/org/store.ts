import type { Tx } from '../../platform/db.ts'
import { findShort } from '../../platform/tenants.ts'
import type { CalendarDay, WorkingHours } from './calendar.ts'
import type { Duty, Keeper, Person, RoleGrant, Shift, Unit } from './domain.ts'
import { type Area, findKeepers, findOpenAreas } from './store/areas.ts'
import { findCalendarDays, findCalendarYears, findWorkingHours } from './store/calendar.ts'
import { findRevision } from './store/log.ts'
import { findDuties, findGrants, findPeople, findShifts } from './store/people.ts'
import { findUnits } from './store/units.ts'

export * from './store/accounts.ts'
export * from './store/areas.ts'
export * from './store/calendar.ts'
export * from './store/log.ts'
export * from './store/people.ts'
export * from './store/units.ts'

/** Everything of a bureau's organisation that rules ask for, as it stands in the database. */
export interface OrgRows {
  version: number
  short: string
  units: Unit[]
  people: Person[]
  grants: RoleGrant[]
  shifts: Shift[]
  duties: Duty[]
  keepers: Keeper[]
  areas: Area[]
  days: CalendarDay[]
  years: number[]
  hours: WorkingHours | undefined
}

export const readOrg = async (tx: Tx): Promise<OrgRows> => ({
  version: await findRevision(tx),
  short: await findShort(tx),
  units: await findUnits(tx),
  people: await findPeople(tx),
  grants: await findGrants(tx),
  shifts: await findShifts(tx),
  duties: await findDuties(tx),
  keepers: await findKeepers(tx),
  areas: await findOpenAreas(tx),
  days: await findCalendarDays(tx),
  years: await findCalendarYears(tx),
  hours: await findWorkingHours(tx),
})
