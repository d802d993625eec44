import { applied, type Matrix, times } from './matrix.ts'
import { operators, type PDFPageProxy } from './pdfjs.ts'

/** A straight line along the page: `at` is where it lies, `from` and `to` how far it goes. */
export interface Segment {
  upright: boolean
  at: number
  from: number
  to: number
}

const THICKEST = 4
const SHORTEST = 2
const MOST = 20_000

/** The straight lines that are drawn: strokes along the axes, edges of rectangles, and rectangles too thin to be any. */
export async function segmentsOf(page: PDFPageProxy, view: Matrix): Promise<Segment[]> {
  const ops = await operators()
  const { fnArray, argsArray } = await page.getOperatorList()
  const strokes = new Set<number>([ops.stroke, ops.closeStroke, ops.fillStroke, ops.eoFillStroke, ops.closeFillStroke])
  const fills = new Set<number>([ops.fill, ops.eoFill])
  const found: Segment[] = []
  const saved: Matrix[] = []
  let matrix = view
  fnArray.forEach((op: number, at: number) => {
    const args = argsArray[at]
    if (op === ops.save) saved.push(matrix)
    else if (op === ops.restore || op === ops.paintFormXObjectEnd) matrix = saved.pop() ?? matrix
    else if (op === ops.transform) matrix = times(matrix, args as Matrix)
    else if (op === ops.paintFormXObjectBegin) {
      saved.push(matrix)
      if (args?.[0]) matrix = times(matrix, args[0] as Matrix)
    } else if (op === ops.constructPath && found.length < MOST) {
      const paths = pathsOf(args[1]?.[0], matrix)
      if (strokes.has(args[0])) for (const path of paths) found.push(...edges(path))
      else if (fills.has(args[0])) for (const path of paths) found.push(...thin(path))
    }
  })
  return found
}

type Point = [number, number]

/** How many numbers follow each drawing step of the library: move, line, curve, square curve, close. */
const lengths = [2, 2, 6, 4, 0]

function pathsOf(steps: ArrayLike<number> | undefined, matrix: Matrix): Point[][] {
  const paths: Point[][] = []
  for (let at = 0; steps && at < steps.length; ) {
    const step = steps[at++] as number
    const length = lengths[step]
    if (length === undefined) break
    const path = paths.at(-1)
    if (step === 0) paths.push([applied(matrix, steps[at] as number, steps[at + 1] as number)])
    else if (step === 4) path?.push(path[0] as Point)
    else path?.push(applied(matrix, steps[at + length - 2] as number, steps[at + length - 1] as number))
    at += length
  }
  return paths
}

function edges(path: Point[]): Segment[] {
  return path.flatMap(([x, y], at) => {
    const next = path[at + 1]
    return next ? straight(x, y, next[0], next[1]) : []
  })
}

function straight(x1: number, y1: number, x2: number, y2: number): Segment[] {
  const [across, down] = [Math.abs(x2 - x1), Math.abs(y2 - y1)]
  if (across < 0.6 && down >= SHORTEST)
    return [{ upright: true, at: (x1 + x2) / 2, from: Math.min(y1, y2), to: Math.max(y1, y2) }]
  if (down < 0.6 && across >= SHORTEST)
    return [{ upright: false, at: (y1 + y2) / 2, from: Math.min(x1, x2), to: Math.max(x1, x2) }]
  return []
}

/** A filled rectangle as thin as a line is one. */
function thin(path: Point[]): Segment[] {
  const xs = path.map(([x]) => x)
  const ys = path.map(([, y]) => y)
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)]
  if (right - left <= THICKEST && bottom - top > right - left && bottom - top >= SHORTEST)
    return [{ upright: true, at: (left + right) / 2, from: top, to: bottom }]
  if (bottom - top <= THICKEST && right - left > bottom - top && right - left >= SHORTEST)
    return [{ upright: false, at: (top + bottom) / 2, from: left, to: right }]
  return []
}
