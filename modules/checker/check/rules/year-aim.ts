import type { Rule } from '../rule.ts'
import { sectionsOn } from '../sections.ts'
import { before, matches, wrong } from '../words.ts'

const aim =
  /(?:合理|科学|提前|认真|从严|精准)?(?:确定|设定|设置|编制|制定|编报|申报|谋划)(?:好|了)?((?:19|20)\d{2})年度?(?:部门|单位|项目|整体|支出|的)*(?:绩效目标|绩效指标|目标值|指标值|预算|采购计划|工作计划|工作方案|任务)/g
const future =
  /(?:力争|争取|计划|拟|将|确保)(?:在|于)?((?:19|20)\d{2})年(?:度|底前?|年底前?|末前?|内|上半年|下半年|[一二三四]季度|\d{1,2}月底?前?)?[^，。；\n]{0,10}(?:完成|实现|建成|启动|达到|开工|投入使用|[降提升压](?:低|高|升|减)?[到至]|控制在)/g
/** What tells of the past year, also among the measures. */
const past = /未|没有|不足|偏|原因|由于|因|曾|已|结合|根据|总结|针对|参照|对照|避免|防止|以来|如/

/** 下一步…合理确定2022年绩效目标值 in the report of 2022: what is to come lies behind the year of the report. */
export const yearAim: Rule = {
  id: 'year.aim',
  kind: 'year',
  title: '改进措施所说的年度应在评价年度之后',
  source: '报告标题的年度与改进措施的年度先后相承（B-18）',
  fails: [
    '临江区城市管理局2023年度部门整体支出绩效自评报告\n一、存在的问题\n个别目标偏低。\n二、下一步改进措施\n一是加强培训。二是结合近年完成情况，科学设定2023年绩效目标，提高可考核性。',
    '临江区城市管理局2023年度部门整体支出绩效自评报告\n一、存在的问题\n个别目标偏低。\n二、下一步打算\n力争2022年6月底前完成管网改造。',
    '临江区城市管理局2023年度部门整体支出绩效自评报告\n一、下一步改进措施\n健全晋升机制，确保2023年漏损率降到9%以内。',
  ],
  holds: [
    '临江区城市管理局2023年度部门整体支出绩效自评报告\n一、绩效目标\n我局编制2023年度绩效目标12项。\n二、存在的问题\n设定2023年绩效目标时论证不足。\n三、下一步改进措施\n针对编制2023年预算时论证不足，科学设定2024年绩效目标，力争2024年6月底前完成管网改造。',
    '临江区城市管理局2023年度项目支出绩效自评报告\n一、下一步改进措施\n公开已编制2023年度绩效目标的完成情况。',
  ],
  *check(doc) {
    const own = Number(/((?:19|20)\d{2})年/.exec(doc.profile.title ?? '')?.[1])
    if (!own) return
    const sections = sectionsOn(doc, /下一步|改进|整改|打算|建议|措施|工作计划/).filter(
      ({ heading }) => !/问题|原因|成效|落实情况|上年/.test(heading.text),
    )
    for (const found of [...matches(doc, aim), ...matches(doc, future)]) {
      const year = Number(found.groups[0])
      if (year > own || year < own - 1) continue
      if (!sections.some(({ start, end }) => found.start >= start && found.end <= end)) continue
      if (past.test(clauseBefore(before(doc, found, 12)))) continue
      yield wrong(
        'question',
        0.76,
        `报告评价${own}年度，下一步的打算写的是“${found.words}”。请核实年份，是否应为${own + 1}年。`,
        [found],
        { claimed: `${year}年`, computed: `${own + 1}年` },
      )
    }
  },
}

const clauseBefore = (words: string) => words.replace(/^.*[，。；：\n]/s, '')
