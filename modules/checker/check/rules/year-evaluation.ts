import type { Sentence, Understanding } from '../../understand/index.ts'
import type { Outcome, Rule } from '../rule.ts'
import { matches, wrong } from '../words.ts'

/** What the evaluation is held against, or draws on, and its year. */
const basis =
  /(?:19|20)\d{2}年(?:度)?(?:我[局队所镇街]?|我中心|我单位|街道|本部门|本单位|部门|单位|项目|整体|支出|预算|专项|资金|批复|申报|设定|的)*(?:绩效目标(?:申报|批复|自评)?表?|绩效指标体?系?表?|绩效(?:自评)?(?:得分|总分|评分)|自评(?:表|得分|总分)|(?:绩效)?自评(?:工作|报告|结果)?|绩效完成情况|决算(?:报表|数据|报告)?)/g
/** Speaks of this evaluation: 本次自评…, 本报告…, 经逐项核对…. */
const ofThis =
  /本次(?:绩效|自我|部门)?(?:自评|评价)|此次(?:绩效)?(?:自评|评价)|本报告|本自评报告|^经(?:过)?(?:逐项|逐条|认真|综合|全面|集体)?(?:核对|对照|自评|比对|核查|评议)|^(?:逐项|逐条)?对照(?!上)|综上|综合评定|自评得分/
const another =
  /上年|上一年|去年|往年|历年|以前年度|连续|近[两三]年|跨年|结转|延续|同比|相比|比较|对比|较|比20|结合|应用|运用|整改|通知|办法|规定|文件|方案|规划|《|〔|\[20|基数|为基准|立项|公开|公示|—|～|至20|-20|上一周期|三年|两年/
const FARTHEST = 4

/** 经逐项核对，2021年度绩效目标表所列指标均已完成: in the report on 2023, of its own evaluation. */
export const yearEvaluation: Rule = {
  id: 'year.evaluation',
  kind: 'year',
  title: '本次自评所依据的目标、数据应为所评价的年度',
  source: '报告标题的年度与正文评价的年度应为同一年（B-18）',
  fails: [
    '临江区城市管理局2023年度部门整体支出绩效自评报告\n一、自评结论\n经逐条对照，2021年度部门整体绩效目标申报表各项指标均已完成。',
    '临江区城市管理局2023年度部门整体支出绩效自评报告\n一、说明\n本次自评以2022年度部门整体支出绩效目标表为依据，得分90分。',
    '临江区城市管理局2023年度部门整体支出绩效自评报告\n一、说明\n本报告所列财务数据取自2021年度部门决算报表。',
    '临江区城市管理局2023年度部门整体支出绩效自评报告\n一、结论\n经自评，2020年度部门整体支出绩效得分93.20分。',
    '临江区城市管理局2023年度部门整体支出绩效自评报告\n一、结论\n对照2021年度绩效目标，各项任务均按期完成。',
    '临江区城市管理局2023年度部门整体支出绩效自评报告\n一、结论\n综上，2021年度部门整体绩效自评为“优”。',
  ],
  holds: [
    '临江区城市管理局2023年度部门整体支出绩效自评报告\n一、说明\n本报告所列财务数据取自2023年度部门决算报表。经逐条对照，2023年度绩效目标均已完成。',
    '临江区城市管理局2023年度部门整体支出绩效自评报告\n一、说明\n本次自评与2021年度部门整体绩效自评得分相比，提高2分。对照上年，2022年度绩效得分为91分。',
    '临江区城市管理局2023年度部门整体支出绩效自评报告\n一、说明\n本次自评按照《关于开展2022年度绩效自评工作的通知》的格式。2021年度绩效目标申报表已归档。',
    '临江区城市管理局2021—2023年度项目支出绩效自评报告\n一、说明\n经逐项核对，2021年度绩效目标均已完成。',
    '临江区城市管理局2023年度部门决算公开说明\n一、说明\n本报告中2022年度决算数据已按口径调整，2023年度决算数据取自报表。',
    '临江区城市管理局2023年度项目支出绩效自评报告\n一、项目完成情况\n2021年度绩效目标完成较好，2022年度绩效目标基本完成。\n经核对，2022年度绩效目标全部完成，2023年度绩效目标全部完成。',
  ],
  *check(doc) {
    const { title = '' } = doc.profile
    const own = Number(/((?:19|20)\d{2})年/.exec(title)?.[1])
    if (!own || /(?:19|20)\d{2}[^\d]{1,4}(?:19|20)\d{2}/.test(title)) return
    for (const found of matches(doc, basis)) {
      const year = Number(found.words.slice(0, 4))
      const sentence = doc.sentences.find(({ start, end }) => start <= found.start && end >= found.end)
      if (year >= own || year < own - FARTHEST || !sentence || !isOfThis(doc, sentence, own)) continue
      yield differs(found.words, year, own, found)
    }
  },
}

function isOfThis(doc: Understanding, { line, text }: Sentence, own: number): boolean {
  if (doc.folded.lines[line]?.cell) return false
  return ofThis.test(text) && !another.test(text) && !text.includes(`${own}年`)
}

const differs = (words: string, year: number, own: number, place: { start: number; end: number }): Outcome =>
  wrong('question', 0.72, `报告评价${own}年度，这里说的是本次自评，写的却是“${words}”。请核实年份。`, [place], {
    claimed: `${year}年`,
    computed: `${own}年`,
  })
