import type { Life } from '../../modules/ledger/index.ts'
import { addressesOf } from './addresses.ts'
import { act, actAt, reached, startWalk, type Walk } from './cases/walk.ts'
import type { Ground } from './ground.ts'
import { type Random, random } from './random.ts'
import type { Roster } from './roster.ts'
import { DAY, dayAt, daysOf, HOUR, MINUTE, msOf } from './times.ts'
import type { PlanningWorld } from './world.ts'

interface PermitPlanning {
  world: PlanningWorld
  roster: Roster
  ground: Ground
}
interface Matter {
  kind: string
  weight: number
  matter: string
  days: number
  who: readonly string[]
}
const shops = ['某超市', '某饭店', '某药店', '某通讯店', '某服装店']
const firms = ['某建筑公司', '某市政工程公司', '某房地产公司']
const matters: readonly Matter[] = [
  { kind: 'x1', weight: 52, matter: '设置门头店招', days: 730, who: shops },
  { kind: 'x2', weight: 20, matter: '店前临时占道促销', days: 5, who: shops },
  { kind: 'x3', weight: 7, matter: '埋设管线挖掘人行道', days: 20, who: firms },
  { kind: 'x4', weight: 12, matter: '施工工地清运建筑垃圾', days: 120, who: firms },
  { kind: 'x6', weight: 5, matter: '餐饮污水接入市政管网', days: 1825, who: shops },
  { kind: 'x7', weight: 2, matter: '施工临时占用绿化带', days: 60, who: firms },
  { kind: 'x8', weight: 2, matter: '建设项目红线内移植行道树', days: 30, who: firms },
]

/** A year's applications: so many granted, delivered and published as reported; the few refused, withdrawn, or still
 *  under review on the last day are made up. In the order in which they came in. */
export function planPermits(
  { year, published }: { year: number; published: number },
  { world, roster, ground }: PermitPlanning,
): Life[] {
  const days = daysOf(year).filter((day) => world.calendar.isWorkingDay(day))
  const source = random(`permits ${year}`)
  const addresses = addressesOf(ground)
  const ends = ['refused', 'refused', 'refused', 'refused', 'withdrawn', 'withdrawn'] as const
  const early = days.slice(0, -24)
  const fates = [
    ...Array.from({ length: published }, (_, i) => ({
      end: 'delivered' as const,
      on: early[Math.floor((i * early.length) / published)]!,
    })),
    ...ends.map((end, i) => ({ end, on: early[20 + i * 33]! })),
    ...[6, 4, 3].map((back) => ({ end: 'open' as const, on: days.at(-back)! })),
  ]
  return fates
    .map(({ end, on }, i) => {
      const drawn = source.fork(`${i}`)
      const place = addresses.anywhere(drawn).address
      return application({ end, on, place }, roster, drawn)
    })
    .sort((a, b) => (a.steps[0]!.at < b.steps[0]!.at ? -1 : 1))
}

type Fate = { end: 'delivered' | 'refused' | 'withdrawn' | 'open'; on: string; place: string }

function application({ end, on, place }: Fate, roster: Roster, source: Random): Life {
  const { kind, matter, days, who } = source.weighted(matters, ({ weight }) => weight)
  const [desk, legal] = [roster.of('receiver'), roster.of('legal')]
  const walk = startWalk(roster, source, msOf(on, '08:30') + source.int(0, 420) * MINUTE)
  actAt(walk, 'apply', desk, reached(walk, desk, walk.at), {
    data: { kind, matter, place, applicant: source.pick(who), contact: `1990000${source.int(1000, 9999)}` },
  })
  if (source.chance(0.12) && end !== 'open') {
    act(walk, 'ask', desk, [30, 600], { data: { missing: '场地使用证明' } })
    act(walk, 'complete', desk, [1440, 4320])
  }
  if (end === 'withdrawn') {
    act(walk, 'withdraw', desk, [60, 1440], { reason: '申请人不再需要' })
    return { steps: walk.steps }
  }
  act(walk, 'accept', desk, [10, 300])
  if (end === 'open') return { steps: walk.steps }
  inDays(walk, source.int(1, 9))
  if (end === 'refused') {
    act(walk, 'refuse', legal, [10, 200], { data: { basis: '影响行人通行，不符合设置规定' } })
    return { steps: walk.steps }
  }
  const from = dayAt(walk.at + 5 * DAY)
  act(walk, 'grant', legal, [10, 200], {
    data: { startsOn: from, endsOn: dayAt(msOf(from) + days * DAY), basis: '材料齐全，符合法定条件' },
  })
  inDays(walk, source.int(0, 3))
  act(walk, 'deliver', desk, [10, 200], { data: { publishedOn: dayAt(walk.at + HOUR) } })
  return { steps: walk.steps }
}

/** Goes on some days later; who does the next step does it when they are at work. */
function inDays(walk: Walk, days: number): void {
  walk.at += days * DAY
}
