import { mkdirSync } from 'node:fs'
import type { Config } from '../platform/config.ts'
import { startEmbedded } from '../platform/embedded.ts'
import { migrate } from '../platform/migrate.ts'
import { roleUrl } from '../platform/roles.ts'

/** A database that is up and up to date, and how to leave it. */
export interface Place {
  ownerUrl: string
  appUrl: string
  jobsUrl: string
  leave(): Promise<void>
}
type Say = (sentence: string) => void

/** Opens the bureau's own PostgreSQL when DATABASE_URL names one, else the built-in one. */
export async function openPlace({ databaseUrl, dataDir }: Config, say: Say): Promise<Place> {
  mkdirSync(dataDir, { recursive: true })
  const embedded = databaseUrl ? undefined : await startEmbedded(dataDir, [], say)
  const ownerUrl = databaseUrl ?? embedded!.url
  const leave = async () => embedded?.stop()
  try {
    await migrate(ownerUrl, undefined, say)
  } catch (error) {
    await leave()
    throw error
  }
  return {
    ownerUrl,
    appUrl: roleUrl(ownerUrl, 'chengji_app', dataDir),
    jobsUrl: roleUrl(ownerUrl, 'chengji_jobs', dataDir),
    leave,
  }
}
