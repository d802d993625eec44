import { areaOf, between, contains, distance, lengthOf, type Path, type Point, type Ring, samplesOf } from './shapes.ts'

/** Plots that tile a district. Cutting one keeps its neighbours' corners in step. */
export type Mesh = Ring[]
/** A place on a ring: behind the corner `edge`, or that corner itself when it is `known`. */
type Anchor = { edge: number; point: Point; known: boolean }

/** Where a line crosses the ring, in the order of the line. */
function crossings(ring: Ring, line: Path): (Anchor & { leg: number; at: number })[] {
  const found = line.slice(1).flatMap((to, leg) => {
    const from = line[leg]!
    return ring.flatMap((a, edge) => {
      const b = ring[(edge + 1) % ring.length]!
      const cross = (b.x - a.x) * (to.y - from.y) - (b.y - a.y) * (to.x - from.x)
      const along = ((from.x - a.x) * (to.y - from.y) - (from.y - a.y) * (to.x - from.x)) / cross
      const at = ((from.x - a.x) * (b.y - a.y) - (from.y - a.y) * (b.x - a.x)) / cross
      const meets = cross !== 0 && along >= 0 && along < 1 && at >= 0 && at < 1
      return meets ? [{ edge, point: between(a, b, along), known: false, leg, at }] : []
    })
  })
  return found.sort((a, b) => a.leg - b.leg || a.at - b.at)
}

/** Takes a corner nearby instead, most gladly one where streets meet: so crossings come about, not only T-junctions. */
function snapped(mesh: Mesh, ring: Ring, anchor: Anchor, reach: number): Anchor {
  const meetings = (point: Point) => mesh.filter((other) => other.includes(point)).length
  const near = ring
    .map((point, edge) => ({ edge, point, known: true, away: distance(point, anchor.point) }))
    .filter(({ point, away }) => away < reach / 4 || (away < reach && meetings(point) > 2))
    .sort((a, b) => a.away - b.away)
  return near[0] ?? anchor
}

/** The ring in two, along a line whose ends are anchors on it. */
function halves(ring: Ring, a: Anchor, b: Anchor, inner: Path): [Ring, Ring] {
  const whole = [...ring]
  for (const { edge, point, known } of [a, b].sort((one, other) => other.edge - one.edge))
    if (!known) whole.splice(edge + 1, 0, point)
  const run = (from: Point, to: Point): Ring => {
    const start = whole.indexOf(from)
    const turned = [...whole.slice(start), ...whole.slice(0, start)]
    return turned.slice(0, turned.indexOf(to) + 1)
  }
  return [
    [...run(a.point, b.point), ...[...inner].reverse()],
    [...run(b.point, a.point), ...inner],
  ]
}

function commit(mesh: Mesh, ring: Ring, a: Anchor, b: Anchor, inner: Path): [Ring, Ring] {
  const parts = halves(ring, a, b, inner)
  for (const { edge, point, known } of [a, b]) {
    if (known) continue
    const [from, to] = [ring[edge]!, ring[(edge + 1) % ring.length]!]
    for (const other of mesh) {
      const i = other.indexOf(to)
      if (other !== ring && i >= 0 && other[(i + 1) % other.length] === from) other.splice(i + 1, 0, point)
    }
  }
  mesh.splice(mesh.indexOf(ring), 1, ...parts)
  return parts
}

/** Cuts a plot along a drawn line, from where it enters to where it leaves. */
export function cutAlong(mesh: Mesh, ring: Ring, line: Path): { parts: [Ring, Ring]; path: Path } {
  const met = crossings(ring, line)
  const [first, last] = [met[0]!, met.at(-1)!]
  const [a, b] = [snapped(mesh, ring, first, 0.2), snapped(mesh, ring, last, 0.2)]
  const inner = line
    .slice(first.leg + 1, last.leg + 1)
    .filter((point) => distance(point, a.point) > 0.1 && distance(point, b.point) > 0.1)
  return { parts: commit(mesh, ring, a, b, inner), path: [a.point, ...inner, b.point] }
}

export type Choices = { next: () => number; weight: (point: Point) => number; reach: number }

/**
 * Cuts a plot so that its first part holds `share` of the weight, roughly across its longer side and slightly bent,
 * as streets are. Of several tries the one with the least slender parts is taken.
 */
