import { encode } from 'uqr'
import { fontFamily } from './theme.ts'

export interface Label {
  /** Where the code leads to. */
  address: string
  number: string
  title: string
}
/** Of a sticker, in millimetres, and how many dots of the picture make one. */
const [WIDTH, HEIGHT, DOTS] = [40, 50, 20]
const EDGE = 1.2 * DOTS
const NUMBER = { size: 54, least: 30 }
const TITLE = { size: 42, line: 50, lines: 2 }

/** Cuts a text into lines as wide as the sheet, the last one with an ellipsis when more is left. */
export function linesOf(text: string, most: number, fits: (line: string) => boolean): string[] {
  const lines: string[] = []
  let rest = [...text]
  while (rest.length && lines.length < most) {
    let end = rest.length
    while (end > 1 && !fits(rest.slice(0, end).join(''))) end--
    const isCut = lines.length === most - 1 && end < rest.length
    lines.push(isCut ? `${rest.slice(0, end - 1).join('')}…` : rest.slice(0, end).join('').trim())
    rest = rest.slice(end)
  }
  return lines
}

/** A quarter of the code may be dirty or scratched and it is still read. Gives how far down it reaches. */
function drawCode(pen: CanvasRenderingContext2D, address: string): number {
  const { data } = encode(address, { ecc: 'Q', border: 4 })
  const dot = Math.floor((WIDTH * DOTS) / data.length)
  const left = Math.floor((WIDTH * DOTS - dot * data.length) / 2)
  data.forEach((row, y) => {
    row.forEach((black, x) => {
      if (black) pen.fillRect(left + x * dot, y * dot, dot, dot)
    })
  })
  return dot * data.length
}

/** A label to stick on a thing: the code, the number and the title beneath. A PNG as an address of its own. */
export function labelPicture({ address, number, title }: Label): string {
  const canvas = document.createElement('canvas')
  canvas.width = WIDTH * DOTS
  canvas.height = HEIGHT * DOTS
  const pen = canvas.getContext('2d')!
  pen.fillStyle = '#fff'
  pen.fillRect(0, 0, canvas.width, canvas.height)
  pen.fillStyle = '#000'
  pen.textAlign = 'center'
  pen.textBaseline = 'top'
  const fits = (line: string) => pen.measureText(line).width <= canvas.width - 2 * EDGE
  let top = drawCode(pen, address)
  let { size } = NUMBER
  const font = () => `600 ${size}px ${fontFamily}`
  pen.font = font()
  while (size > NUMBER.least && !fits(number)) {
    size -= 2
    pen.font = font()
  }
  pen.fillText(number, canvas.width / 2, top)
  top += NUMBER.size + 10
  pen.font = `${TITLE.size}px ${fontFamily}`
  for (const line of linesOf(title, TITLE.lines, fits)) {
    pen.fillText(line, canvas.width / 2, top)
    top += TITLE.line
  }
  return canvas.toDataURL('image/png')
}
