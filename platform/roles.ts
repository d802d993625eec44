import { createHmac, randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Client } from 'pg'
import { projectRoot } from './config.ts'
import { refuse } from './errors.ts'

/** `chengji_app` serves requests: it owns nothing, and row-level security applies to it. `chengji_jobs` owns only the
 *  schema graphile_worker, whose tables have policies of their own. */
export const roles = ['chengji_app', 'chengji_jobs'] as const
export type Role = (typeof roles)[number]

const ROLES_LOCK = 7_100_001

/** The address by which a role signs in to the owner's database. Its password follows from the owner's, so that no start
 *  has to remember one; an owner without a password (peer, .pgpass) gets a key file in the data folder instead.
 *  Assumes that all our databases on one server have the same owner, since roles belong to the whole server. */
export function roleUrl(ownerUrl: string, role: Role, dataDir = defaultDataDir()): string {
  const url = new URL(ownerUrl)
  url.password = rolePassword(url, role, dataDir)
  url.username = role
  return url.href
}

/** Creates the roles, or makes them again what they should be. Safe when two processes start at once. */
export async function ensureRoles(owner: Client, ownerUrl: string, dataDir = defaultDataDir()): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await inTransaction(owner, () => makeRoles(owner, ownerUrl, dataDir))
    } catch (error) {
      const { code = '' } = error as { code?: string }
      if (code === '42501') throw notAllowed()
      // The lock keeps out starters on this database only: one on another database of the server shows as one of these.
      if (attempt >= 5 || !['23505', '42710', 'XX000'].includes(code)) throw error
      await sleep(50 * attempt)
    }
  }
}

const notAllowed = () =>
  refuse(
    'roles.not-allowed',
    'DATABASE_URL 的用户没有建立和修改角色的权限，无法准备应用角色；请由数据库管理员执行：alter role 该用户 createrole',
    { status: 500 },
  )

async function makeRoles(owner: Client, ownerUrl: string, dataDir: string): Promise<void> {
  await owner.query(`select pg_advisory_xact_lock(${ROLES_LOCK})`)
  const { rows } = await owner.query<{ rolname: string; safe: boolean; mighty: boolean }>(
    `select rolname, not (rolsuper or rolbypassrls or rolcreatedb or rolcreaterole) as safe,
       (select rolsuper from pg_roles where rolname = current_user) as mighty
     from pg_roles where rolname = any ($1)`,
    [roles],
  )
  for (const role of roles) {
    const found = rows.find((row) => row.rolname === role)
    const password = owner.escapeLiteral(rolePassword(new URL(ownerUrl), role, dataDir))
    if (!found) {
      await owner.query(
        `create role ${role} login nosuperuser nobypassrls nocreatedb nocreaterole password ${password}`,
      )
    } else if (found.safe) {
      await owner.query(`alter role ${role} login password ${password}`)
    } else if (found.mighty) {
      await owner.query(`alter role ${role} login nosuperuser nobypassrls nocreatedb nocreaterole password ${password}`)
    } else {
      throw refuse(
        'roles.too-mighty',
        `数据库角色 ${role} 权限过大（超级用户、可绕过行级安全或可建库建角色），各单位数据会失去隔离；请由数据库管理员执行：alter role ${role} nosuperuser nobypassrls nocreatedb nocreaterole`,
        { status: 500 },
      )
    }
  }
}

async function inTransaction(client: Client, work: () => Promise<void>): Promise<void> {
  await client.query('begin')
  try {
    await work()
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw error
  }
}

const rolePassword = (ownerUrl: URL, role: Role, dataDir: string): string =>
  createHmac('sha256', ownerUrl.password ? decodeURIComponent(ownerUrl.password) : keyFrom(dataDir))
    .update(role)
    .digest('base64url')

function keyFrom(dataDir: string): string {
  const file = join(dataDir, 'roles.key')
  if (!existsSync(file)) {
    mkdirSync(dataDir, { recursive: true })
    // Two starters at once: the second keeps the first one's key.
    try {
      writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx' })
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
  }
  return readFileSync(file, 'utf8')
}

const defaultDataDir = () => resolve(projectRoot, process.env.DATA_DIR || '.data')
