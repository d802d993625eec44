import type { Addresses } from './addresses.ts'
import type { Ground } from './ground.ts'
import type { Random } from './random.ts'

/** A shop without a name of its own: `叠山路128号餐饮店`. */
export interface PlacedShop {
  name: string
  trade: string
  address: string
  road: string
  point: { lng: number; lat: number }
}

const trades: readonly (readonly [trade: string, weight: number])[] = [
  ['餐饮店', 28],
  ['便利店', 14],
  ['服装店', 12],
  ['水果店', 7],
  ['理发店', 7],
  ['药店', 5],
  ['五金店', 5],
  ['通讯店', 4],
  ['早点铺', 6],
  ['文具店', 3],
  ['修理铺', 4],
  ['快递驿站', 3],
  ['烟酒店', 2],
]
const busy = { main: 3, street: 2, lane: 1 } as const

/** So many shops along the roads, numbered as they stand; busy roads have more. One that would stand outside every grid
 *  stands a little further back along its road. */
export function placeShops(
  count: number,
  ground: Ground,
  addresses: Addresses,
  inGrid: (point: PlacedShop['point']) => boolean,
  source: Random,
): PlacedShop[] {
  const weights = ground.roads.map(({ rank, name }) => busy[rank] * addresses.lengthOf(name))
  const upTo = (i: number) => weights.slice(0, i).reduce((sum, weight) => sum + weight, 0)
  const numberUpTo = (i: number) => Math.round((upTo(i) * count) / upTo(weights.length))
  const spotAt = (road: string, share: number): PlacedShop['point'] => {
    const { point } = addresses.at(road, source, share, share)
    return inGrid(point) ? point : spotAt(road, share * 0.9)
  }
  return ground.roads.flatMap(({ name: road }, i) => {
    const many = numberUpTo(i + 1) - numberUpTo(i)
    return Array.from({ length: many }, (_, at) => {
      const [trade] = source.weighted(trades, ([, weight]) => weight)
      const address = `${road}${at + 1}号`
      return { name: address + trade, trade, address, road, point: spotAt(road, (at + 0.5) / many) }
    })
  })
}
