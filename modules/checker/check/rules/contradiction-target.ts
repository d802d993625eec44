import type { Fact, Sentence, Understanding } from '../../understand/index.ts'
import { base } from '../../understand/quantities.ts'
import { comparable, isComparison, printed } from '../measure.ts'
import type { Outcome, Rule } from '../rule.ts'
import { wrong } from '../words.ts'

/** What is said of a figure and the target behind it: 超额完成15处的年度目标, 未达到90%的目标值. */
const over = /(?:超额(?:完成|实现)|超过|高于|超出|优于)(?:了)?$/
const missed = /(?:(?:未|没有|没能|未能)(?:能|全部|如期|按期)?(?:完成|达到|实现)|低于|不及)(?:了)?$/
const met = /(?<!未|没有|没能|未能|未能全部|未全部|不)(?:完成|达到|实现)(?:了)?$/
const named = /^的?(?:年度|年初|全年|预期|计划|考核|绩效|既定|设定)*(?:目标|指标|任务)(?:值|数)?/
/** Where less is better a figure below the target is none that misses it. */
const less =
  /下降|降低|减少|控制|压减|压缩|成本|投诉|时间|时长|时限|工期|天数|事故|浓度|返工|返修|差错|以内|以下|不超过|不高于|平均用时|缩短|负债|能耗|支出|经费|费用/
const apart = /较|比|均|每|上年|去年|往年|同期|年初|原|累计|其中|计划|目标|任务|要求/
/** What may stand between the figure and the claim: anything else begins another subject. */
const leadIn =
  /^(?:但|因|由于|已经?|也|均|都|仍|尚|略|远|稍|大幅|明显|顺利|圆满|全面|提前|如期|按期|最终|从而|并|成功|因此)*$/
const later = /明年|下年|下一年|力争|争取|确保|计划|预计|有望|努力|拟/
/** 完成12万吨年度目标的25%, 距完成30处的目标还差5处 */
const partly = /^的?\d|^的[^，。；;\n]{0,6}%|^[^，。；;\n]{0,4}(?:还|差|距)/
/** 超过年度目标1,300件: the name stands before. A difference (超过目标值1.6吨) is less than what is reached. */
const nameBefore =
  /(?:的)?(?:(?:年度|年初|全年|预期|计划|考核|绩效|既定|设定|市|区|县|上级)*(?:下达|确定)?(?:的)?(?:目标|指标|任务)(?:值|数)?|(?:年初|年度)?(?:确定|下达|设定|批复)的?)(?:为|的)?$/
/** So far behind the figure the target may stand. */
const LONGEST = 60

/** 14处，超额完成15处的年度目标: the two numbers of the sentence say otherwise. */
export const contradictionTarget: Rule = {
  id: 'contradiction.target-said',
  kind: 'contradiction',
  title: '写“完成目标”“未完成目标”的，应与同一句中的实际数和目标数相符',
  source: '财预〔2020〕10号：以实际完成值与指标值比较认定完成情况',
  fails: [
    '消除积水点14处，超额完成15处的年度目标；惠及居民约2.1万户。',
    '全年转运生活垃圾10.22万吨，日均约280吨，较2023年的9.86万吨增加0.36万吨，增长3.7%，因未完成9.5万吨的年度目标，扣1分。',
    '全年办理案件1,204件，超过年度目标1,300件。',
    '共改造公厕11座，圆满完成年初确定的12座目标任务。',
    '居民满意率为93.0%，未达到90%的目标值。',
    '市民满意度84.4%，达到85%的目标值。',
    '受理投诉860件，办结率99.2%，群众满意率88.5%，达到90%的目标。',
    '收回问卷480份，回收率96.00%，满意的412份，满意度为85.83%，达到年初设定的88%的目标值。',
  ],
  holds: [
    '消除积水点16处，超额完成15处的年度目标。清运生活垃圾3.12万吨，较上年2.94万吨增长6.1%，超额完成2.8万吨的年度目标。',
    '满意度91.67%；对经办服务满意的329份，满意度88.44%，两项指标平均90.06%，达到90%的目标要求。',
    '分出厨余垃圾日均23.6吨，超过目标值1.6吨。全年办理案件1,304件，超过年度目标1,300件。办结1,204件，低于目标值96件。',
    '市民满意度84.4%，略低于85%的目标值。完好率98.17%，达到97%的目标值。',
    '有责投诉412件，比上年减少74件，下降15.2%，完成下降10%以上的目标。平均用时3小时，低于4小时的目标值。',
    '一季度清运3万吨，完成12万吨年度目标的25%。全年清运2.1万吨，明年力争完成3万吨的目标。覆盖率85%，群众满意度达到90%的目标值。',
    '全年清运垃圾10.2万吨，其中厨余垃圾2.1万吨，未完成2.5万吨的年度目标。改造管网未完成50公里的年度目标，实际完成45公里。',
    '一季度完成5处、二季度完成9处，全年完成14处的目标。拆除违建198宗，全年共拆除326宗，完成300宗的目标。',
  ],
  *check(doc) {
    for (const sentence of doc.sentences)
      for (const target of sentence.facts) {
        const found = held(doc, sentence, target)
        if (found) yield found
      }
  },
}

