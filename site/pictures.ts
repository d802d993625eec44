import { type Html, html, raw } from '../platform/html.ts'

// Pictures of figures, drawn here as SVG: they need no script, scale with the page and print. What they show stands in the
// list or the table beside them too.

export interface Bar {
  label: string
  /** In the order of the series; `text` is printed at the bar, `of` is what it could be at most. */
  values: readonly { size: number; text: string; of?: number }[]
}
export interface Picture {
  caption: string
  bars: readonly Bar[]
  /** What the bars of a row are, where there are several. */
  series?: readonly string[]
}

const WIDTH = 400
const ROOM = 96 // for the words at the end of a bar
const inks = ['#1d4ed8', '#7b8794', '#111']
const ink = (at: number) => inks[at % inks.length]!
const px = (n: number) => Math.round(n * 10) / 10

const sheet = (height: number, label: string, inside: string): Html =>
  html`<svg viewBox="0 0 ${WIDTH} ${px(height)}" role="img" aria-label="${label}" font-size="13">${raw(inside)}</svg>`
const words = (x: number, y: number, text: string, more = ''): string =>
  html`<text x="${px(x)}" y="${px(y)}"${raw(more)}>${text}</text>`.html
const box = (x: number, y: number, width: number, height: number, fill: string): string =>
  `<rect x="${px(x)}" y="${px(y)}" width="${px(Math.max(width, 0.5))}" height="${px(height)}" fill="${fill}"/>`

const sizesOf = (bars: readonly Bar[]): number[] =>
  bars.flatMap(({ values }) => values.flatMap(({ size, of }) => (of === undefined ? [size] : [size, of])))
/** Where a size lies between the smallest and the largest, the zero line always among them. */
function scaleOf(sizes: readonly number[], length: number): (size: number) => number {
  const [low, high] = [Math.min(0, ...sizes), Math.max(0, ...sizes)]
  return (size) => (high === low ? 0 : ((size - low) / (high - low)) * length)
}

const legend = (series: readonly string[]): Html =>
  html`<p class="small">${series.map((name, at) => html`<svg class="key" viewBox="0 0 10 10" aria-hidden="true"><rect width="10" height="10" fill="${ink(at)}"/></svg>${name} `)}</p>`

const framed = ({ caption, series = [] }: Picture, drawn: Html): Html =>
  html`<figure class="picture"><figcaption>${caption}</figcaption>${series.length > 1 ? legend(series) : null}${drawn}</figure>`

/** Bars that lie, each under its name: for names of any length, on a narrow screen too. */
export function lyingBars(picture: Picture): Html {
  const at = scaleOf(sizesOf(picture.bars), WIDTH - ROOM)
  const zero = at(0)
  let y = 0
  const drawn = picture.bars.map(({ label, values }) => {
    const name = words(0, y + 14, label)
    y += 20
    const lines = values.map(({ size, text, of }, one) => {
      const [from, to] = [Math.min(zero, at(size)), Math.max(zero, at(size))]
      const track = of === undefined ? '' : box(zero, y, at(of) - zero, 12, '#d5dae1')
      const end = of === undefined ? to : Math.max(to, at(of))
      const line = `${track}${box(from, y, to - from, 12, ink(one))}${words(end + 6, y + 11, text)}`
      y += 15
      return line
    })
    y += 7
    return name + lines.join('')
  })
  return framed(picture, sheet(y, picture.caption, drawn.join('')))
}

/** Bars that stand side by side: for days of the calendar. */
export function standingBars(picture: Picture): Html {
  const [top, height] = [18, 120]
  const at = scaleOf(sizesOf(picture.bars), height)
  const step = WIDTH / Math.max(picture.bars.length, 6)
  const base = top + height
  const small = ' text-anchor="middle" font-size="10"'
  const drawn = picture.bars.map(({ label, values: [value] }, one) => {
    const [middle, size] = [(one + 0.5) * step, value?.size ?? 0]
    const [from, to] = [Math.min(at(0), at(size)), Math.max(at(0), at(size))]
    const bar = size ? box(middle - step * 0.32, base - to, step * 0.64, to - from, ink(0)) : ''
    return `${bar}${words(middle, base - to - 4, value?.text ?? '', small)}${words(middle, base + 14, label, small)}`
  })
  const zero = base - at(0)
  const line = `<line x1="0" x2="${WIDTH}" y1="${px(zero)}" y2="${px(zero)}" stroke="#111"/>`
  return framed(picture, sheet(base + 20, picture.caption, drawn.join('') + line))
}
