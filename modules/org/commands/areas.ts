import { isDeepStrictEqual } from 'node:util'
import { addDays, type Day, dayOf } from '../../../platform/clock.ts'
import type { Tx } from '../../../platform/db.ts'
import { conflict, invalid, notFound } from '../../../platform/errors.ts'
import { holdsOn } from '../domain.ts'
import { type GridFeature, readGrids } from '../geometry.ts'
import {
  type Area,
  closeAreas,
  closeKeeper,
  findGrants,
  findKeepers,
  findOpenAreas,
  findUnits,
  insertAreas,
  insertKeepers,
} from '../store.ts'
import { type Doing, noteDoing } from './doing.ts'

export interface GridImport {
  added: number
  changed: number
  same: number
}

/**
 * Takes unit grids from a GeoJSON file, all or nothing: with any problem nothing is written and `details.rows` names
 * each (`{row, sentence}`). A grid that has changed is closed and stands anew from the day; one not in the file stays.
 */
export async function importGrids(
  tx: Tx,
  geojson: unknown,
  settings: { fromOn?: Day; pattern?: RegExp },
  doing: Doing,
): Promise<GridImport> {
  const { grids, problems } = readGrids(geojson, {
    region: tx.tenant.slice(0, 6),
    ...(settings.pattern ? { pattern: settings.pattern } : {}),
  })
  const open = new Map((await findOpenAreas(tx)).map((area) => [area.code, area]))
  const units = new Set((await findUnits(tx)).map(({ id }) => id))
  const rows = [...problems, ...grids.flatMap((grid, i) => belongingProblems(grid, i + 1, open, units))]
  if (rows.length)
    throw invalid('org.grids-refused', `网格文件有${rows.length}处问题，没有导入；请按行改正后重新导入。`, { rows })
  const fromOn = settings.fromOn ?? dayOf(doing.at)
  const areas = grids.map((grid) => areaOf(grid, open.get(grid.properties.code), fromOn))
  const fresh = areas.filter((area) => !open.has(area.code))
  const changed = areas.filter((area) => open.has(area.code) && differs(open.get(area.code)!, area))
  await closeAreas(
    tx,
    changed.map(({ code }) => code),
    addDays(fromOn, -1),
  )
  await insertAreas(tx, [...fresh, ...changed])
  const counts = { added: fresh.length, changed: changed.length, same: areas.length - fresh.length - changed.length }
  await noteDoing(tx, doing, 'org.grids-imported', `导入网格：新增${counts.added}个，变更${counts.changed}个`, {
    ...counts,
    fromOn,
  })
  return counts
}

const textOf = (value: unknown): string | null =>
  value === undefined || value === null || value === '' ? null : String(value)

const areaOf = ({ properties, geometry }: GridFeature, before: Area | undefined, fromOn: Day): Area => ({
  code: properties.code,
  kind: 'grid',
  name: textOf(properties.name) ?? before?.name ?? properties.code,
  parent: textOf(properties.parent) ?? before?.parent ?? null,
  unit: textOf(properties.unit) ?? before?.unit ?? null,
  geometry,
  fromOn,
  toOn: null,
})

const differs = (before: Area, after: Area): boolean =>
  before.name !== after.name ||
  before.parent !== after.parent ||
  before.unit !== after.unit ||
  !isDeepStrictEqual(before.geometry, after.geometry)

function belongingProblems(
  { properties }: GridFeature,
  row: number,
  open: ReadonlyMap<string, Area>,
  units: ReadonlySet<string>,
): { row: number; sentence: string }[] {
  const parent = textOf(properties.parent)
  const unit = textOf(properties.unit)
  const sentences: string[] = []
  if (open.has(properties.code) && open.get(properties.code)!.kind !== 'grid')
    sentences.push(`编码“${properties.code}”已是“${open.get(properties.code)!.name}”，不能再作网格；请换一个编码。`)
  if (parent && !open.has(parent)) sentences.push(`所属区域“${parent}”不存在；请先导入该区域，或改正 parent。`)
  if (unit && !units.has(unit)) sentences.push(`责任单位“${unit}”不存在；请先建立该单位，或改正 unit。`)
  return sentences.map((sentence) => ({ row, sentence }))
}

/** Puts an area into somebody's hands, in a role the person holds. */
export async function assignArea(
  tx: Tx,
  given: { area: string; role: string; person: string },
  doing: Doing,
): Promise<void> {
  const today = dayOf(doing.at)
  const area = (await findOpenAreas(tx)).find(({ code }) => code === given.area)
  if (!area) throw notFound('org.area-unknown', `没有编码为“${given.area}”的网格或区域；请从地图上选择。`)
  const holds = (await findGrants(tx, given.person)).some((grant) => grant.role === given.role && holdsOn(grant, today))
  if (!holds) throw conflict('org.role-not-held', `此人现在没有这个岗位，不能负责“${area.name}”；请先任命岗位。`)
  await insertKeepers(tx, [{ ...given, fromOn: today, toOn: null }])
  await noteDoing(tx, doing, 'org.area-assigned', `把“${area.name}”交给新的负责人`, { ...given })
}

export async function releaseArea(
  tx: Tx,
  given: { area: string; role: string; person: string },
  doing: Doing,
): Promise<void> {
  const today = dayOf(doing.at)
  const held = (await findKeepers(tx)).filter(
    (keeper) =>
      keeper.area === given.area &&
      keeper.role === given.role &&
      keeper.person === given.person &&
      holdsOn(keeper, today),
  )
  if (!held.length) throw notFound('org.area-not-held', '此人现在不负责这个网格或区域。')
  for (const keeper of held) await closeKeeper(tx, keeper, addDays(today, -1))
  await noteDoing(tx, doing, 'org.area-released', `收回“${given.area}”的负责人`, { ...given })
}
