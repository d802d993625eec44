import type { Fact, Sentence, Understanding } from '../../understand/index.ts'
import { base, isExact } from '../../understand/quantities.ts'
import { comparable, isComparison, printed } from '../measure.ts'
import type { Outcome, Rule } from '../rule.ts'
import { wrong } from '../words.ts'

/** The words behind the figure: 未达到年初目标, 实现了成本控制目标; all of what is aimed at is more than one figure. */
const verdict =
  /^(?:[，,]|[，,]?(?:但|故|因此|仍|尚|仍然|已|均|也|圆满|顺利|基本)+)?((?:未|没有|没|未能|没能|未有)(?:能|能够|如期|按期)?)?(?:达到|完成|实现|达成)(?:了)?(?:(?:年度|年初|全年|预期|计划|绩效|既定|设定|预定|成本|控制|支出|数量|质量|时效)的?)*(?:目标|指标)(?:值|要求|任务|数)?(?=[，,。；;、（(]|$)/
/** What leads to a target in quotation marks or before 的目标: 未达到“降到10%以下”的年度目标. */
const leads =
  /^(?:[，,][^，,。；\d]{0,4}[\d.]+个?(?:百分点|%)?)?[，,](?:但|故|因此|仍|尚|已|均|也)*((?:未|没有|没|未能|没能)(?:能|能够|如期|按期)?)?(?:达到|完成|实现|达成)(?:了)?(?:年度|年初|全年|预期|计划|绩效)?[“"]?(?:将?[\p{Script=Han}]{0,8}?)?(降低?到|降至|下降到|降低至|下降至|压减到|压降至|控制在|缩短到|缩短至|减少到|减少至|不超过|不高于|提高到|提高至|提升到|提升至|上升到|达到|增加到|增加至|不低于|不少于)$/u
const aimed = /^[”"]?的?(?:年度|年初|全年|预期|计划|绩效|既定|设定|预定)*(?:目标|指标|要求)/
const least = /提高|提升|上升|达到|增加|不低于|不少于/
/** What says before a figure that it is to be reached, and whether more or less is better. */
const ceilings = /(?:控制在|不超过|不高于|≤|降到|降至|下降到|压减到)$/
const floors = /(?:不低于|不少于|≥|提高到|提升到|达到)$/
const actual = /实际|完成值?|达到|为$/
const notNow = /上年|去年|往年|明年|下年|力争|拟|预计|若|如果|按|其中/

/** 由15.8%降到9.4%，未达到“降到10%以下”的目标: it is below. */
export const contradictionAim: Rule = {
  id: 'contradiction.aim-said',
  kind: 'contradiction',
  title: '写“达到”“未达到”目标的，应与写明上限、下限的目标相符',
  source: '财预〔2020〕10号：以实际完成值与指标值比较认定完成情况',
  fails: [
    '路灯故障率由6.2%降到2.8%，未达到“降到3%以下”的年度目标。',
    '平均处置时间缩短到26小时，实现了“控制在24小时以内”的目标。',
    '公厕达标率由88%提高到96.4%，提高8.4个百分点，没有达到“提高到95%以上”的目标。',
    '项目总成本控制在860万元以内，实际成本812.40万元，未达到成本控制目标。',
    '绿地完好率年初目标值≥0.62，实际完成0.65，未达到年初目标。',
    '单位处置成本目标值≤180元，实际完成192元，达到年度目标值。',
  ],
  holds: [
    '路灯故障率由6.2%降到3.4%，未达到“降到3%以下”的年度目标。投诉率降到1.2%，达到“控制在2%以内”的目标。',
    '项目总成本控制在860万元以内，实际成本812.40万元，实现了成本控制目标。',
    '绿地完好率年初目标值≥0.62，实际完成0.60，未达到年初目标。上年目标值≥0.62，实际完成0.65。',
    '目标值≥90%，实际完成92%，未达到目标的路段已整改。目标值≥90%，实际完成92%，没有完成全部年度目标。',
    '修剪目标≥5万株，实际完成5.2万株；补植目标≥300株，实际完成280株，未达到年初目标。',
  ],
  *check(doc) {
    for (const sentence of doc.sentences) yield* heldIn(doc, sentence)
  },
}

function* heldIn(doc: Understanding, { facts, text: words, start }: Sentence): Generator<Outcome> {
  if (!/目标|指标|要求/.test(words)) return
  const { text } = doc.folded
  for (const [at, fact] of facts.entries()) {
    const before = facts[at - 1]
    if (!before || !comparable(before, fact)) continue
    const aim = facts.slice(at + 1).find((other) => comparable(fact, other))
    const inside = aim && leads.exec(text.slice(fact.end, aim.digits.start))
    if (inside && aimed.test(text.slice(aim.end, aim.end + 16))) continue
    const found = verdict.exec(text.slice(fact.end, fact.end + 40))
    if (!found || !isExact(fact) || isDifference(text, fact) || !actual.test(text.slice(before.end, fact.start)))
      continue
    const part = text.slice(Math.max(start, before.start - 24), before.start).replace(/^.*[；;。]/s, '')
    const sign = signOf(text, before, part)
    if (!sign || notNow.test(part + text.slice(before.end, fact.start))) continue
    if (/[；;]/.test(text.slice(before.end, fact.start)) || before.range || before.approximate) continue
    yield judged(text, fact, before, sign, !found[1], fact.end + found[0].length)
  }
  for (const [at, aim] of facts.entries()) {
    const fact = facts.slice(0, at).findLast((other) => comparable(other, aim))
    const found = fact && leads.exec(text.slice(fact.end, aim.digits.start))
    const behind = aimed.exec(text.slice(aim.end, aim.end + 16))
    if (!fact || !found?.[2] || !behind || !isExact(fact) || isDifference(text, fact) || aim.range) continue
    const sign = least.test(found[2]) ? 'least' : 'most'
    const lead = text.slice(Math.max(start, fact.start - 16), fact.start).replace(/^.*[，；;。]/s, '')
    if ((aim.bound && aim.bound !== sign) || notNow.test(lead)) continue
    yield judged(text, fact, aim, sign, !found[1], aim.end + behind[0].length)
  }
}

/** Not of 提高到96.4%, which is what was reached. */
const isDifference = (text: string, fact: Fact): boolean =>
  isComparison(fact) && !/[到至为]$/.test(text.slice(fact.start - 1, fact.start))

function signOf(text: string, aim: Fact, lead: string): Fact['bound'] {
  const words = text.slice(Math.max(0, aim.digits.start - 6), aim.digits.start)
  const bound = aim.bound ?? (ceilings.test(words) ? 'most' : floors.test(words) ? 'least' : undefined)
  return /目标|指标|控制|计划|要求/.test(lead + words) ? bound : undefined
}

function judged(text: string, fact: Fact, aim: Fact, sign: 'least' | 'most', isMet: boolean, end: number): Outcome {
  const holds = sign === 'least' ? base(fact) >= base(aim) : base(fact) <= base(aim)
  const [one, other] = [printed(text, fact), printed(text, aim)]
  const compared = base(fact) > base(aim) ? '>' : base(fact) < base(aim) ? '<' : '='
  const formula = `${one} ${compared} ${other}（${sign === 'least' ? '下限' : '上限'}）`
  const places = [{ start: Math.min(fact.start, aim.start), end }]
  if (holds === isMet) return { verdict: 'consistent', formula, places }
  const says = isMet ? '达到' : '未达到'
  return wrong(
    'error',
    0.86,
    `前后矛盾：实际${one}，目标${other}，${holds ? '已经达到' : '没有达到'}，却写“${says}”目标。请核实。`,
    places,
    {
      claimed: says,
      computed: holds ? '已达到' : '未达到',
      formula,
    },
  )
}
