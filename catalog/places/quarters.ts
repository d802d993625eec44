import type { District } from './district.ts'
import { curve, outlineOf, type Point } from './shapes.ts'
import { finished, found, part, points, settle } from './town.ts'

/** A small town cut in four by an avenue and the axis across it. Lines as they are read off squared paper. */
export interface QuartersPlan {
  region: string
  name: string
  middle: readonly [number, number]
  seed: number
  outline: string
  avenue: { name: string; line: string }
  axis: { north: string; south: string; line: string }
  /** North-west, north-east, south-west, south-east. */
  quarters: readonly Quarter[]
  /** Grids in a community, by where it lies. */
  grids: (centre: Point) => number
}
interface Quarter {
  name: string
  unit: string
  communities: readonly string[]
  streets: readonly string[]
}

export function quartersOf(plan: QuartersPlan): District {
  const { region, name, middle, seed, outline, avenue, axis, quarters, grids } = plan
  const town = found(seed, outline, { x: 0, y: 0 }, 4)
  const across = part(town, town.mesh[0]!, curve(points(avenue.line), 5))
  const along = curve(points(axis.line), 5)
  const [lower, upper] = across.parts
  const [south, north] = [part(town, lower, along), part(town, upper, along)]
  const plots = [...north.parts, ...south.parts]
  const settled = quarters.map(({ name, unit, communities, streets }, i) =>
    settle(town, {
      code: `${region}00${i + 1}`,
      name,
      unit,
      plots: [[plots[i]!, communities.length]],
      communities,
      streets,
      grids,
    }),
  )
  const main = [
    { name: avenue.name, rank: 'main' as const, path: across.path },
    { name: axis.north, rank: 'main' as const, path: north.path },
    { name: axis.south, rank: 'main' as const, path: south.path },
  ]
  return {
    region,
    name,
    middle,
    outline: outlineOf,
    areas: settled.map(({ area }) => area),
    streets: finished(town, [...main, ...settled.flatMap(({ streets }) => streets)], []),
    water: [],
  }
}
