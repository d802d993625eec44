import type { Life } from '../../../modules/ledger/index.ts'
import type { Random } from '../../../server/demo/random.ts'
import { DAY, HOUR, instant } from '../../../server/demo/times.ts'
import { livesOver, type Subject } from '../subject.ts'
import { firstDay, lastDay, morning, type Town } from '../town.ts'

type Step = Life['steps'][number]
const unit = 'u-lamps'
const until = Date.parse(morning)
/** Lamps put in since then are gone to in rounds of a season. */
const roundsSince = Date.parse('2026-01-01T00:00:00.000Z')
const faults = ['f1', 'f1', 'f1', 'f2', 'f4']

function described({ places }: Town, drawn: Random, code: string) {
  const { address, point, road } = drawn.pick(places)
  return { code, kind: drawn.pick(['l1', 'l1', 'l2']), lamps: 1, place: address, position: point, street: road }
}

/** A lamp's life: put in, patrolled every quarter for a year or two, or before each round would call; one in eight goes out
 *  and is repaired. */
function lifeOf(town: Town, atMs: number, drawn: Random, code: string): Life {
  const steps: Step[] = []
  let at = atMs
  const go = (move: string, person: string, after: number, data: Step['data']) => {
    at += after
    if (at < until) steps.push({ move, person, at: instant(at), ...(data ? { data } : {}) })
  }
  const crew = () => drawn.pick(town.handlersOf(unit))
  const inRounds = atMs >= roundsSince
  go('install', crew(), 0, { ...described(town, drawn, code), unit, ...(inRounds ? { every: '90' } : {}) })
  if (drawn.chance(0.125)) {
    go('report', drawn.pick(town.dispatchers), drawn.int(1, 70) * DAY, { fault: drawn.pick(faults) })
    go('repair', crew(), drawn.int(2, 60) * HOUR, { repaired: 1 })
  }
  const patrols = inRounds ? Number.POSITIVE_INFINITY : drawn.int(4, 8)
  for (let n = 0; n < patrols && at < until; n++)
    go('patrol', crew(), (inRounds ? drawn.int(60, 85) : drawn.int(60, 120)) * DAY, {
      checked: 1,
      burning: drawn.chance(0.97) ? 1 : 0,
    })
  return { steps }
}

export const lamps: Subject = {
  name: 'lamp',
  ledger: 'lamp',
  usual: 200_000,
  from: firstDay,
  to: lastDay,
  lives: (town, share) => {
    const year = share.fromDay.slice(0, 4)
    return livesOver(share, (atMs, drawn, i) => lifeOf(town, atMs, drawn, `${year}-${i + 1}`))
  },
  asked: {
    years: [2025, 2024, 2023, 2022, 2021, 2020, 2019, 2018],
    classes: ['l1', 'l2'],
    units: [unit],
    states: ['lit', 'out', 'due'],
    common: ['大道', '路口', '门口', '交叉'],
    rare: ['柳子', '和谐', '粮站', '后巷'],
    words: ['永州大道', '公交站', '南津路', '农贸市场'],
    count: 'lamp.reported',
    share: 'lamp.repaired-in-time',
    stock: 'lamp.assets',
  },
  walk: (town, drawn) => ({
    steps: [
      ['handler', 'install', { ...described(town, drawn, `新装-${drawn.int(1, 99_999)}`), unit: 'u-xujiajing' }],
      ['dispatcher', 'report', { fault: drawn.pick(faults) }],
      ['handler', 'repair', { repaired: 1 }],
      ['handler', 'patrol', { checked: 1, burning: 1 }],
    ],
    word: drawn.pick(['大道', '路口', '柳子', '和谐', '粮站', '后巷', '药店', '新装']),
  }),
}
