import { sql } from 'kysely'
import type { Instant } from '../../../platform/clock.ts'
import type { Tx } from '../../../platform/db.ts'
import type { CalendarDay, WorkingHours } from '../calendar.ts'
import { insertRows } from './rows.ts'

/** One more version of a day; the earlier ones stay. */
export async function insertCalendarDay(
  tx: Tx,
  { day, working, name }: CalendarDay,
  reason: string,
  by: string,
  at: Instant,
): Promise<void> {
  await tx.query(
    `insert into org.calendar_day (tenant, day, version, working, name, reason, by, at)
     select $1, $2::date, coalesce(max(version), 0) + 1, $3, $4, $5, $6, $7 from org.calendar_day
     where tenant = $1 and day = $2::date`,
    [tx.tenant, day, working, name, reason, by, at],
  )
}
export async function insertCalendarYears(
  tx: Tx,
  years: readonly number[],
  days: readonly CalendarDay[],
  { source, by, at }: { source: string; by: string; at: Instant },
): Promise<void> {
  await insertRows(
    tx,
    sql`insert into org.calendar_year (tenant, year, source, by, at)`,
    years.map((year) => [year, source, by, at]),
  )
  await insertRows(
    tx,
    sql`insert into org.calendar_day (tenant, day, version, working, name, reason, by, at)`,
    days.map(({ day, working, name }) => [day, 1, working, name, source, by, at]),
  )
}
export const findCalendarYears = async (tx: Tx): Promise<number[]> =>
  (
    await tx.query<{ year: number }>('select year from org.calendar_year where tenant = $1 order by year', [tx.tenant])
  ).map(({ year }) => year)
export const findCalendarDays = (tx: Tx): Promise<CalendarDay[]> =>
  tx.query<CalendarDay>(
    `select distinct on (day) day, working, name from org.calendar_day where tenant = $1 order by day, version desc`,
    [tx.tenant],
  )
export async function insertWorkingHours(tx: Tx, hours: WorkingHours, by: string, at: Instant): Promise<void> {
  await tx.query(
    `insert into org.working_hours (tenant, version, hours, by, at)
     select $1, coalesce(max(version), 0) + 1, $2, $3, $4 from org.working_hours where tenant = $1`,
    [tx.tenant, JSON.stringify(hours), by, at],
  )
}

export async function findWorkingHours(tx: Tx): Promise<WorkingHours | undefined> {
  const [row] = await tx.query<{ hours: WorkingHours }>(
    'select hours from org.working_hours where tenant = $1 order by version desc limit 1',
    [tx.tenant],
  )
  return row?.hours
}
