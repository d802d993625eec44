import type { Life } from '../../modules/ledger/index.ts'
import { addressesOf } from './addresses.ts'
import { act, actAt, reached, startWalk, type Walk } from './cases/walk.ts'
import type { Ground } from './ground.ts'
import type { PictureBook } from './pictures/index.ts'
import { type Random, random } from './random.ts'
import type { Roster } from './roster.ts'
import { BATCH } from './spread.ts'
import { DAY, daysOf, instant, MINUTE, msOf, SECOND } from './times.ts'
import type { PlanningWorld } from './world.ts'

interface ParkingPlanning {
  world: PlanningWorld
  roster: Roster
  ground: Ground
  pictures: PictureBook
  squads: readonly string[]
}
const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZ'

/** A year's parking reports: so many taken by the traffic police, those they refused, and those that did not pass. */
export function planParking(year: number, accepted: number, planning: ParkingPlanning): Life[] {
  const source = random(`parking ${year}`)
  const days = daysOf(year).slice(0, -16)
  const addresses = addressesOf(planning.ground)
  const refused = 31
  const rejected = 88
  const count = accepted + refused + rejected
  const fates = [
    ...Array<'accept'>(accepted).fill('accept'),
    ...Array<'refuse'>(refused).fill('refuse'),
    ...Array<'reject'>(rejected).fill('reject'),
  ]
  const fateOf = fates.map((fate, i) => [source.fork(`f${i}`).next(), fate] as const).sort(([a], [b]) => a - b)
  const walks = fateOf.map(([, fate], i) => {
    const drawn = source.fork(`${i}`)
    const walk = startWalk(
      planning.roster,
      drawn,
      msOf(days[Math.floor((i * days.length) / count)]!, '08:10') + drawn.int(0, 560) * MINUTE,
    )
    capture(walk, addresses.anywhere(drawn), planning, drawn)
    review(walk, fate, planning.roster)
    return { walk, fate }
  })
  const ordered = walks.sort((a, b) => (a.walk.steps[0]!.at < b.walk.steps[0]!.at ? -1 : 1))
  for (let from = 0; from < ordered.length; from += BATCH) handOver(ordered.slice(from, from + BATCH), planning.roster)
  return ordered.map(({ walk }) => ({ steps: walk.steps }))
}

type Fate = 'accept' | 'refuse' | 'reject'
const plate = (source: Random) =>
  `湘${source.chance(0.9) ? 'M' : source.pick([...letters])}${source.pick([...letters])}${source.int(1000, 9999)}`

function capture(
  walk: Walk,
  spot: { address: string; point: object },
  planning: ParkingPlanning,
  source: Random,
): void {
  const { roster, squads, pictures } = planning
  const unit = source.pick(squads)
  const officers = roster.of('officer', unit)
  const at = reached(walk, officers, walk.at)
  const photos = pictures.before['street-order'].map((hash, i) => ({
    hash,
    takenAt: instant(at - (2 - i) * 40 * SECOND),
  }))
  actAt(walk, 'capture', officers, at, {
    data: {
      plate: plate(source),
      plateKind: source.chance(0.82) ? 'h1' : 'h2',
      place: spot.address,
      position: spot.point,
      device: `ZFY-${String(source.int(1, 48)).padStart(3, '0')}`,
      photos,
      unit,
    },
  })
}

function review(walk: Walk, fate: Fate, roster: Roster): void {
  const group = roster.of('shift-lead')
  if (fate === 'reject') act(walk, 'reject', group, [60, 1400], { reason: '照片看不清车牌' })
  else act(walk, 'pass', group, [60, 1400])
}

/** One batch: all that passed go at one moment, and are answered at one. */
function handOver(batch: readonly { walk: Walk; fate: Fate }[], roster: Roster): void {
  const going = batch.filter(({ fate }) => fate !== 'reject')
  const legal = roster.of('legal')
  const last = Math.max(...going.map(({ walk }) => walk.at))
  const at = roster.next(legal, last + 90 * MINUTE)
  const answered = roster.next(legal, at + 2 * DAY)
  for (const { walk, fate } of going) {
    actAt(walk, 'hand', legal, at)
    actAt(walk, fate, legal, answered, fate === 'refuse' ? { reason: '号牌与车型登记不符' } : {})
  }
}
