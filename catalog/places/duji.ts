import type { District } from './district.ts'
import { curve, outlineOf } from './shapes.ts'
import { finished, found, part, points, settle } from './town.ts'

const outline =
  '-3.2,5.8 -0.6,6.4 1.8,5.6 4.4,6.1 5.6,3.8 4.9,1.2 5.7,-1.6 4.2,-3.9 1.7,-4.6 -0.4,-5.9 -3.0,-5.1 -4.9,-3.3 ' +
  '-4.6,-0.8 -5.5,1.7 -4.7,4.2'

/** A second, smaller district, so that nothing is taken to be true of one bureau only. Schematic. */
export function duji(): District {
  const town = found(7, outline, { x: 0, y: 0 }, 4)
  const avenue = part(town, town.mesh[0]!, curve(points('-8,-0.6 -4,0.3 0,0.1 4,-0.5 8,0.2'), 5))
  const axis = curve(points('0.8,9 0.4,4 -0.2,0.1 0.5,-4 0.2,-9'), 5)
  const [lower, upper] = avenue.parts
  const [south, north] = [part(town, lower, axis), part(town, upper, axis)]
  const grids = ({ x, y }: { x: number; y: number }) => (Math.abs(x) > Math.abs(y) ? 2 : 1)
  const plots = [north.parts[0], north.parts[1], south.parts[0], south.parts[1]]
  const settled = [
    { name: '高岳街道', communities: ['高岳社区', '博庄社区'], streets: ['高岳大街'] },
    { name: '朔里镇', communities: ['朔里社区', '葛塘社区'], streets: ['朔里路'] },
    { name: '矿山集街道', communities: ['矿山集社区', '任庄社区'], streets: ['矿山集中路'] },
    { name: '石台镇', communities: ['石台社区', '白顶山社区'], streets: ['石台路'] },
  ].map(({ name, communities, streets }, i) => {
    const code = `34060200${i + 1}`
    return settle(town, {
      code,
      name,
      unit: `${name.replace(/(街道|镇)$/, '')}执法中队`,
      plots: [[plots[i]!, 2]],
      communities,
      streets,
      grids,
    })
  })
  const main = [
    { name: '杜集大道', rank: 'main' as const, path: avenue.path },
    { name: '梧桐北路', rank: 'main' as const, path: north.path },
    { name: '梧桐南路', rank: 'main' as const, path: south.path },
  ]
  return {
    region: '340602',
    name: '杜集区',
    middle: [116.83, 33.99],
    outline: outlineOf,
    areas: settled.map((one) => one.area),
    streets: finished(town, [...main, ...settled.flatMap((one) => one.streets)], []),
    water: [],
  }
}
