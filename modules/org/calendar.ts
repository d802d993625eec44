import { type Day, endOfDay, type Instant } from '../../platform/clock.ts'
import type { Limit, LimitUnit } from './limit.ts'
import {
  DAY,
  MINUTE,
  type Span,
  shiftOf,
  spansOf,
  standardHours,
  type WorkingHours,
  yearUnknown,
} from './working-time.ts'

export { seedDays } from './calendar-seed.ts'
export type { WorkingHours } from './working-time.ts'

/** A day that differs from its weekday: a holiday, or a weekend day worked to make up for one. */
export type CalendarDay = { day: Day; working: boolean; name: string }

/**
 * The bureau's working calendar as pure rules over its dated table (rules: 全国年节及纪念日放假办法 and the yearly notices).
 * One `work-day` is as many minutes as a working day has. Time that runs day and night asks no table, working time that
 * leaves the known years is refused with `org.calendar-year-unknown`.
 */
export type Calendar = {
  readonly minutesPerDay: number
  isWorkingDay(day: Day): boolean
  /** The instant at which a clock started at `from` has used up the limit. A report on Sunday begins Monday morning. */
  addLimit(from: Instant, limit: Limit): Instant
  /** How many minutes of its own clock a limit is: what is left of it can be given again after a pause. */
  minutesOf(limit: Limit): number
  /** Whole minutes a clock of this unit has run; negative when `to` lies before `from`. */
  minutesBetween(from: Instant, to: Instant, unit: LimitUnit): number
  /** The earliest instant so many minutes of this unit's clock away; for clocks that resume. Negative goes back. */
  addMinutes(from: Instant, minutes: number, unit: LimitUnit): Instant
  /** The n-th working day after `day`, which itself does not count; 0 gives `day`. */
  addWorkingDays(day: Day, n: number): Day
  /** The last day of n calendar days, the first not counted; on a day off, the next working day (民诉法 82). */
  lastLegalDay(day: Day, n: number): Day
}

const SHANGHAI = 8 * 3_600_000

export function buildCalendar(table: { days: CalendarDay[]; years: number[]; hours?: WorkingHours }): Calendar {
  const shift = shiftOf(table.hours ?? standardHours)
  const spans = spansOf(table.years, new Map(table.days.map(({ day, working }) => [dayNumber(day), working])))

  const spanOf = (day: number): Span => {
    for (const span of spans) if (day >= span.first && day <= span.last) return span
    throw yearUnknown(yearOf(day))
  }
  const shared = (from: number, to: number): Span => {
    const span = spanOf(from)
    if (spanOf(to) !== span) throw yearUnknown(yearOf(from < to ? span.last : span.first) + (from < to ? 1 : -1))
    return span
  }
  const worked = (span: Span, at: number): number => {
    const local = at + SHANGHAI
    const day = Math.floor(local / DAY)
    const i = day - span.first
    const before = span.before[i]!
    return before * shift.length + (span.before[i + 1]! > before ? shift.worked(local - day * DAY) : 0)
  }
  const moveWorking = (from: number, time: number): number => {
    if (time === 0) return from
    const span = spanOf(shanghaiDay(from))
    const goal = worked(span, from) + time
    const nth = Math.ceil(goal / shift.length) - 1
    const day = span.working[nth]
    if (day === undefined) throw yearUnknown(nth < 0 ? yearOf(span.first) - 1 : yearOf(span.last) + 1)
    return day * DAY - SHANGHAI + shift.instant(goal - nth * shift.length)
  }
  const nthWorking = (day: number, n: number): number => {
    const span = spanOf(day)
    const found = span.working[span.before[day - span.first + 1]! + n - 1]
    if (found === undefined) throw yearUnknown(yearOf(span.last) + 1)
    return found
  }
  const isWorking = (day: number): boolean => {
    const span = spanOf(day)
    return span.before[day - span.first + 1]! > span.before[day - span.first]!
  }

  const orNextWorking = (day: number): number => (isWorking(day) ? day : nthWorking(day, 1))
  // Working days after one day up to and with another; negative when the other lies before.
  const workingDaysTo = (from: number, to: number): number => {
    const span = shared(from, to)
    return span.before[to - span.first + 1]! - span.before[from - span.first + 1]!
  }
  const lastDayOf = (at: number, n: number, unit: 'legal-work-day' | 'legal-day'): number => {
    const day = shanghaiDay(at)
    if (n === 0) return day
    return unit === 'legal-day' ? orNextWorking(day + n) : nthWorking(day, n)
  }

  return {
    minutesPerDay: shift.length / MINUTE,
    isWorkingDay: (day) => isWorking(dayNumber(day)),
    addLimit: (from, { n, unit }) => {
      const at = parse(from)
      switch (unit) {
        case 'work-hour':
          return text(moveWorking(at, n * 60 * MINUTE))
        case 'work-day':
          return text(moveWorking(at, n * shift.length))
        case 'urgent-hour':
          return text(at + n * 60 * MINUTE)
        case 'urgent-day':
        case 'natural-day':
          return text(at + n * DAY)
        case 'legal-work-day':
        case 'legal-day':
          return endOfDay(dayText(lastDayOf(at, n, unit)))
      }
    },
    minutesOf: ({ n, unit }) => {
      if (unit === 'work-day') return (n * shift.length) / MINUTE
      return n * (unit === 'work-hour' || unit === 'urgent-hour' ? 60 : DAY / MINUTE)
    },
    minutesBetween: (from, to, unit) => {
      const [start, end] = [parse(from), parse(to)]
      if (unit === 'legal-day') return ((shanghaiDay(end) - shanghaiDay(start)) * DAY) / MINUTE
      if (unit === 'legal-work-day') return (workingDaysTo(shanghaiDay(start), shanghaiDay(end)) * DAY) / MINUTE
      if (!stopsAtNight(unit)) return whole(end - start)
      const span = shared(shanghaiDay(start), shanghaiDay(end))
      return whole(worked(span, end) - worked(span, start))
    },
    addMinutes: (from, minutes, unit) => {
      const at = parse(from)
      if (unit === 'legal-day' || unit === 'legal-work-day')
        return endOfDay(dayText(lastDayOf(at, Math.trunc((minutes * MINUTE) / DAY), unit)))
      return text(stopsAtNight(unit) ? moveWorking(at, minutes * MINUTE) : at + minutes * MINUTE)
    },
    addWorkingDays: (day, n) => (n === 0 ? day : dayText(nthWorking(dayNumber(day), n))),
    lastLegalDay: (day, n) => dayText(orNextWorking(dayNumber(day) + n)),
  }
}

const stopsAtNight = (unit: LimitUnit): boolean => unit === 'work-hour' || unit === 'work-day'

const whole = (time: number): number => Math.trunc(time / MINUTE) + 0

const shanghaiDay = (at: number): number => Math.floor((at + SHANGHAI) / DAY)

const yearOf = (day: number): number => new Date(day * DAY).getUTCFullYear()

const text = (at: number): Instant => new Date(at).toISOString()

const dayText = (day: number): Day => new Date(day * DAY).toISOString().slice(0, 10)

function parse(instant: Instant): number {
  const at = Date.parse(instant)
  if (Number.isNaN(at)) throw new RangeError(`not an instant: ${instant}`)
  return at
}

function dayNumber(day: Day): number {
  const number = Date.parse(day) / DAY
  if (!Number.isInteger(number)) throw new RangeError(`not a calendar day: ${day}`)
  return number
}
