import type { Life } from '../../../modules/ledger/index.ts'
import type { Day } from '../../../platform/clock.ts'
import { addressesOf } from '../addresses.ts'

import type { Ground } from '../ground.ts'
import type { PictureBook } from '../pictures/index.ts'
import { type Random, random } from '../random.ts'
import type { Roster } from '../roster.ts'
import { msOf } from '../times.ts'
import type { PlanningWorld } from '../world.ts'
import { spreadOverYear } from './days.ts'
import { type Fate, lifeOf, type Responsibility, type Setting } from './life.ts'
import { stillOpen } from './open.ts'
import { type Bounds, drawProblem, type Problem, type Town } from './problem.ts'
import { weatherOf } from './weather.ts'

/** What the bureau reported of its year. */
export interface CaseFigures {
  year: number
  received: number
  filed: number
  void: number
  closed: number
}
export interface Planning {
  world: PlanningWorld
  roster: Roster
  ground: Ground
  pictures: PictureBook
  responsible: Responsibility
  seed: string
  /** Who holds the open accounts of a unit: some of what is left at the end of the year lies with them. */
  openAccounts?: { unit: string; handler: string }
}

/** How many of the voided were filed first, and how many closed cases were opened again; both end as the figures say. */
const VOIDED_AFTER_FILING = 2
const REOPENED = 5
const LAST_CLOSING = '19:45'

/** A year of cases in the order in which they came in. The same for the same seed; needs no database. */
export function planYear(figures: CaseFigures, planning: Planning): Life[] {
  const { world, roster, ground, pictures, responsible, seed, openAccounts } = planning
  const { year } = figures
  const source = random(seed)
  const weather = weatherOf(year, source.fork('weather'))
  const town: Town = {
    world,
    addresses: addressesOf(ground),
    roads: new Set(ground.roads.map(({ name }) => name)),
    weather,
  }
  const setting: Setting = { roster, calendar: world.calendar, pictures, responsible }
  const open = stillOpen(town, setting, {
    year,
    count: figures.filed - figures.closed,
    source: source.fork('open'),
    openAccounts,
  })
  const days = spreadOverYear(figures.received - open.length, year, {
    calendar: world.calendar,
    weather,
    random: source.fork('days'),
  })
  const fates = fatesOf(days, figures, source.fork('fates'))
  const closeBy = msOf(`${year}-12-31`, LAST_CLOSING)
  const lives = days.map((day, i) => settled(town, setting, day, fates[i]!, closeBy, source.fork(i)))
  return [...lives, ...open].sort((a, b) => (a.steps[0]!.at < b.steps[0]!.at ? -1 : 1))
}

/** What becomes of each, by chance; the void and the reopened are counted out. */
function fatesOf(days: readonly Day[], figures: CaseFigures, source: Random): Fate[] {
  const upTo = (date: string) => [...days.keys()].filter((i) => days[i]!.slice(5) <= date)
  const chosen = source.sample(upTo('10-31'), figures.void + REOPENED)
  const voids = chosen.slice(0, figures.void)
  const reopened = new Set(chosen.slice(figures.void))
  return days.map((_, i) => {
    const nth = voids.indexOf(i)
    if (nth >= 0) return { void: nth < VOIDED_AFTER_FILING ? 'after-filing' : nth % 3 === 0 ? 'outside' : 'unfounded' }
    return { ...drawFate(source.fork(i)), ...(reopened.has(i) ? { reopened: true } : {}) }
  })
}

function drawFate(random: Random): Fate {
  const draw = random.next()
  const common = { verify: random.chance(0.35), erased: random.chance(0.004) }
  if (draw < 0.056) return { ...common, late: true, pressed: random.chance(0.25) }
  if (draw < 0.074) return { ...common, rework: random.chance(0.4) ? 'seen' : 'checked' }
  if (draw < 0.117) {
    const ways = ['wrong-unit', 'to-receiver', 'by-handler', 'to-handler'] as const
    const shares = { 'wrong-unit': 9, 'to-receiver': 4, 'by-handler': 2, 'to-handler': 5 }
    return { ...common, returned: random.weighted(ways, (way) => shares[way]) }
  }
  return common
}

/** A case that comes to its end within the year: near the end of it, one that can. */
function settled(town: Town, setting: Setting, day: Day, wished: Fate, closeBy: number, source: Random): Life {
  const date = day.slice(5)
  for (let attempt = 0; attempt < 60; attempt++) {
    const random = source.fork(attempt)
    const bounds: Bounds = {
      ...(wished.void ? { citizen: true } : {}),
      ...(attempt > 2 ? { shortOnly: true } : {}),
      ...(date === '12-31' ? { until: '12:40' } : {}),
    }
    const problem = drawProblem(town, day, random.fork('problem'), bounds)
    const fate = suited(problem, attempt > 3 ? { pace: attempt > 6 ? 0.4 : 0.7 } : wished)
    const steps = lifeOf(problem, fate, setting, random.fork('life'))
    const last = steps.findLast(({ move }) => move === 'close' || move.startsWith('void'))!
    if (Date.parse(last.at) <= closeBy)
      return { steps: steps.filter(({ at }) => at <= last.at || Date.parse(at) <= closeBy) }
  }
  throw new Error(`nothing reported on ${day} can be closed in time`)
}

/** Only what citizens say is verified, and only their names are erased. */
const suited = ({ channel }: Problem, fate: Fate): Fate =>
  channel.source === 'citizen' ? fate : { ...fate, verify: false, erased: false }
