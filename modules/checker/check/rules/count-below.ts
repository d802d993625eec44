import { every } from '../../understand/every.ts'
import type { Understanding } from '../../understand/index.ts'
import { numberOf } from '../../understand/numerals.ts'
import { itemRowsOf } from '../items.ts'
import type { Rule } from '../rule.ts'
import { wrong } from '../words.ts'

const counted = /([一二两三四五六七八九十]|\d{1,2})(?:大|个)?(方面|层面|点|项|条|类|个|大)/g
const opens = /以下|如下|主要|存在|突出|从|采取|抓好|做好|做了|落实|总结|体会|提出|表现在|体现在|梳理|发现/
/** What stands between the count and the colon: 四方面问题, 三个方面加以改进. */
const thing =
  /^的?[\p{Script=Han}]{0,10}?(?:问题|不足|短板|困难|措施|体会|做法|经验|建议|原因|工作|举措|入手|着手|改进|整改|发力|方面|启示|偏差|情况)[\p{Script=Han}]{0,4}$/u
const MOST = 12

/** 存在以下四方面问题： and below it 一是, 二是 and 三是, each a paragraph of its own. */
export const countBelow: Rule = {
  id: 'count-list.below',
  kind: 'count-list',
  title: '“以下N方面”与下文逐段所列的项数一致',
  source: '公文写作：列举项数与总数一致',
  fails: [
    '四、存在的问题\n经自评，主要存在以下四方面问题：\n一是预算编制较粗。\n二是支出进度偏慢。年底集中支付。\n三是档案不完整。\n五、下一步措施\n完善制度。',
    '五、工作体会\n通过一年的实践，我们主要有三点体会。\n（一）领导重视是前提\n主要领导每月调度。\n（二）制度健全是保障\n修订考核办法。\n六、其他\n无。',
    '下一步，从以下3个方面加以改进：\n1.细化预算编制；\n2.加强日常监管；\n3.强化结果应用；\n4.完善档案管理。\n二、其他\n无。',
    '经梳理，突出表现在两个方面的问题：\n一是设备老化；二是人员不足；三是资金紧张。',
  ],
  holds: [
    '四、存在的问题\n经自评，主要存在以下三方面问题：\n一是预算编制较粗。\n二是支出进度偏慢。一是年初批复晚，二是采购周期长。\n三是档案不完整。\n五、下一步措施\n完善制度。',
    '主要采取以下三项措施：\n一是加强培训。\n（1）集中培训；\n（2）上门培训。\n二是强化督查。\n三是落实责任。',
    '主要有三点体会。\n（一）领导重视是前提\n每月调度。\n小结\n（二）制度是保障\n（三）人员是根本\n四、存在四个方面的问题：\n资金、人员、设备、场地均不足。',
    '围绕五项重点任务，主要存在以下两个问题：\n1.进度偏慢；\n2.资料不全。\n设置一级指标3项：\n1.产出指标\n2.效益指标',
  ],
  *check(doc) {
    for (const row of itemRowsOf(doc)) {
      const [first] = row.items
      if (first?.number !== 1 || first.start !== doc.folded.lines[first.line]?.start) continue
      const claim = claimAt(doc, first.line - 1)
      if (!claim || row.loose || row.items.length < 2 || row.items.some(({ number }, at) => number !== at + 1)) continue
      const { value, words, isOpened } = claim
      const last = row.items.at(-1) ?? first
      const places = [claim, { start: last.start, end: Math.min(last.end, last.start + MOST) }]
      const formula = `下文逐项列出 ${row.items.length} 项`
      if (row.items.length === value) yield { verdict: 'consistent', formula: `${formula}，写明“${words}”`, places }
      else
        yield wrong(
          isOpened ? 'error' : 'question',
          isOpened ? 0.84 : 0.72,
          `写明“${words}”，${formula}。请核对数目或补全各项。`,
          places,
          { claimed: String(value), computed: String(row.items.length), formula: `${formula} ≠ ${value}` },
        )
    }
  },
}

/** The count at the end of the line, in its last clause and alone there. */
function claimAt({ folded: { text, lines } }: Understanding, index: number) {
  const line = lines[index]
  if (!line || line.cell) return undefined
  const words = text.slice(line.start, line.end)
  const clause = /[^，,。；;：:]*(?=[：:。]$)/.exec(words)?.[0] ?? ''
  const found = every(clause, counted)
  const [one] = found
  if (!one?.[1] || found.length !== 1) return undefined
  const behind = clause.slice(one.index + one[0].length)
  if (!opens.test(clause.slice(0, one.index)) || !thing.test(`${one[2]}${behind}`)) return undefined
  const value = numberOf(one[1]) ?? 0
  if (value < 2 || value > MOST) return undefined
  const start = line.end - 1 - clause.length + one.index
  return { start, end: line.end - 1, value, words: clause.slice(one.index), isOpened: /[：:]$/.test(words) }
}
