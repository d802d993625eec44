import type { District, Street } from './district.ts'
import { band, beside, curve, outlineOf, type Path, type Point, type Ring } from './shapes.ts'
import { finished, found, part, points, settle } from './town.ts'

const outline =
  '-1.5,7.0 1.2,6.5 3.4,6.8 5.2,5.3 5.5,3.2 6.7,1.2 6.1,-1.4 6.5,-3.6 4.8,-5.7 2.6,-6.2 0.4,-7.1 -2.2,-6.3 -4.3,-6.6 ' +
  '-5.9,-4.6 -5.3,-2.1 -6.5,0.3 -6.1,3.0 -4.4,4.7 -3.7,6.4'
const lines = {
  river: '0.9,-8.0 0.3,-6.4 -1.2,-4.9 -1.5,-3.2 -0.5,-1.8 -0.7,-0.3 -1.8,0.9 -2.0,2.6 -1.1,4.3 -1.3,6.0 -2.3,8.0',
  north: '-4,1.9 -1.6,1.7 0.6,1.3 2.8,1.7 5,1.5 8,2.0',
  south: '-8,-1.6 -5.6,-2.9 -3,-3.1 -0.5,-2.6 1.6,-2.2 4,-2.5 8,-2.0',
  axis: '2.2,8 1.7,5 1.4,3 1.6,1.4 1.2,-0.4 1.5,-2.2 2.4,-4.4 2.6,-8',
}

/** The town on both banks of 潇水, schematic: the streets are those of the district, their course is not surveyed. */
export function lingling(): District {
  const town = found(43, outline, { x: 0.6, y: -0.4 }, 2.6)
  const [river, north, south, axis] = [lines.river, lines.north, lines.south, lines.axis].map((line) =>
    curve(points(line), 5),
  ) as [Path, Path, Path, Path]
  const streets: Street[] = []
  const street = (name: string, ring: Ring, line: Path): [Ring, Ring] => {
    const { parts, path } = part(town, ring, line)
    streets.push({ name, rank: 'main', path })
    return parts
  }
  const [west, east] = part(town, town.mesh[0]!, river).parts
  const [lower, upper] = street('永州大道', east, north)
  const [bottom, middle] = street('阳明大道', lower, south)
  const [southWest, northWest] = street('朝阳大道', west, south)
  const [upperWest, upperEast] = street('芝山北路', upper, axis)
  const [middleWest, middleEast] = street('芝山路', middle, axis)
  const [bottomWest, bottomEast] = street('南津路', bottom, axis)
  const grids = ({ x, y }: Point) => (Math.hypot(x, y) < 2.5 ? 5 : 4)

  const settled = [
    settle(town, {
      code: '431102001',
      name: '南津渡街道',
      unit: '南津渡执法大队',
      plots: [
        [bottomWest, 2],
        [bottomEast, 2],
      ],
      communities: ['南津渡社区', '麻元社区', '黄盖社区', '香零山社区'],
      streets: ['黄盖路', '永职路', '南津南路', '麻元路', '香零山路', '诸葛庙路', '滨江南路', '同心路'],
      grids,
    }),
    settle(town, {
      code: '431102002',
      name: '徐家井街道',
      unit: '徐家井执法大队',
      plots: [
        [middleWest, 4],
        [middleEast, 2],
      ],
      communities: ['大西门社区', '和谐巷社区', '徐家井社区', '东山社区', '百万庄社区', '羊角山社区'],
      streets: [
        '徐家井路',
        '廻龙塔路',
        '荔枝东路',
        '前进南街',
        '羊角山路',
        '百万庄3号路',
        '中山路',
        '正大街',
        '东山路',
        '和谐巷',
        '大西门街',
        '育才路',
      ],
      grids,
    }),
    settle(town, {
      code: '431102003',
      name: '七里店街道',
      unit: '七里店执法大队',
      plots: [
        [upperWest, 3],
        [upperEast, 2],
      ],
      communities: ['沙叶塘社区', '七里店社区', '桐子坝社区', '瑞翔社区', '杨梓塘社区'],
      streets: ['瑞翔大道', '杨梓塘路', '桐子坝路', '沙叶塘路', '七里店路', '日升路', '春天路', '迎宾路', '文昌路'],
      grids,
    }),
    settle(town, {
      code: '431102004',
      name: '朝阳街道',
      unit: '朝阳执法大队',
      plots: [
        [northWest, 3],
        [southWest, 2],
      ],
      communities: ['朝阳岩社区', '西山社区', '愚溪社区', '柳子社区', '黄古山社区'],
      streets: ['愚溪路', '西山路', '柳子街', '黄古山路', '朝阳岩路', '科技学院路', '学院北路', '张家铺路'],
      grids,
    }),
  ]
  const quay = river.slice(19, 40)
  const named = finished(town, [...streets, ...settled.flatMap((one) => one.streets)], river)
  return {
    region: '431102',
    name: '零陵区',
    middle: [111.625, 26.225],
    outline: outlineOf,
    areas: settled.map((one) => one.area),
    streets: [
      ...named,
      { name: '潇水东路', rank: 'main', path: beside(quay, -0.26) },
      { name: '潇水西路', rank: 'main', path: beside(quay, 0.26) },
    ],
    water: [{ name: '潇水', ring: band(river, (share) => 0.11 + 0.03 * Math.sin(share * 19)) }],
  }
}
