import type { Rule } from '../rule.ts'
import { matches, wrong } from '../words.ts'

const lasting =
  /((?:19|20)\d{2})年(\d{1,2})月(?:\d{1,2}日)?\s?[-—~～至到]+\s?(?:((?:19|20)\d{2})年)?(\d{1,2})月(?:\d{1,2}日|底|末)?[，,（(]?(?:历时|为期|共计?|期限|工期|持续|时长)(?:为|约)?(\d{1,2})个月/g

/** From January to October, and twelve months. */
export const periodLength: Rule = {
  id: 'period.length',
  kind: 'period',
  title: '起止月份与历时的月数相符',
  source: '起止时间与期限的关系',
  fails: '项目实施期限为2023年1月至2023年10月，历时12个月。',
  holds: [
    '项目实施期限为2023年1月至2023年12月，历时12个月。',
    '2022年11月至2023年3月，为期4个月。',
    '2023年3月-9月，共7个月。',
  ],
  *check(doc) {
    for (const found of matches(doc, lasting)) {
      const [y1, m1, y2, m2, months] = found.groups.map(Number)
      const between = ((y2 || (y1 as number)) - (y1 as number)) * 12 + (m2 as number) - (m1 as number)
      // From March to September: six months, or seven when both are counted.
      if (months === between || months === between + 1) {
        yield { verdict: 'consistent', formula: found.words, places: [found] }
        continue
      }
      yield wrong('error', 0.88, `“${found.words}”：起止相隔${between + 1}个月，与“${months}个月”不符。`, [found], {
        claimed: `${months}个月`,
        computed: `${between + 1}个月`,
      })
    }
  },
}
