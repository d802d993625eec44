import type { Rule } from '../rule.ts'
import { matches, wrong } from '../words.ts'

const range =
  /((?:19|20)\d{2})年(\d{1,2})月(?:(\d{1,2})日)?\s?(?:[-—~～至到]+)\s?(?:((?:19|20)\d{2})年)?(?:(\d{1,2})月)?(?:(\d{1,2})日)?(?=[，。；、）)：:\n]|[\p{Script=Han}])/gu

/** From a day to an earlier one. */
export const dateOrder: Rule = {
  id: 'date.order',
  kind: 'date',
  title: '起止日期应先后有序',
  source: '起止时间的前后关系',
  fails: [
    '数据采集阶段（2024年12月16日-2024年12月5日）：梳理数据。',
    '2023年9月至2023年3月开展整治。',
    '2024年12月26日-15日汇总。',
  ],
  holds: ['2024年12月16日-25日复核，2023年9月至2024年3月整治，2022年1月1日至12月31日。', '2023年3月至9月开展整治。'],
  *check(doc) {
    for (const found of matches(doc, range)) {
      const [y1, m1, d1, y2, m2, d2] = found.groups
      if (!m2 && !d2) continue
      const from = [Number(y1), Number(m1), Number(d1 ?? 0)]
      const until = [Number(y2 ?? y1), Number(m2 ?? m1), Number(d1 ? (d2 ?? 99) : 0)]
      const later = from.findIndex((part, at) => part !== until[at])
      if (later < 0 || (from[later] as number) < (until[later] as number)) continue
      yield wrong('error', 0.9, `“${found.words}”：结束的日期早于开始的日期，请核实。`, [found], {
        claimed: found.words,
      })
    }
  },
}
