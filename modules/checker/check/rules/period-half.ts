import type { Rule } from '../rule.ts'
import { sectionsOf } from '../sections.ts'
import { type Match, matches, wrong } from '../words.ts'

const part =
  /(?:今年|本年|(?:19|20)\d{2}年)?(上半年|前三季度|一季度|1[-—至~到]?(?:[5-9]|10|11)月份?)[，,]?[^。；\n]{0,40}?(?<!第)\d/g
const whole = /全年|下半年|四季度|截至(?:年底|12月)|12月底|年末/
const plain = /进度|上年同期|去年同期|监控|监测|预警|进度要求|目标值|计划|≥|不低于/

/** Half a year's figure in a report on a year. */
export const periodHalf: Rule = {
  id: 'period.part-year',
  kind: 'period',
  title: '年度报告应报全年的数',
  source: '财预〔2020〕10号：自评以全年执行数和全年完成值为准',
  fails:
    '临江区城市管理局2023年度部门整体支出绩效自评报告\n一、履职完成情况\n今年上半年共受理案件3512件，处置3480件。\n二、预算执行情况\n全年预算4300万元。',
  holds: [
    '临江区城市管理局2023年度部门整体支出绩效自评报告\n一、履职完成情况\n上半年共受理案件3512件，下半年受理3500件。',
    '临江区城市管理局2023年度部门整体支出绩效自评报告\n二、绩效监控\n1-7月执行监控：预算执行60%。全年执行95%。',
  ],
  *check(doc) {
    if (!/年度/.test(doc.profile.title ?? '') || doc.profile.kind !== 'self-evaluation') return
    const monitored = sectionsOf(doc).filter(({ heading }) => /监控/.test(heading.text))
    const around = ({ start }: Match) => {
      const at = doc.sentences.findIndex((sentence) => sentence.start <= start && start < sentence.end)
      return [doc.sentences[at - 1], doc.sentences[at], doc.sentences[at + 1]].map((one) => one?.text ?? '').join('。')
    }
    const found = matches(doc, part).filter((one) => {
      const words = around(one)
      return (
        !whole.test(words) &&
        !plain.test(words) &&
        !monitored.some(({ start, end }) => one.start >= start && one.end <= end)
      )
    })
    const [first] = found
    if (!first) return
    yield wrong(
      'question',
      0.6,
      `年度报告里只写了${first.groups[0]}的数：“${first.words}”，没有全年的数。请补上全年数或说明。`,
      found,
      { claimed: first.groups[0] ?? '', computed: '全年' },
    )
  },
}
