import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { type Database, openDatabase } from '../../platform/db.ts'
import { findTenants } from '../../platform/tenants.ts'

export interface DemoRemoval {
  /** The owner: the application's role may not delete an entry. */
  ownerUrl: string
  dataDir: string
  log?: (sentence: string) => void
}

/** Removes every demonstration bureau whole: its rows in every table, and its files. Others are not touched. */
export async function removeDemo({ ownerUrl, dataDir, log = () => {} }: DemoRemoval): Promise<void> {
  const database = openDatabase(ownerUrl, { max: 1, name: 'chengji-demo' })
  try {
    const tables = await tablesOfBureaus(database)
    for (const { tenant, title } of (await findTenants(database)).filter(({ demo }) => demo)) {
      await database.inTenant(tenant, async (tx) => {
        for (const table of tables) await tx.query(`delete from ${table} where tenant = $1`, [tenant])
      })
      await rm(join(dataDir, 'files', tenant), { recursive: true, force: true })
      log(`已移除演示单位“${title}”的全部数据和文件`)
    }
  } finally {
    await database.close()
  }
}

/** Every table with a bureau's rows, quoted; whoever refers to another comes before it. */
async function tablesOfBureaus(database: Database): Promise<string[]> {
  const tables = await database.outside<{ name: string }>(
    `select format('%I.%I', t.table_schema, t.table_name) as name from information_schema.tables t
     join information_schema.columns c using (table_schema, table_name)
     where t.table_type = 'BASE TABLE' and c.column_name = 'tenant' order by 1`,
  )
  const references = await database.outside<{ source: string; target: string }>(
    `select format('%I.%I', s.nspname, a.relname) as source, format('%I.%I', t.nspname, b.relname) as target
     from pg_constraint f
     join pg_class a on a.oid = f.conrelid join pg_namespace s on s.oid = a.relnamespace
     join pg_class b on b.oid = f.confrelid join pg_namespace t on t.oid = b.relnamespace
     where f.contype = 'f' and f.conrelid <> f.confrelid`,
  )
  return childrenFirst(
    tables.map(({ name }) => name),
    references,
  )
}

/** Orders names so that every source stands before its target; refuses a ring. */
export function childrenFirst(
  names: readonly string[],
  references: readonly { source: string; target: string }[],
): string[] {
  const left = new Set(names)
  const ordered: string[] = []
  while (left.size) {
    const free = [...left].filter(
      (name) => !references.some(({ source, target }) => target === name && left.has(source)),
    )
    if (!free.length) throw new Error(`tables refer to each other in a ring: ${[...left].join(', ')}`)
    for (const name of free) left.delete(name)
    ordered.push(...free)
  }
  return ordered
}
