import type { Trade } from '../../../catalog/standards/index.ts'

/** 480 by 360; the ground begins at 250, the kerb lies at 290. */
const shape = (tag: string) => (numbers: Record<string, number | string>) =>
  `<${tag} ${Object.entries(numbers)
    .map(([name, value]) => `${name}="${value}"`)
    .join(' ')}/>`
const rect = shape('rect')
const ellipse = shape('ellipse')
const path = (d: string, stroke: string, width: number, fill = 'none') =>
  `<path d="${d}" stroke="${stroke}" stroke-width="${width}" fill="${fill}" stroke-linecap="round" stroke-linejoin="round"/>`
const box = (
  x: number,
  y: number,
  width: number,
  height: number,
  fill: string,
  more: Record<string, number | string> = {},
) => rect({ x, y, width, height, fill, ...more })
const oval = (cx: number, cy: number, rx: number, ry: number, fill: string) => ellipse({ cx, cy, rx, ry, fill })

type Scene = (solved: boolean, at: number) => string[]

/** What each trade looks after, as it was found and as it was left; `at` moves it to the side. */
export const scenes: Record<Trade, Scene> = {
  cleaning: (solved, at) => [
    box(at, 210, 46, 80, '#4b7f52', { rx: 6 }),
    box(at - 4, 202, 54, 12, '#38613e', { rx: 4 }),
    ...(solved
      ? []
      : [70, 104, 88, 130].map((x, i) => oval(at + x, 276 - (i % 2) * 16, 24, 20, i % 2 ? '#5b5348' : '#3f3a33'))),
  ],
  garden: (solved, at) => [
    path(`M${at + 40} 290 V170`, '#6b4a2d', 14),
    oval(at + 40, 140, 62, 54, '#4f8a47'),
    ...(solved
      ? [oval(at + 70, 165, 34, 30, '#5d9a53')]
      : [
          path(`M${at + 40} 200 L${at + 120} 262 L${at + 160} 270`, '#6b4a2d', 9),
          oval(at + 150, 270, 44, 18, '#7a8b45'),
        ]),
  ],
  road: (solved, at) =>
    solved
      ? [box(at, 300, 130, 36, '#4c4f54', { rx: 4 })]
      : [
          oval(at + 60, 318, 66, 20, '#2c2d30'),
          path(`M${at} 300 l28 12 l-8 16 l34 8 M${at + 96} 302 l24 20`, '#2c2d30', 3),
        ],
  drainage: (solved, at) => [
    oval(at + 60, 314, 34, 12, '#3a3d42'),
    ...[-18, 0, 18].map((x) => path(`M${at + 60 + x} 306 v16`, '#70757d', 4)),
    ...(solved ? [] : [`<g opacity="0.75">${oval(at + 80, 316, 150, 26, '#7aa3bd')}</g>`]),
  ],
  lamp: (solved, at) => [
    box(0, 0, 480, 250, '#1d2740'),
    path(`M${at + 60} 290 V90 q0 -30 46 -30`, '#9aa3ad', 8),
    box(at + 96, 54, 44, 12, solved ? '#ffe9a8' : '#4c5360', { rx: 5 }),
    ...(solved
      ? [`<g opacity="0.35">${path(`M${at + 118} 66 L${at + 30} 290 H${at + 206} Z`, 'none', 0, '#ffe9a8')}</g>`]
      : []),
  ],
  water: (solved, at) => [
    box(at, 262, 150, 22, '#8b98a5', { rx: 10 }),
    box(at + 62, 236, 26, 30, '#5f6b77'),
    ...(solved ? [] : [-34, -14, 8, 30].map((x) => path(`M${at + 75} 236 q${x} -90 ${x * 2} -30`, '#6fb0dc', 6))),
  ],
  gas: (solved, at) => [
    box(at, 190, 96, 100, '#d8b13c', { rx: 4 }),
    solved ? path(`M${at + 48} 190 V290`, '#9a7c1f', 4) : box(at + 48, 190, 14, 100, '#6d5a1c'),
    ...(solved
      ? []
      : [
          path(`M${at + 150} 290 l30 -54 l30 54 Z`, '#b8392e', 6, '#f6e3a1'),
          path(`M${at + 180} 256 v14 m0 9 v1`, '#b8392e', 6),
        ]),
  ],
  wires: (solved, at) => [
    path(`M40 290 V80 M440 290 V80`, '#77706a', 10),
    path(`M40 90 Q240 ${110} 440 90`, '#333333', 3),
    path(`M40 104 Q${at + 120} ${solved ? 126 : 470} 440 104`, '#333333', 4),
  ],
  traffic: (solved, at) =>
    solved
      ? [0, 40, 80, 120].map((x) => path(`M${at + x} 250 v44 M${at} 262 h120 M${at} 278 h120`, '#eef1f4', 6))
      : [
          path(`M${at} 256 v38 M${at + 30} 258 v38`, '#eef1f4', 6),
          path(`M${at + 50} 330 l120 -22 M${at + 60} 346 l116 -22`, '#eef1f4', 6),
        ],
  river: (solved, at) => [
    box(0, 250, 480, 110, '#6f9fb3'),
    ...[272, 300, 328].map((y) => path(`M20 ${y} q40 -10 80 0 t80 0 t80 0 t80 0 t80 0`, '#8fb9ca', 3)),
    ...(solved
      ? []
      : [0, 46, 96, 140].map((x, i) => oval(at + x, 284 + (i % 3) * 18, 20, 8, i % 2 ? '#7d6a43' : '#d9d6cc'))),
  ],
  advert: (solved, at) => [
    box(70, 90, 340, 160, '#cfc8bb'),
    ...(solved
      ? []
      : [0, 52, 104, 30, 88].map((x, i) =>
          box(at + x, 120 + (i % 3) * 34, 40, 28, ['#f4f1e8', '#e7c95a', '#e79a7d'][i % 3]!),
        )),
  ],
  'street-order': (solved, at) => [
    box(60, 130, 150, 120, '#a5876a'),
    box(60, 130, 150, 22, '#b8453a'),
    ...(solved
      ? []
      : [
          path(`M${at + 60} 190 l70 -24 l70 24`, '#c7532e', 8, '#e07a4a'),
          path(`M${at + 66} 190 V282 M${at + 194} 190 V282`, '#6d6256', 5),
          box(at + 60, 246, 140, 20, '#8d6b43'),
          ...[80, 110, 140, 170].map((x, i) => oval(at + x, 240, 13, 11, i % 2 ? '#d9534a' : '#e8b23c')),
        ]),
  ],
  building: (solved, at) => [
    box(at, 130, 170, 160, '#c4b7a6'),
    ...[20, 70, 120].map((x) => box(at + x, 170, 30, 36, '#7f95a8')),
    ...(solved
      ? [path(`M${at} 130 h170`, '#8a7c6b', 6)]
      : [box(at + 30, 70, 110, 60, '#4f7fb5'), path(`M${at + 50} 84 l70 34 M${at + 120} 84 l-70 34`, '#b8392e', 7)]),
  ],
  works: (solved, at) => [
    path(`M${at} 280 l16 -70 h120 l14 70 Z`, '#5f6672', 4, '#7a838f'),
    box(at + 150, 226, 50, 54, '#c08b2f', { rx: 6 }),
    oval(at + 40, 286, 18, 18, '#2c2d30'),
    oval(at + 168, 286, 18, 18, '#2c2d30'),
    solved ? path(`M${at + 10} 208 h132`, '#3f6b3a', 12) : oval(at + 76, 204, 58, 24, '#8a6a45'),
  ],
}
