import { sql } from 'kysely'
import type { Day } from '../../../platform/clock.ts'
import type { Tx } from '../../../platform/db.ts'
import type { AreaKind, Keeper } from '../domain.ts'
import type { Area as Shape } from '../geometry.ts'
import { insertRows } from './rows.ts'

/** A piece of ground as it was from a day on; a later version closes it and stands beside it. */
export interface Area {
  code: string
  kind: AreaKind
  name: string
  parent: string | null
  unit: string | null
  geometry: Shape
  fromOn: Day
  toOn: Day | null
}

/** Adds versions of areas; each takes the number after the newest of its code. */
export async function insertAreas(tx: Tx, areas: readonly Area[]): Promise<void> {
  const newest = await tx.query<{ code: string; version: number }>(
    'select code, max(version) as version from org.area where tenant = $1 group by code',
    [tx.tenant],
  )
  const versions = new Map(newest.map(({ code, version }) => [code, version]))
  await insertRows(
    tx,
    sql`insert into org.area (tenant, code, version, kind, name, parent, unit, geometry, from_on, to_on)`,
    areas.map(({ code, kind, name, parent, unit, geometry, fromOn, toOn }) => [
      code,
      (versions.get(code) ?? 0) + 1,
      kind,
      name,
      parent,
      unit,
      JSON.stringify(geometry),
      fromOn,
      toOn,
    ]),
  )
}
export async function closeAreas(tx: Tx, codes: readonly string[], lastOn: Day): Promise<void> {
  await tx.query('update org.area set to_on = $3 where tenant = $1 and code = any ($2) and to_on is null', [
    tx.tenant,
    codes,
    lastOn,
  ])
}
export const findOpenAreas = (tx: Tx): Promise<Area[]> =>
  tx.query<Area>(
    `select code, kind, name, parent, unit, geometry, from_on as "fromOn", to_on as "toOn" from org.area
     where tenant = $1 and to_on is null order by code`,
    [tx.tenant],
  )

export const insertKeepers = (tx: Tx, keepers: readonly Keeper[]): Promise<void> =>
  insertRows(
    tx,
    sql`insert into org.keeper (tenant, area, role, person, from_on, to_on)`,
    keepers.map(({ area, role, person, fromOn, toOn }) => [area, role, person, fromOn, toOn]),
    sql`on conflict (tenant, area, role, person, from_on) do update set to_on = excluded.to_on`,
  )
export async function closeKeeper(tx: Tx, { area, role, person, fromOn }: Keeper, lastOn: Day): Promise<void> {
  await tx.query(
    'update org.keeper set to_on = $6 where tenant = $1 and area = $2 and role = $3 and person = $4 and from_on = $5',
    [tx.tenant, area, role, person, fromOn, lastOn],
  )
}
export const findKeepers = (tx: Tx): Promise<Keeper[]> =>
  tx.query<Keeper>(
    `select area, role, person, from_on as "fromOn", to_on as "toOn" from org.keeper where tenant = $1
     order by area, from_on`,
    [tx.tenant],
  )
