import type { Rule } from '../rule.ts'
import { type Match, matches, wrong } from '../words.ts'

const day = /((?:19|20)\d{2})年(\d{1,2})月(\d{1,2})日|(?<!\d)(\d{1,2})月(\d{1,2})日/g
const month = /(?<!\d)((?:19|20)\d{2})年(\d{1,2})月(?!\d{1,2}日)/g
const beyond =
  /第(?:[五六七八九十]|[05-9]|\d{2,})季度|(?<![\d.\-—~至年])(?:1[3-9]|[2-9]\d)月(?:底|份|末|初|[上中下]旬)/g
const years = /(?<!\d)((?:19|20)\d{3,}|(?:19|20)\d|2[1-9]\d{2})年(?!以[上内]|限)/g

/** A day no calendar has; a year with a figure too many or too few. */
export const dateCalendar: Rule = {
  id: 'date.calendar',
  kind: 'date',
  title: '日期应当存在',
  source: 'GB/T 7408—2005《数据元和交换格式 信息交换 日期和时间表示法》',
  fails: [
    '2023年2月30日完成验收。',
    '项目于2022年13月开工。',
    '截至20222年12月底，资金全部支付。',
    '2205年1月制定方案。',
    '6月31日前拨付。',
    '第五季度支出320万元，14月底前完成验收。',
  ],
  holds: [
    '2024年2月29日完成验收，12月31日前支付，6月30日竣工，运行12个月，共20年。',
    '第四季度支出320万元，11月底前完成验收，12月上旬拨付，第1季度、6—24月龄儿童。',
    '城市规划期限至2035年，20年质保。',
  ],
  *check(doc) {
    for (const found of matches(doc, day)) {
      const [year, m, d, m2, d2] = found.groups
      if (!exists(Number(year ?? 2024), Number(m ?? m2), Number(d ?? d2))) yield fault(found, '日历上没有这一天')
    }
    for (const found of matches(doc, month))
      if (!exists(2024, Number(found.groups[1]), 1)) yield fault(found, '没有这个月份')
    for (const found of matches(doc, beyond)) yield fault(found, '一年没有这个月份或季度')
    for (const found of matches(doc, years))
      if (found.words.length > 4 || /^2[1-9]\d{2}/.test(found.words)) yield fault(found, '年份有误')
  },
}

const fault = (found: Match, why: string) =>
  wrong('error', 0.93, `“${found.words}”：${why}，请核实。`, [found], { claimed: found.words })

function exists(year: number, month: number, day: number): boolean {
  if (month < 1 || month > 12 || day < 1) return false
  return day <= new Date(Date.UTC(year, month, 0)).getUTCDate()
}
