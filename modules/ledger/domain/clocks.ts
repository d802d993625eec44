import { type Day, dayOf, endOfDay, type Instant } from '../../../platform/clock.ts'
import type { Calendar, Limit } from '../../org/index.ts'
import type { Deadline, Ledger } from './declare.ts'
import type { Data } from './fields.ts'
import type { Clock, Clocks } from './record.ts'

interface Tick {
  move: string
  at: Instant
  data: Data
  /** The record has come to its end: no clock runs any more. */
  ended: boolean
  /** It has come to a state that lasts: what ran for the matter before is over. */
  lasts: boolean
  calendar: Calendar
}

const limitOf = (deadline: Deadline, data: Data): Limit | Day | undefined =>
  'field' in deadline.limit ? (data[deadline.limit.field] as Limit | Day | undefined) : deadline.limit

const days = (from: Day, to: Day) => (Date.parse(to) - Date.parse(from)) / 86_400_000
/** Until the end of a day that somebody named, each time the clock is started. */
const until = (day: Day, at: Instant, late: Pick<Clock, 'late'>): Clock => ({
  limit: { n: Math.max(0, days(dayOf(at), day)), unit: 'legal-day' },
  startedAt: at,
  spent: 0,
  dueAt: endOfDay(day),
  ...late,
})

/** Time that was given on the way is not taken back by a pause. */
const isExtended = ({ extends: more, limit }: Deadline, before: Clock) =>
  more !== undefined && 'n' in limit && before.limit.n > limit.n

function start(deadline: Deadline, kept: Clock | undefined, tick: Tick): Clock | undefined {
  const started = startLimited(deadline, kept, tick)
  return started && deadline.aside ? { ...started, aside: true } : started
}
function startLimited(deadline: Deadline, kept: Clock | undefined, { at, data, calendar }: Tick): Clock | undefined {
  const before = kept?.over ? undefined : kept
  const limit = limitOf(deadline, data)
  if (!limit) return undefined
  const sameFor = deadline.sameFor === undefined ? '' : String(data[deadline.sameFor] ?? '')
  const late = before?.late ? { late: true } : {}
  if (typeof limit === 'string') return until(limit, at, late)
  // A round begins anew each time.
  if (!before || before.sameFor !== sameFor || deadline.brings || deadline.anew)
    return { limit, startedAt: at, spent: 0, dueAt: calendar.addLimit(at, limit), sameFor, ...late }
  const whole = isExtended(deadline, before) ? before.limit : limit
  const left = Math.max(0, calendar.minutesOf(whole) - before.spent)
  return {
    limit: whole,
    startedAt: at,
    spent: before.spent,
    dueAt: calendar.addMinutes(at, left, limit.unit),
    sameFor,
    ...late,
  }
}

function stop(clock: Clock, { at, calendar }: Tick): Clock {
  const spent = clock.spent + calendar.minutesBetween(clock.startedAt, at, clock.limit.unit)
  return { ...clock, spent, stoppedAt: at, ...(at > clock.dueAt && !clock.aside ? { late: true } : {}) }
}

function extend(clock: Clock, more: number, { calendar }: Tick): Clock {
  const limit = { ...clock.limit, n: clock.limit.n + more }
  const left = calendar.minutesOf(limit) - clock.spent
  return { ...clock, limit, dueAt: calendar.addMinutes(clock.startedAt, left, limit.unit) }
}

/**
 * The clocks after a move. Stopped, a clock keeps what was used; started again for the same unit it resumes with the
 * rest, for another unit it restarts. That it once ran out is never erased (casework: Clocks). Once a thing that lasts is at
 * rest again, its next matter has its time anew.
 */
export function clocksAfter(ledger: Ledger, before: Clocks, tick: Tick): Clocks {
  const after: Clocks = { ...before }
  for (const [name, deadline] of Object.entries(ledger.deadlines)) {
    const clock = after[name]
    if (clock && !clock.stoppedAt && (tick.ended || deadline.stops.includes(tick.move))) after[name] = stop(clock, tick)
    if (clock && !clock.stoppedAt && deadline.brings === tick.move) after[name] = { ...clock, stoppedAt: clock.dueAt }
    const more = deadline.extends?.[tick.move]
    if (more && after[name] && !after[name].stoppedAt) after[name] = extend(after[name], more, tick)
    if (!deadline.starts.includes(tick.move)) continue
    const started = start(deadline, after[name], tick)
    if (started) after[name] = started
  }
  if (!tick.lasts) return after
  return Object.fromEntries(
    Object.entries(after).map(([name, clock]) => [name, clock.stoppedAt ? { ...clock, over: true } : clock]),
  )
}

/** The clock people see and lists are sorted by: of those that run the one that runs out first. */
export const runningClock = (clocks: Clocks): Clock | undefined =>
  Object.values(clocks)
    .filter(({ stoppedAt, aside }) => !stoppedAt && !aside)
    .sort((a, b) => (a.dueAt < b.dueAt ? -1 : 1))[0]

/** Whose time a move kept or missed: the clock it stopped just now, or else that of the first declared deadline. */
export function clockOf(ledger: Ledger, clocks: Clocks, move: string, at: Instant): Clock | undefined {
  const stopped = Object.entries(ledger.deadlines).find(
    ([name, { stops }]) => stops.includes(move) && clocks[name]?.stoppedAt === at,
  )
  const name = stopped?.[0] ?? Object.keys(ledger.deadlines)[0]
  return name === undefined ? undefined : clocks[name]
}

/** The moves that are due by themselves: their clock runs and has run out. */
export const dueMoves = (ledger: Ledger, clocks: Clocks, now: Instant): string[] =>
  Object.entries(ledger.deadlines).flatMap(([name, { brings }]) => {
    const clock = clocks[name]
    return brings && clock && !clock.stoppedAt && clock.dueAt <= now ? [brings] : []
  })

export function inTimeAt(clock: Clock | undefined, at: Instant): boolean | null {
  if (!clock) return null
  return (clock.stoppedAt ?? at) <= clock.dueAt
}
