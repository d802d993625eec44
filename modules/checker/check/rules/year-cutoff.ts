import { every } from '../../understand/every.ts'
import type { Understanding } from '../../understand/index.ts'
import type { Rule } from '../rule.ts'
import { sectionsOn } from '../sections.ts'
import { before, lineAt, type Match, matches, raw, wrong } from '../words.ts'

const cutoff =
  /截[至止]到?((?:19|20)\d{2})年(?:12月(?:31日|底|末|份)?|年?底|年末|末)(?:[，,]|前|止)?([^，,。；;：:\d\n]{2,30})/g
/** 项目资金已支出526.23万元, 各项任务全部完成: what the year itself spent or did. */
const done =
  /^(?:我[局市区县镇]|本(?:部门|单位|项目|级)|项目|全年|年度|预算|资金|实际|部门|单位|专项|财政|各项?|全部|所有|共|已|[一二三四五六七八九十\d]+个)(?!.*(?:累计|尚|仍|未))[^，\d]{0,10}(?:支出|支付|执行|到位|拨付|完成|使用)/u
/** 实有在职人员131人, 本部门共有车辆12辆, 全县共有低保对象2417户: what there is at its end. */
const stock =
  /^(?:我[局市区县镇]|本(?:部门|单位|市|区|县|镇)|部门|单位|中心|全(?:局|系统|县|市|区|镇|旗|院|校|队|处|站))?(?:局?机关|及所属单位)?(?:共有|实有|现有|共核定|核定|拥有|固定资产|国有资产|资产总额|在职|在编|编制|车辆|房屋)/u
/** 尚有137件资产未贴标签, among the problems. */
const left = /^(?:全[局区市县镇]|我局|中心|项目)?(?:尚有|仍有|还有|尚未|仍未)/
/** 上年末, 跨年项目, 总投资: the end of an earlier year is what is meant. */
const earlier =
  /上年|上一年|去年|往年|历年|年初|期初|以前年度|跨年|多年|分年|[两三四五]年|总投资|总预算|概算|至今|以来|背景|立项|当时|基数|结转|较|相比|同比|增长|下降/
const background = /背景|立项|必要|依据|由来|前期|历史|上年|往年|整改|应用/
/** A report on several years: 2021—2023年. */
const several = /(?:19|20)\d{2}年?(?:度)?[-—~～至到、和及](?:19|20)\d{2}年/

/** 截至2022年12月31日，项目支出… in the report on 2023: the day was left standing from last year's report. */
export const yearCutoff: Rule = {
  id: 'year.cut-off',
  kind: 'year',
  title: '本年度支出、完成和实有情况的截止日应在评价年度',
  source: '报告标题的年度与正文数据的截止日应为同一年度（B-18）',
  fails: [
    '临江区城市管理局2023年度部门整体支出绩效自评报告\n一、资金\n截至2022年12月31日，项目实际支出3184.72万元。',
    '临江区水务局河道管护项目支出绩效自评报告\n（2023年度）\n一、资金\n截至2022年12月31日，项目资金已支付318.40万元，支付率97.97%。\n与上年比较，2022年支出280万元，2023年增加38.40万元。',
    '临江区城市管理局2023年度部门决算\n一、国有资产\n截至2022年12月31日，本部门共有车辆12辆。',
    '临江区水务局2023年度部门整体支出绩效自评报告\n一、人员\n局系统核定编制92名。截止2021年末，实有在职人员88人。',
    '临江区水务局2023年度部门整体支出绩效自评报告\n一、存在的问题\n（一）管理较弱。截至2021年底，尚有26件资产未贴标签。',
    '临江区水务局2023年度部门整体支出绩效自评报告\n一、资金\n截止2022年12月底，已完成支付480万元。\n二、人员\n截至2022年末，局机关在编人员62人。',
    '临江区水务局2023年度部门整体支出绩效自评报告\n一、产出\n截至2022年底，全部改造任务完成，验收合格。',
  ],
  holds: [
    '临江区城市管理局2023年度部门决算\n一、国有资产\n截至2023年12月31日，本部门共有车辆12辆，上年截至2022年12月31日，共有车辆11辆。',
    '临江区城市管理局2023年度部门整体支出绩效自评报告\n一、项目立项\n截至2022年底，共有老旧管网12公里尚未改造。',
    '临江区水务局2023年度项目支出绩效自评报告\n一、资金\n截至2022年12月31日，项目资金已支出300万元；截至2023年12月31日，项目资金已支出500万元。',
    '临江区水务局2023年度项目支出绩效自评报告\n一、资金\n项目总投资900万元，跨年实施。截至2022年12月31日，项目实际支出300万元。',
    '临江区水务局2023年度项目支出绩效自评报告\n一、概况\n截至2022年底，全县共有危桥32座，2023年计划改造12座。',
    '临江区水务局2023年度项目支出绩效自评报告\n一、资金\n项目结余资金截至2022年末，资金已支付38万元，2023年支付12万元。',
    '临江区水务局2021—2023年项目支出绩效自评报告\n一、资金\n截至2022年12月31日，项目实际支出300万元。',
  ],
  *check(doc) {
    const title = doc.profile.title ?? ''
    const own = Number(/((?:19|20)\d{2})年/.exec(title)?.[1])
    if (!own || several.test(title)) return
    const past = sectionsOn(doc, background)
    const problems = sectionsOn(doc, /问题|不足/)
    for (const found of matches(doc, cutoff)) {
      const year = Number(found.groups[0])
      const words = found.groups[1] ?? ''
      const isDone = done.test(words)
      const isLeft = left.test(words) && problems.some(({ start, end }) => found.start >= start && found.end <= end)
      if (year >= own || year < own - (isDone ? 1 : 2) || !(isDone || isLeft || stock.test(words))) continue
      if (past.some(({ start, end }) => found.start >= start && found.end <= end)) continue
      if (isEarlier(doc, found, own)) continue
      yield wrong(
        'question',
        0.74,
        `报告评价${own}年度，这里写的是“${raw(doc, found)}”。请核实年份，是否沿用了往年的文字。`,
        [found],
        { claimed: `${year}年`, computed: `${own}年` },
      )
    }
  },
}

const UP_TO = 24
const toldOf = /(?:截[至止]到?((?:19|20)\d{2})年|((?:19|20)\d{2})年(?:计划|安排|拟|继续|实施))/g
/** Its paragraph says why: another time is meant, or this year's own day or work is told beside it. */
function isEarlier(doc: Understanding, found: Match, own: number): boolean {
  const paragraph = doc.line(lineAt(doc, found.start))
  const sentence = doc.sentences.find(({ start, end }) => start <= found.start && end >= found.end)?.text ?? ''
  const lead = before(doc, found, UP_TO).replace(/^.*[\n。；]/s, '')
  return (
    earlier.test(lead + found.words) ||
    /总投资|跨年|分年度?实施|概算|[两三四五]年(?:行动|建设|实施)/.test(paragraph) ||
    sentence.slice(sentence.indexOf(found.words)).includes(`${own}年`) ||
    every(paragraph, toldOf).some(([, one, other]) => Number(one ?? other) === own)
  )
}