function held(doc: Understanding, sentence: Sentence, target: Fact): Outcome | undefined {
  const { text } = doc.folded
  if (target.range || target.approximate) return undefined
  const isNamed = named.test(text.slice(target.end, target.end + 16))
  const full = text.slice(sentence.start, target.digits.start)
  const name = nameBefore.exec(full)?.[0] ?? ''
  if (!isNamed && !/(?:目标|指标|任务)/.test(name)) return undefined
  const lead = full.slice(0, full.length - name.length)
  const claim = over.test(lead) ? 'over' : missed.test(lead) ? 'missed' : met.test(lead) ? 'met' : undefined
  if (!claim) return undefined
  const from = Math.max(...[...lead.matchAll(/[；;]/g)].map(({ index }) => sentence.start + index), sentence.start)
  const end = target.end + (named.exec(text.slice(target.end, target.end + 16))?.[0].length ?? 0)
  if (['money', 'time', 'none'].includes(target.unit.dimension) || partly.test(text.slice(end, end + 12)))
    return undefined
  const begins = target.digits.start - name.length - claimLength(lead)
  if (later.test(text.slice(from, begins))) return undefined
  const all = sentence.facts.filter(
    (fact) => fact.start >= from && fact.end < target.start && comparable(fact, target) && isActual(text, fact),
  )
  // 回收率96%，满意率88%，达到90%的目标: of several rates the one beside it.
  const beside = target.unit.dimension === 'percent' && all.at(-1)
  const isBeside = beside && /^[，,]$/.test(text.slice(beside.end, begins))
  const actuals = isBeside ? [beside] : all
  const about = text.slice(isBeside ? beside.labelSpan.start : from, target.start)
  if (target.start - from > 4 * LONGEST || less.test(about)) return undefined
  const [first] = actuals
  if (!first) return undefined
  // 清运10.2万吨，其中厨余2.1万吨，未完成2.5万吨的目标: said of the part.
  const parts = sentence.facts.filter(({ start }) => start > first.end && start < target.start)
  if (parts.some((fact) => comparable(fact, target) && /其中/.test(text.slice(fact.labelSpan.start - 3, fact.start))))
    return undefined
  const last = Math.max(...actuals.map((fact) => fact.end), text.slice(0, begins).lastIndexOf('，') + 1)
  if (!leadIn.test(text.slice(last, begins))) return undefined
  const says = (fact: Fact) => fits(claim, base(fact), base(target))
  // 88.44%，两项指标平均90.06%，达到90%的目标: said of the mean.
  const between = sentence.facts.filter(
    (fact) =>
      fact.start > first.end &&
      fact.end < begins &&
      comparable(fact, target) &&
      /平均$/.test(text.slice(fact.start - 2, fact.start)),
  )
  if (!actuals.some(says) && between.some(says)) return undefined
  if (actuals.some(says)) {
    // 超过目标值6处 may say by how many.
    if (!isNamed && claim !== 'missed') return undefined
    const formula = `${printed(text, first)}与目标${printed(text, target)}相比，符合所写`
    return actuals.every(says) ? { verdict: 'consistent', formula, places: [first, target] } : undefined
  }
  if (actuals.length > 1 || (!isNamed && claim !== 'missed' && base(target) <= base(first))) return undefined
  if (!isNamed && claim === 'missed' && /低于|不及/.test(text.slice(begins, target.start))) return undefined
  const more = base(first) > base(target) ? '多于' : base(first) < base(target) ? '少于' : '等于'
  return wrong(
    'error',
    0.88,
    `前后矛盾：实际${printed(text, first)}，${more}目标${printed(text, target)}，却写“${text.slice(begins, end)}”。`,
    [{ start: first.labelSpan.start, end }],
    {
      ...(/达到了?$/.test(lead) && claim === 'met' ? { kind: 'threshold' as const } : {}),
      claimed: printed(text, first),
      computed: printed(text, target),
      formula: `${printed(text, first)} ${base(first) >= base(target) ? '≥' : '<'} ${printed(text, target)}`,
    },
  )
}

const claimLength = (lead: string) => (over.exec(lead) ?? missed.exec(lead) ?? met.exec(lead))?.[0].length ?? 0

const fits = (claim: 'over' | 'missed' | 'met', actual: number, target: number): boolean =>
  claim === 'over' ? actual > target : claim === 'met' ? actual >= target : actual < target

/** No comparison, no mean, no part of another. */
function isActual(text: string, fact: Fact): boolean {
  const before = text.slice(Math.max(0, fact.start - 10), fact.start).replace(/^.*[，,；;、。]/s, '')
  return !fact.approximate && !fact.bound && !fact.range && !isComparison(fact) && !apart.test(before)
}
