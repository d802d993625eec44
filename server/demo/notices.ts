import type { Trade } from '../../catalog/standards/index.ts'
import type { Life } from '../../modules/ledger/index.ts'
import { addressesOf } from './addresses.ts'
import { act, actAt, afterDelay, reached, startWalk } from './cases/walk.ts'
import type { Ground } from './ground.ts'
import type { PictureBook } from './pictures/index.ts'
import { type Random, random } from './random.ts'
import type { Roster } from './roster.ts'
import { DAY, dayAt, daysOf, instant, MINUTE, msOf } from './times.ts'
import type { PlanningWorld } from './world.ts'

interface NoticePlanning {
  world: PlanningWorld
  roster: Roster
  ground: Ground
  pictures: PictureBook
}
/** What may be found, by whom it is set right, and what is asked. */
export interface Finding {
  unit: string
  trade: Trade
  problem: string
  demand: string
}
/** So many notices in the year, each of one of these findings in turn. */
export interface NoticeFigures {
  count: number
  findings: readonly Finding[]
}

/** Supervision of a year; the last notice is still open when it ends. */
export function planNotices(
  year: number,
  { count, findings }: NoticeFigures,
  { world, roster, ground, pictures }: NoticePlanning,
): Life[] {
  const days = daysOf(year).filter((day) => world.calendar.isWorkingDay(day))
  const source = random(`notices ${year}`)
  const addresses = addressesOf(ground)
  return Array.from({ length: count }, (_, i) => {
    const drawn = source.fork(`${i}`)
    const on = days[Math.floor(((i + 0.4) * days.length) / count)]!
    const finding = findings[i % findings.length]!
    const place = addresses.anywhere(drawn).address
    return supervision({ on, place, i, finding, last: i === count - 1 }, roster, pictures, drawn)
  })
}

function supervision(
  { on, place, i, finding, last }: { on: string; place: string; i: number; finding: Finding; last: boolean },
  roster: Roster,
  pictures: PictureBook,
  source: Random,
): Life {
  const { unit, trade, problem, demand } = finding
  const inspectors = roster.of('inspector', 'u-inspection').slice(0, 1)
  const walk = startWalk(roster, source, msOf(on, '09:00') + source.int(0, 300) * MINUTE)
  const leads = roster.of('unit-lead', unit)
  const at = reached(walk, inspectors, walk.at)
  const photo = (book: readonly string[], taken: number) => [
    { hash: source.pick(book), takenAt: instant(taken - 6 * MINUTE) },
  ]
  const until = (from: number) => dayAt(from + source.int(3, 6) * DAY)
  actAt(walk, 'issue', inspectors, at, {
    data: {
      kind: `k${source.int(1, 5)}`,
      problem,
      place,
      photos: photo(pictures.before[trade], at),
      unit,
      demand,
      until: until(at),
    },
  })
  const reply = (from: number, to: number) => {
    const answered = afterDelay(walk, leads, [from, to])
    actAt(walk, 'reply', leads, answered, {
      data: { measures: '已按要求整改，并安排专人看守', afterPhotos: photo(pictures.after[trade], answered) },
    })
  }
  const late = i % 9 === 4
  if (late) {
    walk.at += 7 * DAY
    act(walk, 'escalate', inspectors, [60, 400], { reason: '超过期限没有回复' })
  }
  reply(1440, 2 * 1440)
  if (i % 6 === 2) {
    act(walk, 'fail', inspectors, [600, 1440], { data: { finding: '整改不彻底', until: until(walk.at + DAY) } })
    reply(600, 1440)
  }
  if (!last) act(walk, 'pass', inspectors, [600, 2000], { data: { finding: '整改到位' } })
  return { steps: walk.steps }
}
