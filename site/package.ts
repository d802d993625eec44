import { packageOf, publicRows, publicSnapshot, rowsName } from '../modules/reporting/index.ts'
import type { Database } from '../platform/db.ts'
import { reportPage } from './pages.ts'

/** The data package of a publication, with its page in it: there the figures lead to the lists that lie beside it. */
export async function packageFor(
  database: Database,
  where: { tenant: string; snapshot: string },
): Promise<{ name: string; bytes: Buffer }> {
  const opened = await publicSnapshot(database, where.tenant, where.snapshot)
  const { tenant, snapshot, publishedAt, withdrawn } = opened
  const rows = await publicRows(database, snapshot)
  const page = reportPage(opened, {
    hrefOf: ({ id, parts }) => (parts.num ? rowsName(id, 'num', 'csv') : 'scores.json'),
  })
  const bytes = packageOf({ bureau: snapshot.body.bureau, snapshot, publishedAt, withdrawn, rows, page })
  return { name: `${tenant.title}-${snapshot.id}-数据包.zip`, bytes: Buffer.from(bytes) }
}
