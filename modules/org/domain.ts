import { addDays, type Day, dayOf, type Instant } from '../../platform/clock.ts'
import { conflict, invalid } from '../../platform/errors.ts'
import type { Calendar } from './calendar.ts'

/** How far a role sees or acts: what it holds itself, its unit and those below, or the whole bureau. */
export type RoleReach = 'own' | 'unit' | 'bureau'

/** A role as `catalog/roles.ts` declares it. What it may do in a ledger stands in the ledger. */
export interface RoleDeclaration {
  id: string
  label: string
  /** What the role is there for, in one sentence. */
  about: string
  /** The reach it usually has; a ledger may say otherwise for a move. */
  reach: RoleReach
  /** Permissions beyond the ledgers: `org.manage`, `report.submit`. */
  permissions: readonly string[]
  menu: readonly string[]
  /** Roles that the same person may never hold (separation of duties). */
  apartFrom?: readonly string[]
  /** Held by people of another body, who only read. */
  external?: boolean
}

export const unitKinds = {
  bureau: '局',
  centre: '监督指挥中心',
  office: '机关科室',
  department: '处置部门',
  team: '中队（班组）',
  external: '外单位',
} as const
export type UnitKind = keyof typeof unitKinds

export interface Unit {
  id: string
  name: string
  parent: string | null
  kind: UnitKind
  sort: number
  active: boolean
}

export interface Person {
  id: string
  name: string
  unit: string
  phone: string | null
  active: boolean
}

/** A role given to a person in a unit, from a day on, up to and with a day or open. */
export interface RoleGrant {
  person: string
  role: string
  unit: string
  fromOn: Day
  toOn: Day | null
}

/** A shift in Shanghai time. An end at or before the start is the next morning. */
export interface Shift {
  id: string
  name: string
  start: string
  end: string
  /** `every` day, `working` days of the bureau's calendar, or weekdays as digits: `12345`, Monday is 1. */
  days: string
}
export interface Duty {
  person: string
  shift: string
  fromOn: Day
  toOn: Day | null
}

export const areaKinds = {
  boundary: '辖区',
  river: '水系',
  street: '街道',
  area: '责任区',
  community: '社区',
  grid: '单元网格',
} as const
export type AreaKind = keyof typeof areaKinds

/** Who looks after an area in which role: a collector's grid. */
export interface Keeper {
  area: string
  role: string
  person: string
  fromOn: Day
  toOn: Day | null
}

/** Where a point lies: the unit grid, the area above it and the unit responsible for it. */
export interface Place {
  grid: string
  gridName: string
  area: string
  areaName: string
  unit?: string
}

export const holdsOn = ({ fromOn, toOn }: { fromOn: Day; toOn: Day | null }, on: Day): boolean =>
  fromOn <= on && (toOn === null || on <= toOn)

/** The unit and all below it, in the order of the list. Empty when there is no such unit. */
export function unitsBelow(units: readonly Pick<Unit, 'id' | 'parent'>[], top: string): string[] {
  const children = new Map<string | null, string[]>()
  for (const { id, parent } of units) children.set(parent, [...(children.get(parent) ?? []), id])
  const found = units.some(({ id }) => id === top) ? [top] : []
  for (let i = 0; i < found.length; i++)
    found.push(...(children.get(found[i]!) ?? []).filter((id) => !found.includes(id)))
  return found
}

/** Refuses a tree with two tops, a missing parent or a ring. */
export function checkUnitTree(units: readonly Pick<Unit, 'id' | 'name' | 'parent'>[]): void {
  const tops = units.filter(({ parent }) => parent === null)
  if (tops.length !== 1)
    throw invalid(
      'org.unit-top',
      `一个单位应当只有一个最上级机构，现在有${tops.length}个（${tops.map(({ name }) => name).join('、') || '无'}）；请检查上级单位。`,
    )
  const reached = new Set(unitsBelow(units, tops[0]!.id))
  const lost = units.filter(({ id }) => !reached.has(id))
  if (lost.length)
    throw invalid(
      'org.unit-parent',
      `${lost.map(({ name }) => `“${name}”`).join('、')}的上级单位不存在或互为上下级；请重新选择上级单位。`,
      { units: lost.map(({ id }) => id) },
    )
}

// ISO weekday: Monday is 1, Sunday 7.
const weekday = (day: Day): string => String(new Date(`${day}T00:00:00Z`).getUTCDay() || 7)
const shanghaiTime = (at: Instant): string => new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(11, 16)

const runsOn = (shift: Shift, day: Day, calendar: Calendar): boolean => {
  if (shift.days === 'every') return true
  return shift.days === 'working' ? calendar.isWorkingDay(day) : shift.days.includes(weekday(day))
}

/** Whether one of a person's shifts runs at the moment. A night shift belongs to the day on which it began. */
export function isOnDuty(
  shifts: readonly (Shift & Pick<Duty, 'fromOn' | 'toOn'>)[],
  at: Instant,
  calendar: Calendar,
): boolean {
  const today = dayOf(at)
  const time = shanghaiTime(at)
  return shifts.some((shift) => {
    const began = (day: Day) => holdsOn(shift, day) && runsOn(shift, day, calendar)
    if (shift.start < shift.end) return began(today) && shift.start <= time && time < shift.end
    return (began(today) && time >= shift.start) || (began(addDays(today, -1)) && time < shift.end)
  })
}

/** Refuses a role that must not meet one the person already holds (三员分立: whoever manages does not audit). */
export function checkSeparation(roles: readonly RoleDeclaration[], held: readonly RoleGrant[], next: RoleGrant): void {
  const apart = (a: string, b: string) => roles.some((role) => role.id === a && role.apartFrom?.includes(b))
  const meets = ({ fromOn, toOn }: RoleGrant) =>
    (toOn === null || toOn >= next.fromOn) && (next.toOn === null || next.toOn >= fromOn)
  const against = held.find((grant) => meets(grant) && (apart(grant.role, next.role) || apart(next.role, grant.role)))
  if (!against) return
  const label = (id: string) => roles.find((role) => role.id === id)?.label ?? id
  throw conflict(
    'org.roles-apart',
    `“${label(next.role)}”与“${label(against.role)}”不能由同一人担任；请另选人员，或先收回“${label(against.role)}”。`,
    { role: against.role },
  )
}

/** The permissions beyond the ledgers that these roles carry, without doubles. */
export function permissionsOf(roles: readonly RoleDeclaration[], held: readonly { role: string }[]): string[] {
  const ids = new Set(held.map(({ role }) => role))
  return [...new Set(roles.filter(({ id }) => ids.has(id)).flatMap(({ permissions }) => permissions))]
}

/** The menu entries that these roles open, in the order of the declarations. */
export function menuOf(roles: readonly RoleDeclaration[], held: readonly { role: string }[]): string[] {
  const ids = new Set(held.map(({ role }) => role))
  return [...new Set(roles.filter(({ id }) => ids.has(id)).flatMap(({ menu }) => menu))]
}
