import type { Fact, Sentence, Understanding } from '../../understand/index.ts'
import { base, isExact } from '../../understand/quantities.ts'
import { comparable, isComparison, printed } from '../measure.ts'
import type { Outcome, Rule } from '../rule.ts'
import { wrong } from '../words.ts'

/** What makes a limit of a figure: 在线率应不低于95%, 合同要求损耗不超过9%. */
const required = /应|须|需|要求|约定|规定|标准|不得|协议/
/** What was measured: 经抽测，实际在线率为93.6%. */
const measured = /实际|实测|抽测|抽检|抽查|检查|检测|监测|测评|测得|核查|统计|考核|完成|达到|达|为|仅/
/** What is said right behind it. */
const verdict =
  /^[，,]?(?:已|均|也|都|全部|完全|总体|整体|能够|但|仍|尚|故)*(?:(未能?|没有|没能|不)?(?:达到|达|符合|满足|完成|优于)(?:了)?(?:合同|目标|考核|约定|规定|标准|设计|方案|指标|协议|相关|年初|年度|预期|既定|规范|服务|质量|的|和|及)*(?:目标|要求|标准|约定|规定|指标)(?:值)?|(未|不)?达标|(不)?合格)(?=[，,。；;、（(]|$)/
const own = /年初|年度|预期|绩效|考核/
const apart = /上年|去年|同期|往年|拟|将|下一步|力争|预计|若|如果|其中|平均|较|比/

/** 应不低于95%，实际93.6%，达到要求: the two figures say otherwise. */
export const contradictionLimit: Rule = {
  id: 'contradiction.limit-said',
  kind: 'contradiction',
  title: '写“达到要求”“达标”的，实际数应在所写的要求之内',
  source: '财预〔2020〕10号：以实际完成值与指标值比较认定完成情况',
  fails: [
    '按合同约定，设备在线率应不低于98%，经第三方抽测，实际设备在线率为96.2%，达到合同要求，指标完成。',
    '方案要求管网漏损率不超过9%，实测漏损率为9.8%，符合要求。',
    '污水处理厂出水达标率须达到99%以上，监测达标率为97.5%，已达标。',
    '协议规定每车作业人员不少于3人，实际为2人，满足协议约定。',
    '办结时间不得超过5个工作日，实际7个工作日，符合规定。',
    '按合同约定，设备在线率应不低于95%，实际在线率为96.2%，未达到合同要求。',
    '道路清扫覆盖率应达到95%，经抽查实际为91.4%，达标。',
  ],
  holds: [
    '按合同约定，设备在线率应不低于95%，实际设备在线率为96.2%，达到合同要求。漏损率不得超过9%，实测9.8%，不符合要求。',
    '设备在线率应不低于95%，完好率应不低于98%，实际在线率为96.2%，达到要求。',
    '设备在线率应不低于95%，完好率实际为91.3%，达到年初目标。',
    '设备在线率应不低于95%，实际91.3%，整改后达到要求。设备在线率应不低于95%，实际在线率91.3%，未达到要求。',
    '标准要求覆盖率不低于95%，较上年提高3.2%，达到要求。应不少于3人，其中持证2人，符合要求。',
    '国家规范要求绿地率不低于35%，实际绿地率为33.5%，达到年初目标值。',
  ],
  *check(doc) {
    for (const sentence of doc.sentences) {
      if (sentence.facts.length < 2 || !required.test(sentence.text)) continue
      for (const [at, aim] of sentence.facts.entries()) {
        const bound = boundOf(doc, aim)
        const outcome =
          bound && !aim.range && heldAgainst(doc, sentence, { ...aim, bound }, sentence.facts.slice(at + 1))
        if (outcome) yield outcome
      }
    }
  },
}

/** 不得超过5个工作日, 应达到95%. */
function boundOf({ folded: { text } }: Understanding, { bound, start, digits, unit }: Fact): Fact['bound'] {
  const words = text.slice(Math.max(0, start - 8), digits.start)
  if (bound) return bound
  if (/不(?:得|应|能)(?:超过|高于|多于|大于|超出)$/.test(words)) return 'most'
  if (/不(?:得|应|能)(?:低于|少于|小于)$/.test(words)) return 'least'
  return unit.dimension === 'percent' && /(?:应|须|需|应当)(?:达到|达)$/.test(words) ? 'least' : undefined
}

const NEAR = 24
const FAR = 30
function heldAgainst(doc: Understanding, sentence: Sentence, aim: Fact, behind: readonly Fact[]): Outcome | undefined {
  const { text } = doc.folded
  const fact = behind.find((other) => comparable(aim, other))
  if (!fact || !isExact(fact) || isComparison(fact)) return undefined
  const lead = text.slice(Math.max(sentence.start, aim.start - NEAR), aim.end).replace(/^.*[；;。]/s, '')
  const way = text.slice(aim.end, fact.start)
  if (!required.test(lead) || !measured.test(way) || way.length > FAR || apart.test(lead + way)) return undefined
  const found = /[；;。]/.test(way) ? undefined : verdict.exec(text.slice(fact.end, fact.end + FAR))
  if (!found || (own.test(found[0]) && !own.test(lead)) || !isOfAim(sentence, aim, fact, way)) return undefined
  return judged(doc, aim, fact, !(found[1] || found[2] || found[3]), fact.end + found[0].length)
}

const verbs =
  /实际|实测|经|第三方|抽测|抽检|抽查|检查|检测|监测|测评|测得|核查|统计|考核|完成|达到|达|为|仅|结果|值|年末|全年|显示|[，,]|应|须|需|要求|约定|规定|标准|合同|协议|方案|按照?|不得|超过|平均/g
/** 实际在线率 is that of 设备在线率应…; a bare 实际 is that of the one limit of the sentence. */
function isOfAim({ facts }: Sentence, aim: Fact, fact: Fact, way: string): boolean {
  const [one, other] = [aim.label, fact.label].map((label) => label.replace(verbs, ''))
  if (!one || !other)
    return !facts.some((next) => next.start !== aim.start && next.bound && comparable(next, aim)) && !named(way)
  return one.endsWith(other.slice(-LEAST)) && (one.endsWith(other) || other.endsWith(one))
}
const LEAST = 3
/** Words that are another matter's: 完好率实际为91.3%. */
const named = (way: string) => /[率度比量]/.test(way.replace(/测量/g, ''))

function judged(doc: Understanding, aim: Fact, fact: Fact, isMet: boolean, end: number): Outcome | undefined {
  const { text } = doc.folded
  const [limit, value] = [base(aim), base(fact)]
  const holds = aim.bound === 'least' ? value >= limit : value <= limit
  const [one, other] = [printed(text, fact), printed(text, aim)]
  const formula = `${one} ${value > limit ? '>' : value < limit ? '<' : '='} ${other}（${aim.bound === 'least' ? '下限' : '上限'}）`
  const places = [{ start: aim.labelSpan.start, end }]
  if (holds === isMet) return { verdict: 'consistent', formula, places }
  if (value === limit) return undefined
  return wrong(
    'error',
    0.84,
    `前后矛盾：要求${aim.bound === 'least' ? '不低于' : '不超过'}${other}，实际${one}，却写“${text.slice(fact.end, end).replace(/^[，,]/, '')}”。请核实。`,
    places,
    { claimed: isMet ? '达到' : '未达到', computed: holds ? '已达到' : '未达到', formula },
  )
}
