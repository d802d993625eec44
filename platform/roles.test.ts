import { Client } from 'pg'
import { expect, test } from 'vitest'
import { freshDatabase } from '../tests/helpers/database.ts'
import { ensureRoles, roleUrl } from './roles.ts'

async function ask<R>(url: string, sql: string): Promise<R[]> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}

test('the application signs in as a role that no bureau’s wall gives way to', async () => {
  const { appUrl } = await freshDatabase()
  expect(
    await ask(
      appUrl,
      'select rolname, rolsuper, rolbypassrls, rolcreatedb, rolcreaterole from pg_roles where rolname = current_user',
    ),
  ).toEqual([
    { rolname: 'chengji_app', rolsuper: false, rolbypassrls: false, rolcreatedb: false, rolcreaterole: false },
  ])
})

test('the application owns nothing, the job role only the queue', async () => {
  const { ownerUrl } = await freshDatabase()
  const owners = await ask(
    ownerUrl,
    `select distinct o.rolname as owner, n.nspname as schema from pg_class c join pg_roles o on o.oid = c.relowner
       join pg_namespace n on n.oid = c.relnamespace where o.rolname in ('chengji_app', 'chengji_jobs') and n.nspname <> 'pg_toast'
     union select o.rolname, n.nspname from pg_namespace n join pg_roles o on o.oid = n.nspowner where o.rolname in ('chengji_app', 'chengji_jobs')`,
  )
  expect(owners).toEqual([{ owner: 'chengji_jobs', schema: 'graphile_worker' }])
})

test('neither role may make tables of its own', async () => {
  const { appUrl, jobsUrl } = await freshDatabase()
  for (const url of [appUrl, jobsUrl]) {
    await expect(ask(url, 'create schema mine')).rejects.toThrow('permission denied')
    await expect(ask(url, 'create table public.mine ()')).rejects.toThrow('permission denied')
  }
})

test('a role that was made mighty is made plain again at the next start', async () => {
  const { ownerUrl, appUrl } = await freshDatabase()
  await ask(ownerUrl, 'alter role chengji_app createdb')
  const owner = new Client({ connectionString: ownerUrl })
  await owner.connect()
  await ensureRoles(owner, ownerUrl)
  await owner.end()
  expect(await ask(appUrl, 'select rolcreatedb from pg_roles where rolname = current_user')).toEqual([
    { rolcreatedb: false },
  ])
})

test('the passwords of the two roles follow from the owner’s and differ', () => {
  const at = (owner: string, role: 'chengji_app' | 'chengji_jobs') => new URL(roleUrl(owner, role)).password
  const owner = 'postgres://chief:secret@db.example:5433/city'
  expect(roleUrl(owner, 'chengji_app')).toBe(`postgres://chengji_app:${at(owner, 'chengji_app')}@db.example:5433/city`)
  expect(at(owner, 'chengji_app')).not.toBe(at(owner, 'chengji_jobs'))
  expect(at(owner, 'chengji_app')).not.toBe(at(owner.replace('secret', 'other'), 'chengji_app'))
})
