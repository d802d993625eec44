import { spawnSync } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import {
  chmodSync,
  existsSync,
  lchownSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { refuse } from '../errors.ts'

/** The account the server runs under. Empty: ours. */
export type Account = { uid: number; gid: number } | Record<string, never>

export interface Home {
  /** Holds pg/, pg.log, password, users/. */
  folder: string
  data: string
  account: Account
}

/** Where root's things go that the database's account cannot reach in the project. */
export const sharedFolder = '/var/lib/chengji'
const nobody = { uid: 65534, gid: 65534 }
const isRoot = () => process.getuid?.() === 0

/** Finds or makes `dir/database`. PostgreSQL refuses to run as root, so there it runs as nobody; when nobody cannot enter
 *  `dir` (/root is closed), `dir/database` is a link into /var/lib/chengji: with the link goes the database, so that
 *  deleting the data folder means a new start. Under the lock. */
export function openHome(dir: string): Home {
  const link = join(dir, 'database')
  if (!holdsDatabase(link)) makeHome(dir, link)
  const folder = realpathSync(link)
  refuseCopy(dir, folder)
  const data = join(folder, 'pg')
  return { folder, data, account: isRoot() ? accountOf(data, folder) : checkOurs(data) }
}

/** Whether `account` can enter `folder`: asked by trying, since groups, lists and mounts have their say too. */
export const canEnter = (folder: string, account: Account): boolean =>
  spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], { ...account, cwd: '/', stdio: 'ignore' }).status === 0

function holdsDatabase(link: string): boolean {
  const found = lstatSync(link, { throwIfNoEntry: false })
  if (found?.isSymbolicLink() && !existsSync(link)) {
    throw refuse(
      'embedded.data-missing',
      `数据库目录 ${readlinkSync(link)} 不见了；请恢复该目录，或删除 ${link} 后从空库开始。`,
      { status: 500 },
    )
  }
  // pg appears by renaming, whole; PG_VERSION inside it may be closed to us.
  return existsSync(join(link, 'pg'))
}

function makeHome(dir: string, link: string): void {
  rmSync(link, { recursive: true, force: true })
  mkdirSync(link)
  if (!isRoot()) return
  chmodSync(link, 0o755)
  if (canEnter(link, nobody)) return
  rmSync(link, { recursive: true })
  const name = `${createHash('sha256').update(dir).digest('hex').slice(0, 12)}-${randomBytes(3).toString('hex')}`
  const folder = join(makeSharedFolder(), name)
  mkdirSync(folder)
  chmodSync(folder, 0o755)
  writeFileSync(join(folder, 'origin'), dir)
  symlinkSync(folder, link)
}

export function makeSharedFolder(): string {
  mkdirSync(sharedFolder, { recursive: true })
  chmodSync(sharedFolder, 0o755)
  return sharedFolder
}

/** A data folder copied together with its link would share the original's database without anybody noticing. */
function refuseCopy(dir: string, folder: string): void {
  const file = join(folder, 'origin')
  if (!existsSync(file)) return
  const origin = readFileSync(file, 'utf8')
  if (origin === dir) return
  const other = join(origin, 'database')
  if (existsSync(other) && realpathSync(other) === folder) {
    throw refuse(
      'embedded.data-copied',
      `数据目录 ${dir} 是从 ${origin} 复制来的，二者指向同一个数据库；请删除 ${join(dir, 'database')} 后从空库开始，或用备份恢复。`,
      { status: 500 },
    )
  }
  writeFileSync(file, dir)
}

/** Data made by a plain user stay that user's when root starts; data that a copy gave to root go back to nobody. */
function accountOf(data: string, folder: string): Account {
  if (!existsSync(data)) return nobody
  const { uid, gid } = statSync(data)
  if (uid === 0) giveTo(nobody, data)
  const account = uid === 0 ? nobody : { uid, gid }
  if (!canEnter(data, account)) {
    throw refuse(
      'embedded.data-closed',
      `数据库用户（uid ${account.uid}）进不去 ${folder}；请恢复它与各级上级目录的进入权限（chmod o+x）。`,
      { status: 500 },
    )
  }
  return account
}

function checkOurs(data: string): Account {
  if (existsSync(data) && statSync(data).uid !== process.getuid?.()) {
    throw refuse(
      'embedded.data-of-another',
      `数据库目录 ${data} 属于另一个用户（uid ${statSync(data).uid}）；请用当初启动的用户（或 root）运行，或用 DATA_DIR 指定别的目录。`,
      { status: 500 },
    )
  }
  return {}
}

export function giveTo(account: { uid: number; gid: number }, path: string): void {
  lchownSync(path, account.uid, account.gid)
  if (!lstatSync(path).isDirectory()) return
  for (const name of readdirSync(path)) giveTo(account, join(path, name))
}
