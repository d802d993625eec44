import { sql } from 'kysely'
import type { Day } from '../../../platform/clock.ts'
import type { Tx } from '../../../platform/db.ts'
import type { Duty, Person, RoleGrant, Shift } from '../domain.ts'
import { insertRows } from './rows.ts'

export const insertPeople = (tx: Tx, people: readonly Person[]): Promise<void> =>
  insertRows(
    tx,
    sql`insert into org.person (tenant, id, name, unit, phone, active)`,
    people.map(({ id, name, unit, phone, active }) => [id, name, unit, phone, active]),
  )
export async function updatePerson(tx: Tx, { id, name, unit, phone, active }: Person): Promise<void> {
  await tx.query('update org.person set name = $3, unit = $4, phone = $5, active = $6 where tenant = $1 and id = $2', [
    tx.tenant,
    id,
    name,
    unit,
    phone,
    active,
  ])
}
export const findPeople = (tx: Tx): Promise<Person[]> =>
  tx.query<Person>('select id, name, unit, phone, active from org.person where tenant = $1 order by id', [tx.tenant])

/** Waits for whoever is changing this person. */
export async function lockPerson(tx: Tx, id: string): Promise<Person | undefined> {
  const [person] = await tx.query<Person>(
    'select id, name, unit, phone, active from org.person where tenant = $1 and id = $2 for update',
    [tx.tenant, id],
  )
  return person
}

/** Given back on the day it was taken away, a role is open again: one row a day. */
export const insertGrants = (tx: Tx, grants: readonly RoleGrant[]): Promise<void> =>
  insertRows(
    tx,
    sql`insert into org.role_grant (tenant, person, role, unit, from_on, to_on)`,
    grants.map(({ person, role, unit, fromOn, toOn }) => [person, role, unit, fromOn, toOn]),
    sql`on conflict (tenant, person, role, unit, from_on) do update set to_on = excluded.to_on`,
  )
const grantColumns = 'person, role, unit, from_on as "fromOn", to_on as "toOn"'
export const findGrants = (tx: Tx, person?: string): Promise<RoleGrant[]> =>
  tx.query<RoleGrant>(
    `select ${grantColumns} from org.role_grant where tenant = $1 and ($2::text is null or person = $2)
     order by person, from_on, role, unit`,
    [tx.tenant, person ?? null],
  )
export async function closeGrants(tx: Tx, grants: readonly RoleGrant[], lastOn: Day): Promise<void> {
  for (const { person, role, unit, fromOn } of grants)
    await tx.query(
      'update org.role_grant set to_on = $6 where tenant = $1 and person = $2 and role = $3 and unit = $4 and from_on = $5',
      [tx.tenant, person, role, unit, fromOn, lastOn],
    )
}

export const insertShifts = (tx: Tx, shifts: readonly Shift[]): Promise<void> =>
  insertRows(
    tx,
    sql`insert into org.shift (tenant, id, name, start_time, end_time, days)`,
    shifts.map(({ id, name, start, end, days }) => [id, name, start, end, days]),
  )
export const insertDuties = (tx: Tx, duties: readonly Duty[]): Promise<void> =>
  insertRows(
    tx,
    sql`insert into org.duty (tenant, person, shift, from_on, to_on)`,
    duties.map(({ person, shift, fromOn, toOn }) => [person, shift, fromOn, toOn]),
  )
export const findShifts = (tx: Tx): Promise<Shift[]> =>
  tx.query<Shift>(
    'select id, name, start_time as "start", end_time as "end", days from org.shift where tenant = $1 order by id',
    [tx.tenant],
  )
export const findDuties = (tx: Tx): Promise<Duty[]> =>
  tx.query<Duty>(
    'select person, shift, from_on as "fromOn", to_on as "toOn" from org.duty where tenant = $1 order by from_on',
    [tx.tenant],
  )
