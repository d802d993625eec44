import type { Tx } from '../../../platform/db.ts'
import { conflict } from '../../../platform/errors.ts'
import { buildCalendar, type CalendarDay, type WorkingHours } from '../calendar.ts'
import { seedDays } from '../calendar-seed.ts'
import { findCalendarYears, insertCalendarDay, insertCalendarYears, insertWorkingHours } from '../store.ts'
import { yearUnknown } from '../working-time.ts'
import { type Doing, noteDoing } from './doing.ts'

/** Where the days of a year that was not typed in come from. */
export const published = '国务院办公厅放假安排'

/** Makes one day a working day or a day off, as a new version beside the earlier ones. The year must be known. */
export async function setCalendarDay(tx: Tx, given: CalendarDay & { reason: string }, doing: Doing): Promise<void> {
  const year = Number(given.day.slice(0, 4))
  if (!(await findCalendarYears(tx)).includes(year)) throw yearUnknown(year)
  await insertCalendarDay(tx, given, given.reason, doing.by, doing.at)
  await noteDoing(
    tx,
    doing,
    'org.calendar-day-set',
    `把${given.day}改为${given.working ? '工作日' : '休息日'}${given.name ? `（${given.name}）` : ''}：${given.reason}`,
    { ...given },
  )
}

/** Takes a year into the calendar, begun from the published holidays; without them refused (`org.calendar-year-unknown`)
 *  unless the days are handed in. */
export async function addCalendarYear(
  tx: Tx,
  given: { year: number; days?: readonly CalendarDay[]; source?: string },
  doing: Doing,
): Promise<void> {
  if ((await findCalendarYears(tx)).includes(given.year))
    throw conflict('org.calendar-year-known', `工作日历已有${given.year}年；可以：逐日修改放假和调休。`)
  const days = given.days ?? seedDays(given.year, given.year)
  const source = given.source ?? (given.days ? '人工录入' : published)
  await insertCalendarYears(tx, [given.year], days, { source, ...doing })
  await noteDoing(tx, doing, 'org.calendar-year-added', `工作日历加入${given.year}年（${source}）`, {
    year: given.year,
  })
}

export async function setWorkingHours(tx: Tx, hours: WorkingHours, doing: Doing): Promise<void> {
  buildCalendar({ days: [], years: [], hours })
  await insertWorkingHours(tx, hours, doing.by, doing.at)
  const text = hours.map(([from, to]) => `${from}—${to}`).join('、')
  await noteDoing(tx, doing, 'org.working-hours-set', `工作时段改为${text}`, { hours })
}
