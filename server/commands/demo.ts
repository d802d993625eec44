import { parseArgs } from 'node:util'
import type { Config } from '../../platform/config.ts'
import { reloadDemonstration, removeDemonstration } from '../demonstration.ts'
import { openPlace } from '../place.ts'

const say = (sentence: string) => console.error(sentence)

/** Loads the demonstration, or removes all of it. */
export async function demoCommand(config: Config, args: string[]): Promise<number> {
  const { values } = parseArgs({ args, options: { remove: { type: 'boolean' } } })
  const place = await openPlace(config, say)
  try {
    if (values.remove) await removeDemonstration(config, place)
    else await reloadDemonstration(config, place, say)
  } finally {
    await place.leave()
  }
  console.log(
    values.remove ? '演示数据已全部移除；以后启动不再自动装载，需要时执行 npx chengji demo。' : '演示数据已就绪。',
  )
  return 0
}
