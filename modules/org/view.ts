import type { Actor } from '../../platform/auth/actor.ts'
import { type Day, dayOf, type Instant } from '../../platform/clock.ts'
import { notFound } from '../../platform/errors.ts'
import { buildCalendar, type Calendar } from './calendar.ts'
import { holdsOn, isOnDuty, type Person, type Place, type RoleGrant, type Unit, unitsBelow } from './domain.ts'
import { buildLocator } from './geometry.ts'
import type { Area, OrgRows } from './store.ts'

/** What a rule may ask of the bureau, all of it in memory: nothing here waits for the database. */
export interface OrgView {
  readonly tenant: string
  /** What it is called in the numbers of its papers: 零陵. */
  readonly short: string
  /** Counts the changes of the bureau's organisation. */
  readonly version: number
  /** The day for which roles are asked when no other is named. */
  readonly today: Day
  readonly units: readonly Unit[]
  readonly people: readonly Person[]
  readonly calendar: Calendar
  /** The years the calendar knows. */
  readonly years: readonly number[]
  /** The ground as it is now: boundary, streets, communities, unit grids. */
  readonly areas: readonly Area[]
  /** Who looks after an area in a role. */
  keepersOf(area: string, role: string, on?: Day): readonly string[]
  /** The unit grid a point lies in. Degrees, CGCS2000. */
  locate(point: { lng: number; lat: number }): Place | undefined
  /** Whether the person holds the role at the moment and works then. Somebody without any shift is taken to be there. */
  onDuty(person: string, role: string, at: Instant): boolean
  /** Whether the person holds the role in the unit or below it; an empty unit asks for the whole bureau. */
  worksIn(person: string, unit: string, role: string, on?: Day): boolean
  /** Whether there is such a unit, still at work. */
  unitExists(unit: string): boolean
  /** The names; what is unknown is given back as it came. */
  unitName(unit: string): string
  areaName(code: string): string
  personName(person: string): string
  /** The unit and all below it. */
  unitsBelow(unit: string): readonly string[]
  rolesOf(person: string, on?: Day): readonly RoleGrant[]
  /** Refuses with `org.person-unknown` when there is no such person or none at work any more. */
  actorOf(person: string, on?: Day): Actor
}

/** Makes the view of one bureau for one day. Pure, apart from its own memory of answers. */
export function buildView(tenant: string, today: Day, rows: OrgRows): OrgView {
  const units = new Map(rows.units.map((unit) => [unit.id, unit]))
  const people = new Map(rows.people.map((person) => [person.id, person]))
  const areas = new Map(rows.areas.map((area) => [area.code, area]))
  const grants = groupBy(rows.grants, ({ person }) => person)
  const keepers = groupBy(rows.keepers, ({ area }) => area)
  const below = remembered((unit: string): readonly string[] => unitsBelow(rows.units, unit))
  const calendar = buildCalendar(rows)
  const shifts = shiftsByPerson(rows)

  const rolesOf = (person: string, on: Day = today) =>
    people.get(person)?.active ? (grants.get(person) ?? []).filter((grant) => holdsOn(grant, on)) : []

  const actorOn = (person: string, on: Day): Actor => {
    const found = people.get(person)
    if (!found?.active)
      throw notFound('org.person-unknown', `没有在岗的人员“${found?.name ?? person}”；请从人员列表中选择。`)
    return {
      tenant,
      person,
      name: found.name,
      grants: rolesOf(person, on).map(({ role, unit }) => ({ role, unit, units: below(unit) })),
    }
  }
  const actorToday = remembered((person: string) => actorOn(person, today))

  return {
    tenant,
    short: rows.short,
    version: rows.version,
    today,
    units: rows.units,
    people: rows.people,
    calendar,
    years: rows.years,
    areas: rows.areas,
    keepersOf: (area, role, on = today) =>
      (keepers.get(area) ?? [])
        .filter((keeper) => keeper.role === role && holdsOn(keeper, on) && people.get(keeper.person)?.active)
        .map(({ person }) => person),
    locate: locatorOf(rows.areas, areas),
    onDuty: (person, role, at) => {
      if (!rolesOf(person, dayOf(at)).some((grant) => grant.role === role)) return false
      const own = shifts.get(person)
      return own === undefined || isOnDuty(own, at, calendar)
    },
    worksIn: (person, unit, role, on) =>
      rolesOf(person, on).some((grant) => grant.role === role && (unit === '' || below(unit).includes(grant.unit))),
    unitExists: (unit) => units.get(unit)?.active ?? false,
    unitName: (unit) => units.get(unit)?.name ?? unit,
    areaName: (code) => areas.get(code)?.name ?? code,
    personName: (person) => people.get(person)?.name ?? (person === 'system' ? '系统' : person),
    unitsBelow: below,
    rolesOf,
    actorOf: (person, on = today) => (on === today ? actorToday(person) : actorOn(person, on)),
  }
}

function groupBy<T>(rows: readonly T[], key: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const row of rows) {
    const group = groups.get(key(row))
    if (group) group.push(row)
    else groups.set(key(row), [row])
  }
  return groups
}

function remembered<T>(answer: (of: string) => T): (of: string) => T {
  const known = new Map<string, T>()
  return (of) => {
    if (!known.has(of)) known.set(of, answer(of))
    return known.get(of)!
  }
}

function shiftsByPerson({ shifts, duties }: OrgRows) {
  const byId = new Map(shifts.map((shift) => [shift.id, shift]))
  return groupBy(
    duties.flatMap((duty) => {
      const shift = byId.get(duty.shift)
      return shift ? [{ ...shift, person: duty.person, fromOn: duty.fromOn, toOn: duty.toOn }] : []
    }),
    ({ person }) => person,
  )
}

function locatorOf(rows: readonly Area[], areas: ReadonlyMap<string, Area>): OrgView['locate'] {
  const above = (area: Area | undefined) => (area?.parent ? areas.get(area.parent) : undefined)
  // The responsibility area when the ground is cut into such, whatever lies directly above the grid otherwise.
  const areaOver = (grid: Area) => {
    for (let area = above(grid); area; area = above(area)) if (area.kind === 'area') return area
    return above(grid)
  }
  const unitOver = (grid: Area) => {
    for (let area: Area | undefined = grid; area; area = above(area)) if (area.unit) return area.unit
    return undefined
  }
  const places = remembered((code: string): Place => {
    const grid = areas.get(code)!
    const area = areaOver(grid)
    const unit = unitOver(grid)
    return {
      grid: code,
      gridName: grid.name,
      area: area?.code ?? '',
      areaName: area?.name ?? '',
      ...(unit ? { unit } : {}),
    }
  })
  const grids = rows.filter(({ kind }) => kind === 'grid')
  const { locate } = buildLocator(
    grids.map(({ code, geometry }) => ({ type: 'Feature', properties: { code }, geometry })),
  )
  return ({ lng, lat }) => {
    const found = locate(lng, lat)
    return found && places(found.code)
  }
}
