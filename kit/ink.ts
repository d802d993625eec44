export interface Dot {
  x: number
  y: number
}
/** What one touch of the pen left, from where it came down to where it was lifted. */
export type Stroke = readonly Dot[]

const WIDTH = 3.2
const MARGIN = 12
const FINENESS = 2

const middle = (a: Dot, b: Dot): Dot => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 })

/** From middle to middle, bent at the points themselves: a smooth line through what a finger gives in steps. */
function draw(pen: CanvasRenderingContext2D, stroke: Stroke) {
  const [first, ...others] = stroke
  if (!first) return
  pen.beginPath()
  pen.moveTo(first.x, first.y)
  others.forEach((dot, i) => {
    const end = others[i + 1] ? middle(dot, others[i + 1]!) : dot
    pen.quadraticCurveTo(dot.x, dot.y, end.x, end.y)
  })
  // A dot is a line to itself: round ends make it seen.
  if (!others.length) pen.lineTo(first.x, first.y)
  pen.stroke()
}

export function drawInk(pen: CanvasRenderingContext2D, strokes: readonly Stroke[]) {
  pen.lineWidth = WIDTH
  pen.lineCap = 'round'
  pen.lineJoin = 'round'
  pen.strokeStyle = '#000'
  for (const stroke of strokes) draw(pen, stroke)
}

/** The strokes and a margin around them, wherever on the sheet they stand. */
export function frameOf(strokes: readonly Stroke[]): { left: number; top: number; width: number; height: number } {
  const dots = strokes.flat()
  const [left, top] = [Math.min(...dots.map(({ x }) => x)), Math.min(...dots.map(({ y }) => y))]
  const [right, bottom] = [Math.max(...dots.map(({ x }) => x)), Math.max(...dots.map(({ y }) => y))]
  return {
    left: left - MARGIN,
    top: top - MARGIN,
    width: right - left + 2 * MARGIN,
    height: bottom - top + 2 * MARGIN,
  }
}

/** Black on white as a PNG, cut to what was written, as fine on every screen. */
export function pictureOf(strokes: readonly Stroke[]): Promise<Blob> {
  const { left, top, width, height } = frameOf(strokes)
  const canvas = document.createElement('canvas')
  canvas.width = Math.ceil(width * FINENESS)
  canvas.height = Math.ceil(height * FINENESS)
  const pen = canvas.getContext('2d')!
  pen.fillStyle = '#fff'
  pen.fillRect(0, 0, canvas.width, canvas.height)
  pen.scale(FINENESS, FINENESS)
  pen.translate(-left, -top)
  drawInk(pen, strokes)
  return new Promise((done, fail) =>
    canvas.toBlob((made) => (made ? done(made) : fail(new Error('签字没有存下来，请重新签。'))), 'image/png'),
  )
}
