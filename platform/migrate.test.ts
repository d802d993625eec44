import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { emptyDatabase } from '../tests/helpers/database.ts'
import { migrate } from './migrate.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'chengji-migrations-'))
  write('0001_platform.sql', platform)
  write('0002_street.sql', 'create table platform.street (name text primary key)')
})

afterEach(() => rmSync(folder, { recursive: true }))

const platform = `create schema platform;
create table platform.migration (name text primary key, hash text not null, applied_at timestamptz not null default now());`
const write = (name: string, sql: string) => writeFileSync(join(folder, name), sql)

async function tablesOf(url: string): Promise<string[]> {
  const client = new Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query(`select tablename from pg_tables where schemaname = 'platform' order by 1`)
  await client.end()
  return rows.map((row) => row.tablename)
}

test('an empty database gets every migration in order, and a second start finds nothing to do', async () => {
  const { ownerUrl } = await emptyDatabase()
  expect(await migrate(ownerUrl, folder)).toEqual(['0001_platform.sql', '0002_street.sql'])
  expect(await tablesOf(ownerUrl)).toEqual(['migration', 'street'])
  expect(await migrate(ownerUrl, folder)).toEqual([])
})

test('a migration that changed after it was applied is refused, and nothing after it is applied', async () => {
  const { ownerUrl } = await emptyDatabase()
  await migrate(ownerUrl, folder)
  write('0002_street.sql', 'create table platform.street (name text primary key, width int)')
  write('0003_lane.sql', 'create table platform.lane ()')
  await expect(migrate(ownerUrl, folder)).rejects.toMatchObject({
    code: 'migrate.changed',
    sentence: expect.stringContaining('0002_street.sql'),
  })
  expect(await tablesOf(ownerUrl)).toEqual(['migration', 'street'])
})

test('Windows line ends are no change', async () => {
  const { ownerUrl } = await emptyDatabase()
  await migrate(ownerUrl, folder)
  write('0001_platform.sql', platform.replaceAll('\n', '\r\n'))
  expect(await migrate(ownerUrl, folder)).toEqual([])
})

test('two starts at once apply each migration once', async () => {
  const { ownerUrl } = await emptyDatabase()
  const applied = await Promise.all([migrate(ownerUrl, folder), migrate(ownerUrl, folder), migrate(ownerUrl, folder)])
  expect(applied.flat()).toEqual(['0001_platform.sql', '0002_street.sql'])
})

test('a migration that fails leaves no half of itself behind', async () => {
  const { ownerUrl } = await emptyDatabase()
  write('0003_lane.sql', 'create table platform.lane (); select 1 / 0')
  await expect(migrate(ownerUrl, folder)).rejects.toThrow('0003_lane.sql')
  expect(await tablesOf(ownerUrl)).toEqual(['migration', 'street'])
})

test('two migrations of one number are refused before anything is done', async () => {
  const { ownerUrl } = await emptyDatabase()
  write('0002_lane.sql', 'create table platform.lane ()')
  await expect(migrate(ownerUrl, folder)).rejects.toMatchObject({ code: 'migrate.number-twice' })
  expect(await tablesOf(ownerUrl)).toEqual([])
})

test('a database that cannot be reached is told with its address and without its password', async () => {
  await expect(migrate('postgres://chief:secret@127.0.0.1:1/city', folder)).rejects.toMatchObject({
    code: 'database.unreachable',
    sentence: expect.stringMatching(/^连不上数据库 127\.0\.0\.1:1\/city((?!secret).)*$/),
  })
})
