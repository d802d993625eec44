import { chmodSync, existsSync, mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import type { TestProject } from 'vitest/node'
import { startEmbedded } from '../platform/embedded.ts'
import { migrate } from '../platform/migrate.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The owner's address of the server; databases are made from `template_chengji`. */
    ownerUrl: string
  }
}

// Speed over safety: this data is thrown away.
const unsafe = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  shared_buffers: '128MB',
  max_connections: '200',
}

/** One server for the whole run, and one migrated database that each test file gets a clone of. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'chengji-test-'))
  // As root the database runs under another account, which has to get in.
  chmodSync(folder, 0o755)
  const server = await startEmbedded(
    folder,
    Object.entries(unsafe).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  )
  await makeTemplate(server.url)
  project.provide('ownerUrl', server.url)
  return async () => {
    await server.stop()
    const home = join(folder, 'database')
    if (existsSync(home)) rmSync(realpathSync(home), { recursive: true, force: true })
    rmSync(folder, { recursive: true, force: true })
  }
}

async function makeTemplate(ownerUrl: string): Promise<void> {
  const url = new URL(ownerUrl)
  url.pathname = '/template_chengji'
  const owner = new Client({ connectionString: ownerUrl })
  await owner.connect()
  await owner.query('create database template_chengji')
  await migrate(url.href)
  await owner.end()
}
