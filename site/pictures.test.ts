import { expect, test } from 'vitest'
import type { Body, FrozenFigure, PublicFigure } from '../modules/reporting/index.ts'
import { html } from '../platform/html.ts'
import { figurePictures } from './figure-pictures.ts'
import { lyingBars, standingBars } from './pictures.ts'
import { reportPictures } from './report-pictures.ts'

const widths = (svg: string) =>
  [...svg.matchAll(/<rect [^>]*width="([\d.]+)" height="12"/g)].map(([, width]) => Number(width))
const row = (label: string, ...sizes: number[]) => ({ label, values: sizes.map((size) => ({ size, text: `${size}` })) })

test('a bar is as long as what it shows, from zero on', () => {
  const [whole, half, none] = widths(
    lyingBars({ caption: '得分', bars: [row('甲', 100), row('乙', 50), row('丙', 0)] }).html,
  )
  expect(half! / whole!).toBeCloseTo(0.5, 2)
  expect(none).toBeLessThan(1)
})

test('money that came back goes the other way from the zero line', () => {
  const { html: svg } = standingBars({ caption: '按月', bars: [row('1月', 300), row('2月', -100)] })
  const zero = Number(/<line [^>]*y1="([\d.]+)"/.exec(svg)![1])
  const [paid, back] = [...svg.matchAll(/<rect [^>]*y="([\d.]+)" width="[\d.]+" height="([\d.]+)"/g)]
  expect(Number(paid![1]) + Number(paid![2])).toBeCloseTo(zero, 0)
  expect(Number(back![1])).toBeCloseTo(zero, 0)
  expect(Number(paid![2]) / Number(back![2])).toBeCloseTo(3, 1)
})

test('what a thing is called stays text in a picture', () => {
  const { html: svg } = lyingBars({ caption: '<b>', bars: [row('<script>"', 1)] })
  expect(svg).toContain('&lt;script&gt;&quot;</text>')
  expect(svg).not.toMatch(/<script|<b>/)
})

const printed = (id: string, value: string, unit: string) => ({ id, value, unit, scale: '万元2' }) as FrozenFigure
const body = (rows: string[]) =>
  ({
    figures: [
      printed('a', '1,200.50', '万元'),
      printed('b', '600.25', '万元'),
      printed('r', '50.00', '%'),
      printed('t', '1,800.75', '万元'),
    ],
    sections: [
      {
        heading: '一',
        blocks: [
          {
            kind: 'table',
            caption: '执行情况',
            head: ['项目', '支出', '执行率'],
            rows: rows.map((line) => line.split(' ').map((word) => [/^[abrt]$/.test(word) ? { figure: word } : word])),
          },
        ],
      },
    ],
  }) as unknown as Body
const shown = (one: Body) => html`${reportPictures(one)}`.html

test('a table of figures is drawn a picture for each unit, its total left out', () => {
  const drawn = shown(body(['路灯 a r', '环卫 b r', '合计 t r']))
  expect([...drawn.matchAll(/<figcaption>([^<]*)</g)].map(([, caption]) => caption)).toEqual([
    '执行情况：支出（万元）',
    '执行情况：执行率（%）',
  ])
  expect(drawn).toContain('>1,200.50</text>')
  expect(drawn).not.toContain('1,800.75')
  const [a, b] = widths(drawn)
  expect(b! / a!).toBeCloseTo(0.5, 2)
})

test('a table of words, and one with a single line, are not drawn', () => {
  expect(shown(body(['路灯 亮 好', '环卫 净 好']))).toBe('')
  expect(shown(body(['路灯 a r', '合计 t r']))).toBe('')
})

const listed = (shows: 'things' | 'money', classes: { key: string; value: number }[]) =>
  figurePictures({
    figure: { shows, parts: {}, unit: '件', milli: false },
    snapshot: { body: { from: '2024-11-01', to: '2025-02-28' } },
    months: [
      { key: '2024-12', value: 250_000_000 },
      { key: '2025-02', value: -50_000_000 },
    ],
    classes,
  } as unknown as PublicFigure)
const textsIn = (svg: string) => [...svg.matchAll(/<text [^>]*>([^<]*)</g)].map(([, text]) => text)

test('the list behind an amount is drawn by month in 万元, months with nothing too', () => {
  const drawn = html`${listed('money', [])}`.html
  expect(textsIn(drawn)).toEqual(['', '11月', '250.00', '12月', '', '1月', '-50.00', '2月'])
})

test('of many classes the eight largest are drawn and the others told in words', () => {
  const classes = Array.from({ length: 11 }, (_, i) => ({ key: `第${i}类`, value: 100 - i }))
  const drawn = html`${listed('things', classes)}`.html
  expect(drawn).toContain('最多的8类，其余3类共273')
  expect(textsIn(drawn)).toContain('第7类')
  expect(textsIn(drawn)).not.toContain('第8类')
})
