import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { buildLocator, type GridFeature, insideBoundary, readGrids } from './geometry.ts'

const grid = (code: string, ring: [number, number][], ...holes: [number, number][][]): GridFeature => ({
  type: 'Feature',
  properties: { code },
  geometry: { type: 'Polygon', coordinates: [ring, ...holes] },
})
const closed = (...points: [number, number][]): [number, number][] => [...points, points[0]!]

/** A block of 12 crooked grids whose corners are shared, in Lingling. */
function crooked(shifts: number[]): GridFeature[] {
  const corner = (i: number, j: number): [number, number] => [
    111.6 + i * 0.01 + (shifts[(i * 7 + j * 3) % shifts.length]! % 40) / 1e4,
    26.2 + j * 0.01 + (shifts[(i * 5 + j * 11) % shifts.length]! % 40) / 1e4,
  ]
  const code = (i: number, j: number) => `431102001001${String(i * 3 + j).padStart(3, '0')}`
  return Array.from({ length: 12 }, (_, n) => {
    const [i, j] = [n % 4, Math.floor(n / 4)]
    const ring = closed(corner(i, j), corner(i + 1, j), corner(i + 1, j + 1), corner(i, j + 1))
    return grid(code(i, j), n % 2 ? ring : ring.reverse())
  })
}

describe('finding the grid of a point', () => {
  const shifts = fc.array(fc.nat(39), { minLength: 20, maxLength: 20 })
  const share = fc.double({ min: 0.001, max: 0.999, noNaN: true })

  test('every point of a tiled block lies in exactly one grid, also on shared edges and corners', () =>
    fc.assert(
      fc.property(shifts, fc.nat(11), fc.nat(3), share, (shifts, n, edge, along) => {
        const grids = crooked(shifts)
        const ring = grids[n]!.geometry.coordinates[0] as [number, number][]
        const [a, b] = [ring[edge]!, ring[edge + 1]!]
        const points = [a, [a[0] + (b[0] - a[0]) * along, a[1] + (b[1] - a[1]) * along]] as [number, number][]
        for (const [lng, lat] of points) {
          if (lng < 111.6045 || lng > 111.6395 || lat < 26.2045 || lat > 26.2295) continue
          const holders = grids.filter((grid) => insideBoundary(grid, lng, lat))
          expect(holders).toHaveLength(1)
          expect(buildLocator(grids).locate(lng, lat)?.code).toBe(holders[0]!.properties.code)
        }
      }),
    ))

  test('a point outside every grid has none, and neither has a city without grids', () => {
    expect(buildLocator(crooked([1, 2, 3])).locate(111.5, 26.2)).toBeUndefined()
    expect(buildLocator([]).locate(111.6, 26.2)).toBeUndefined()
  })

  test('a lake cut out of a grid does not belong to it, an island apart does', () => {
    const outer = closed([111.6, 26.2], [111.64, 26.2], [111.64, 26.24], [111.6, 26.24])
    const lake = closed([111.61, 26.21], [111.63, 26.21], [111.63, 26.23], [111.61, 26.23])
    const island = closed([111.615, 26.215], [111.62, 26.215], [111.62, 26.22], [111.615, 26.22])
    const feature: GridFeature = {
      type: 'Feature',
      properties: { code: '431102001001001', name: '南津渡街道-01-001' },
      geometry: { type: 'MultiPolygon', coordinates: [[outer, lake], [island]] },
    }
    const { locate } = buildLocator([feature])
    expect(locate(111.605, 26.205)?.properties.name).toBe('南津渡街道-01-001')
    expect(locate(111.625, 26.225)).toBeUndefined()
    expect(locate(111.617, 26.217)?.code).toBe('431102001001001')
  })

  test('where two grids overlap the first of the file is given', () => {
    const ring = closed([111.6, 26.2], [111.61, 26.2], [111.61, 26.21], [111.6, 26.21])
    const { locate } = buildLocator([grid('431102001001001', ring), grid('431102001001002', ring)])
    expect(locate(111.605, 26.205)?.code).toBe('431102001001001')
  })
})

