import type { BureauPlan, Calendar, Shift } from '../../modules/org/index.ts'
import { DAY, dayAt, HOUR } from './times.ts'

/** People who can make a move: those of a role, in a unit or on some ground. */
export type Group = readonly string[]

/** Who is at work when, as the plan of the bureau has it. Moments are milliseconds. */
export interface Roster {
  /** Those who hold the role in the unit or below it; without a unit, in the whole bureau. */
  of(role: string, unit?: string): Group
  /** Those who keep one of the grids that begin with this code, in this role. */
  keeping(area: string, role: string): Group
  isOnDuty(person: string, at: number): boolean
  onDuty(group: Group, at: number): Group
  /** The earliest moment, at or after this one, when somebody of the group is at work. */
  next(group: Group, at: number): number
}

/** A shift in milliseconds since midnight. */
interface Turn {
  start: number
  end: number
  runsOn: (day: number) => boolean
}
const SEARCHED_DAYS = 20
const SHANGHAI = 8 * HOUR
/** Days are numbered from 1970-01-01, a Thursday. */
const dayNumber = (at: number) => Math.floor((at + SHANGHAI) / DAY)
const midnight = (day: number) => day * DAY - SHANGHAI

export function rosterOf(plan: BureauPlan, calendar: Calendar): Roster {
  const turns = new Map((plan.shifts ?? []).map((shift) => [shift.id, turnOf(shift, workingDays(calendar))]))
  const turnsOf = new Map(plan.people.map(({ id, shifts = [] }) => [id, shifts.map((name) => turns.get(name)!)]))
  const groups = new Map<string, Group>()
  const remembered = (key: string, find: () => Group) => {
    if (!groups.has(key)) groups.set(key, find())
    return groups.get(key)!
  }
  const isOnDuty = (person: string, at: number) => {
    const day = dayNumber(at)
    const time = at - midnight(day)
    return turnsOf.get(person)!.some(({ start, end, runsOn }) => start <= time && time < end && runsOn(day))
  }
  const nextOf = (person: string, at: number): number => {
    const own = turnsOf.get(person)!
    for (let day = dayNumber(at), last = day + SEARCHED_DAYS; day < last; day++) {
      const open = own.filter(({ end, runsOn }) => midnight(day) + end > at && runsOn(day))
      if (open.length) return Math.max(at, midnight(day) + Math.min(...open.map(({ start }) => start)))
    }
    return Number.POSITIVE_INFINITY
  }
  return {
    of: (role, unit) => remembered(`${role} ${unit ?? ''}`, () => holding(plan, role, unit)),
    keeping: (area, role) => remembered(`${area} kept ${role}`, () => keepersOf(plan, area, role)),
    isOnDuty,
    onDuty: (group, at) => group.filter((person) => isOnDuty(person, at)),
    next: (group, at) => {
      if (group.some((person) => isOnDuty(person, at))) return at
      const first = Math.min(...group.map((person) => nextOf(person, at)))
      if (!Number.isFinite(first)) throw new Error(`nobody of “${group.join(', ')}” works after ${dayAt(at)}`)
      return first
    },
  }
}

function holding({ people, units }: BureauPlan, role: string, unit: string | undefined): Group {
  const under = (id: string): boolean => {
    if (!unit || id === unit) return true
    const parent = units.find((one) => one.id === id)?.parent
    return parent ? under(parent) : false
  }
  const holds = ({ roles = [], unit: own }: BureauPlan['people'][number]) =>
    roles.some((held) => held.role === role && under(held.unit ?? own))
  return people.filter(holds).map(({ id }) => id)
}

function keepersOf({ keepers = [] }: BureauPlan, area: string, role: string): Group {
  const fitting = keepers.filter((keeper) => keeper.role === role && keeper.area.startsWith(area))
  return [...new Set(fitting.map(({ person }) => person))]
}

function workingDays(calendar: Calendar): (day: number) => boolean {
  const known = new Map<number, boolean>()
  return (day) => {
    if (!known.has(day)) known.set(day, calendar.isWorkingDay(dayAt(midnight(day))))
    return known.get(day)!
  }
}

function turnOf({ days, start, end }: Shift, isWorking: (day: number) => boolean): Turn {
  const time = (text: string) => (Number(text.slice(0, 2)) * 60 + Number(text.slice(3))) * 60_000
  if (end <= start) throw new Error('the demonstration has no shift over midnight')
  const onWeekday = (day: number) => days.includes(String((day + 4) % 7 || 7))
  const runsOn = days === 'every' ? () => true : days === 'working' ? isWorking : onWeekday
  return { start: time(start), end: time(end), runsOn }
}
