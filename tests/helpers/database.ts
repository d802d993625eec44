import { randomUUID } from 'node:crypto'
import { Client } from 'pg'
import { inject } from 'vitest'
import { roleUrl } from '../../platform/roles.ts'

export interface FreshDatabase {
  /** What the program uses: row-level security applies. */
  appUrl: string
  /** For preparing and looking behind; never for what is tested. */
  ownerUrl: string
  jobsUrl: string
}

/** A database of its own, with every migration applied and nothing in it: once a file, or once a test. */
export async function freshDatabase(): Promise<FreshDatabase> {
  return addresses(await createDatabase('template_chengji'))
}

/** A database without anything, not even migrations. */
export const emptyDatabase = async (): Promise<FreshDatabase> => addresses(await createDatabase('template0'))

async function createDatabase(template: string): Promise<string> {
  const name = `t_${randomUUID().replaceAll('-', '')}`
  const owner = new Client({ connectionString: inject('ownerUrl') })
  await owner.connect()
  try {
    await owner.query(`create database ${name} template ${template} strategy file_copy`)
  } finally {
    await owner.end()
  }
  return name
}

function addresses(name: string): FreshDatabase {
  const url = new URL(inject('ownerUrl'))
  url.pathname = `/${name}`
  const ownerUrl = url.href
  return { ownerUrl, appUrl: roleUrl(ownerUrl, 'chengji_app'), jobsUrl: roleUrl(ownerUrl, 'chengji_jobs') }
}
