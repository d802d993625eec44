import { expect, test } from 'vitest'
import { drawInk, frameOf } from './ink.ts'

test('the picture of a signature is cut to what was written, with a margin', () => {
  const strokes = [
    [
      { x: 100, y: 80 },
      { x: 160, y: 40 },
    ],
    [{ x: 130, y: 90 }],
  ]
  expect(frameOf(strokes)).toEqual({ left: 88, top: 28, width: 84, height: 74 })
})

test('a line goes through the middles between its dots, ends at the last, and a lone dot is seen', () => {
  const drawn: unknown[] = []
  const noted =
    (name: string) =>
    (...numbers: number[]) =>
      drawn.push([name, ...numbers])
  const pen = {
    beginPath() {},
    stroke() {},
    moveTo: noted('to'),
    lineTo: noted('line'),
    quadraticCurveTo: noted('bent'),
  }
  drawInk(pen as unknown as CanvasRenderingContext2D, [
    [
      { x: 0, y: 0 },
      { x: 10, y: 0 },
      { x: 20, y: 10 },
    ],
    [{ x: 5, y: 5 }],
  ])
  expect(drawn).toEqual([
    ['to', 0, 0],
    ['bent', 10, 0, 15, 5],
    ['bent', 20, 10, 20, 10],
    ['to', 5, 5],
    ['line', 5, 5],
  ])
})
