import type { Rule } from '../rule.ts'
import { matches, wrong } from '../words.ts'

const title = '《[^》\\n]{2,60}》'
const number = '[（(][^（()）\\n]{0,16}〔((?:19|20)\\d{2})〕\\d*号?'
/** 2023年4月印发《…》（…〔2023〕27号） */
const issuedAs = new RegExp(
  `((?:19|20)\\d{2})年(?:(\\d{1,2})月)?(?:\\d{1,2}日)?(?:正式|联合|研究|制定|修订)?(?:印发|下发|发布|出台)(?:了|的)?${title}${number}`,
  'g',
)
/** 《…》（…〔2023〕11号，2023年2月27日印发） */
const withDay = new RegExp(`${number}[，,]((?:19|20)\\d{2})年(?:(\\d{1,2})月)?(?:\\d{1,2}日)?(?:印发|下发|发布)`, 'g')

/** The year in the number of a document is the year it was issued; in January that of the year before may do. */
export const dateDocument: Rule = {
  id: 'date.document',
  kind: 'date',
  title: '文件印发的年份与发文字号的年份一致',
  source: 'GB/T 9704—2012 党政机关公文格式：发文字号由机关代字、年份、发文顺序号组成',
  fails: [
    '县政府于2022年6月印发《河道管护实施方案》（平政办发〔2023〕18号）。',
    '按照《关于开展自评的通知》（平财绩〔2022〕5号，2023年2月27日印发）安排。',
  ],
  holds: [
    '县政府于2022年6月印发《河道管护实施方案》（平政办发〔2022〕18号）。2024年2月转发《关于开展自评的通知》（财办〔2023〕22号）。2023年1月印发《保障方案》（平政发〔2022〕96号）。',
    '2023年，我局按照2021年印发的办法执行，《实施细则》（平财〔2020〕5号）同时废止。2022年印发《办法》，依据《条例》（〔2019〕3号）。',
  ],
  *check(doc) {
    const found = [
      ...matches(doc, issuedAs).map((match) => ({
        match,
        year: match.groups[0],
        month: match.groups[1],
        own: match.groups[2],
      })),
      ...matches(doc, withDay).map((match) => ({
        match,
        own: match.groups[0],
        year: match.groups[1],
        month: match.groups[2],
      })),
    ]
    for (const { match, year, month, own } of found) {
      if (year === own) {
        yield { verdict: 'consistent', formula: `${year}年印发，文号〔${own}〕`, places: [match] }
        continue
      }
      if (Number(own) === Number(year) - 1 && (!month || Number(month) <= LATE)) continue
      yield wrong(
        'error',
        0.9,
        `写${year}年${month ? `${month}月` : ''}印发，发文字号却是〔${own}〕，两个年份不一致，请核实。`,
        [match],
        { claimed: `〔${own}〕`, computed: `〔${year}〕` },
      )
    }
  },
}

/** What is numbered in December may go out so many months later. */
const LATE = 1
