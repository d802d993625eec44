import type { Life } from '../../modules/ledger/index.ts'
import { addressesOf } from './addresses.ts'
import { act, actAt, reached, startWalk, type Walk } from './cases/walk.ts'
import type { Ground } from './ground.ts'
import { type Random, random } from './random.ts'
import type { Roster } from './roster.ts'
import { split } from './spread.ts'
import { DAY, MINUTE, msOf } from './times.ts'
import type { PlanningWorld } from './world.ts'

export interface LampFigures {
  /** Lit circuits, and what was done to them in the year; the line in thousandths of a metre. */
  circuits: number
  repaired: number
  replaced: number
  joints: number
  line: number
}
interface LampPlanning {
  world: PlanningWorld
  roster: Roster
  ground: Ground
  unit: string
}
const REPAIRS = 620

type Repair = Partial<Record<'repaired' | 'replaced' | 'joints' | 'line', number>>
/** The year's work in single repairs; a line fault is found at each. */
function repairsOf({ repaired, replaced, joints, line }: LampFigures): Repair[] {
  const parts = {
    repaired: split(repaired, 250),
    replaced: split(replaced, 330),
    joints: split(joints, REPAIRS),
    line: split(line, 280, 1000),
  }
  return parts.joints.map((_, i) =>
    Object.fromEntries(Object.entries(parts).flatMap(([name, list]) => (i < list.length ? [[name, list[i]!]] : []))),
  )
}

/** The lamps of a year, circuit by circuit: put in before it, patrolled every month, repaired when something is out. */
export function planLamps(year: number, figures: LampFigures, planning: LampPlanning): Life[] {
  const source = random(`lamps ${year}`)
  const addresses = addressesOf(planning.ground)
  const roads = planning.ground.roads.map(({ name }) => name)
  const repairs = repairsOf(figures)
  return Array.from({ length: figures.circuits }, (_, i) => {
    const drawn = source.fork(`${i}`)
    const road = roads[i % roads.length]!
    const own = repairs.filter((_, at) => at % figures.circuits === i)
    return circuit(year, { road, spot: addresses.at(road, drawn), repairs: own, i }, planning, drawn)
  }).sort((a, b) => (a.steps[0]!.at < b.steps[0]!.at ? -1 : 1))
}

function circuit(
  year: number,
  { road, spot, repairs, i }: { road: string; spot: { address: string; point: object }; repairs: Repair[]; i: number },
  { roster, unit, world }: LampPlanning,
  source: Random,
): Life {
  const crew = roster.of('handler', unit)
  const lamps = source.int(60, 220)
  const walk = startWalk(roster, source, msOf(`${year - 1}-11-01`, '09:00') + i * 3 * 60 * MINUTE)
  actAt(walk, 'install', crew, reached(walk, crew, walk.at), {
    data: {
      code: `LD-${String(i + 1).padStart(3, '0')}`,
      kind: 'l3',
      lamps,
      place: spot.address,
      street: road,
      unit,
      ...(world.gridOf(spot.point as never) ? { position: spot.point } : {}),
    },
  })
  for (let month = 0; month < 12; month++) {
    walk.at = Math.max(
      walk.at,
      msOf(`${year}-${String(month + 1).padStart(2, '0')}-02`, '09:00') + source.int(0, 5) * DAY,
    )
    act(walk, 'patrol', crew, [10, 400], {
      data: { checked: lamps, burning: lamps - source.int(0, Math.ceil(lamps * 0.035)) },
    })
    const due = repairs.filter((_, at) => at % 12 === month)
    for (const repair of due) mend(walk, repair, roster, crew)
  }
  return { steps: walk.steps }
}

function mend(walk: Walk, repair: Repair, roster: Roster, crew: readonly string[]): void {
  const fault = repair.joints || repair.line ? 'f4' : 'f1'
  act(walk, 'report', roster.of('dispatcher'), [200, 3000], { data: { fault } })
  act(walk, 'repair', crew, [60, 700], { data: { ...repair } })
}
