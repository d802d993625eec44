import { areaOf, type Path, type Point, type Ring } from './shapes.ts'

/** What a district is made of, before it becomes a file. Codes: 6 region, 3 area, 3 community, 3 grid. */
export type Street = { name: string; rank: 'main' | 'street' | 'lane'; path: Path }
export type AreaPlan = { code: string; name: string; unit: string; communities: { name: string; grids: Ring[] }[] }
export type District = {
  region: string
  name: string
  /** Degrees of the middle, longitude first. */
  middle: readonly [number, number]
  outline: (rings: Ring[]) => Ring
  areas: AreaPlan[]
  streets: Street[]
  water: { name: string; ring: Ring }[]
}
type Feature = { type: 'Feature'; properties: Record<string, string>; geometry: { type: string; coordinates: unknown } }

/** The district as GeoJSON, one feature a line. Shared corners are rounded alike, so the tiling stays whole. */
export function geojsonOf(district: District): string {
  const place = placing(district.middle)
  const polygon = (properties: Record<string, string>, ring: Ring): Feature => {
    const turned = areaOf(ring) > 0 ? ring : [...ring].reverse()
    return feature(properties, 'Polygon', [[...turned, turned[0]!].map(place)])
  }
  const all = district.areas.flatMap((area) => area.communities.flatMap((one) => one.grids))
  const features = [
    polygon({ kind: 'boundary', code: district.region, name: district.name }, district.outline(all)),
    ...district.water.map(({ name, ring }) => polygon({ kind: 'river', name }, ring)),
    ...district.areas.flatMap((area) => areaFeatures(area, district.outline, polygon)),
    ...district.streets.map(({ name, rank, path }) =>
      feature({ kind: 'street', name, rank }, 'LineString', path.map(place)),
    ),
  ]
  const head = JSON.stringify({ name: district.name, note: '示意' })
  const lines = features.map((one) => JSON.stringify(one)).join(',\n')
  return `{"type":"FeatureCollection","properties":${head},"features":[\n${lines}\n]}\n`
}

function areaFeatures(
  area: AreaPlan,
  outline: District['outline'],
  polygon: (properties: Record<string, string>, ring: Ring) => Feature,
): Feature[] {
  const communities = area.communities.map((one, i) => ({ ...one, code: `${area.code}${three(i + 1)}`, number: i + 1 }))
  const whole = outline(communities.flatMap((one) => one.grids))
  return [
    polygon({ kind: 'area', code: area.code, name: area.name, unit: area.unit }, whole),
    ...communities.map(({ code, name, grids }) =>
      polygon({ kind: 'community', code, name, area: area.code }, outline(grids)),
    ),
    ...communities.flatMap(({ code, number, grids }) =>
      grids.map((ring, i) => {
        const name = `${area.name}-${String(number).padStart(2, '0')}-${three(i + 1)}`
        const above = { area: area.code, community: code, unit: area.unit }
        return polygon({ kind: 'grid', code: `${code}${three(i + 1)}`, name, ...above }, ring)
      }),
    ),
  ]
}

const feature = (properties: Record<string, string>, type: string, coordinates: unknown): Feature => ({
  type: 'Feature',
  properties,
  geometry: { type, coordinates },
})

const three = (n: number): string => String(n).padStart(3, '0')

/** Kilometres to degrees, near enough for a town. */
function placing([lng, lat]: readonly [number, number]): (point: Point) => [number, number] {
  const perDegree = 111.32
  const narrow = perDegree * Math.cos((lat * Math.PI) / 180)
  const six = (degrees: number) => Number(degrees.toFixed(6))
  return ({ x, y }) => [six(lng + x / narrow), six(lat + y / perDegree)]
}
