import { sql } from 'kysely'
import type { Tx } from '../../../platform/db.ts'
import type { Unit } from '../domain.ts'
import { insertRows } from './rows.ts'

export const insertUnits = (tx: Tx, units: readonly Unit[]): Promise<void> =>
  insertRows(
    tx,
    sql`insert into org.unit (tenant, id, parent, name, kind, sort, active)`,
    units.map(({ id, parent, name, kind, sort, active }) => [id, parent, name, kind, sort, active]),
  )
export async function updateUnit(tx: Tx, { id, parent, name, kind, sort, active }: Unit): Promise<void> {
  await tx.query(
    'update org.unit set parent = $3, name = $4, kind = $5, sort = $6, active = $7 where tenant = $1 and id = $2',
    [tx.tenant, id, parent, name, kind, sort, active],
  )
}
export const findUnits = (tx: Tx): Promise<Unit[]> =>
  tx.query<Unit>('select id, parent, name, kind, sort, active from org.unit where tenant = $1 order by sort, id', [
    tx.tenant,
  ])
