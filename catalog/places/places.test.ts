import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import type { FeatureCollection, LineString, Polygon, Position } from 'geojson'
import { describe, expect, test } from 'vitest'
import { boxOf, buildLocator, type GridFeature, insideBoundary, readGrids } from '../../modules/org/index.ts'
import { geojsonOf } from './district.ts'
import { donghu } from './donghu.ts'
import { duji } from './duji.ts'
import { lingling } from './lingling.ts'
import { suizhou } from './suizhou.ts'

type Properties = { kind: string; code: string; name: string; area: string; community: string; unit: string }
type Map = FeatureCollection<Polygon | LineString, Properties> & { properties: { name: string; note: string } }

const textOf = (file: string) => readFileSync(new URL(file, import.meta.url), 'utf8')

describe.each([
  { file: 'lingling.geojson', draw: lingling, region: '431102', counts: { area: 4, community: 16, grid: 60 } },
  { file: 'duji.geojson', draw: duji, region: '340602', counts: { area: 4, community: 4, grid: 12 } },
  { file: 'suizhou.geojson', draw: suizhou, region: '421300', counts: { area: 4, community: 8, grid: 16 } },
  { file: 'donghu.geojson', draw: donghu, region: '360102', counts: { area: 4, community: 12, grid: 36 } },
])('the district of $file', ({ file, draw, region, counts }) => {
  const map = JSON.parse(textOf(file)) as Map
  const of = (kind: string) => map.features.filter((feature) => feature.properties.kind === kind)
  const shapes = (kind: string) => of(kind) as unknown as GridFeature[]
  const codes = (kind: string) => of(kind).map((feature) => feature.properties.code)
  const boundary = shapes('boundary')[0]!

  test('is as the plan draws it, small, and says that it is schematic', () => {
    expect(textOf(file)).toBe(geojsonOf(draw()))
    expect(textOf(file).length).toBeLessThan(400_000)
    expect(map.properties.note).toBe('示意')
  })

  test('has enough areas, communities and grids, and can be imported as it is', () => {
    for (const [kind, least] of Object.entries(counts)) expect(of(kind).length).toBeGreaterThanOrEqual(least)
    const { grids, problems } = readGrids(map, { region })
    expect(problems).toEqual([])
    expect(grids).toHaveLength(of('grid').length)
  })

  test('numbers each area, community and grid once, the smaller beginning with the larger', () => {
    for (const [kind, digits] of [
      ['area', 9],
      ['community', 12],
      ['grid', 15],
    ] as const) {
      expect(new Set(codes(kind)).size).toBe(of(kind).length)
      for (const code of codes(kind)) expect(code).toMatch(new RegExp(`^${region}\\d{${digits - 6}}$`))
    }
    for (const { properties } of of('grid')) {
      expect(codes('community')).toContain(properties.community)
      expect(properties.code.startsWith(properties.community)).toBe(true)
      expect(properties.community.startsWith(properties.area)).toBe(true)
      expect(properties.name).toMatch(/^.+-\d\d-\d{3}$/)
      expect(properties.unit).toMatch(/执法[大中]队$/)
    }
    for (const { properties } of of('community')) {
      expect(codes('area')).toContain(properties.area)
      expect(properties.code.startsWith(properties.area)).toBe(true)
    }
  })

  test('leaves no point of the district without its one grid, community and area', () => {
    const [west, south, east, north] = boxOf(boundary.geometry)
    const locators = (['grid', 'community', 'area'] as const).map((kind) => buildLocator(shapes(kind)))
    const holders = (kind: string, lng: number, lat: number) =>
      shapes(kind).filter((shape) => insideBoundary(shape, lng, lat)).length
    fc.assert(
      fc.property(
        fc.double({ min: west, max: east, noNaN: true }),
        fc.double({ min: south, max: north, noNaN: true }),
        (lng, lat) => {
          const expected = insideBoundary(boundary, lng, lat) ? 1 : 0
          expect(['grid', 'community', 'area'].map((kind) => holders(kind, lng, lat))).toEqual([
            expected,
            expected,
            expected,
          ])
          const [grid, community, area] = locators.map(({ locate }) => locate(lng, lat))
          expect([grid?.properties.community, grid?.properties.area]).toEqual([community?.code, area?.code])
        },
      ),
      { numRuns: 400 },
    )
  })

  test('keeps every street within the boundary', () => {
    for (const { geometry } of of('street')) {
      const line = geometry.coordinates as Position[]
      for (const [i, [lng = 0, lat = 0]] of line.entries()) {
        const [fromLng = lng, fromLat = lat] = line[i - 1] ?? []
        expect(insideBoundary(boundary, lng, lat)).toBe(true)
        expect(insideBoundary(boundary, (lng + fromLng) / 2, (lat + fromLat) / 2)).toBe(true)
      }
    }
  })

  test('names each street once and writes six decimals at most', () => {
    const names = of('street').map((feature) => feature.properties.name)
    expect(new Set(names).size).toBe(names.length)
    expect(textOf(file)).not.toMatch(/\d\.\d{7}/)
  })
})

test('the streets the bureau of Lingling reported about are on the map', () => {
  const map = JSON.parse(textOf('lingling.geojson')) as Map
  const names = map.features.filter((one) => one.properties.kind === 'street').map((one) => one.properties.name)
  const reported =
    '廻龙塔路 徐家井路 前进南街 百万庄3号路 黄盖路 荔枝东路 杨梓塘路 潇水东路 潇水西路 羊角山路 芝山路 芝山北路 南津路 ' +
    '永州大道 永职路 桐子坝路 沙叶塘路 瑞翔大道'
  expect(names).toEqual(expect.arrayContaining(reported.split(' ')))
})
