import type { ChannelId, ChannelSource } from '../../../catalog/channels.ts'
import { type Standard, standards, type Trade } from '../../../catalog/standards/index.ts'
import type { Day } from '../../../platform/clock.ts'
import { isFair } from './days.ts'
import { leavesFall, type Sky } from './weather.ts'

/** How often a subclass comes up beside the others. One that is not named comes up now and then. */
const frequency: Record<string, number> = {
  ...{ E0401: 13, E0402: 2.2, E0404: 0.8, E0405: 12, E0406: 7.5, E0410: 5.5, E0499: 8.5 },
  ...{ E0110: 8, E0111: 5, E0112: 7, E0113: 3, E0114: 1.7, E0117: 1.9, E0118: 1.2, E0119: 1.3, E0120: 1.2, E0121: 0.4 },
  ...{ E0122: 0.25, E0125: 0.9, E0126: 0.25, E0128: 1.4, E0129: 1.1, E0130: 1.2, E0131: 0.8, E0135: 1.3, E0136: 4 },
  ...{ E0137: 0.4, E0101: 0.8, E0102: 0.5, E0103: 0.6, E0104: 0.5, E0105: 0.4, E0107: 1.5, E0108: 0.5 },
  ...{ E0201: 6, E0202: 0.8, E0203: 0.5, E0204: 0.12, E0206: 0.7, E0207: 1.2 },
  ...{ E0301: 0.8, E0302: 0.8, E0303: 0.5, E0304: 0.9, E0305: 0.6, E0306: 0.6, E0307: 0.5, E0311: 0.7, E0312: 0.7 },
  ...{ E0501: 0.5, E0502: 0.06, E0503: 0.8, E0505: 0.2, E0506: 0.3, E0507: 0.0005, E0508: 0.5, E0604: 0.6 },
  ...{ P0101: 0.5, P0102: 0.9, P0103: 1, P0104: 1, P0126: 0.6, P0127: 0.5, P0128: 0.5, P0131: 0.5, P0137: 2.2 },
  ...{ P0140: 0.08, P0149: 0.06, P0123: 0.5, P0204: 0.4, P0217: 0.7, P0221: 0.5, P0301: 0.5, P0305: 1.8, P0306: 0.4 },
  ...{ P0307: 0.8, P0402: 1.6, P0406: 0.06, P0504: 0.05 },
}

const wet: Record<string, number> = {
  E0506: 14,
  E0503: 3.5,
  P0104: 3,
  P0402: 2.2,
  E0505: 2.5,
  E0108: 1.2,
  E0508: 2,
  E0112: 0.5,
}
const icy: Record<string, number> = { E0507: 50_000, E0501: 3.5, P0402: 3, E0508: 3 }
const dry: Record<string, number> = { E0129: 2.6, E0304: 2, E0128: 1.4, E0125: 1.6, E0131: 1.4, E0401: 1.05 }
const leafy: Record<string, number> = { E0112: 1.9, E0118: 2, P0104: 2, E0120: 3 }

function bySky(code: string, trade: Trade, sky: Sky): number {
  if (sky === 'snow') return icy[code] ?? (trade === 'street-order' ? 0.4 : 1)
  if (sky === 'hot') return dry[code] ?? 1
  if (sky === 'fair') return 1
  const hard = sky === 'downpour' ? 1.8 : 1
  return (wet[code] ?? 1) * (trade === 'drainage' ? 1.5 * hard : 1) * (trade === 'street-order' ? 0.6 / hard : 1)
}

function bySeason(code: string, trade: Trade, day: Day): number {
  const date = day.slice(5)
  const leaves = leavesFall(day) ? (leafy[code] ?? 1) : 1
  const exams = date >= '06-01' && date <= '06-09' && ['E0301', 'E0128'].includes(code) ? 4 : 1
  const streets = isFair(day) && trade === 'street-order' ? 1.9 : 1
  return leaves * exams * streets
}

/** What citizens call about, beside what patrols meet. */
const citizens: Partial<Record<Trade, number>> = {
  ...{ lamp: 3, drainage: 2.2, water: 4, gas: 4, building: 4, works: 2.4, wires: 1.6, garden: 1.2, cleaning: 0.9 },
  ...{ 'street-order': 0.8, advert: 0.3 },
}
const complaints: Record<string, number> = { E0128: 4, E0129: 3, E0301: 5, E0499: 1.2, E0410: 0.6, E0119: 0.3 }
/** What a camera can see. */
const onCamera = new Set([
  'E0401',
  'E0405',
  'E0406',
  'E0499',
  'E0410',
  'E0110',
  'E0111',
  'E0311',
  'E0114',
  'E0129',
  'E0506',
  'E0136',
])

function bySource(source: ChannelSource, code: string, trade: Trade): number {
  if (source === 'device') return onCamera.has(code) ? 1 : 0.01
  if (source === 'patrol') return complaints[code] ? 0.4 : 1
  return (complaints[code] ?? 1) * (citizens[trade] ?? 1)
}

/** How likely each subclass is on a day, under a sky, by a way of reporting. */
export const likelihood = (day: Day, sky: Sky, source: ChannelSource) => {
  const cached = new Map<Standard, number>(
    standards.map((one) => [
      one,
      (frequency[one.code] ?? 0.22) *
        bySky(one.code, one.suggests, sky) *
        bySeason(one.code, one.suggests, day) *
        bySource(source, one.code, one.suggests),
    ]),
  )
  return (one: Standard) => cached.get(one)!
}

/** Of a hundred reports; every way of reporting occurs. */
export const channelShares: Record<ChannelId, number> = {
  patrol: 62,
  hotline: 17,
  wechat: 8,
  app: 5,
  video: 4,
  mailbox: 2,
  leader: 1.2,
  cppcc: 0.8,
}