describe('reading a file of grids', () => {
  const square = closed([111.6, 26.2], [111.61, 26.2], [111.61, 26.21], [111.6, 26.21])
  const file = (...features: unknown[]) => ({ type: 'FeatureCollection', features })
  const sentences = (input: unknown, settings = {}) =>
    readGrids(input, settings)
      .problems.map((p) => p.sentence)
      .join()

  test('good grids are read, and streets of the same file are passed over', () => {
    const street = {
      type: 'Feature',
      properties: { kind: 'street' },
      geometry: { type: 'LineString', coordinates: [] },
    }
    const read = readGrids(JSON.stringify(file(street, grid('431102001001001', square))), { region: '431102' })
    expect(read.problems).toEqual([])
    expect(read.grids.map((grid) => grid.properties.code)).toEqual(['431102001001001'])
  })

  test('one bad grid keeps all of them out, and its row is named', () => {
    const { grids, problems } = readGrids(file(grid('431102001001001', square), grid('43110200100100', square)))
    expect(grids).toEqual([])
    expect(problems).toEqual([{ row: 2, sentence: expect.stringContaining('“43110200100100”不合规则') }])
  })

  test('a code used twice names the row that has it already', () =>
    expect(sentences(file(grid('431102001001001', square), grid('431102001001001', square)))).toContain(
      '与第 1 个要素重复',
    ))

  test('a grid of another district is refused', () =>
    expect(sentences(file(grid('340602001001001', square)), { region: '431102' })).toContain('不属于本辖区 431102'))

  test('a city with shorter codes sets its own pattern', () =>
    expect(sentences(file(grid('43110200100101', square)), { pattern: /^\d{14}$/ })).toBe(''))

  test('a ring that is not closed is told', () =>
    expect(sentences(file(grid('431102001001001', square.slice(0, 4))))).toContain('边界没有闭合'))

  test('swapped longitude and latitude are told as such', () => {
    const swapped = square.map(([lng, lat]): [number, number] => [lat, lng])
    expect(sentences(file(grid('431102001001001', swapped)))).toContain('经度和纬度写反了')
  })

  test('metres of a projection are not taken for degrees', () => {
    const metres = square.map(([lng, lat]): [number, number] => [lng * 1e5, lat * 1e5])
    expect(sentences(file(grid('431102001001001', metres)))).toContain('不是中国境内的经纬度')
  })

  test('points on one line make no grid', () =>
    expect(sentences(file(grid('431102001001001', closed([111, 26], [112, 26], [113, 26]))))).toContain('围不成一个面'))

  test.each([
    ['a point', { type: 'Point', coordinates: [111.6, 26.2] }, '不是面要素'],
    ['no shape', null, '不是面要素'],
    ['an empty polygon', { type: 'Polygon', coordinates: [] }, '坐标不完整'],
    ['letters', { type: 'Polygon', coordinates: [[['a', 'b']]] }, '坐标不完整'],
  ])('%s is not a grid', (_, geometry, sentence) =>
    expect(sentences(file({ type: 'Feature', properties: { code: '431102001001001' }, geometry }))).toContain(sentence),
  )

  test('a missing code is told', () => expect(sentences(file({ ...grid('', square) }))).toContain('缺少网格编码'))

  test.each([
    [file(), '文件是空的'],
    [file({ type: 'Feature', properties: { kind: 'street' }, geometry: null }), '没有单元网格'],
    ['{"features": [', '不是 GeoJSON'],
    [null, '不是 GeoJSON'],
  ])('a file without grids is told: %j', (input, sentence) => {
    expect(readGrids(input)).toEqual({ grids: [], problems: [{ row: 0, sentence: expect.stringContaining(sentence) }] })
  })
})
