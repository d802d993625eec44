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
const findings = [
  { unit: 'u-sanitation', trade: 'cleaning', problem: '垃圾箱满溢，周边散落', demand: '立即清运，恢复整洁' },
  { unit: 'u-municipal', trade: 'road', problem: '人行道地砖松动，雨天溅水', demand: '更换松动地砖' },
  { unit: 'u-lamps', trade: 'lamp', problem: '连续三盏路灯不亮', demand: '查明线路故障，恢复照明' },
  {
    unit: 'u-xujiajing',
    trade: 'street-order',
    problem: '巡查时段无人在岗，游商占道',
    demand: '按勤务安排到岗，劝离占道摊点',
  },
  { unit: 'u-qilidian', trade: 'street-order', problem: '店外经营反复，劝导没有记录', demand: '逐户劝导并留下记录' },
] as const

/** Supervision of a year: two notices a month. The report states none; these show how the ledger is kept. */
export function planNotices(year: number, { world, roster, ground, pictures }: NoticePlanning): Life[] {
  const days = daysOf(year).filter((day) => world.calendar.isWorkingDay(day))
  const source = random(`notices ${year}`)
  const addresses = addressesOf(ground)
  return Array.from({ length: 24 }, (_, i) => {
    const drawn = source.fork(`${i}`)
    const on = days[Math.floor(((i + 0.4) * days.length) / 24)]!
    return supervision({ on, place: addresses.anywhere(drawn).address, i }, roster, pictures, drawn)
  })
}

function supervision(
  { on, place, i }: { on: string; place: string; i: number },
  roster: Roster,
  pictures: PictureBook,
  source: Random,
): Life {
  const { unit, trade, problem, demand } = findings[i % findings.length]!
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
  if (i < 23) act(walk, 'pass', inspectors, [600, 2000], { data: { finding: '整改到位' } })
  return { steps: walk.steps }
}
