import type { Trade } from '../../catalog/standards/index.ts'
import { pointChecks, pointKinds } from '../../catalog/standards/point-kinds.ts'
import { type Life, SYSTEM } from '../../modules/ledger/index.ts'
import { type Addresses, addressesOf } from './addresses.ts'
import { namesFrom } from './bureaus/names.ts'
import { act, actAt, afterDelay, reached, startWalk, type Walk } from './cases/walk.ts'
import type { Ground } from './ground.ts'
import type { PictureBook } from './pictures/index.ts'
import { type Random, random } from './random.ts'
import type { Roster } from './roster.ts'
import { DAY, dayAt, instant, MINUTE, msOf } from './times.ts'
import type { PlanningWorld } from './world.ts'

export interface PlacePlanning {
  world: PlanningWorld
  roster: Roster
  ground: Ground
  pictures: PictureBook
  /** Which street and which community look after a grid, as units. */
  unitsOf: (grid: string) => { street: string; community: string }
}

/**
 * How many points of each kind, in the order of the kinds. The report gives the sum, 277 of 28 kinds; 农贸市场, 主次干道,
 * schools, stations, 城中村 and 商业综合体 are as many as it names elsewhere, the other numbers are ours.
 */
export const pointCounts: readonly number[] = [
  8, 38, 8, 24, 8, 14, 31, 9, 1, 1, 16, 8, 6, 5, 7, 3, 4, 4, 8, 9, 3, 20, 15, 6, 3, 9, 5, 4,
]
const EVERY = 90
const shown: Trade = 'cleaning'

interface Placed {
  kind: string
  name: string
  place: string
  position: { lng: number; lat: number }
  grid: string
}

/** Points over the roads of a town by turns, each name once; a spot outside every grid is drawn anew. */
export function placePoints(ground: Ground, world: PlanningWorld, source: Random): Placed[] {
  const addresses = addressesOf(ground)
  const roads = ground.roads.map(({ name }) => name)
  const given = new Map<string, number>()
  const named = (base: string) => {
    const number = (given.get(base) ?? 0) + 1
    given.set(base, number)
    return number === 1 ? base : `${base}${number}号点`
  }
  return pointKinds.flatMap(({ value, label }, k) =>
    Array.from({ length: pointCounts[k]! }, (_, i) => {
      const road = roads[(k * 7 + i) % roads.length]!
      const { spot, grid } = spotAt(road, addresses, world, source)
      return { kind: value, name: named(road + label), place: spot.address, position: spot.point, grid }
    }),
  )
}

function spotAt(road: string, addresses: Addresses, world: PlanningWorld, source: Random) {
  for (;;) {
    const spot = addresses.at(road, source)
    const grid = world.gridOf(spot.point)
    if (grid) return { spot, grid }
  }
}

/** Points entered in January and gone to each quarter: before the round calls, or called by it. */
export function planPoints(year: number, planning: PlacePlanning): Life[] {
  const { ground, world } = planning
  const source = random(`points ${year}`)
  const leads = Array.from({ length: 12 }, namesFrom(source.fork('leads')))
  return placePoints(ground, world, source.fork('places'))
    .map((place, i) => pointLife(year, { ...place, lead: leads[i % leads.length]! }, planning, source.fork(i)))
    .sort((a, b) => (a.steps[0]!.at < b.steps[0]!.at ? -1 : 1))
}

function pointLife(
  year: number,
  { grid, ...place }: Placed & { lead: string },
  planning: PlacePlanning,
  source: Random,
): Life {
  const { roster, pictures, unitsOf } = planning
  const { street, community } = unitsOf(grid)
  const inspectors = roster.of('inspector')
  const keeper = source.pick(roster.of('officer', community))
  const walk = startWalk(roster, source, msOf(`${year}-01-11`, '08:30') + source.int(0, 18 * 24 * 60) * MINUTE)
  const at = reached(walk, inspectors, walk.at)
  const people = { chief: roster.of('unit-lead', street)[0]!, keeper, since: dayAt(at) }
  actAt(walk, 'enter', inspectors, at, { data: { ...place, ...people, unit: community, every: String(EVERY) } })
  for (let visit = 0; visit < 3; visit++) {
    const called = source.chance(0.4)
    const group = called ? [keeper] : inspectors
    if (called) callUp(walk)
    else walk.at += source.int(EVERY - 16, EVERY - 6) * DAY
    if (!called && source.chance(0.14)) setRight(walk, { kind: place.kind, keeper, pictures, source }, inspectors)
    else act(walk, 'pass', group, [5, 200], { data: { score: source.int(86, 100) } })
  }
  return { steps: walk.steps }
}

/** The round has run out: nobody is asked. */
function callUp(walk: Walk): void {
  walk.at += EVERY * DAY + MINUTE
  walk.steps.push({ move: 'call', person: SYSTEM, at: instant(walk.at) })
}

function setRight(
  walk: Walk,
  { kind, keeper, pictures, source }: { kind: string; keeper: string; pictures: PictureBook; source: Random },
  inspectors: readonly string[],
): void {
  const problem = source.pick(pointChecks.filter(({ parent }) => parent === kind))
  const photo = (moment: 'before' | 'after', at: number) => [
    { hash: source.pick(pictures[moment][shown]), takenAt: instant(at - 5 * MINUTE) },
  ]
  const at = afterDelay(walk, inspectors, [5, 200])
  actAt(walk, 'fail', inspectors, at, {
    data: {
      problem: problem.value,
      findings: `检查发现：${problem.label}`,
      score: source.int(60, 84),
      photos: photo('before', at),
    },
  })
  const fixed = afterDelay(walk, [keeper], [60, 300])
  actAt(walk, 'fix', [keeper], fixed, { data: { afterPhotos: photo('after', fixed) } })
}
