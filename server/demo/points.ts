import type { Addresses } from './addresses.ts'
import type { Ground } from './ground.ts'
import type { Random } from './random.ts'

/** How many points of a kind there are. */
export interface PointKind {
  label: string
  count: number
}

/**
 * 277 points of 28 kinds. The report gives the sum, and eight kinds with their numbers (主次干道 to 社区); the other twenty
 * kinds and their numbers are ours.
 */
export const pointKinds: readonly PointKind[] = (
  [
    ['主次干道', 8],
    ['农贸市场', 8],
    ['大型商超', 2],
    ['商业综合体', 9],
    ['小学周边', 17],
    ['中学周边', 14],
    ['交通场站', 1],
    ['社区', 59],
    ['背街小巷', 30],
    ['公厕', 20],
    ['垃圾中转站', 8],
    ['公园', 5],
    ['广场', 6],
    ['医院周边', 7],
    ['社区卫生服务中心', 9],
    ['公交站台', 14],
    ['地铁站', 6],
    ['商业街区', 5],
    ['建筑工地', 8],
    ['老旧小区', 10],
    ['政务服务大厅', 4],
    ['银行网点', 5],
    ['宾馆酒店', 4],
    ['图书馆文化馆', 3],
    ['景区景点', 3],
    ['公共停车场', 5],
    ['城乡结合部', 3],
    ['派出所窗口', 4],
  ] as const
).map(([label, count]) => ({ label, count }))

/** A place that is looked after: `民德路公厕`, and where it is. */
export interface PlacedPoint {
  kind: string
  name: string
  address: string
  point: { lng: number; lat: number }
}

/** Points over the roads of a town by turns, each name once; a spot outside every grid is drawn anew. */
export function placePoints(
  ground: Ground,
  addresses: Addresses,
  inGrid: (point: PlacedPoint['point']) => boolean,
  source: Random,
): PlacedPoint[] {
  const roads = ground.roads.map(({ name }) => name)
  const given = new Map<string, number>()
  const spotAt = (road: string) => {
    for (;;) {
      const spot = addresses.at(road, source)
      if (inGrid(spot.point)) return spot
    }
  }
  const named = (base: string) => {
    const number = (given.get(base) ?? 0) + 1
    given.set(base, number)
    return number === 1 ? base : `${base}${number}号点`
  }
  return pointKinds.flatMap(({ label, count }, k) =>
    Array.from({ length: count }, (_, i) => {
      const road = roads[(k * 7 + i) % roads.length]!
      const { point, address } = spotAt(road)
      return { kind: label, name: named(label === '主次干道' ? road : `${road}${label}`), address, point }
    }),
  )
}
