import { Decimal } from 'decimal.js'
import { addDays, type Day } from '../../platform/clock.ts'
import { type Direction, round2, type Tier, text2, ZERO } from './domain.ts'

/** How far something is: lagging, slow, in step with the year, ahead of it. */
export type Light = 'red' | 'yellow' | 'green' | 'blue'
const worstFirst: readonly Light[] = ['red', 'yellow', 'green', 'blue']

/** A row of a rule holds in regions whose code begins so, from that day on; where it was read, and how sure we are of it. */
interface Ruled {
  region: string
  from: Day
  source: string
  certainty: 'read' | 'seen' | 'general'
}
/** At the end of this period at least so many percent of the year's budget are spent, or a warning is given. */
export interface Threshold extends Ruled {
  /** Month and day: `04-30`. */
  periodEnd: string
  least: string
}
/** So many percentage points the progress towards the targets and the execution of the budget may be apart. */
export interface Gap extends Ruled {
  most: string
}
export interface MonitoringRules {
  thresholds: readonly Threshold[]
  gaps: readonly Gap[]
}

/** The rows that hold for a bureau on a day: those of the narrowest region, in their latest version. */
export function rowsFor<T extends Pick<Ruled, 'region' | 'from'>>(
  rows: readonly T[],
  region: string,
  day: Day,
): readonly T[] {
  const fits = rows.filter((row) => region.startsWith(row.region) && row.from <= day)
  const narrowest = Math.max(...fits.map((row) => row.region.length))
  const ours = fits.filter((row) => row.region.length === narrowest)
  const latest = ours
    .map(({ from }) => from)
    .sort()
    .at(-1)
  return ours.filter(({ from }) => from === latest)
}

/** The threshold of the last period that has ended by a day, and on which day it ended; none before the first. */
export function thresholdOn(
  rows: readonly Threshold[],
  region: string,
  day: Day,
): (Threshold & { endedOn: Day }) | undefined {
  const year = day.slice(0, 4)
  return rowsFor(rows, region, day)
    .map((row) => ({ ...row, endedOn: `${year}-${row.periodEnd}` }))
    .filter(({ endedOn }) => endedOn <= day)
    .sort((a, b) => (a.endedOn < b.endedOn ? 1 : -1))[0]
}

/** Over New Year and the spring festival nobody starts a server; what ended longer ago is for people to judge. */
const LOOKED_BACK = 31
/** The last days of the periods that have ended before a day and not long ago, each of its own year. */
export function periodsEndedBefore(rows: readonly Threshold[], region: string, day: Day): Day[] {
  const year = Number(day.slice(0, 4))
  const ends = [year - 1, year].flatMap((of) => rows.map(({ periodEnd }) => `${of}-${periodEnd}`))
  return [...new Set(ends)]
    .filter((end) => end < day && end >= addDays(day, -LOOKED_BACK))
    .filter((end) => thresholdOn(rows, region, end)?.endedOn === end)
    .sort()
}

/** The part of the year that has passed when a day ends: at the end of a month so many twelfths, in between in step. */
export function passedBy(day: Day): Decimal {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  const days = new Date(Date.UTC(year, month, 0)).getUTCDate()
  return new Decimal(date)
    .div(days)
    .plus(month - 1)
    .div(12)
}

const percent = (part: Decimal, whole: Decimal): Decimal => part.times(100).div(whole)
/** The bounds in use for all lights that are held against the time passed (rules 1.6). */
export const bounds = { red: 60, yellow: 80, blue: 120 } as const
const slowness = (value: Decimal): Light =>
  value.lt(bounds.red) ? 'red' : value.lt(bounds.yellow) ? 'yellow' : 'green'

export interface Seen {
  /** None where there is nothing to measure by. */
  light: Light | null
  /** Percent of what there should be by now. */
  value?: string
  because: string
}

/** The execution of a budget against the time that has passed. Without a budget there is no light. */
export function budgetLight({ full, paid }: { full: number; paid: number }, passed: Decimal): Seen {
  if (full <= 0) return { light: null, because: '没有全年预算数，无法计算。' }
  const rate = percent(new Decimal(paid), new Decimal(full))
  const value = round2(rate.div(passed))
  const time = text2(passed.times(100))
  return {
    light: slowness(value),
    value: text2(value),
    because: `执行率${text2(rate)}%，时间过去${time}%，为应有进度的${text2(value)}%。`,
  }
}

