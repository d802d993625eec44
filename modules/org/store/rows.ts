import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../../platform/db.ts'

/** `insert into … (tenant, …) values ` and these rows, each begun by its tenant. A statement carries at most 65,535
 *  values; a few hundred rows at a time stay far below. `after` is what follows the values. */
export async function insertRows(
  tx: Tx,
  into: RawBuilder<unknown>,
  rows: readonly (readonly unknown[])[],
  after: RawBuilder<unknown> = sql``,
): Promise<void> {
  for (let i = 0; i < rows.length; i += 400) {
    const values = rows.slice(i, i + 400).map((row) => sql`(${sql.join([tx.tenant, ...row])})`)
    await tx.run(sql`${into} values ${sql.join(values)} ${after}`)
  }
}
