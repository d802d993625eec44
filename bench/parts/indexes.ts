import pg from 'pg'

interface Index {
  table: string
  name: string
  drop: string
  create: string
}

/** Takes away the indexes of the ledger's great tables; a loaded table is indexed in a fraction of the time. */
export async function dropIndexes(owner: pg.Client): Promise<Index[]> {
  const { rows } = await owner.query<Index>(
    `select t.oid::regclass::text as table, i.relname as name,
       case when c.oid is null then format('drop index ledger.%I', i.relname) else format('alter table %s drop constraint %I', t.oid::regclass, c.conname) end as drop,
       case when c.oid is null then pg_get_indexdef(i.oid) else format('alter table %s add constraint %I %s', t.oid::regclass, c.conname, pg_get_constraintdef(c.oid)) end as create
     from pg_index x join pg_class i on i.oid = x.indexrelid join pg_class t on t.oid = x.indrelid
     left join pg_constraint c on c.conindid = i.oid and c.contype in ('p', 'u')
     where t.oid = any (array['ledger.record', 'ledger.entry', 'ledger.gram', 'ledger.facet', 'ledger.secret']::regclass[])
     order by t.relname = 'gram' desc, t.relname = 'entry' desc, i.relname`,
  )
  for (const { drop } of rows) await owner.query(drop)
  return rows
}

/** Builds them again, the longest first, on two connections. */
export async function buildIndexes(ownerUrl: string, indexes: readonly Index[]): Promise<void> {
  const left = [...indexes]
  const build = async () => {
    const owner = new pg.Client({ connectionString: ownerUrl })
    await owner.connect()
    await owner.query(`set maintenance_work_mem = '1GB'; set max_parallel_maintenance_workers = 0`)
    // An added key locks its whole table, so each connection takes what the other is not at.
    for (let next = left.shift(); next; next = left.shift()) await owner.query(next.create)
    await owner.end()
  }
  await Promise.all([build(), build()])
}
