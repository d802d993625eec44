import type { Feature, FeatureCollection, Polygon } from 'geojson'
import type { Spot } from './records.ts'

type Ring = number[][]

/** Whether a point lies in a ring, by counting the edges a ray to the east crosses. */
function within(ring: Ring, x: number, y: number): boolean {
  let inside = false
  for (let i = 0, before = ring.length - 1; i < ring.length; before = i++) {
    const [ax, ay] = ring[i] as [number, number]
    const [bx, by] = ring[before] as [number, number]
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside
  }
  return inside
}

function boxOf(ring: Ring): [number, number, number, number] {
  const xs = ring.map((at) => at[0]!)
  const ys = ring.map((at) => at[1]!)
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]
}

const isGrid = ({ properties, geometry }: Feature) => properties?.kind === 'grid' && geometry?.type === 'Polygon'

/** The map with each unit grid's share of the fullest one, so that it can be coloured by what is shown on it. */
export function withShares(map: FeatureCollection, spots: readonly Spot[]): FeatureCollection {
  const grids = map.features.filter(isGrid).map((feature) => {
    const ring = (feature.geometry as Polygon).coordinates[0]!
    return { feature, ring, box: boxOf(ring), n: 0 }
  })
  for (const { lng, lat } of spots) {
    const found = grids.find(
      ({ ring, box: [west, south, east, north] }) =>
        lng >= west && lng <= east && lat >= south && lat <= north && within(ring, lng, lat),
    )
    if (found) found.n += 1
  }
  const most = Math.max(1, ...grids.map(({ n }) => n))
  const counted = new Map(grids.map(({ feature, n }) => [feature, n]))
  return {
    ...map,
    features: map.features.map((feature) => {
      const n = counted.get(feature)
      return n === undefined ? feature : { ...feature, properties: { ...feature.properties, n, share: n / most } }
    }),
  }
}
