import type { Rule } from '../rule.ts'
import { sectionsOf } from '../sections.ts'
import { matches, wrong } from '../words.ts'

const stage =
  /(?:数据|资料|基础数据)(?:采集|收集|填报|整理)[^。；\n（(]{0,8}[（(]?[^。；\n]{0,6}?((?:19|20)\d{2})年(\d{1,2})月(\d{1,2})日?\s?[-—~～至到]\s?(?:(\d{1,2})月)?(\d{1,2})日/g

/** The figures of a year are gathered before the year is over. */
export const dateCollection: Rule = {
  id: 'date.collection',
  kind: 'date',
  title: '全年数据应在年度终了后采集',
  source: '财预〔2020〕10号：单位自评在预算年度终了后开展',
  fails:
    '我局组织开展2024年度部门绩效自评工作。\n1、数据采集阶段（2024年12月1日-15日）：各项目负责人梳理资金使用、指标完成等数据。\n截至2024年12月底，各项目完成。',
  holds: [
    '我局组织开展2024年度部门绩效自评工作。\n1、数据采集阶段（2025年1月5日-15日）：各项目负责人梳理数据。\n2024年各项目完成，2024年支出20万元。',
    '我局开展2024年度自评。数据采集阶段（2024年12月20日-31日）。2024年各项目完成。',
  ],
  *check(doc) {
    const year = doc.profile.year
    if (!year || doc.profile.kind !== 'self-evaluation') return
    const monitored = sectionsOf(doc).filter(({ heading }) => /监控/.test(heading.text))
    for (const found of matches(doc, stage)) {
      const [y, m, , m2, d2] = found.groups
      if (Number(y) !== year || monitored.some(({ start, end }) => found.start >= start && found.end <= end)) continue
      if (Number(m2 ?? m) === 12 && Number(d2) >= 28) continue
      yield wrong(
        'question',
        0.5,
        `“${found.words}”：${year}年还没有结束就采集全年数据，年末的执行数从何而来？请核实日期。`,
        [found],
        { claimed: found.words.slice(-12) },
      )
    }
  },
}
