import type { Rule } from '../rule.ts'
import { matches, wrong } from '../words.ts'

const number = /〔((?:19|20)\d{2})〕\d{1,4}号/g
/** A report is seldom written later than this after its year. */
const LATEST = 3

/** 财绩〔2032〕9号 in the report on 2023. */
export const dateNumberLater: Rule = {
  id: 'date.number-later',
  kind: 'date',
  title: '引用的文号不应晚于报告成文的年份',
  source: 'GB/T 9704—2012《党政机关公文格式》7.2.5 发文字号',
  fails: [
    '临江区城市管理局2023年度部门整体支出绩效自评报告\n根据《关于开展绩效自评工作的通知》（临财绩〔2032〕7号）要求，开展自评。',
    '临江区城市管理局2021年度部门整体支出绩效自评报告\n依据临政办〔2212〕7号、临财绩〔2052〕3号文件开展自评。',
  ],
  holds: [
    '临江区城市管理局2023年度部门整体支出绩效自评报告\n根据《关于开展绩效自评工作的通知》（临财绩〔2024〕7号）要求，开展自评。',
    '临江区城市管理局2023年度部门整体支出绩效自评报告\n根据《办法》（临政〔2012〕7号）、《通知》（临财〔2025〕3号）要求，开展自评。',
    '临江区城市管理局部门整体支出绩效自评报告\n根据《办法》（临政〔2032〕7号）要求，开展自评。',
  ],
  *check(doc) {
    const { year } = doc.profile
    if (!year) return
    for (const found of matches(doc, number)) {
      if (Number(found.groups[0]) <= year + LATEST) continue
      yield wrong('question', 0.8, `报告评价${year}年度，文号“${found.words}”的年份在其后，请核实。`, [found], {
        claimed: `〔${found.groups[0]}〕`,
      })
    }
  },
}
