import type { Random } from '../random.ts'

export const surnames = '唐蒋李周陈刘王张何黄邓吕肖胡杨彭秦谢郑罗曾魏文雷屈荣卿毛龙易贺欧谭廖宋冯'
const women = '丽敏芳雪婷玲艳红梅娟英慧琴洁倩莉萍霞颖蓉'
const men = '强平军勇涛伟杰斌鹏海明辉峰超刚林波亮华洪'
const middle = '国建志文小永晓春立宏思家子玉长云'

/** Names of people who do not exist, each given once. */
export function namesFrom(random: Random): () => string {
  const given = new Set<string>()
  const draw = (): string => {
    const last = random.pick([...(random.chance(0.45) ? women : men)])
    return random.pick([...surnames]) + (random.chance(0.6) ? random.pick([...middle]) : '') + last
  }
  return () => {
    for (;;) {
      const name = draw()
      if (given.has(name)) continue
      given.add(name)
      return name
    }
  }
}
