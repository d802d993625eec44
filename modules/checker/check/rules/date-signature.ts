import type { Rule } from '../rule.ts'
import { wrong } from '../words.ts'

const signed = /^((?:19|20)\d{2})年(\d{1,2})月(\d{1,2})日$/

/** A report on a year is not signed before the year is nearly over; one that comes late is late, not wrong. */
export const dateSignature: Rule = {
  id: 'date.signature',
  kind: 'date',
  title: '落款日期应在评价年度之后',
  source: '财预〔2020〕10号：单位自评在预算年度终了后开展',
  fails: ['临江区城市管理局2023年度部门整体支出绩效自评报告\n一、基本情况\n2023年全年任务完成。\n2023年3月15日'],
  holds: [
    '临江区城市管理局2023年度部门整体支出绩效自评报告\n一、基本情况\n2023年全年任务完成。\n2024年3月15日',
    '临江区城市管理局2023年度部门整体支出绩效自评报告\n一、基本情况\n2023年全年任务完成。\n2023年12月31日',
    '临江区城市管理局2021年度部门整体支出绩效自评报告\n一、基本情况\n2021年全年任务完成。\n2025年3月15日',
  ],
  *check(doc) {
    const { profile, folded } = doc
    const own = /((?:19|20)\d{2})年/.exec(profile.title ?? '')?.[1]
    if (!own || profile.kind !== 'self-evaluation') return
    const from = folded.lines.length - 12
    for (const [at, line] of folded.lines.entries()) {
      const found = at < Math.max(from, 3) || line.cell ? null : signed.exec(doc.line(at))
      if (!found) continue
      const months = (Number(found[1]) - Number(own)) * 12 + Number(found[2])
      if (months >= 11) yield { verdict: 'consistent', formula: `${own}年度报告落款于${found[0]}`, places: [line] }
      else
        yield wrong(
          'error',
          0.8,
          `报告评价的是${own}年度，落款却是${found[0]}，那时年度还没有结束。请核实年份。`,
          [line],
          { claimed: found[0], computed: `${Number(own) + 1}年` },
        )
    }
  },
}
