import { Client } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '../tests/helpers/database.ts'

/** Tables of the whole installation. Every other one belongs to one bureau a row. */
const withoutTenant = ['platform.migration', 'platform.tenant']

let owner: Client
beforeAll(async () => {
  owner = new Client({ connectionString: (await freshDatabase()).ownerUrl })
  await owner.connect()
})
afterAll(() => owner.end())

async function names(sql: string): Promise<string[]> {
  const { rows } = await owner.query<{ name: string }>(
    `with
    ours as (
      select c.oid, n.nspname || '.' || c.relname as name, relkind, relrowsecurity, relforcerowsecurity, reloptions from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'graphile_worker')),
    tables as (select * from ours where relkind in ('r', 'p') and not name = any ($1)),
    tenants as (select attrelid, attnum, attcollation::regcollation::text as sorting from pg_attribute where attname = 'tenant')
    ${sql}`,
    [withoutTenant],
  )
  return rows.map((row) => row.name).sort()
}

test('the tables without a bureau are those in the list', async () => {
  expect(await names(`select name from ours where relkind in ('r', 'p') and name = any ($1)`)).toEqual(withoutTenant)
  expect(await names('select name from tables where oid not in (select attrelid from tenants)')).toEqual([])
})

test('every key, index and reference of a bureau’s table begins with the bureau', async () => {
  const keysNotByTenant = `select t.name || ': ' || i.indexrelid::regclass as name from tables t join pg_index i on i.indrelid = t.oid
    join tenants on attrelid = t.oid where i.indkey[0] <> attnum`
  expect(await names(keysNotByTenant)).toEqual([])
  expect(
    await names(`select name from tables where oid not in (select indrelid from pg_index where indisprimary)`),
  ).toEqual([])
  const references = `select t.name || ': ' || conname as name from tables t join pg_constraint on conrelid = t.oid
    join tenants on attrelid = t.oid where contype = 'f' and conkey[1] <> attnum`
  expect(await names(references)).toEqual([])
})

test('the wall between bureaus stands at every table, in reading and in writing, for the owner too', async () => {
  expect(await names('select name from tables where not (relrowsecurity and relforcerowsecurity)')).toEqual([])
  const own = `(tenant = current_setting(''app.tenant''::text, true))`
  const withoutPolicy = `select name from tables where oid not in (select polrelid from pg_policy
    where polcmd = '*' and polpermissive and pg_get_expr(polqual, polrelid) = '${own}'
      and coalesce(pg_get_expr(polwithcheck, polrelid), '${own}') = '${own}')`
  expect(await names(withoutPolicy)).toEqual([])
  const second = `select name from tables where 1 <> (select count(*) from pg_policy where polrelid = tables.oid and polpermissive)`
  expect(await names(second)).toEqual([])
})

test('a view shows its reader only what the reader may see', async () => {
  const open = `select name from ours where relkind = 'v' and not coalesce(reloptions, '{}') && '{security_invoker=true,security_invoker=on}'`
  expect(await names(open)).toEqual([])
  expect(await names(`select name from ours where relkind = 'm'`)).toEqual([])
})

test('bureaus compare by their bytes, so that row-level security can use every index', async () => {
  expect(await names(`select name from tables join tenants on attrelid = oid where sorting <> '"C"'`)).toEqual([])
})
