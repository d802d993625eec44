import type { Life } from '../../../modules/ledger/index.ts'
import { describe } from '../../../server/demo/cases/words.ts'
import type { Random } from '../../../server/demo/random.ts'
import { instant, MINUTE } from '../../../server/demo/times.ts'
import { livesOver, type Subject } from '../subject.ts'
import { firstDay, lastDay, morning, photo, type Town } from '../town.ts'

type Steps = Life['steps'][number][]
const untilMs = Date.parse(morning)

/** One case's life: of a hundred about 88 go straight through (nine entries), five are void, the others are returned,
 *  sent to another unit or done again on their way. What would come after the bench's
 *  morning has not happened: such a case is open. */
function lifeOf(town: Town, atMs: number, random: Random): Life {
  const place = random.pick(town.places)
  const channel = random.pick(town.channels)
  const standard = random.pick(town.kinds.get(channel)!)
  const condition = standard.conditions[Math.min(random.int(0, 5) >> 1, standard.conditions.length - 1)]!
  const steps: Steps = []
  let at = atMs
  const go = (move: string, person: string, after: number, data?: Life['steps'][number]['data'], reason?: string) => {
    at += after
    if (at < untilMs)
      steps.push({ move, person, at: instant(at), ...(data ? { data } : {}), ...(reason ? { reason } : {}) })
  }
  const minutes = (from: number, to: number) => random.int(from, to) * MINUTE
  const receiver = random.pick(town.receivers)
  const dispatcher = random.pick(town.dispatchers)
  const problem = { at: atMs, channel, standard, condition, spot: place, grid: place.grid }
  const filed = { subclass: standard.code, condition: condition.id }

  go('receive', receiver, 0, {
    channel: channel.id,
    address: place.address,
    place: place.point,
    description: describe(problem, random),
    ...(channel.source === 'citizen' ? reporterOf(random) : { photos: [{ hash: photo }], subclass: standard.code }),
  })
  if (random.chance(0.05)) {
    go('void', receiver, minutes(5, 90), undefined, '现场核实未发现反映的问题')
    return { steps }
  }
  go('file', receiver, minutes(3, 60), filed)
  if (random.chance(0.01)) {
    go('return-to-receiver', dispatcher, minutes(5, 60), undefined, '立案条件与现场不符，请核对')
    go('refile', receiver, minutes(10, 120), filed, '已按现场照片更正')
  }
  const unit = town.responsible.unitFor(standard.suggests, place.grid)
  if (random.chance(0.02)) {
    go('dispatch', dispatcher, minutes(3, 40), { unit: 'u-waste' })
    go(
      'return-to-dispatcher',
      random.pick(town.leadsOf('u-waste')),
      minutes(10, 200),
      undefined,
      '不属于本单位职责范围',
    )
  }
  const handle = () => {
    const handler = random.pick(town.handlersOf(town.responsible.teamFor(standard.suggests, unit)))
    const lead = random.pick(town.leadsOf(unit))
    const limit = Date.parse(town.world.calendar.addLimit(instant(at), condition.limit)) - at
    const share = random.chance(0.06) ? random.between(1.1, 3) : random.between(0.1, 0.8)
    go('assign', lead, minutes(2, 25), { handler })
    go('submit', handler, Math.max(10 * MINUTE, limit * share), {
      result: condition.closing,
      afterPhotos: [{ hash: photo }],
    })
    go('confirm', lead, minutes(5, 30))
  }
  go('dispatch', dispatcher, minutes(3, 40), { unit })
  handle()
  if (random.chance(0.03)) {
    go('rework', dispatcher, minutes(10, 200), undefined, '照片上仍能看到残留，请返工')
    handle()
  }
  // Half a percent lies forgotten: the oldest open cases of a bureau are years old.
  if (random.chance(0.005)) return { steps: steps.slice(0, random.int(1, steps.length)) }
  go('forward', dispatcher, minutes(5, 90))
  go('check', random.pick(town.collectors), minutes(30, 1200), { fixed: true })
  go('close', receiver, minutes(5, 200), { closing: condition.id })
  return { steps }
}

const reporterOf = (random: Random) => ({
  reporter: `市民${random.int(1, 99)}`,
  phone: `1990000${1000 + random.int(0, 8999)}`,
})

export const cases: Subject = {
  name: 'case',
  ledger: 'case',
  usual: 1_000_000,
  from: firstDay,
  to: lastDay,
  lives: (town, share) => livesOver(share, (atMs, drawn) => lifeOf(town, atMs, drawn)),
  asked: {
    years: [2025, 2024, 2023, 2022, 2021, 2020, 2019, 2018],
    classes: ['E0401', 'E0405', 'E0110', 'E0201', 'E0301', 'E0112', 'P0103', 'E0499'],
    units: ['u-sanitation', 'u-xujiajing', 'u-lamps', 'u-municipal', 'u-gas', 'u-chaoyang'],
    states: ['closed', 'void', 'handling'],
    common: ['垃圾', '路灯', '店家', '车道', '小区', '雨水', '公交', '人行'],
    rare: ['气拱', '喇叭', '泔水', '卡片', '萝卜', '网红', '沙发', '篷布'],
    words: ['人行道', '雨水井', '公交站', '垃圾桶', '路灯杆', '小区门口', '店家音响', '车道旁'],
    count: 'case.closed',
    share: 'case.closed-in-time',
  },
  walk(town, drawn, taken) {
    const channel = drawn.pick(town.channels)
    const standard = drawn.pick(town.kinds.get(channel)!)
    const { point, address } = drawn.pick(town.places)
    const { id: condition, closing } = standard.conditions[0]!
    const report = {
      channel: channel.id,
      address,
      place: point,
      subclass: standard.code,
      description: `${address}${standard.name}，请尽快处理`,
      reporter: '王先生',
      phone: '19900001234',
    }
    return {
      steps: [
        ['receiver', 'receive', report],
        ['receiver', 'file', { subclass: standard.code, condition }],
        ['dispatcher', 'dispatch', { unit: 'u-xujiajing' }],
        ['lead', 'assign', { handler: town.handlersOf('u-xujiajing')[0] }],
        ['handler', 'submit', { result: closing, afterPhotos: [{ hash: taken }] }],
        ['lead', 'confirm'],
        ['dispatcher', 'forward'],
        ['collector', 'check', { fixed: true }],
        ['receiver', 'close', { closing: condition }],
      ],
      word: drawn.pick(['垃圾', '路灯', '店家', '小区', '雨水', '公交', '喇叭', '沙发', '柳子', '车道']),
    }
  },
}
