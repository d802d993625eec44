import type { Trade } from '../../../catalog/standards/index.ts'
import { scenes } from './scenes.ts'

// 演示 by its strokes, on squares of a hundred: the same on a machine without Chinese fonts.
const letters = [
  'M12 18 L24 28 M6 42 L18 52 M8 92 L26 64 M64 4 V14 M36 30 V18 H94 L90 30 M46 32 H84 M42 44 V76 H88 V44 Z M42 60 H88 M65 32 V76 M54 80 L38 96 M76 80 L94 96',
  'M22 16 H78 M8 42 H92 M50 42 V92 L40 86 M30 58 L16 80 M70 58 L86 80',
]
const stroke = (d: string, x: number, y: number, colour: string, width: number) =>
  `<path transform="translate(${x} ${y}) scale(0.42)" d="${d}" fill="none" stroke="${colour}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round"/>`
const stamp = letters
  .map((d, i) => stroke(d, 372 + i * 52, 14, '#20262e', 17) + stroke(d, 372 + i * 52, 14, '#ffffff', 9))
  .join('')

export type Moment = 'before' | 'after'
const skies = ['#cfe0ea', '#dfe3e6', '#e9dfcf'] as const

/** A schematic picture, never to be taken for a photograph: a street, the thing amiss or put right, and 演示 on it. */
export function drawing(trade: Trade, moment: Moment, variant: number): string {
  const at = [70, 150, 210][variant % 3]!
  const sky = skies[variant % skies.length]!
  const houses = [20, 120, 250, 360].map((x, i) => {
    const height = 70 + ((i * 37 + variant * 23) % 60)
    return `<rect x="${x}" y="${250 - height}" width="84" height="${height}" fill="#b9b2a7" opacity="0.55"/>`
  })
  const mark = moment === 'after' ? 'M24 334 l14 14 l28 -34' : 'M28 316 v18 m0 11 v1'
  const colour = moment === 'after' ? '#2f8f57' : '#c2562f'
  return [
    '<svg xmlns="http://www.w3.org/2000/svg" width="480" height="360" viewBox="0 0 480 360">',
    `<rect width="480" height="360" fill="${sky}"/>`,
    ...houses,
    '<rect y="250" width="480" height="44" fill="#c9c4ba"/><rect y="290" width="480" height="70" fill="#7b7f86"/>',
    ...scenes[trade](moment === 'after', at),
    `<path d="${mark}" fill="none" stroke="${colour}" stroke-width="8" stroke-linecap="round" stroke-linejoin="round"/>`,
    stamp,
    '</svg>',
  ].join('')
}
