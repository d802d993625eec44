import type { Calendar, Limit } from '../../../modules/org/index.ts'
import type { Group } from '../roster.ts'
import { DAY, HOUR, instant, MINUTE, minuteOf } from '../times.ts'
import { actAt, afterDelay, reached, type Walk } from './walk.ts'

/** The handling clock as the ledger will run it: resumed for the same unit, started anew for another. */
export interface HandlingClock {
  limit: Limit
  startedAt: number
  dueAt: number
  /** Minutes used before it was last started. */
  spent: number
}

export const startClock = (calendar: Calendar, at: number, limit: Limit): HandlingClock => ({
  limit,
  startedAt: at,
  dueAt: Date.parse(calendar.addLimit(instant(at), limit)),
  spent: 0,
})

/** The clock goes on for the same unit, with what was left when it stopped. */
export function resumeClock(calendar: Calendar, clock: HandlingClock, stoppedAt: number, at: number): HandlingClock {
  const { limit, startedAt } = clock
  const spent = clock.spent + calendar.minutesBetween(instant(startedAt), instant(stoppedAt), limit.unit)
  const whole = calendar.minutesBetween(instant(startedAt), calendar.addLimit(instant(startedAt), limit), limit.unit)
  const dueAt = Date.parse(calendar.addMinutes(instant(at), Math.max(0, whole - spent), limit.unit))
  return { limit, startedAt: at, dueAt, spent }
}

export interface Crew {
  leads: Group
  handlers: Group
}
export interface Task {
  clock: HandlingClock
  calendar: Calendar
  late: boolean
  /** What the handler writes and shows, at the moment of submitting. */
  material: (at: number) => Record<string, unknown>
}
interface Times {
  assigned: number
  submitted: number
  confirmed: number
}

/** The moment at which so great a share of the limit is used: hours by the wall clock, days by the bureau's. */
function moment({ clock: { startedAt, limit }, calendar }: Task, share: number): number {
  switch (limit.unit) {
    case 'urgent-hour':
    case 'work-hour':
      return startedAt + limit.n * HOUR * share
    case 'work-day':
      return Date.parse(
        calendar.addMinutes(instant(startedAt), Math.round(share * limit.n * calendar.minutesPerDay), 'work-day'),
      )
    case 'urgent-day':
    case 'natural-day':
    case 'legal-work-day':
    case 'legal-day':
      return startedAt + limit.n * DAY * share
  }
}

/** Work out of doors is not begun in the evening unless it is urgent. */
function atDaylight(at: number, { clock: { limit } }: Task): number {
  const minute = minuteOf(at)
  const urgent = limit.unit === 'urgent-hour'
  if (minute >= 7 * 60 + 40 && minute < (urgent ? 22 * 60 : 20 * 60 + 30)) return at
  return minute < 12 * 60 ? at + (8 * 60 - minute) * MINUTE : at + (32 * 60 - minute) * MINUTE
}

function timesFor(walk: Walk, crew: Crew, task: Task, share: number, assigned: number): Times {
  const { random } = walk
  const target = task.late ? task.clock.dueAt + lateness(task, random.next()) : moment(task, share)
  const least = assigned + random.between(4, 9) * MINUTE
  const submitted = reached(
    walk,
    crew.handlers,
    atDaylight(Math.max(least, target - random.between(4, 30) * MINUTE), task),
  )
  const after = task.late ? Math.max(submitted, task.clock.dueAt) : submitted
  return {
    assigned,
    submitted,
    confirmed: reached(walk, crew.leads, after + random.between(2, 25) * walk.pace * MINUTE),
  }
}

/** Late cases are mostly late by a little. */
const lateness = ({ clock: { limit } }: Task, draw: number): number => {
  const size = limit.unit.endsWith('hour') ? limit.n * HOUR : limit.n * 8 * HOUR
  return 6 * MINUTE + size * (0.1 + 1.4 * draw * draw)
}

/**
 * The unit assigns, a handler goes and submits, the unit confirms: inside the limit unless the case is to be late.
 * Gives who handled it and when it was confirmed.
 */
export function handle(walk: Walk, crew: Crew, task: Task): { handler: string; confirmedAt: number } {
  const { random } = walk
  const assigned = afterDelay(walk, crew.leads, [2, 22])
  let share = random.between(0.1, 0.9) * random.between(0.55, 0.95)
  let times = timesFor(walk, crew, task, share, assigned)
  for (let i = 0; i < 6 && !task.late && times.confirmed > task.clock.dueAt; i++) {
    share *= 0.5
    times = timesFor(walk, crew, task, share, assigned)
  }
  const { submitted, confirmed } = times
  const there = walk.roster.onDuty(crew.handlers, submitted)
  const both = there.filter((person) => walk.roster.isOnDuty(person, assigned))
  const handler = random.pick(both.length ? both : there)
  actAt(walk, 'assign', crew.leads, assigned, { data: { handler } })
  actAt(walk, 'submit', [handler], submitted, { data: task.material(submitted) })
  actAt(walk, 'confirm', crew.leads, confirmed)
  return { handler, confirmedAt: walk.at }
}
