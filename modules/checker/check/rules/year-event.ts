import type { Rule } from '../rule.ts'
import { sectionsOn } from '../sections.ts'
import { matches, wrong } from '../words.ts'

const event =
  /(?<=[。；\n])((?:19|20)\d{2})年(?:\d{1,2}月|[春夏秋冬]季)?[^，。；\n\d]{0,6}(?:台风|汛期|春节|国庆|中秋|五一|清明|端午|暴雨|高温|节假日|两会|高考)[^，。；\n\d]{0,6}(?:期间|前后|过后|来袭时?|时)?[，,][^。\n]*/g
const results = /完成情况|产出|效益|数量|绩效|履职|管护|运行|工作开展|实施情况|目标|主要工作/
const compares = /上年|去年|同期|相比|较|比|至今|以来|立项|背景/

/** 2022年10月台风期间，… among what was done in 2023: told as of the year, dated in the one before. */
export const yearEvent: Rule = {
  id: 'year.event',
  kind: 'year',
  title: '本年度的工作事项，日期在评价年度之内',
  source: '报告标题的年度与正文所述事项的年度应为同一年（B-18）',
  fails:
    '临江区城市管理局2023年度部门整体支出绩效自评报告\n一、绩效目标完成情况\n修剪行道树2.6万株。2022年8月台风期间，树木倒伏142株，组织抢险12次。',
  holds: [
    '临江区城市管理局2023年度部门整体支出绩效自评报告\n一、绩效目标完成情况\n修剪行道树2.6万株。2023年8月台风期间，树木倒伏142株，组织抢险12次。',
    '临江区城市管理局2023年度部门整体支出绩效自评报告\n一、立项背景\n2022年8月台风期间，树木倒伏142株。\n二、绩效目标完成情况\n2022年8月台风期间，倒伏142株，2023年仅倒伏12株。',
  ],
  *check(doc) {
    const own = Number(/((?:19|20)\d{2})年/.exec(doc.profile.title ?? '')?.[1])
    const sections = own ? sectionsOn(doc, results) : []
    for (const found of matches(doc, event)) {
      const within = sections.some(({ start, end }) => found.start >= start && found.end <= end)
      if (Number(found.groups[0]) !== own - 1 || !within || compares.test(found.words)) continue
      if (found.words.includes(`${own}年`)) continue
      const told = found.words.replace(/[，,].*/s, '')
      yield wrong(
        'question',
        0.7,
        `报告评价${own}年度，这里说的是“${told}”的事。请核实年份，是否沿用了往年的文字。`,
        [{ start: found.start, end: found.start + told.length }],
        { claimed: `${own - 1}年`, computed: `${own}年` },
      )
    }
  },
}
