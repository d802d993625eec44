import type { FeatureCollection } from 'geojson'
import { expect, test } from 'vitest'
import { withShares } from './grid-shares.ts'

const square = (name: string, x: number) => ({
  type: 'Feature' as const,
  properties: { kind: 'grid', name },
  geometry: {
    type: 'Polygon' as const,
    coordinates: [
      [
        [x, 0],
        [x + 1, 0],
        [x + 1, 1],
        [x, 1],
        [x, 0],
      ],
    ],
  },
})
const street = {
  type: 'Feature' as const,
  properties: { kind: 'street' },
  geometry: {
    type: 'LineString' as const,
    coordinates: [
      [0, 0],
      [1, 1],
    ],
  },
}
const map: FeatureCollection = { type: 'FeatureCollection', features: [square('西', 0), square('东', 2), street] }
const spot = (lng: number) => ({ id: String(lng), lng, lat: 0.5, state: 's', tone: 'todo' as const, late: false })

test('each grid is coloured by its share of the fullest one, and a point between two grids counts for none', () => {
  const shares = withShares(map, [spot(0.2), spot(0.7), spot(2.5), spot(1.5)]).features.map(
    ({ properties }) => properties,
  )
  expect(shares).toEqual([
    { kind: 'grid', name: '西', n: 2, share: 1 },
    { kind: 'grid', name: '东', n: 1, share: 0.5 },
    { kind: 'street' },
  ])
})

test('without any point no grid stands out', () => {
  expect(withShares(map, []).features[0]?.properties).toMatchObject({ n: 0, share: 0 })
})
