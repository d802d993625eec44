import type { Life } from '../../modules/ledger/index.ts'
import { addressesOf } from './addresses.ts'
import { surnames } from './bureaus/names.ts'
import { actAt, afterDelay, reached, startWalk } from './cases/walk.ts'
import type { Ground } from './ground.ts'
import type { PlacePlanning } from './points.ts'
import { type Random, random } from './random.ts'
import { DAY, dayAt, daysOf, MINUTE, msOf } from './times.ts'
import type { PlanningWorld } from './world.ts'

/** What a shop without a name of its own is called, by its trade in the order of the ledger, and how common it is. */
const kinds: readonly (readonly [called: string, weight: number])[] = [
  ['餐饮店', 30],
  ['便利店', 16],
  ['服装店', 13],
  ['百货店', 8],
  ['五金店', 6],
  ['修车铺', 4],
  ['理发店', 8],
  ['药店', 5],
  ['通讯店', 4],
  ['宾馆', 2],
  ['文具店', 3],
  ['快递驿站', 3],
]
const busy = { main: 3, street: 2, lane: 1 } as const

interface Placed {
  name: string
  trade: string
  place: string
  position: { lng: number; lat: number }
  grid: string
}

/** So many shops along the roads, numbered as they stand; busy roads have more. One that would stand outside every grid
 *  stands a little further back along its road. */
export function placeShops(count: number, ground: Ground, world: PlanningWorld, source: Random): Placed[] {
  const addresses = addressesOf(ground)
  const weights = ground.roads.map(({ rank, name }) => busy[rank] * addresses.lengthOf(name))
  const upTo = (i: number) => weights.slice(0, i).reduce((sum, weight) => sum + weight, 0)
  const numberUpTo = (i: number) => Math.round((upTo(i) * count) / upTo(weights.length))
  const spotAt = (road: string, share: number): Pick<Placed, 'position' | 'grid'> => {
    const point = addresses.beside(road, share, source)
    const grid = world.gridOf(point)
    return grid ? { position: point, grid } : spotAt(road, share * 0.9)
  }
  return ground.roads.flatMap(({ name: road }, i) => {
    const many = numberUpTo(i + 1) - numberUpTo(i)
    return Array.from({ length: many }, (_, at) => {
      const kind = source.weighted(kinds, ([, weight]) => weight)
      const place = `${road}${at + 1}号`
      const trade = `t${kinds.indexOf(kind) + 1}`
      return { name: place + kind[0], trade, place, ...spotAt(road, (at + 0.5) / many) }
    })
  })
}

/** Shops entered road by road from March on, each signed a few days later: two entries, as many as tell the truth. */
export function planShops(year: number, count: number, { world, roster, ground, unitsOf }: PlacePlanning): Life[] {
  const source = random(`shops ${year}`)
  const days = daysOf(year).filter((day) => day >= `${year}-03-01` && day <= `${year}-11-30`)
  const working = days.filter((day) => world.calendar.isWorkingDay(day))
  const officersOf = (grid: string) => roster.of('officer', unitsOf(grid).community)
  return placeShops(count, ground, world, source.fork('places'))
    .map(({ grid, ...shop }, i) => {
      const drawn = source.fork(i)
      const on = working[Math.floor((i * working.length) / count)]!
      return shopLife({ ...shop, unit: unitsOf(grid).community }, on, officersOf(grid), roster, drawn)
    })
    .sort((a, b) => (a.steps[0]!.at < b.steps[0]!.at ? -1 : 1))
}

function shopLife(
  shop: Omit<Placed, 'grid'> & { unit: string },
  on: string,
  officers: readonly string[],
  roster: PlacePlanning['roster'],
  source: Random,
): Life {
  const walk = startWalk(roster, source, msOf(on, '08:20') + source.int(0, 520) * MINUTE)
  const owner = `${source.pick([...surnames])}某`
  actAt(walk, 'enter', officers, reached(walk, officers, walk.at), { data: { ...shop, owner } })
  walk.at += source.int(0, 9) * DAY
  const duties = source.chance(0.8) ? 'b1' : 'b2'
  const at = afterDelay(walk, officers, [10, 300])
  actAt(walk, 'sign', officers, at, { data: { duties, signedOn: dayAt(at) } })
  return { steps: walk.steps }
}
