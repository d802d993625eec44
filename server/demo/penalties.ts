import type { Life } from '../../modules/ledger/index.ts'
import type { Addresses } from './addresses.ts'
import { surnames } from './bureaus/names.ts'
import { act, actAt, afterDelay, reached, startWalk, type Walk } from './cases/walk.ts'
import type { PictureBook } from './pictures/index.ts'
import { type Random, random } from './random.ts'
import type { Roster } from './roster.ts'
import { split } from './spread.ts'
import { DAY, dayAt, daysOf, MINUTE, msOf } from './times.ts'
import type { PlanningWorld } from './world.ts'

export interface PenaltyFigures {
  /** By the ordinary procedure, all reviewed and published; what they brought in, in 分. */
  ordinary: number
  collected: number
  simple: number
}
interface PenaltyPlanning {
  world: PlanningWorld
  roster: Roster
  addresses: Pick<Addresses, 'anywhere'>
  pictures: { before: Pick<PictureBook['before'], 'building'> }
  squads: readonly string[]
}
const acts = ['店外堆放货物，劝离后未再发生', '乱倒污水', '乱扔果皮纸屑', '沿街晾晒有碍市容'] as const
const builders = ['某置业公司', '某建材经营部', '某养殖场', '某汽车修理厂'] as const

/** A year's penalties: so many cases by the ordinary procedure, about buildings without a permit, walked whole; and the warnings
 *  and small fines given on the spot. Who, where and when is made up. */
export function planPenalties(year: number, figures: PenaltyFigures, planning: PenaltyPlanning): Life[] {
  const source = random(`penalties ${year}`)
  const days = daysOf(year).filter((day) => planning.world.calendar.isWorkingDay(day))
  const early = days.slice(0, -70)
  const fines = split(figures.collected, figures.ordinary, 10)
  const ordinary = fines.map((fine, i) =>
    building({ fine, on: early[Math.floor((i * early.length) / fines.length)]!, i }, planning, source.fork(`o${i}`)),
  )
  const simple = Array.from({ length: figures.simple }, (_, i) =>
    onTheSpot(days[Math.floor((i * (days.length - 1)) / figures.simple)]!, i, planning, source.fork(`s${i}`)),
  )
  return [...ordinary, ...simple].sort((a, b) => (a.steps[0]!.at < b.steps[0]!.at ? -1 : 1))
}

const licence = (officer: string) => `湘M${officer.replace(/\D/g, '').padStart(4, '0').slice(-4)}`
/** Two officers of one squad, and what every penalty says of them. */
function squadOf({ roster, squads }: PenaltyPlanning, source: Random) {
  const unit = source.pick(squads)
  const [lead, second] = source.sample(roster.of('officer', unit), 2) as [string, string]
  return { lead, said: { unit, lead, second, licences: `${licence(lead)}、${licence(second)}` } }
}

function onTheSpot(on: string, i: number, planning: PenaltyPlanning, source: Random): Life {
  const { lead, said } = squadOf(planning, source)
  const spot = planning.addresses.anywhere(source)
  const walk = startWalk(planning.roster, source, msOf(on, '08:20') + source.int(0, 500) * MINUTE)
  const at = reached(walk, [lead], walk.at)
  const party = { partyKind: 'person', party: `${source.pick([...surnames])}某` }
  const where = { place: spot.address, position: spot.point, happenedOn: dayAt(at), shown: true }
  if (i % 24 === 7) {
    const fine = source.int(1, 4) * 50_00
    const data = { ...said, ...party, ...where, clause: 'road-42', facts: '占用人行道堆放物品', fine }
    actAt(walk, 'fine', [lead], at, { data })
    walk.at += source.int(0, 6) * DAY
    const finance = planning.roster.of('finance')
    const paidAt = reached(walk, finance, walk.at + 20 * MINUTE)
    actAt(walk, 'pay', finance, paidAt, { data: { paid: fine, paidOn: dayAt(paidAt) } })
    act(walk, 'settle', [lead], [10, 300])
  } else
    actAt(walk, 'warn', [lead], at, {
      data: { ...said, ...party, ...where, clause: 'appearance-34', facts: source.pick(acts) },
    })
  return { steps: walk.steps }
}

function building(
  { fine, on, i }: { fine: number; on: string; i: number },
  planning: PenaltyPlanning,
  source: Random,
): Life {
  const { world, roster, pictures } = planning
  const { lead, said } = squadOf(planning, source)
  const [legal, director, finance] = [roster.of('legal'), roster.of('director'), roster.of('finance')]
  const spot = planning.addresses.anywhere(source)
  const company = i % 3 === 0
  const walk = startWalk(roster, source, msOf(on, '09:00') + source.int(0, 300) * MINUTE)
  const at = reached(walk, [lead], walk.at)
  actAt(walk, 'file', [lead], at, {
    data: {
      ...said,
      clause: 'planning-64',
      partyKind: company ? 'organisation' : 'person',
      party: company ? source.pick(builders) : `${source.pick([...surnames])}某`,
      place: spot.address,
      position: spot.point,
      happenedOn: dayAt(at),
      facts: '未取得规划许可搭建钢架棚',
    },
  })
  walk.at += source.int(4, 12) * DAY
  act(walk, 'notify', [lead], [30, 400], {
    data: {
      kind: 'k2',
      fine,
      worth: Math.round(fine / source.between(0.055, 0.095)),
      basis: '尚可采取改正措施消除对规划实施的影响',
      evidence: pictures.before.building.map((hash) => ({ hash })),
    },
  })
  if (i % 7 === 3) hearing(walk, lead, legal, planning)
  else if (i % 2 === 0)
    act(walk, 'defend', [lead], [60, 900], { data: { defence: '当事人表示无异议，愿意自行改正', waived: true } })
  else walk.at = Math.max(walk.at + 15 * DAY, msOf(world.calendar.addWorkingDays(dayAt(walk.at), 6), '09:00'))
  act(walk, 'submit', [lead], [30, 600])
  act(walk, 'pass', legal, [60, 1400], { data: { opinion: '主体适格，事实清楚，证据确凿，程序合法，裁量适当' } })
  act(walk, 'decide', director, [60, 1800])
  act(walk, 'serve', [lead], [60, 1400], { data: { servedHow: source.pick(['s1', 's1', 's3']) } })
  const shownAt = afterDelay(walk, legal, [60, 900])
  actAt(walk, 'publish', legal, shownAt, { data: { publishedOn: dayAt(shownAt) } })
  walk.at += source.int(0, 5) * DAY
  const paidAt = reached(walk, finance, walk.at + 30 * MINUTE)
  actAt(walk, 'pay', finance, paidAt, { data: { paid: fine, paidOn: dayAt(paidAt) } })
  act(walk, 'settle', [lead], [30, 600])
  return { steps: walk.steps }
}

function hearing(walk: Walk, lead: string, legal: readonly string[], { world }: PenaltyPlanning): void {
  act(walk, 'ask', [lead], [60, 1400])
  const called = reached(walk, legal, walk.at + 60 * MINUTE)
  const hearingOn = world.calendar.addWorkingDays(dayAt(called), 8)
  actAt(walk, 'call', legal, called, { data: { hearingOn } })
  walk.at = msOf(hearingOn, '09:30')
  act(walk, 'hear', legal, [10, 120], { data: { hearing: '当事人陈述了搭建经过，对事实无异议，请求从轻' } })
}
