import { type PublicSnapshot, packageOf, publicRows, publicSnapshot, rowsName } from '../modules/reporting/index.ts'
import type { Database } from '../platform/db.ts'
import { reportPage } from './pages.ts'

/** The data package of a publication, with its page in it: there the figures lead to the lists that lie beside it. */
async function packed(database: Database, opened: PublicSnapshot): Promise<Buffer> {
  const { snapshot, publishedAt, withdrawn } = opened
  const rows = await publicRows(database, snapshot)
  const page = reportPage(opened, {
    hrefOf: ({ id, parts }) => (parts.num ? rowsName(id, 'num', 'csv') : 'scores.json'),
  })
  return Buffer.from(await packageOf({ bureau: snapshot.body.bureau, snapshot, publishedAt, withdrawn, rows, page }))
}

/** So many are kept, the last asked for. */
const most = 8

/** Packs what is asked for, and keeps it: a publication stays as it was, but for what its page says of it since. */
export function packager(database: Database) {
  const kept = new Map<string, Promise<Buffer>>()
  return async (where: { tenant: string; snapshot: string }): Promise<{ name: string; bytes: Buffer }> => {
    const opened = await publicSnapshot(database, where.tenant, where.snapshot)
    const { tenant, snapshot, withdrawn, newer } = opened
    const key = JSON.stringify([tenant, snapshot.hash, withdrawn, newer])
    const packing = kept.get(key) ?? packed(database, opened)
    kept.delete(key)
    kept.set(key, packing)
    packing.catch(() => kept.delete(key))
    for (const old of [...kept.keys()].slice(0, -most)) kept.delete(old)
    return { name: `${tenant.title}-${snapshot.id}-数据包.zip`, bytes: await packing }
  }
}
