import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { LineString, Polygon } from 'geojson'
import { type BureauPlan, type GridFeature, readGrids } from '../../modules/org/index.ts'
import { projectRoot } from '../../platform/config.ts'

/** Degrees, longitude first. */
export type Position = readonly [lng: number, lat: number]
export interface Road {
  name: string
  rank: 'main' | 'street' | 'lane'
  line: readonly Position[]
}
/** A district's ground as its file has it. */
export interface Ground {
  roads: readonly Road[]
  /** Unit grids with the name of the community each lies in. */
  grids: readonly { code: string; community: string; ring: readonly Position[] }[]
  features: readonly GridFeature[]
  /** For setting up the bureau; `unitOf` gives the unit responsible for an area, by its code. */
  areas(unitOf: (code: string) => string | null): NonNullable<BureauPlan['areas']>
}

type Feature = {
  properties: { kind: string; name: string; code?: string; area?: string; community?: string; rank?: Road['rank'] }
  geometry: Polygon | LineString
}
type PlannedArea = NonNullable<BureauPlan['areas']>[number]

/** Reads `catalog/places/<name>.geojson`. */
export function groundOf(name: string): Ground {
  const text = readFileSync(join(projectRoot, 'catalog', 'places', `${name}.geojson`), 'utf8')
  const { features } = JSON.parse(text) as { features: Feature[] }
  const of = (kind: string) => features.filter(({ properties }) => properties.kind === kind)
  const communities = new Map(of('community').map(({ properties }) => [properties.code!, properties.name]))
  const region = of('boundary')[0]!.properties.code!
  const { grids, problems } = readGrids(text, { region })
  if (problems.length) throw new Error(`${name}.geojson: ${problems[0]!.sentence}`)
  return {
    roads: of('street').map(({ properties, geometry }) => ({
      name: properties.name,
      rank: properties.rank ?? 'lane',
      line: (geometry as LineString).coordinates as unknown as Position[],
    })),
    grids: of('grid').map(({ properties, geometry }) => ({
      code: properties.code!,
      community: communities.get(properties.community!) ?? '',
      ring: (geometry as Polygon).coordinates[0] as unknown as Position[],
    })),
    features: grids,
    areas: (unitOf) => features.map((feature, i) => areaOf(feature, `${region}-${i}`, region, unitOf)),
  }
}

/** Roads and water carry no code of their own in the file; they are numbered by their place in it. */
function areaOf(
  { properties, geometry }: Feature,
  number: string,
  region: string,
  unitOf: (code: string) => string | null,
): PlannedArea {
  const code = properties.code ?? number
  const parents: Record<string, string | undefined> = {
    area: region,
    community: properties.area,
    grid: properties.community,
  }
  return {
    code,
    kind: properties.kind as PlannedArea['kind'],
    name: properties.name,
    parent: parents[properties.kind] ?? null,
    unit: properties.kind === 'area' ? unitOf(code) : null,
    // A road is a line; the table of areas keeps whatever shape it is given.
    geometry: geometry as PlannedArea['geometry'],
  }
}
