import type { Trade } from '../../catalog/standards/index.ts'
import type { Life } from '../../modules/ledger/index.ts'
import { addressesOf } from './addresses.ts'
import type { Offices } from './bureaus/index.ts'
import { act, actAt, reached, startWalk } from './cases/walk.ts'
import type { BureauFigures, DemoWork, Office } from './figures.ts'
import type { Ground } from './ground.ts'
import type { PictureBook } from './pictures/index.ts'
import { type Random, random } from './random.ts'
import type { Roster } from './roster.ts'
import { crewDays } from './spread.ts'
import { daysOf, instant, MINUTE, msOf } from './times.ts'
import type { PlanningWorld } from './world.ts'

interface WorkPlanning {
  world: PlanningWorld
  roster: Roster
  ground: Ground
  offices: Offices
  pictures: PictureBook
}

const crews = ['一班', '二班', '三班']
const shown: Record<Office, Trade> = {
  bureau: 'works',
  lighting: 'lamp',
  municipal: 'road',
  enforcement: 'street-order',
  sanitation: 'cleaning',
  gas: 'gas',
}

/** A year of crew days in the order of their days; each kind of work adds up to what was reported, to the thousandth. */
export function planWorks({ tenant, year, roads, works }: BureauFigures, planning: WorkPlanning): Life[] {
  const { world, ground } = planning
  const workingDays = daysOf(year).filter((day) => world.calendar.isWorkingDay(day))
  const known = ground.roads.map(({ name }) => name)
  const named = roads.filter((road) => known.includes(road))
  const source = random(`${tenant} works`)
  const places = { addresses: addressesOf(ground), roads: named.length ? named : known }
  const lives = works.flatMap((work) =>
    crewDays(work, workingDays).map(({ on, quantity }, i) =>
      crewDay(
        work,
        { on, quantity, turn: i },
        { ...planning, ...places },
        source.fork(`${work.kind} ${work.campaign} ${i}`),
      ),
    ),
  )
  return lives.sort((a, b) => (a.steps[0]!.at < b.steps[0]!.at ? -1 : 1))
}

interface CrewDay {
  on: string
  quantity: number
  turn: number
}
type Places = WorkPlanning & { addresses: ReturnType<typeof addressesOf>; roads: readonly string[] }

/** Entered by somebody of the unit before the day ends, confirmed by its lead. */
function crewDay(work: DemoWork, { on, quantity, turn }: CrewDay, places: Places, source: Random): Life {
  const { roster, addresses, offices, pictures, world } = places
  const units = offices[work.office]
  const unit = units[turn % units.length]!
  const handlers = roster.of('handler', unit)
  const road = work.road ?? source.pick(places.roads)
  const spot = [1, 2, 3, 4].map(() => addresses.at(road, source)).find(({ point }) => world.gridOf(point))
  const walk = startWalk(roster, source, msOf(on, '14:40') + source.int(0, 170) * MINUTE)
  const at = reached(walk, handlers, walk.at)
  const picture = source.pick(pictures.after[shown[work.office]])
  actAt(walk, 'record', handlers, at, {
    data: {
      kind: work.kind,
      campaign: work.campaign,
      quantity,
      doneOn: on,
      place: spot?.address ?? road,
      street: road,
      unit,
      crew: source.pick(crews),
      ...(spot ? { position: spot.point } : {}),
      ...(work.project ? { project: work.project } : {}),
      ...(source.chance(0.35)
        ? { photos: [{ hash: picture, takenAt: instant(at - 9 * MINUTE), ...spot?.point }] }
        : {}),
    },
  })
  act(walk, 'confirm', roster.of('unit-lead', unit), [6, 140])
  return { steps: walk.steps }
}
