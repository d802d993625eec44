import type { District } from './district.ts'
import { quartersOf } from './quarters.ts'

/** Four streets of an old city centre, dense with lanes and shops. Schematic. */
export const donghu = (): District =>
  quartersOf({
    region: '360102',
    name: '东湖区',
    middle: [115.9, 28.69],
    seed: 5,
    outline:
      '-2.3,2.9 -0.8,3.5 0.9,3.1 2.2,3.4 3.1,2.1 2.8,0.7 3.4,-0.6 2.6,-2.0 1.3,-2.9 -0.3,-3.3 -1.7,-2.6 -2.9,-2.2 ' +
      '-3.3,-0.7 -2.7,0.8 -3.2,1.9',
    avenue: { name: '阳明路', line: '-6,-0.3 -2,0.2 0,0 2,-0.3 6,0.3' },
    axis: { north: '青山路', south: '八一大道', line: '0.4,6 0.2,2 0,0 -0.2,-2 0.2,-6' },
    quarters: [
      {
        name: '董家窑街道',
        unit: '董家窑执法中队',
        communities: ['董家窑社区', '沿江社区', '光明社区'],
        streets: ['沿江北大道', '董家窑路', '光明路', '二七北路', '永外正街', '聚福巷'],
      },
      {
        name: '公园街道',
        unit: '公园执法中队',
        communities: ['贤士花园社区', '青山湖西社区', '省府北社区'],
        streets: ['贤士二路', '福州路', '省府北路', '南京西路', '爱国路', '贤士巷'],
      },
      {
        name: '墩子塘街道',
        unit: '墩子塘执法中队',
        communities: ['墩子塘社区', '叠山路社区', '三道桥社区'],
        streets: ['叠山路', '象山北路', '墩子塘路', '三道桥路', '子固路', '三眼井巷'],
      },
      {
        name: '百花洲街道',
        unit: '百花洲执法中队',
        communities: ['百花洲社区', '苏圃路社区', '中山路社区'],
        streets: ['中山路', '民德路', '苏圃路', '环湖路', '佘山路', '百花洲巷'],
      },
    ],
    grids: () => 3,
  })
