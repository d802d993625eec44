import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { conditionById, standardByCode } from '../../../catalog/standards/index.ts'
import type { Life } from '../../../modules/ledger/index.ts'
import { lingling } from '../bureaus/index.ts'
import { planCases, prepare } from '../load.ts'
import { bookOf } from '../pictures/index.ts'
import { random } from '../random.ts'
import { dayAt, minuteOf } from '../times.ts'
import { fair, isFair } from './days.ts'
import { planYear } from './plan.ts'
import { weatherOf } from './weather.ts'

const prepared = prepare(lingling)
const pictures = await bookOf(async (trade, moment, variant) => `${trade} ${moment} ${variant}`)
const year = planCases(prepared, pictures)

const stepOf = ({ steps }: Life, move: string) => steps.findLast((step) => step.move === move)
const dayOf = (life: Life) => dayAt(Date.parse(life.steps[0]!.at))
const subclassOf = (life: Life) => String(stepOf(life, 'file')?.data?.subclass ?? '')
const tradeOf = (life: Life) => standardByCode.get(subclassOf(life))?.suggests
const received = (life: Life) =>
  life.steps[0]!.data as { channel: string; address: string; description: string; phone?: string }
const digest = (lives: readonly Life[]) =>
  createHash('sha256')
    .update(
      lives
        .map((life, i) => [i, subclassOf(life), stepOf(life, 'dispatch')?.data?.unit, dayOf(life)].join(' '))
        .join('\n'),
    )
    .digest('hex')

test('the year comes out the same every time it is planned', () => {
  const again = planCases(prepare(lingling), pictures)
  expect(digest(again)).toBe(digest(year))
  expect(again).toEqual(year)
})

test('another seed makes another year of the same size', () => {
  const { world, roster, ground } = prepared
  const small = { year: 2022, received: 212, filed: 197, void: 15, closed: 190 }
  const plan = (seed: string) =>
    planYear(small, { world, roster, ground, pictures, responsible: lingling.cases!.responsible, seed })
  const [one, other] = [plan('one'), plan('other')]
  expect([one.length, other.length]).toEqual([212, 212])
  expect(digest(one)).not.toBe(digest(other))
})

test('within a case each step comes after the one before', () => {
  const wrong = year.filter(({ steps }) => steps.some(({ at }, i) => i > 0 && at <= steps[i - 1]!.at))
  expect(wrong).toEqual([])
})

test('nothing is done at night: the desk works from eight to eight, people outside until half past ten', () => {
  const latest = (move: string) => (['receive', 'file', 'dispatch', 'forward', 'close'].includes(move) ? 20 : 22.5) * 60
  const wrong = year.flatMap(({ steps }) =>
    steps.filter(({ move, at }) => {
      const minute = minuteOf(Date.parse(at))
      return minute < 7 * 60 + 30 || minute >= latest(move)
    }),
  )
  expect(wrong).toEqual([])
})

test('rain brings the drains up and keeps the vendors away', () => {
  const weather = weatherOf(2022, random('431102 2022').fork('weather'))
  const wet = new Set([...weather].filter(([, sky]) => sky === 'rain' || sky === 'downpour').map(([day]) => day))
  const share = (trade: string, rain: boolean) => {
    const lives = year.filter((life) => wet.has(dayOf(life)) === rain)
    return lives.filter((life) => tradeOf(life) === trade).length / lives.length
  }
  expect(share('drainage', true)).toBeGreaterThan(2 * share('drainage', false))
  expect(share('street-order', true)).toBeLessThan(share('street-order', false))
})

test('the fair in May fills its streets, and the Spring Festival empties the desk', () => {
  const atFair = year.filter((life) => isFair(dayOf(life)))
  const here = atFair.filter((life) => fair.roads.some((road) => received(life).address.startsWith(road)))
  expect(here.length / atFair.length).toBeGreaterThan(0.25)
  const on = (day: string) => year.filter((life) => dayOf(life) === day).length
  expect(on('2022-02-02')).toBeLessThan(on('2022-03-02') / 2)
})

test('snow is cleared off the bridges in February and nowhere in July', () => {
  const snow = year.filter((life) => subclassOf(life) === 'E0507').map((life) => dayOf(life).slice(5, 7))
  expect(snow.filter((month) => month === '02').length).toBeGreaterThan(3)
  expect(snow).not.toContain('07')
})

test('patrols report three in five, the hotline one in six', () => {
  const share = (channel: string) => year.filter((life) => received(life).channel === channel).length / year.length
  expect(share('patrol')).toBeCloseTo(0.62, 1)
  expect(share('hotline')).toBeCloseTo(0.17, 1)
})

test('hardly two reports read alike, and a citizen’s number is nobody’s', () => {
  expect(new Set(year.map((life) => received(life).description)).size).toBeGreaterThan(6900)
  for (const life of year) expect(received(life).phone ?? '19900000000').toMatch(/^1990000\d{4}$/)
})

test('a case is closed by the condition it was filed under', () => {
  for (const life of year) {
    const closed = stepOf(life, 'close')
    if (!closed) continue
    const filed = (stepOf(life, 'refile') ?? stepOf(life, 'file'))!.data!
    expect(closed.data!.closing).toBe(filed.condition)
    expect(conditionById.get(String(filed.condition))!.standard.code).toBe(filed.subclass)
  }
})
