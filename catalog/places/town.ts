import type { AreaPlan, Street } from './district.ts'
import { type Choices, cutAcross, cutAlong, type Mesh } from './mesh.ts'
import { areaOf, between, curve, distance, lengthOf, type Path, type Point, type Ring, random } from './shapes.ts'

/** A district while it is being drawn. What it is cut along becomes its streets; level 0 is drawn, 1 and 2 are found. */
export type Town = { mesh: Mesh; edge: Ring; core: Point; choices: Choices; cuts: { path: Path; level: 1 | 2 }[] }

/** Points as they are read off squared paper, kilometres east and north: `-1.5,7 1.2,6.5`. */
export const points = (text: string): [number, number][] =>
  text.split(/\s+/).map((pair) => {
    const [x, y] = pair.split(',').map(Number)
    return [x!, y!]
  })

/** An empty town; plots are small near its core and large at its edge. */
export function found(seed: number, outline: string, core: Point, spread: number): Town {
  const next = random(seed)
  const rough = (n: number) => n + (next() - 0.5) * 0.16
  const smooth = curve(points(outline), 5, true).map(({ x, y }) => ({ x: rough(x), y: rough(y) }))
  const edge = areaOf(smooth) > 0 ? smooth : smooth.reverse()
  const weight = (point: Point) => 1 / (0.22 + (distance(point, core) / spread) ** 2)
  return { mesh: [edge], edge: [...edge], core, choices: { next, weight, reach: 0.32 }, cuts: [] }
}

/** Cuts along a drawn line; the part that lies further to the south-west comes first. */
export function part(town: Town, ring: Ring, line: Path): { parts: [Ring, Ring]; path: Path } {
  const { parts, path } = cutAlong(town.mesh, ring, line)
  const [a, b] = parts.map((one) => centreOf(one).x + centreOf(one).y) as [number, number]
  return { parts: a < b ? parts : [parts[1], parts[0]], path }
}

/** Cuts a plot into so many parts of about the same weight. */
export function divide(town: Town, ring: Ring, count: number, level: 1 | 2): Ring[] {
  if (count === 1) return [ring]
  const few = Math.floor(count / 2)
  const { parts, path } = cutAcross(town.mesh, ring, few / count, town.choices)
  town.cuts.push({ path, level })
  const [small, large] = weightOf(town, parts[0]) < weightOf(town, parts[1]) ? parts : [parts[1], parts[0]]
  return [...divide(town, small, few, level), ...divide(town, large, count - few, level)]
}

export type AreaWish = {
  code: string
  name: string
  unit: string
  /** The plots it is made of, each with the number of its communities. */
  plots: readonly (readonly [Ring, number])[]
  communities: readonly string[]
  streets: readonly string[]
  /** Grids in a community, by where it lies. */
  grids: (centre: Point) => number
}

/**
 * An area with its communities and grids, and names for the streets between them: those between communities first,
 * then the long ones and those near the core.
 */
export function settle(town: Town, wish: AreaWish): { area: AreaPlan; streets: Street[] } {
  town.cuts.length = 0
  const rings = readingOrder(wish.plots.flatMap(([ring, count]) => divide(town, ring, count, 1)))
  const communities = rings.map((ring, i) => ({
    name: wish.communities[i]!,
    grids: readingOrder(divide(town, ring, wish.grids(centreOf(ring)), 2)),
  }))
  const near = ({ path }: { path: Path }) => 1 + distance(path[Math.floor(path.length / 2)]!, town.core)
  const worth = (cut: { path: Path; level: 1 | 2 }) =>
    cut.level === 1 ? 100 + lengthOf(cut.path) : lengthOf(cut.path) / near(cut)
  const named = [...town.cuts].sort((a, b) => worth(b) - worth(a)).slice(0, wish.streets.length)
  return {
    area: { code: wish.code, name: wish.name, unit: wish.unit, communities },
    streets: named.map(({ path, level }, i) => ({
      name: wish.streets[i]!,
      rank: level === 1 ? 'street' : 'lane',
      path,
    })),
  }
}

/** Streets stop a little before the district's edge, and at the quay unless another street meets them over the water. */
export function finished(town: Town, streets: Street[], river: Path): Street[] {
  const ends = streets.flatMap(({ path }) => [path[0]!, path.at(-1)!])
  const bridge = (point: Point) => ends.filter((end) => end === point).length > 1
  const wet = (point: Point) => river.some((to, i) => i > 0 && onLine(river[i - 1]!, to, point))
  const stop = (path: Path): Path => {
    const end = path[0]!
    if (town.edge.some((to, i) => onLine(town.edge.at(i - 1)!, to, end))) return shortened(path, 0.08)
    return wet(end) && !bridge(end) ? shortened(path, 0.2) : path
  }
  return streets.map((street) => ({ ...street, path: stop(stop(street.path).reverse()).reverse() }))
}

const onLine = (a: Point, b: Point, point: Point): boolean =>
  distance(a, point) + distance(point, b) - distance(a, b) < 1e-6

/** Without its first so many kilometres. */
function shortened(path: Path, by: number): Path {
  const [first, second, ...rest] = path as [Point, Point, ...Point[]]
  const leg = distance(first, second)
  if (leg <= by && rest.length > 0) return shortened([second, ...rest], by - leg)
  return [between(first, second, Math.min(0.5, by / leg)), second, ...rest]
}

/** From north to south in strips, and from west to east in each. */
function readingOrder(rings: Ring[]): Ring[] {
  const strip = (ring: Ring) => -Math.round(centreOf(ring).y / 1.5)
  return [...rings].sort((a, b) => strip(a) - strip(b) || centreOf(a).x - centreOf(b).x)
}

const weightOf = (town: Town, ring: Ring): number => areaOf(ring) * town.choices.weight(centreOf(ring))

function centreOf(ring: Ring): Point {
  const [xs, ys] = [ring.map((point) => point.x), ring.map((point) => point.y)]
  return { x: (Math.min(...xs) + Math.max(...xs)) / 2, y: (Math.min(...ys) + Math.max(...ys)) / 2 }
}
