import type { District } from './district.ts'
import { quartersOf } from './quarters.ts'

/** The inner city that a brigade supervises, with its two station squares. Schematic. */
export const suizhou = (): District =>
  quartersOf({
    region: '421300',
    name: '随州市',
    middle: [113.38, 31.7],
    seed: 11,
    outline:
      '-4.2,4.4 -1.9,5.5 0.6,4.9 2.9,5.7 4.8,4.1 4.4,1.7 5.5,-0.4 4.6,-2.9 2.8,-4.3 0.5,-5.4 -1.6,-4.7 -3.9,-5.0 ' +
      '-5.3,-2.7 -4.8,-0.1 -5.6,2.2',
    avenue: { name: '烈山大道', line: '-8,0.5 -4,-0.3 0,0.2 4,0.6 8,-0.4' },
    axis: { north: '解放北路', south: '迎宾大道', line: '-0.6,9 -0.2,4 0.3,0.2 -0.3,-4 0.4,-9' },
    quarters: [
      {
        name: '西城街道',
        unit: '西城执法中队',
        communities: ['草店子社区', '沿河社区'],
        streets: ['沿河大道', '草店子街'],
      },
      {
        name: '东城街道',
        unit: '东城执法中队',
        communities: ['文峰塔社区', '舜井社区'],
        streets: ['舜井大道', '文峰路'],
      },
      {
        name: '南郊街道',
        unit: '南郊执法中队',
        communities: ['白云湖社区', '平原岗社区'],
        streets: ['白云大道', '平原路'],
      },
      {
        name: '曾都经济开发区',
        unit: '开发区执法中队',
        communities: ['高铁南站社区', '交通社区'],
        streets: ['高铁南站广场路', '交通大道'],
      },
    ],
    grids: ({ x, y }) => (Math.abs(x) > Math.abs(y) ? 3 : 2),
  })
