import type { Rule } from '../rule.ts'
import { before, matches, raw, wrong } from '../words.ts'

const target =
  '(?:年初|年度|全年|预期|计划|考核|绩效|既定|设定|的)*(?:目标|指标|任务)(?:值|数|要求)?(?:[（(][^（()）\\n]{1,16}[）)])?'
const whose = '(?:但|且)?(?:该项?|本项?|此项?|故)?(?:指标|任务|目标|工作)?'
const metThenMissed = new RegExp(
  `(?:达到|完成|实现|超过|高于|优于)了?${target}[，,]${whose}(?:未完成|未达标|未达到|未实现|没有完成|没有达到)(?:${target})?(?=[，,。；;\\n])`,
  'g',
)
const missedThenMet = new RegExp(
  `(?:未完成|未达到|未实现|低于|没有完成|没有达到)了?${target}[，,]${whose}(?:已经?|全面|圆满|按期|如期)*(?:完成|达标|实现|达到)(?:${target})?(?=[，,。；;\\n])`,
  'g',
)
const negated = /(?:未|没有|没能|未能|不|难以|无法)(?:全部|完全|能|如期|按期)?$/
const less = /成本|费用|支出|投诉|事故|时间|时长|浓度|能耗|成灾|损失|负债|控制/

/** 达到年度目标值（≥92%），该项指标未完成: one after the other, and only one of them is so. */
export const contradictionBothSaid: Rule = {
  id: 'contradiction.both-said',
  kind: 'contradiction',
  title: '同一指标不应前说达到目标、后说未完成',
  source: '形式逻辑：同一报告对同一事项的判断不得相反',
  fails: [
    '服务对象满意率95.10%，达到年度目标值（≥93%），该项指标未完成。',
    '全年新建管网11公里，未完成年初目标，该项任务已完成。',
    '管网漏损治理完成全年任务，但未达标。',
  ],
  holds: [
    '服务对象满意率95.10%，达到年度目标值（≥93%），该项指标完成。新建管网未完成年初目标，该项指标未完成。',
    '水质合格率达到年度目标，但未完成市下达的整治任务。未达到年度目标值，该项指标扣1分。',
    '平均处置时间低于目标值，完成年度目标。单位成本低于年初目标，该项指标已完成。',
  ],
  *check(doc) {
    for (const found of [...matches(doc, metThenMissed), ...matches(doc, missedThenMet)]) {
      const lead = before(doc, found, 24).replace(/^.*[。；\n]/s, '')
      if (negated.test(lead) || (/^低于/.test(found.words) && less.test(lead))) continue
      const [first = '', second = ''] = raw(doc, found).split(/[，,](?=[^，,]*$)/)
      yield wrong('error', 0.86, `前后矛盾：先说“${first}”，紧接着又说“${second}”，请核实。`, [found], {
        claimed: second,
        computed: first,
      })
    }
  },
}
