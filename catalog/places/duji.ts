import type { District } from './district.ts'
import { quartersOf } from './quarters.ts'

/** A second, smaller district, so that nothing is taken to be true of one bureau only. Schematic. */
export const duji = (): District =>
  quartersOf({
    region: '340602',
    name: '杜集区',
    middle: [116.83, 33.99],
    seed: 7,
    outline:
      '-3.2,5.8 -0.6,6.4 1.8,5.6 4.4,6.1 5.6,3.8 4.9,1.2 5.7,-1.6 4.2,-3.9 1.7,-4.6 -0.4,-5.9 -3.0,-5.1 -4.9,-3.3 ' +
      '-4.6,-0.8 -5.5,1.7 -4.7,4.2',
    avenue: { name: '杜集大道', line: '-8,-0.6 -4,0.3 0,0.1 4,-0.5 8,0.2' },
    axis: { north: '梧桐北路', south: '梧桐南路', line: '0.8,9 0.4,4 -0.2,0.1 0.5,-4 0.2,-9' },
    quarters: [
      { name: '高岳街道', unit: '高岳执法中队', communities: ['高岳社区', '博庄社区'], streets: ['高岳大街'] },
      { name: '朔里镇', unit: '朔里执法中队', communities: ['朔里社区', '葛塘社区'], streets: ['朔里路'] },
      {
        name: '矿山集街道',
        unit: '矿山集执法中队',
        communities: ['矿山集社区', '任庄社区'],
        streets: ['矿山集中路'],
      },
      { name: '石台镇', unit: '石台执法中队', communities: ['石台社区', '白顶山社区'], streets: ['石台路'] },
    ],
    grids: ({ x, y }) => (Math.abs(x) > Math.abs(y) ? 2 : 1),
  })
