import type { BureauPlan, Calendar, Shift } from '../../modules/org/index.ts'
import { DAY, dayAt, msOf } from './times.ts'

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

type Window = readonly [from: number, to: number]
const SEARCHED_DAYS = 20

export function rosterOf(plan: BureauPlan, calendar: Calendar): Roster {
  const shifts = new Map((plan.shifts ?? []).map((shift) => [shift.id, shift]))
  const shiftsOf = new Map(plan.people.map(({ id, shifts: own = [] }) => [id, own.map((name) => shifts.get(name)!)]))
  const groups = new Map<string, Group>()
  const remembered = (key: string, find: () => Group) => {
    if (!groups.has(key)) groups.set(key, find())
    return groups.get(key)!
  }
  const under = (unit: string, top: string): boolean => {
    if (unit === top) return true
    const parent = plan.units.find(({ id }) => id === unit)?.parent
    return parent ? under(parent, top) : false
  }
  const windows = new Map<string, Window[]>()
  const windowsOn = (person: string, dayStart: number): Window[] => {
    const key = `${person} ${dayStart}`
    const known = windows.get(key)
    if (known) return known
    const day = dayAt(dayStart)
    const found = (shiftsOf.get(person) ?? [])
      .filter((shift) => runsOn(shift, day, calendar))
      .map(({ start, end }): Window => [msOf(day, start), msOf(day, end)])
    windows.set(key, found)
    return found
  }
  const covers =
    (at: number) =>
    ([from, to]: Window) =>
      from <= at && at < to
  const isOnDuty = (person: string, at: number) => windowsOn(person, startOf(at)).some(covers(at))
  const nextOf = (person: string, at: number): number => {
    for (let day = startOf(at), i = 0; i < SEARCHED_DAYS; i++, day += DAY) {
      const open = windowsOn(person, day).filter(([, to]) => to > at)
      if (open.length) return Math.max(at, Math.min(...open.map(([from]) => from)))
    }
    return Number.POSITIVE_INFINITY
  }
  return {
    of: (role, unit) =>
      remembered(`${role} ${unit ?? ''}`, () =>
        plan.people
          .filter(({ roles = [], unit: own }) =>
            roles.some((held) => held.role === role && (!unit || under(held.unit ?? own, unit))),
          )
          .map(({ id }) => id),
      ),
    keeping: (area, role) =>
      remembered(`${area} keeps ${role}`, () => [
        ...new Set(
          (plan.keepers ?? [])
            .filter((keeper) => keeper.role === role && keeper.area.startsWith(area))
            .map(({ person }) => person),
        ),
      ]),
    isOnDuty,
    onDuty: (group, at) => group.filter((person) => isOnDuty(person, at)),
    next: (group, at) => {
      const first = Math.min(...group.map((person) => nextOf(person, at)))
      if (!Number.isFinite(first))
        throw new Error(`nobody of ${group.join(', ') || 'an empty group'} works after ${dayAt(at)}`)
      return first
    },
  }
}

const startOf = (at: number) => msOf(dayAt(at))
const weekday = (day: string) => String(new Date(`${day}T00:00:00Z`).getUTCDay() || 7)

function runsOn({ days, start, end }: Shift, day: string, calendar: Calendar): boolean {
  if (end <= start) throw new Error('the demonstration has no shift over midnight')
  if (days === 'every') return true
  return days === 'working' ? calendar.isWorkingDay(day) : days.includes(weekday(day))
}
