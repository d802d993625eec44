import type { Calendar } from '../../../modules/org/index.ts'
import type { Day } from '../../../platform/clock.ts'
import type { Random } from '../random.ts'
import { daysOf } from '../times.ts'
import type { Sky } from './weather.ts'

/** The week in which a fair fills the old town. */
export const fair = { from: '05-18', to: '05-24', roads: ['正大街', '中山路'] } as const
export const isFair = (day: Day): boolean => day.slice(5) >= fair.from && day.slice(5) <= fair.to

const skies: Record<Sky, number> = { fair: 1, hot: 1.02, rain: 0.86, downpour: 1.25, snow: 0.8 }
const months = [0.86, 0.78, 0.98, 1.04, 1.08, 1.1, 1.07, 1.05, 1.06, 1.02, 1, 0.92]

/** How much is reported on a day beside an ordinary working day. */
function busyness(day: Day, calendar: Calendar, sky: Sky): number {
  const date = day.slice(5)
  const festival = date >= '01-30' && date <= '02-06'
  const rest = calendar.isWorkingDay(day) ? 1 : festival ? 0.38 : 0.7
  // On the last day of the year the desk takes in less and closes what it can.
  const ending = date === '12-31' ? 0.55 : 1
  return rest * ending * (isFair(day) ? 1.45 : 1) * skies[sky] * months[Number(day.slice(5, 7)) - 1]!
}

/** So many reports as days in a year, adding up to `total`. */
export function spreadOverYear(
  total: number,
  year: number,
  { calendar, weather, random }: { calendar: Calendar; weather: ReadonlyMap<Day, Sky>; random: Random },
): Day[] {
  const days = daysOf(year)
  const weights = days.map((day) => busyness(day, calendar, weather.get(day)!) * random.between(0.82, 1.18))
  const sum = weights.reduce((a, b) => a + b, 0)
  let due = 0
  let given = 0
  return days.flatMap((day, i) => {
    due += (weights[i]! * total) / sum
    const upTo = i === days.length - 1 ? total : Math.round(due)
    const count = upTo - given
    given = upTo
    return Array.from({ length: count }, () => day)
  })
}
