import { channels } from '../../../catalog/channels.ts'
import { type Condition, type Standard, standards } from '../../../catalog/standards/index.ts'
import type { Day } from '../../../platform/clock.ts'
import type { Addresses, Spot } from '../addresses.ts'
import type { Random } from '../random.ts'
import { MINUTE, msOf } from '../times.ts'
import type { PlanningWorld } from '../world.ts'
import { fair, isFair } from './days.ts'
import { channelShares, likelihood } from './kinds.ts'
import type { Sky } from './weather.ts'

type Channel = (typeof channels)[number]

/** Something amiss in the town, and when and how the bureau came to know of it. */
export interface Problem {
  at: number
  channel: Channel
  standard: Standard
  condition: Condition
  spot: Spot
  grid: string
}
export interface Town {
  world: PlanningWorld
  addresses: Addresses
  roads: ReadonlySet<string>
  weather: ReadonlyMap<Day, Sky>
}
/** What a problem has to be like, where the year needs one of a kind. */
export interface Bounds {
  /** Only what has to be put right within so many hours. */
  shortOnly?: boolean
  longOnly?: boolean
  from?: string
  until?: string
  fits?: (standard: Standard, grid: string) => boolean
  citizen?: boolean
}

/** Reports by the hour of the day, from seven in the morning. */
const hours = {
  patrol: [0.4, 1.2, 1.5, 1.4, 0.8, 0.4, 0.5, 1.1, 1.4, 1.3, 0.9, 0.2, 0],
  desk: [0, 1.1, 1.5, 1.4, 1, 0.5, 0.5, 0.9, 1.2, 1.2, 1, 0.9, 0.7],
  evening: [0, 0.05, 0.05, 0.05, 0.1, 0.2, 0.1, 0.1, 0.2, 0.3, 0.8, 1.6, 1.8],
  morning: [1.4, 2, 1.5, 0.4, 0.1, 0, 0, 0, 0, 0.1, 0.2, 0.3, 0.3],
} as const
/** The collectors' day begins at half past seven, the desk's at eight; nobody reports in the last minutes. */
const open = { patrol: [7 * 60 + 33, 18 * 60 + 18], desk: [8 * 60 + 2, 19 * 60 + 46] } as const

const inTheEvening = new Set(['E0128', 'E0129', 'E0301', 'P0137', 'P0139'])
const inTheMorning = new Set(['E0402', 'E0112'])

/** Where some things keep coming back, whatever is done. */
const haunts: Record<string, readonly string[]> = {
  E0402: ['羊角山路', '大西门街', '麻元路', '廻龙塔路'],
  E0401: ['黄盖路', '徐家井路', '前进南街', '荔枝东路', '杨梓塘路', '百万庄3号路', '廻龙塔路'],
  E0506: ['滨江南路', '潇水东路', '麻元路', '沙叶塘路'],
  E0129: ['大西门街', '潇水西路', '柳子街'],
  E0499: ['芝山路', '南津路', '阳明大道', '中山路'],
  E0311: ['永州大道', '朝阳大道', '科技学院路'],
}

const isShort = ({ limit }: Condition) => (limit.unit === 'work-hour' || limit.unit === 'urgent-hour') && limit.n <= 4
const isLong = ({ limit }: Condition) => limit.unit === 'work-day' && limit.n >= 3
const allowed = (bounds: Bounds, condition: Condition) =>
  !(bounds.shortOnly && !isShort(condition)) && !(bounds.longOnly && !isLong(condition))

const chances = new Map<string, (one: Standard) => number>()
const chanceOf = (day: Day, sky: Sky, source: Channel['source']) => {
  const key = `${day} ${sky} ${source}`
  if (!chances.has(key)) chances.set(key, likelihood(day, sky, source))
  return chances.get(key)!
}

/** Draws what is reported on a day. */
export function drawProblem(town: Town, day: Day, random: Random, bounds: Bounds = {}): Problem {
  const channel = random.weighted(
    bounds.citizen ? channels.filter(({ source }) => source === 'citizen') : channels,
    ({ id }) => channelShares[id],
  )
  const usable = standards.filter(({ conditions }) => conditions.some((one) => allowed(bounds, one)))
  for (;;) {
    const standard = random.weighted(usable, chanceOf(day, town.weather.get(day)!, channel.source))
    const spot = spotFor(town, standard, day, random)
    const grid = town.world.gridOf(spot.point)
    if (!grid || (bounds.fits && !bounds.fits(standard, grid))) continue
    const condition = conditionOf(standard, random, bounds)
    return { at: momentOf(day, channel, standard, random, bounds), channel, standard, condition, spot, grid }
  }
}

/** Components are seldom found in their most dangerous state, events mostly in their first. */
function conditionOf({ kind, conditions }: Standard, random: Random, bounds: Bounds): Condition {
  const weights = kind === 'component' ? [0.7, 2, 2, 1.4, 1] : [3, 1.6, 1]
  const fitting = conditions.filter((one) => allowed(bounds, one))
  return random.weighted(fitting, (one) => weights[conditions.indexOf(one)] ?? 1)
}

function spotFor({ addresses, roads }: Town, { code, suggests }: Standard, day: Day, random: Random): Spot {
  if (isFair(day) && suggests === 'street-order' && random.chance(0.6)) {
    const known = fair.roads.filter((road) => roads.has(road))
    if (known.length) return addresses.at(random.pick(known), random, 0.15, 0.85)
  }
  const haunted = (haunts[code] ?? []).filter((road) => roads.has(road))
  if (haunted.length && random.chance(0.4)) return addresses.at(random.pick(haunted), random)
  return addresses.anywhere(random)
}

function momentOf(day: Day, { source }: Channel, { code }: Standard, random: Random, bounds: Bounds): number {
  const patrol = source === 'patrol'
  const [from, to] = open[patrol ? 'patrol' : 'desk']
  const special = inTheEvening.has(code) ? hours.evening : inTheMorning.has(code) ? hours.morning : undefined
  const weights: readonly number[] = special ?? hours[patrol ? 'patrol' : 'desk']
  const first = Math.max(from, minutes(bounds.from ?? '00:00'))
  const last = Math.max(first + 1, Math.min(to, minutes(bounds.until ?? '23:59')))
  const hour = random.weighted([...weights.keys()], (i) => weights[i]!)
  const wished = (7 + hour) * 60 + random.int(0, 59)
  const minute = wished >= first && wished <= last ? wished : random.int(first, last)
  return msOf(day) + minute * MINUTE + random.int(0, 59) * 1000
}

const minutes = (time: string): number => {
  const [hour, minute] = time.split(':').map(Number)
  return hour! * 60 + minute!
}
