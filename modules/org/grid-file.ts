import type { GridFeature } from './geometry.ts'

export type GridProblem = { row: number; sentence: string }

/**
 * Reads unit grids from a GeoJSON file, all or nothing: with any problem no grid is given. A row is the feature's place
 * in the file, from 1; 0 is the file itself. Features that say they are something else (`properties.kind`) are passed
 * over. The length of a grid code differs between cities, so its pattern is the bureau's setting (15 digits usually:
 * 6 region, 3 street office, 3 community, 3 grid); `region` holds the digits it must begin with.
 */
export function readGrids(
  geojson: unknown,
  settings: { pattern?: RegExp; region?: string } = {},
): { grids: GridFeature[]; problems: GridProblem[] } {
  const features = featuresOf(geojson)
  if (typeof features === 'string') return { grids: [], problems: [{ row: 0, sentence: features }] }

  const rows = features.map((feature, i) => ({ row: i + 1, feature })).filter(({ feature }) => isGrid(feature))
  if (rows.length === 0) {
    return {
      grids: [],
      problems: [{ row: 0, sentence: '文件里没有单元网格；可以：导出含有面要素的网格图层后再导入。' }],
    }
  }
  const firstRow = new Map<string, number>()
  const problems = rows.flatMap(({ row, feature }) => {
    const sentences = [...codeProblems(feature, settings, firstRow, row), ...shapeProblems(feature)]
    return sentences.map((sentence) => ({ row, sentence }))
  })
  return { grids: problems.length ? [] : rows.map(({ feature }) => withTextCode(feature)), problems }
}

type Loose = {
  properties?: Record<string, unknown> | null
  geometry?: { type?: unknown; coordinates?: unknown } | null
}

function featuresOf(geojson: unknown): Loose[] | string {
  const value = typeof geojson === 'string' ? parsed(geojson) : geojson
  if (typeof value !== 'object' || value === null || !('features' in value) || !Array.isArray(value.features))
    return '这不是 GeoJSON 要素集合（FeatureCollection）；可以：从地理信息软件中另存为 GeoJSON 后再导入。'
  if (value.features.length === 0) return '文件是空的，没有任何要素；可以：检查导出时是否选中了网格图层。'
  return value.features.map((feature) => (typeof feature === 'object' && feature !== null ? feature : {}))
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined // told as “not a FeatureCollection” above
  }
}

const isGrid = ({ properties }: Loose): boolean => properties?.kind === undefined || properties.kind === 'grid'

const codeOf = ({ properties }: Loose): string => String(properties?.code ?? '').trim()

const withTextCode = (feature: Loose): GridFeature =>
  ({ ...feature, type: 'Feature', properties: { ...feature.properties, code: codeOf(feature) } }) as GridFeature

function codeProblems(
  feature: Loose,
  { pattern = /^\d{15}$/, region = '' }: { pattern?: RegExp; region?: string },
  firstRow: Map<string, number>,
  row: number,
): string[] {
  const code = codeOf(feature)
  if (!code) return ['缺少网格编码；可以：在要素属性 code 中填写编码。']
  if (!pattern.test(code))
    return [
      `网格编码“${code}”不合规则；可以：按本局设置的编码规则填写（一般为 15 位数字：区划 6、街道 3、社区 3、顺序 3）。`,
    ]
  if (!code.startsWith(region)) return [`网格编码“${code}”不属于本辖区 ${region}；可以：只导入本辖区的网格。`]
  const first = firstRow.get(code)
  if (first !== undefined) return [`网格编码“${code}”与第 ${first} 个要素重复；可以：改正其中一个，编码不得重复使用。`]
  firstRow.set(code, row)
  return []
}

function shapeProblems({ geometry }: Loose): string[] {
  const parts = geometry?.type === 'Polygon' ? [geometry.coordinates] : geometry?.coordinates
  const isArea = geometry?.type === 'Polygon' || geometry?.type === 'MultiPolygon'
  if (!isArea || !Array.isArray(parts) || parts.length === 0) return ['不是面要素；可以：把网格画成面（Polygon）。']
  const rings: unknown[] = parts.flatMap((part) => (Array.isArray(part) && part.length ? part : [undefined]))
  return [...new Set(rings.flatMap((ring) => ringProblem(ring) ?? []))]
}

function ringProblem(ring: unknown): string | undefined {
  if (!isRing(ring)) return '坐标不完整；可以：检查坐标是否都是成对的数字。'
  const place = placeProblem(ring)
  if (place) return place
  const [first, last] = [ring[0]!, ring.at(-1)!]
  if (first[0] !== last[0] || first[1] !== last[1]) return '边界没有闭合；可以：让最后一个点与第一个点相同。'
  if (ring.length < 4 || flat(ring)) return '边界围不成一个面；可以：至少画三个不在一条线上的点。'
  return undefined
}

type Ring = [number, number][]

const isRing = (ring: unknown): ring is Ring =>
  Array.isArray(ring) &&
  ring.length > 0 &&
  ring.every((point) => Array.isArray(point) && Number.isFinite(point[0]) && Number.isFinite(point[1]))

/** China lies between 73 and 136 degrees east, 3 and 54 degrees north: the two can be told apart. */
function placeProblem(ring: Ring): string | undefined {
  const within = (lng: number, lat: number) => lng >= 73 && lng <= 136 && lat >= 3 && lat <= 54
  if (ring.every(([lng, lat]) => within(lng, lat))) return undefined
  if (ring.every(([lng, lat]) => within(lat, lng))) return '经度和纬度写反了；可以：把经度写在前、纬度写在后。'
  return '坐标不是中国境内的经纬度；可以：把图层转换为经纬度坐标（WGS-84）后再导出。'
}

function flat(ring: Ring): boolean {
  const twice = ring.reduce((sum, [x, y], i) => {
    const [nextX, nextY] = ring[(i + 1) % ring.length]!
    return sum + x * nextY - nextX * y
  }, 0)
  return twice === 0
}
