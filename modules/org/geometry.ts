import Flatbush from 'flatbush'
import type { MultiPolygon, Polygon } from 'geojson'

export { type GridProblem, readGrids } from './grid-file.ts'

export type Area = Polygon | MultiPolygon
export type GridProperties = { code: string; [name: string]: unknown }
/** A unit grid or any other coded area; degrees (CGCS2000), longitude first. */
export type GridFeature = { type: 'Feature'; properties: GridProperties; geometry: Area }
export type Locator = {
  /** The area a point lies in; a point on an edge two areas share lies in exactly one of them. */
  locate(lng: number, lat: number): { code: string; properties: GridProperties } | undefined
}

/** Four numbers an edge: the lower end, then the upper one. */
const STRIDE = 4

/**
 * An index over many areas, made once and asked often: boxes in a tree, edges in one typed array.
 * Where areas overlap, which they should not, the one that comes first is given.
 */
export function buildLocator(features: readonly GridFeature[]): Locator {
  if (features.length === 0) return { locate: () => undefined }
  const edges = features.map((feature) => edgesOf(feature.geometry))
  const starts = Uint32Array.from([0, ...runningSum(edges.map((list) => list.length))])
  const all = new Float64Array(starts.at(-1)!)
  edges.forEach((list, i) => {
    all.set(list, starts[i])
  })
  const tree = new Flatbush(features.length)
  for (const { geometry } of features) tree.add(...boxOf(geometry))
  tree.finish()

  return {
    locate: (lng, lat) => {
      const hits = tree.search(lng, lat, lng, lat, (i) => inside(all, starts[i]!, starts[i + 1]!, lng, lat))
      if (hits.length === 0) return undefined
      const { properties } = features[hits.length === 1 ? hits[0]! : Math.min(...hits)]!
      return { code: properties.code, properties }
    },
  }
}

/** Whether a point lies in an area. Half of the outline counts as inside, so that neighbours share no point. */
export function insideBoundary(boundary: { geometry: Area } | Area, lng: number, lat: number): boolean {
  const edges = edgesOf('geometry' in boundary ? boundary.geometry : boundary)
  return inside(edges, 0, edges.length, lng, lat)
}

/** `[west, south, east, north]` */
export function boxOf(area: Area): [number, number, number, number] {
  const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const [lng = 0, lat = 0] of ringsOf(area).flat()) {
    box[0] = Math.min(box[0], lng)
    box[1] = Math.min(box[1], lat)
    box[2] = Math.max(box[2], lng)
    box[3] = Math.max(box[3], lat)
  }
  return box
}

const ringsOf = (area: Area): number[][][] => (area.type === 'Polygon' ? area.coordinates : area.coordinates.flat())

/**
 * An edge is written from its lower to its upper end whichever way the ring runs: two neighbours then compute the very
 * same crossing for an edge they share, and no point falls into both or between them.
 */
function edgesOf(area: Area): Float64Array {
  const edges: number[] = []
  for (const ring of ringsOf(area)) {
    for (let i = 1; i < ring.length; i++) {
      const [a, b] = [ring[i - 1]!, ring[i]!]
      if (a[1] === b[1]) continue
      const [low, high] = a[1]! < b[1]! ? [a, b] : [b, a]
      edges.push(low[0]!, low[1]!, high[0]!, high[1]!)
    }
  }
  return Float64Array.from(edges)
}

/** Counts the edges a ray to the west crosses; odd is inside. Holes and parts apart need no further thought. */
function inside(edges: Float64Array, from: number, to: number, lng: number, lat: number): boolean {
  let odd = false
  for (let i = from; i < to; i += STRIDE) {
    const low = edges[i + 1]!
    if (lat < low || lat >= edges[i + 3]!) continue
    const west = edges[i]!
    if (lng >= west + ((lat - low) * (edges[i + 2]! - west)) / (edges[i + 3]! - low)) odd = !odd
  }
  return odd
}

function runningSum(lengths: number[]): number[] {
  let sum = 0
  return lengths.map((length) => {
    sum += length
    return sum
  })
}
