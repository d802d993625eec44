import type { Rule } from '../rule.ts'
import { matches, wrong } from '../words.ts'

const audited =
  /((?:19|20)\d{2})年(?:\d{1,2}月(?:\d{1,2}日)?)?[^。；，\n\d]{0,16}对[^。；\n\d]{0,16}((?:19|20)\d{2})年度?[^。；\n\d]{0,14}(?:执行情况|决算|财务收支|收支情况|使用情况|完成情况|工作)[^。；\n]{0,8}(?:进行了?|开展了?|实施了?|完成了?)[^。；\n]{0,6}(?:审计|检查|核查|评价|考核|抽查|验收|复核)/g

/** 2024年5月对2025年度预算执行情况进行了审计: nobody looks into a year before it has begun. */
export const yearAudited: Rule = {
  id: 'year.audited',
  kind: 'year',
  title: '审计、检查、评价的年度不应晚于审计、检查、评价的时间',
  source: '审计法：对预算执行情况和决算进行审计监督；事后监督的年度在先（B-18）',
  fails: '区审计局于2024年5月对我中心2025年度预算执行情况进行了审计，未发现违规问题。',
  holds: [
    '区审计局于2024年5月对我中心2023年度预算执行情况进行了审计，未发现违规问题。',
    '2024年10月，对2024年度各项目预算执行情况开展了检查。2024年11月布置2025年度部门预算编制工作。',
  ],
  *check(doc) {
    for (const found of matches(doc, audited)) {
      const [when, of] = found.groups.map(Number)
      if (when === undefined || of === undefined) continue
      if (of <= when) yield { verdict: 'consistent', formula: `${of} ≤ ${when}`, places: [found] }
      else
        yield wrong('error', 0.9, `${when}年不可能已对${of}年度进行审计、检查或评价，年份有误。`, [found], {
          claimed: `${of}年`,
          computed: `不晚于${when}年`,
          formula: `${of} > ${when}`,
        })
    }
  },
}
