import type { Ground, Position, Road } from './ground.ts'
import type { Random } from './random.ts'

/** A spot in the town as people would write it down. */
export interface Spot {
  point: { lng: number; lat: number }
  /** `芝山路116号银行网点门口` */
  address: string
  road: string
  landmark: string
}
export interface Addresses {
  /** Somewhere at a road, or inside a community. */
  anywhere(random: Random): Spot
  /** At this road; the part of it that lies between two shares of its length. */
  at(road: string, random: Random, from?: number, to?: number): Spot
  /** A point beside this road, at a share of its length. */
  beside(road: string, share: number, random: Random): Spot['point']
  /** Metres. */
  lengthOf(road: string): number
}

const landmarks = [
  ...[
    '农贸市场',
    '中心小学',
    '老电影院',
    '生活超市',
    '社区卫生服务站',
    '公交站',
    '幼儿园',
    '药店',
    '通信营业厅',
    '银行网点',
  ],
  ...[
    '快递驿站',
    '五金店',
    '汽车修理厂',
    '宾馆',
    '小公园',
    '停车场',
    '加油站',
    '早餐店',
    '便民服务点',
    '文化广场',
    '中学',
    '水果店',
  ],
  ...['家具城', '建材店', '老粮站', '理发店', '图书馆', '工人俱乐部', '粉馆', '茶楼'],
]
const besides = ['门口', '旁', '对面', '门前人行道', '东侧', '西侧', '斜对面', '后巷']
const corners = ['东北角', '西北角', '东南角', '西南角']
const estates = ['机械厂', '教师', '园丁', '粮食局', '供销社', '安置', '纺织厂', '邮电', '便民', '和顺', '阳光', '滨江']
const inside = ['楼下', '单元门口', '车棚边', '垃圾投放点', '小广场', '围墙外']

const METRES_A_DEGREE = 111_320
const narrowed = (lat: number) => Math.cos((lat * Math.PI) / 180)
/** Metres between two positions, near enough for a town. */
const distance = ([aLng, aLat]: Position, [bLng, bLat]: Position): number =>
  Math.hypot((bLng - aLng) * narrowed(aLat), bLat - aLat) * METRES_A_DEGREE

/** How much goes on at a road, for each metre of it. */
const busy = { main: 3, street: 2.2, lane: 1 } as const

export function addressesOf(ground: Ground): Addresses {
  const roads = ground.roads.map(measured)
  const spotAt = (road: Measured, along: number, random: Random): Spot => {
    const { on, left } = positionAt(road, along)
    const side = random.chance(0.5) ? 1 : -1
    const point = shifted(on, left, side * random.between(4, 14))
    const number = 2 * Math.floor(along / 9) + (side > 0 ? 1 : 2)
    const landmark = landmarkAt(road, along)
    const cross = roads.find((other) => other !== road && other.line.some((corner) => distance(corner, on) < 45))
    return { point, road: road.name, landmark, address: worded(road.name, number, landmark, cross?.name, random) }
  }
  const indoors = (random: Random): Spot => {
    const grid = random.pick(ground.grids)
    const estate = random.pick(estates)
    const address = `${grid.community}${estate}小区${random.int(1, 16)}栋${random.pick(inside)}`
    return { point: withinRing(grid.ring, random), road: grid.community, landmark: `${estate}小区`, address }
  }
  const found = (name: string) => {
    const road = roads.find((one) => one.name === name)
    if (!road) throw new Error(`no road “${name}” in the ground`)
    return road
  }
  return {
    anywhere: (random) => {
      if (random.chance(0.16)) return indoors(random)
      const road = random.weighted(roads, ({ rank, length }) => busy[rank] * length)
      return spotAt(road, random.next() * road.length, random)
    },
    at: (name, random, from = 0, to = 1) => {
      const road = found(name)
      return spotAt(road, random.between(from, to) * road.length, random)
    },
    beside: (name, share, random) => {
      const road = found(name)
      const { on, left } = positionAt(road, share * road.length)
      return shifted(on, left, (random.chance(0.5) ? 1 : -1) * random.between(4, 14))
    },
    lengthOf: (name) => found(name).length,
  }
}

interface Measured extends Road {
  length: number
  /** Metres from the start to each corner. */
  marks: number[]
}
function measured(road: Road): Measured {
  const marks = [0]
  for (let i = 1; i < road.line.length; i++) marks.push(marks[i - 1]! + distance(road.line[i - 1]!, road.line[i]!))
  return { ...road, marks, length: marks.at(-1)! }
}

/** The position so many metres along, and the direction to the left of the way, one metre long in degrees. */
function positionAt({ line, marks }: Measured, along: number): { on: Position; left: Position } {
  const i = Math.max(
    1,
    marks.findIndex((mark, k) => k > 0 && mark >= along),
  )
  const [a, b] = [line[i - 1]!, line[i]!]
  const leg = marks[i]! - marks[i - 1]!
  const share = leg ? (along - marks[i - 1]!) / leg : 0
  const narrow = narrowed(a[1])
  const [east, north] = [(b[0] - a[0]) * narrow, b[1] - a[1]]
  const size = Math.hypot(east, north) * METRES_A_DEGREE || 1
  return {
    on: [a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share],
    left: [-north / narrow / size, east / size],
  }
}

const six = (degrees: number) => Number(degrees.toFixed(6))
const shifted = ([lng, lat]: Position, [x, y]: Position, metres: number) => ({
  lng: six(lng + x * metres),
  lat: six(lat + y * metres),
})

/** The same for everybody who stands there: one about every 180 metres. */
const landmarkAt = ({ name, rank }: Road, along: number): string => {
  const seed = [...name].reduce((sum, letter) => sum + letter.codePointAt(0)!, rank.length)
  return landmarks[(seed + 7 * Math.floor(along / 180)) % landmarks.length]!
}

function worded(road: string, number: number, landmark: string, cross: string | undefined, random: Random): string {
  if (cross && random.chance(0.55)) return `${road}与${cross}交叉口${random.pick(corners)}`
  return random.chance(0.2) ? `${road}${number}号门前` : `${road}${number}号${landmark}${random.pick(besides)}`
}

/** A point between the middle of the ring and one of its corners. */
function withinRing(ring: readonly Position[], random: Random): { lng: number; lat: number } {
  const middle = [0, 1].map((i) => ring.reduce((sum, corner) => sum + corner[i]!, 0) / ring.length) as [number, number]
  const corner = random.pick(ring)
  const share = random.between(0, 0.6)
  return {
    lng: six(middle[0] + (corner[0] - middle[0]) * share),
    lat: six(middle[1] + (corner[1] - middle[1]) * share),
  }
}
