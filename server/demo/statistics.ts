import { openDatabase } from '../../platform/db.ts'

/** Has PostgreSQL look over its tables after so much was entered at once, so that counts are quick from the first click
 *  on; as the owner, outside any transaction. */
export async function refreshStatistics(ownerUrl: string): Promise<void> {
  const database = openDatabase(ownerUrl, { max: 1, name: 'chengji-demo' })
  try {
    await database.outside('vacuum analyze')
  } finally {
    await database.close()
  }
}