export function cutAcross(
  mesh: Mesh,
  ring: Ring,
  share: number,
  choices: Choices,
): { parts: [Ring, Ring]; path: Path } {
  const samples = samplesOf(ring, 500)
  const tries = Array.from({ length: 40 }, () => attempt(mesh, ring, samples, share, choices)).filter((one) => !!one)
  const best = tries.sort((one, other) => other.worth - one.worth)[0]
  if (!best) throw new Error('no way to cut this plot; choose another seed')
  return { parts: commit(mesh, ring, best.a, best.b, best.inner), path: [best.a.point, ...best.inner, best.b.point] }
}

function attempt(mesh: Mesh, ring: Ring, samples: Point[], share: number, { next, weight, reach }: Choices) {
  const turn = longAxis(samples) + (next() - 0.5) * 0.7
  const along = { x: Math.cos(turn), y: Math.sin(turn) }
  const across = { x: -along.y, y: along.x }
  const place = (point: Point) => point.x * along.x + point.y * along.y
  const pivot = pivotOf(samples, place, weight, share + (next() - 0.5) * 0.1)
  const ends = [-1, 1].map((side) => {
    const far = { x: pivot.x + across.x * side * 40, y: pivot.y + across.y * side * 40 }
    return crossings(ring, [pivot, far])[0]
  })
  if (!ends[0] || !ends[1]) return undefined
  const [a, b] = [snapped(mesh, ring, ends[0], reach), snapped(mesh, ring, ends[1], reach)]
  if (a.edge === b.edge || distance(a.point, b.point) < reach) return undefined
  const inner = bent(a.point, b.point, (next() - 0.5) * 0.16)
  const walk = [0.04, 0.12, 0.88, 0.96].map((t) => between(a.point, b.point, t))
  if (![...inner, ...walk].every((point) => contains(ring, point))) return undefined
  const parts = halves(ring, a, b, inner)
  if (parts.some((part) => areaOf(part) <= 0)) return undefined
  const kept = samples.filter((point) => contains(parts[0], point)).reduce((sum, point) => sum + weight(point), 0)
  const first = kept / samples.reduce((sum, point) => sum + weight(point), 0)
  const off = Math.min(Math.abs(first - share), Math.abs(1 - first - share))
  return { a, b, inner, worth: Math.min(...parts.map(roundness)) - 2 * Math.max(0, off - 0.06) }
}

/** 1 for a circle, 0.79 for a square, little for a strip. */
const roundness = (ring: Ring): number => (4 * Math.PI * areaOf(ring)) / lengthOf([...ring, ring[0]!]) ** 2

function longAxis(points: Point[]): number {
  const mean = (read: (point: Point) => number) => points.reduce((sum, point) => sum + read(point), 0) / points.length
  const [x, y] = [mean((point) => point.x), mean((point) => point.y)]
  const [xx, yy] = [mean((point) => (point.x - x) ** 2), mean((point) => (point.y - y) ** 2)]
  return Math.atan2(2 * mean((point) => (point.x - x) * (point.y - y)), xx - yy) / 2
}

/** A point of the plot before which, along an axis, lies this share of the weight. */
function pivotOf(samples: Point[], place: (p: Point) => number, weight: (p: Point) => number, share: number): Point {
  const sorted = [...samples].sort((a, b) => place(a) - place(b))
  const goal = sorted.reduce((sum, point) => sum + weight(point), 0) * share
  let sum = 0
  const i = sorted.findIndex((point) => {
    sum += weight(point)
    return sum >= goal
  })
  const near = sorted.slice(Math.max(0, i - 6), i + 7)
  const middle = { x: mean(near.map((p) => p.x)), y: mean(near.map((p) => p.y)) }
  return near.sort((a, b) => distance(a, middle) - distance(b, middle))[0]!
}

const mean = (numbers: number[]): number => numbers.reduce((sum, n) => sum + n, 0) / numbers.length

function bent(a: Point, b: Point, sag: number): Path {
  const pieces = Math.max(2, Math.ceil(distance(a, b) / 0.35))
  return Array.from({ length: pieces - 1 }, (_, i) => {
    const t = (i + 1) / pieces
    const out = sag * Math.sin(Math.PI * t)
    const { x, y } = between(a, b, t)
    return { x: x - (b.y - a.y) * out, y: y + (b.x - a.x) * out }
  })
}