/** Where an indicator stands. `paced`: it grows with the year, as counts and amounts do, and is held against the time passed. */
export interface Standing {
  direction: Direction
  target?: string
  /** The upper bound of an interval. */
  upTo?: string
  actual?: string
  tier?: Tier
  paced: boolean
}
const tierLights: Record<Tier, readonly [Light, string]> = {
  met: ['green', '达成年度指标。'],
  partly: ['yellow', '部分达成年度指标并具有一定效果。'],
  unmet: ['red', '未达成年度指标。'],
}

function reverseLight(direction: Direction, actual: Decimal, target: Decimal): Seen {
  const kept = direction === 'less' ? actual.lt(target) : actual.lte(target)
  return kept
    ? { light: 'green', because: '没有超出目标值。' }
    : { light: 'red', because: `${actual}超出目标值${target}。` }
}

function positiveLight({ paced }: Standing, actual: Decimal, target: Decimal, passed: Decimal): Seen {
  const due = paced ? target.times(passed) : target
  const value = round2(percent(actual, due))
  const light = value.gte(bounds.blue) ? 'blue' : slowness(value)
  const measure = paced ? '应有进度' : '目标值'
  return { light, value: text2(value), because: `完成${actual}，为${measure}的${text2(value)}%。` }
}

/** The light of one indicator; none while it has no value. */
export function indicatorLight(standing: Standing, passed: Decimal): Seen {
  const { direction, tier } = standing
  if (tier) return { light: tierLights[tier][0], because: tierLights[tier][1] }
  if (standing.actual === undefined || standing.target === undefined) return { light: null, because: '还没有完成值。' }
  const [actual, target] = [new Decimal(standing.actual), new Decimal(standing.target)]
  if (direction === 'at-most' || direction === 'less') return reverseLight(direction, actual, target)
  // `=` of zero is for what must not happen.
  if (direction === 'equal' && target.isZero()) return reverseLight('at-most', actual, target)
  if (standing.upTo !== undefined && actual.gt(standing.upTo))
    return reverseLight('at-most', actual, new Decimal(standing.upTo))
  if (target.lte(0)) return { light: null, because: '目标值不大于零，无法计算进度。' }
  return positiveLight(standing, actual, target, passed)
}

/** A project is as well as the worst of it; what has no light says nothing. */
export const worstOf = (lights: readonly (Light | null)[]): Light | null =>
  worstFirst.find((light) => lights.includes(light)) ?? null

/** The value at the end of the year if it goes on as until now: in a line; a share, or what was typed, stays as it is. */
export const forecastOf = (actual: Decimal, paced: boolean, passed: Decimal): Decimal =>
  paced ? round2(actual.div(passed)) : actual

/** The payments at the end of the year if they go on as until now; not more than there is. */
export const forecastPaid = ({ full, paid }: { full: number; paid: number }, passed: Decimal): number =>
  Math.min(Math.max(full, paid), forecastOf(new Decimal(paid), true, passed).round().toNumber())

const isPositive = (direction: Direction) => !['at-most', 'less', 'qualitative', 'execution'].includes(direction)

/** How far the targets are reached: of the indicators that grow, the parts reached, none above a hundred, by their weight. */
export function targetProgress(lines: readonly (Standing & { weight: string })[]): Decimal | undefined {
  const counted = lines.flatMap(({ direction, target, actual, weight }) =>
    isPositive(direction) && actual !== undefined && Number(target) > 0
      ? [{ weight: new Decimal(weight), reached: Decimal.min(100, percent(new Decimal(actual), new Decimal(target!))) }]
      : [],
  )
  const weights = counted.reduce((sum, { weight }) => sum.plus(weight), ZERO)
  if (weights.isZero()) return undefined
  return round2(counted.reduce((sum, { weight, reached }) => sum.plus(reached.times(weight)), ZERO).div(weights))
}
