import type { Day } from '../../../platform/clock.ts'
import type { Random } from '../random.ts'
import { daysOf } from '../times.ts'

export type Sky = 'fair' | 'hot' | 'rain' | 'downpour' | 'snow'

/** Share of rainy days by month in southern Hunan: a wet spring, a dry and hot late summer. */
const rainy = [0.34, 0.42, 0.5, 0.52, 0.5, 0.42, 0.22, 0.16, 0.12, 0.16, 0.32, 0.26]

/** What the demonstration takes the weather to have been. Rain comes in runs of days; snow is rare. */
export function weatherOf(year: number, random: Random): Map<Day, Sky> {
  const fixed = new Map<Day, Sky>([
    [`${year}-02-21`, 'snow'],
    [`${year}-02-22`, 'snow'],
    ...[18, 19, 20, 21].map((day): [Day, Sky] => [`${year}-06-${day}`, 'downpour']),
  ])
  let wet = false
  return new Map(
    daysOf(year).map((day): [Day, Sky] => {
      const month = Number(day.slice(5, 7))
      const share = rainy[month - 1]!
      wet = random.chance(wet ? (1 + 2 * share) / 3 : (2 * share) / 3)
      const heavy = month >= 4 && month <= 7 && random.chance(0.16)
      const dry: Sky = month >= 7 && month <= 9 && random.chance(0.6) ? 'hot' : 'fair'
      return [day, fixed.get(day) ?? (wet ? (heavy ? 'downpour' : 'rain') : dry)]
    }),
  )
}

/** When the plane trees and camphors drop their leaves. */
export const leavesFall = (day: Day): boolean => day.slice(5) >= '10-22' && day.slice(5) <= '12-12'
