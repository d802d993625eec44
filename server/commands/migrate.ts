import type { Config } from '../../platform/config.ts'
import { openPlace } from '../place.ts'

export async function migrateCommand(config: Config): Promise<number> {
  const place = await openPlace(config, (sentence) => console.error(sentence))
  await place.leave()
  console.log('数据库已是最新。')
  return 0
}
