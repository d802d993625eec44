/** Kilometres east and north of a district's middle. Shared corners are one and the same object, so nothing gapes. */
export type Point = { x: number; y: number }
export type Ring = Point[]
export type Path = Point[]

export function random(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

export const distance = (a: Point, b: Point): number => Math.hypot(a.x - b.x, a.y - b.y)

export const between = (a: Point, b: Point, share: number): Point => ({
  x: a.x + (b.x - a.x) * share,
  y: a.y + (b.y - a.y) * share,
})

export const lengthOf = (path: Path): number =>
  path.reduce((sum, point, i) => (i === 0 ? 0 : sum + distance(path[i - 1]!, point)), 0)

/** A smooth line through the points (Catmull-Rom), `steps` pieces between two of them. */
export function curve(points: readonly (readonly [number, number])[], steps: number, closed = false): Path {
  const at = (i: number) => {
    const n = points.length
    const [x, y] = points[closed ? (i + n) % n : Math.min(Math.max(i, 0), n - 1)]!
    return { x, y }
  }
  const spans = closed ? points.length : points.length - 1
  const line = Array.from({ length: spans * steps }, (_, k) => {
    const i = Math.floor(k / steps)
    return spline(at(i - 1), at(i), at(i + 1), at(i + 2), (k % steps) / steps)
  })
  return closed ? line : [...line, at(spans)]
}

function spline(a: Point, b: Point, c: Point, d: Point, t: number): Point {
  const blend = (p: number, q: number, r: number, s: number) =>
    q + (t * (r - p + t * (2 * p - 5 * q + 4 * r - s + t * (3 * (q - r) + s - p)))) / 2
  return { x: blend(a.x, b.x, c.x, d.x), y: blend(a.y, b.y, c.y, d.y) }
}

/** Positive when the ring runs against the clock. */
export const areaOf = (ring: Ring): number =>
  ring.reduce((sum, a, i) => {
    const b = ring[(i + 1) % ring.length]!
    return sum + (a.x * b.y - b.x * a.y) / 2
  }, 0)

export function contains(ring: Ring, { x, y }: Point): boolean {
  let odd = false
  ring.forEach((a, i) => {
    const b = ring[(i + 1) % ring.length]!
    if (a.y > y !== b.y > y && x < a.x + ((y - a.y) * (b.x - a.x)) / (b.y - a.y)) odd = !odd
  })
  return odd
}

/** A lattice of points within the ring, about `count` of them. */
export function samplesOf(ring: Ring, count: number): Point[] {
  const [xs, ys] = [ring.map((point) => point.x), ring.map((point) => point.y)]
  const [west, south] = [Math.min(...xs), Math.min(...ys)]
  const [width, height] = [Math.max(...xs) - west, Math.max(...ys) - south]
  const step = Math.sqrt((width * height) / count)
  const points: Point[] = []
  for (let x = west + step / 2; x < west + width; x += step)
    for (let y = south + step / 2; y < south + height; y += step) points.push({ x, y })
  return points.filter((point) => contains(ring, point))
}

/** The one ring around plots that hang together: the edges only one of them has. */
export function outlineOf(rings: Ring[]): Ring {
  const next = new Map<Point, Point>()
  const has = (from: Point, to: Point) =>
    rings.some((ring) => {
      const i = ring.indexOf(from)
      return i >= 0 && ring[(i + 1) % ring.length] === to
    })
  for (const ring of rings)
    ring.forEach((from, i) => {
      const to = ring[(i + 1) % ring.length]!
      if (!has(to, from)) next.set(from, to)
    })
  const start = next.keys().next().value!
  const outline = [start]
  for (let at = next.get(start)!; at !== start; at = next.get(at)!) outline.push(at)
  if (outline.length !== next.size) throw new Error('these plots have no single outline; choose another seed')
  return outline
}

/** A band along a line, for water. */
export function band(line: Path, halfWidth: (share: number) => number): Ring {
  const side = (sign: number) => line.map((point, i) => aside(line, i, sign * halfWidth(i / (line.length - 1)), point))
  return [...side(-1), ...side(1).reverse()]
}

/** The line moved to its left by so much. */
export const beside = (line: Path, by: number): Path => line.map((point, i) => aside(line, i, by, point))

function aside(line: Path, i: number, by: number, { x, y }: Point): Point {
  const [from, to] = [line[Math.max(0, i - 1)]!, line[Math.min(line.length - 1, i + 1)]!]
  const length = distance(from, to)
  return { x: x - ((to.y - from.y) / length) * by, y: y + ((to.x - from.x) / length) * by }
}
