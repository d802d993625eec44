import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { runMigrations } from 'graphile-worker'
import { Client } from 'pg'
import { projectRoot } from './config.ts'
import { refuse } from './errors.ts'
import { ensureRoles, roleUrl } from './roles.ts'

const MIGRATION_LOCK = 7_100_002

interface Migration {
  name: string
  sql: string
  hash: string
}

/** Brings the database up to date: the roles, then each `NNNN_name.sql` not yet applied, each in a transaction of its
 *  own, then the job queue's tables. Gives the names applied. Two at once wait for each other. Forward only: a file that
 *  was applied and has changed since is refused (`migrate.changed`). `onStep` hears one sentence a step. */
export async function migrate(
  ownerUrl: string,
  folder: string = join(projectRoot, 'migrations'),
  onStep: (sentence: string) => void = () => {},
): Promise<string[]> {
  const files = readMigrations(folder)
  const owner = await connect(ownerUrl)
  try {
    await checkVersion(owner)
    await owner.query(`select pg_advisory_lock(${MIGRATION_LOCK})`)
    await ensureRoles(owner, ownerUrl)
    const pending = await findPending(owner, files)
    for (const file of pending) await apply(owner, file, onStep)
    await migrateJobs(owner, ownerUrl)
    return pending.map((file) => file.name)
  } finally {
    await owner.end()
  }
}

async function connect(ownerUrl: string): Promise<Client> {
  const owner = new Client({ connectionString: ownerUrl, application_name: 'chengji migrate' })
  // A connection lost between two queries would otherwise end the process; the next query tells of it.
  owner.on('error', () => {})
  try {
    await owner.connect()
  } catch (error) {
    const { hostname, port, pathname } = new URL(ownerUrl)
    const { code, message } = error as { code?: string; message: string }
    throw refuse(
      'database.unreachable',
      `连不上数据库 ${hostname}:${port || 5432}${pathname}（${message || code}）；请确认数据库已启动，DATABASE_URL 的地址、用户和密码正确。`,
      { status: 503 },
    )
  }
  return owner
}

async function checkVersion(owner: Client): Promise<void> {
  const { rows } = await owner.query(`select current_setting('server_version_num')::int as version`)
  const major = Math.floor(rows[0].version / 10_000)
  if (major >= 15) return
  throw refuse(
    'database.too-old',
    `数据库是 PostgreSQL ${major}，需要 15 以上；请升级数据库，或改用内置数据库（不设 DATABASE_URL）。`,
    {
      status: 500,
    },
  )
}

function readMigrations(folder: string): Migration[] {
  const files = readdirSync(folder)
    .filter((name) => /^\d{4}_[a-z0-9-]+\.sql$/.test(name))
    .sort()
    .map((name) => {
      // The same text must have the same hash on a checkout with Windows line ends.
      const sql = readFileSync(join(folder, name), 'utf8').replaceAll('\r\n', '\n')
      return { name, sql, hash: createHash('sha256').update(sql).digest('hex') }
    })
  const twice = files.find((file, at) => file.name.slice(0, 4) === files[at - 1]?.name.slice(0, 4))
  if (twice)
    throw refuse('migrate.number-twice', `迁移文件编号重复：${twice.name}；请为它换一个新的编号。`, { status: 500 })
  return files
}

async function findPending(owner: Client, files: readonly Migration[]): Promise<Migration[]> {
  const { rows: tables } = await owner.query(`select to_regclass('platform.migration') is not null as found`)
  if (!tables[0].found) return [...files]
  const { rows } = await owner.query<{ name: string; hash: string }>('select name, hash from platform.migration')
  const applied = new Map(rows.map((row) => [row.name, row.hash]))
  const changed = files.filter((file) => applied.has(file.name) && applied.get(file.name) !== file.hash)
  if (changed.length > 0) {
    const names = changed.map((file) => file.name)
    throw refuse(
      'migrate.changed',
      `迁移文件已执行过，但内容后来被改动：${names.join('、')}；请恢复原文件，另加一个新编号的迁移文件来修改数据库。`,
      { status: 500, details: { names } },
    )
  }
  return files.filter((file) => !applied.has(file.name))
}

async function apply(owner: Client, { name, sql, hash }: Migration, onStep: (sentence: string) => void): Promise<void> {
  const startedMs = performance.now()
  await owner.query('begin')
  try {
    await owner.query(sql)
    await owner.query('insert into platform.migration (name, hash) values ($1, $2)', [name, hash])
    await owner.query('commit')
  } catch (error) {
    await owner.query('rollback')
    throw new Error(`迁移 ${name} 没有执行成功，数据库未改动：${(error as Error).message}`, { cause: error })
  }
  onStep(`数据库迁移 ${name}，用时 ${Math.round(performance.now() - startedMs)} 毫秒`)
}

/** The queue's own migrations ask for CREATE on the database before they make their schema, so it is lent for that once;
 *  the schema then belongs to `chengji_jobs`. */
async function migrateJobs(owner: Client, ownerUrl: string): Promise<void> {
  const { rows } = await owner.query(
    `select current_database() as database, exists (select from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where n.nspname = 'graphile_worker' and c.relname = 'migrations') as found`,
  )
  const { database, found } = rows[0]
  const lend = (sql: string) => found || owner.query(sql.replace('$', () => owner.escapeIdentifier(database)))
  await lend('grant create on database $ to chengji_jobs')
  try {
    await runMigrations({ connectionString: roleUrl(ownerUrl, 'chengji_jobs'), schema: 'graphile_worker' })
  } finally {
    await lend('revoke create on database $ from chengji_jobs')
  }
}
