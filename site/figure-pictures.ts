import { type FrozenFigure, type PublicFigure, printFigure, type Spread } from '../modules/reporting/index.ts'
import { type Html, html } from '../platform/html.ts'
import { type Bar, lyingBars, standingBars } from './pictures.ts'

/** How much of a part is said at a bar: 万元 of money, things and work as they are counted. */
function textOf({ shows, milli }: FrozenFigure, value: number): string {
  if (shows === 'money') return printFigure('万元2', { num: value, den: 1, milli: false })
  return printFigure('数', { num: value, den: 1, milli: shows === 'work' && milli })
}
const unitOf = ({ shows, unit, parts }: FrozenFigure): string => {
  if (shows === 'money') return '（万元）'
  if (shows === 'things') return '（件）'
  return parts.den ? '' : `（${unit}）`
}
const bar = (figure: FrozenFigure, label: string, value: number): Bar => ({
  label,
  values: [{ size: value, text: value ? textOf(figure, value) : '' }],
})

/** Every month of the period, also those in which nothing was. */
function monthsOf({ from, to }: { from: string; to: string }): string[] {
  const months: string[] = []
  let [year = 0, month = 0] = from.split('-').map(Number)
  for (let one = from.slice(0, 7); one <= to.slice(0, 7) && months.length < 60; ) {
    months.push(one)
    month += 1
    if (month > 12) [year, month] = [year + 1, 1]
    one = `${year}-${String(month).padStart(2, '0')}`
  }
  return months
}

const mostMonths = 14
const mostClasses = 8

function byMonth(figure: FrozenFigure, period: { from: string; to: string }, found: readonly Spread[]): Html | null {
  const known = new Map(found.map(({ key, value }) => [key, value]))
  const months = [...new Set([...monthsOf(period), ...known.keys()])].sort()
  if (found.length < 2 || months.length > mostMonths) return null
  const bars = months.map((month) => bar(figure, `${Number(month.slice(5))}月`, known.get(month) ?? 0))
  return standingBars({ caption: `按月${unitOf(figure)}`, bars })
}

function byClass(figure: FrozenFigure, found: readonly Spread[]): Html | null {
  if (found.length < 2) return null
  const [shown, rest] = [found.slice(0, mostClasses), found.slice(mostClasses)]
  const others = rest.reduce((sum, { value }) => sum + value, 0)
  const bars = shown.map(({ key, value }) => bar(figure, key, value))
  // A bar for all the others together would make the largest small.
  const left = rest.length ? `：最多的${mostClasses}类，其余${rest.length}类共${textOf(figure, others)}` : ''
  return lyingBars({ caption: `按类别${unitOf(figure)}${left}`, bars })
}

function byIndicator({ score }: FrozenFigure): Html | null {
  if (!score) return null
  const one = (label: string, points: string, weight: string): Bar => ({
    label,
    values: [{ size: Number(points), of: Number(weight), text: `${Number(points)}/${Number(weight)}` }],
  })
  const { execution, lines } = score
  return lyingBars({
    caption: '各项得分和分值（分）',
    bars: [
      one('预算执行率', execution.points, execution.weight),
      ...lines.map(({ name, points, weight }) => one(name, points, weight)),
    ],
  })
}

/** A figure as pictures: how what it counts is spread over the months and the classes, or a score over its indicators. */
export function figurePictures({ figure, months, classes, snapshot }: PublicFigure): Html | null {
  if (figure.shows === 'score') return byIndicator(figure)
  return html`${byMonth(figure, snapshot.body, months)}${byClass(figure, classes)}`
}
