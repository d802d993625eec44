import type { Understanding } from '../../understand/index.ts'
import type { Rule } from '../rule.ts'
import { wrong } from '../words.ts'

const parts: readonly { name: string; there: RegExp; column?: RegExp; soft?: boolean }[] = [
  {
    name: '自评得分',
    there:
      /(?:自评|评价|评分|得分|总分|综合|打分|分数)[^。；\n]{0,24}\d+(?:\.\d+)?分|得分[^。；\n]{0,8}\d|自评分|总得分|\d+(?:\.\d+)?分/,
    column: /得分$|自评分$|^评分$/,
  },
  { name: '存在的问题', there: /问题|不足|困难|薄弱/ },
  { name: '改进措施', there: /改进|整改|下一步|建议|措施|打算/ },
  { name: '绩效目标', there: /目标/, soft: true },
  {
    name: '支出或预算执行情况',
    there: /(?:支出|预算|执行|资金|经费)[^。；\n]{0,30}\d[\d,.]*(?:万|亿)?元|\d[\d,.]*(?:万|亿)?元|金额单位|执行率/,
  },
]

const body = '我局紧紧围绕全年目标任务，统筹推进市容整治、设施维护和垃圾分类等各项工作，圆满完成了年度目标。'
const long = Array.from({ length: 24 }, () => body).join('')

/** What a self-evaluation of every province has, and this one has not. */
export const missingParts: Rule = {
  id: 'missing-element.parts',
  kind: 'missing-element',
  title: '自评报告应有得分、目标、支出、问题和改进措施',
  source: '财预〔2020〕10号：自评内容；各省部门整体支出绩效自评报告提纲',
  fails: [
    `临江区城市管理局2023年度部门整体支出绩效自评报告\n一、概况\n${long}\n二、支出\n全年支出4300万元，执行率95%。\n三、存在的问题\n${body}\n四、下一步改进措施\n${body}`,
    `临江区城市管理局2023年度部门整体支出绩效自评报告\n一、自评结论\n自评得分93分。\n${long}\n二、支出\n全年支出4300万元。\n三、绩效\n${body}\n四、其他\n${body}`,
  ],
  holds: [
    `临江区城市管理局2023年度部门整体支出绩效自评报告\n一、自评结论\n自评得分93分。\n${long}\n二、支出\n全年支出4300万元，执行率95%。\n三、存在的问题\n${body}\n四、下一步改进措施\n${body}`,
    `临江区城市管理局2023年度部门整体支出绩效自评报告\n一、自评结论\n各项目逐项自评。\n|项目|得分|等级|\n|智慧城管|87.40|良|\n|文明创建|91.00|优|\n${long}\n二、支出\n全年支出4300万元，执行率95%。\n三、存在的问题\n${body}\n四、下一步改进措施\n${body}`,
  ],
  *check(doc) {
    const { profile, folded, headings } = doc
    const isReport = /自评|绩效评价/.test(profile.title ?? '') && profile.kind === 'self-evaluation'
    const chapters = headings.filter(({ style }) => style === '一、' || style === '第一')
    if (!isReport || chapters.length < 3 || folded.text.length < 1000) return
    const lost = parts.filter(({ there, column }) => !there.test(folded.text) && !(column && hasColumn(doc, column)))
    const title = folded.lines[0]
    if (!title) return
    if (!lost.length) {
      yield { verdict: 'consistent', formula: `有${parts.map(({ name }) => name).join('、')}`, places: [title] }
      return
    }
    const conclusion = chapters.find(({ text }) => /自评|结论|评价/.test(text)) ?? chapters.at(-1)
    const place = folded.lines[conclusion?.line ?? 0] ?? title
    for (const { name, soft } of lost)
      yield wrong(
        soft ? 'question' : 'error',
        soft ? 0.5 : 0.8,
        `全文没有“${name}”；自评报告应当写明。`,
        [title, place],
        {
          claimed: `无${name}`,
          computed: name,
        },
      )
  },
}

/** A table may say it: a column of that name with figures under it. */
const hasColumn = ({ tables }: Understanding, name: RegExp): boolean =>
  tables.some(({ columns, rows, headingRows }) =>
    columns.some(
      (words, at) => name.test(words) && rows.slice(headingRows).some((row) => /\d/.test(row[at]?.text ?? '')),
    ),
  )
