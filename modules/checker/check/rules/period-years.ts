import { numberOf } from '../../understand/numerals.ts'
import type { Rule } from '../rule.ts'
import { matches, wrong } from '../words.ts'

const day = '((?:19|20)\\d{2})年(\\d{1,2})月(\\d{1,2})日'
/** 服务期三年，自2022年7月1日起至2025年6月30日止 */
const before = new RegExp(
  `(?:服务|承包|合同|租赁|运营|养护|作业|管护|经营)(?:期限?|年限|期)[^，。；\\d]{0,4}([一二三四五六七八九十]|\\d{1,2})年[，,（(]?(?:自|从|即)?${day}起?[至到—~～-]+${day}`,
  'g',
)
/** 自2022年7月1日至2025年6月30日，服务期三年 */
const behind = new RegExp(
  `${day}起?[至到—~～-]+${day}止?[，,（(](?:服务|承包|合同|租赁|运营|养护|作业|管护|经营)(?:期限?|年限|期)[^，。；\\d]{0,4}([一二三四五六七八九十]|\\d{1,2})年`,
  'g',
)

/** Three years that end two years after they begin. */
export const periodYears: Rule = {
  id: 'period.years',
  kind: 'period',
  title: '合同期限的年数与起止日期相符',
  source: '民法典第二百条、第二百零二条：期间按公历年计算',
  fails: [
    '公开招标确定中标单位，合同服务期三年，自2022年7月1日起至2024年6月30日止。',
    '合同期自2021年1月1日至2022年12月31日，服务期3年。',
  ],
  holds: [
    '公开招标确定中标单位，合同服务期三年，自2022年7月1日起至2025年6月30日止。',
    '合同期自2021年1月1日至2023年12月31日，服务期3年。合同服务期三年，合同一年一签，本期自2022年7月1日起至2023年6月30日止。',
  ],
  *check(doc) {
    const found = [
      ...matches(doc, before).map((match) => ({ match, years: match.groups[0], days: match.groups.slice(1) })),
      ...matches(doc, behind).map((match) => ({ match, years: match.groups[6], days: match.groups.slice(0, 6) })),
    ]
    for (const { match, years = '', days } of found) {
      const claimed = numberOf(years) ?? 0
      const [y1 = 0, m1 = 0, d1 = 0, y2 = 0, m2 = 0, d2 = 0] = days.map(Number)
      const between = (Date.UTC(y2, m2 - 1, d2 + 1) - Date.UTC(y1, m1 - 1, d1)) / YEAR
      const whole = Math.round(between)
      // Only whole years can be held against whole years.
      if (Math.abs(between - whole) > NEAR || !claimed) continue
      if (whole === claimed) yield { verdict: 'consistent', formula: match.words, places: [match] }
      else
        yield wrong('error', 0.9, `“${match.words}”：起止日期相隔${whole}年，与“${years}年”不符。`, [match], {
          claimed: `${claimed}年`,
          computed: `${whole}年`,
        })
    }
  },
}

const YEAR = 365.25 * 86_400_000
/** Days over or under a year. */
const NEAR = 0.02
