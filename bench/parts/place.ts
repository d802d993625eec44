import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from '../../platform/config.ts'
import { type Embedded, startEmbedded } from '../../platform/embedded.ts'
import { migrate } from '../../platform/migrate.ts'
import { roleUrl } from '../../platform/roles.ts'

/** A database of the bench, kept in `.bench/<name>`. */
export interface Place {
  folder: string
  ownerUrl: string
  appUrl: string
  jobsUrl: string
  leave(): Promise<void>
}
export const folderOf = (name: string) => join(projectRoot, '.bench', name)

/** The settings of an office server, as `npm start` uses them; `extra` is for loading only. */
export async function openPlace(name: string, extra: string[] = []): Promise<Place> {
  const folder = folderOf(name)
  const embedded: Embedded = await startEmbedded(folder, extra)
  await migrate(embedded.url)
  return {
    folder,
    ownerUrl: embedded.url,
    appUrl: roleUrl(embedded.url, 'chengji_app', folder),
    jobsUrl: roleUrl(embedded.url, 'chengji_jobs', folder),
    leave: () => embedded.stop(),
  }
}

export function removePlace(name: string): void {
  const folder = folderOf(name)
  const database = join(folder, 'database')
  if (existsSync(database)) rmSync(realpathSync(database), { recursive: true, force: true })
  rmSync(folder, { recursive: true, force: true })
}

/** What a filled place was filled with. It says so only when it is whole. */
export interface Filled {
  entries: number
  migrations: Record<string, string>
}
const noteOf = (name: string) => join(folderOf(name), 'filled.json')
export const noteFilled = (name: string, filled: Omit<Filled, 'migrations'>): void =>
  writeFileSync(noteOf(name), JSON.stringify({ ...filled, migrations: migrationHashes() }))

/** Undefined when nothing is there, only half of it, or a schema whose files have changed since. */
export function findFilled(name: string): Filled | undefined {
  if (!existsSync(noteOf(name))) return undefined
  const filled = JSON.parse(readFileSync(noteOf(name), 'utf8')) as Filled
  const now = migrationHashes()
  return Object.entries(filled.migrations).every(([file, hash]) => now[file] === hash) ? filled : undefined
}

function migrationHashes(): Record<string, string> {
  const folder = join(projectRoot, 'migrations')
  const hashOf = (file: string) =>
    createHash('sha256')
      .update(readFileSync(join(folder, file)))
      .digest('hex')
  return Object.fromEntries(readdirSync(folder).map((file) => [file, hashOf(file)]))
}
