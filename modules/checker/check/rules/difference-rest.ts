import type { Fact, Sentence, Understanding } from '../../understand/index.ts'
import { base, isExact } from '../../understand/quantities.ts'
import { comparable, inUnitOf, isComparison, isCounted, printed } from '../measure.ts'
import { near } from '../numbers.ts'
import type { Outcome, Rule } from '../rule.ts'

/** 58个小区中设点的41个，尚有17个没有: what is left is the whole less the part. */
export const differenceRest: Rule = {
  id: 'difference.rest',
  kind: 'difference',
  title: '其余、尚有、剩余的数等于总数减已有的数',
  source: '部门决算报表“其中”项审核关系：其中数之和不大于合计数',
  fails: [
    '46个老旧小区中安装充电桩的有29个，尚有19个小区没有安装。',
    '全县126座公厕中，已完成改造98座，其余38座计划明年改造。',
    '计划整治河道34条，已整治27条，还有9条未整治。',
    '应签合同86份，已签78份，尚未签订的6份。',
    '共有环卫车辆152辆，其中新能源车64辆，剩余98辆为燃油车。',
  ],
  holds: [
    '46个老旧小区中安装充电桩的有29个，尚有17个小区没有安装。',
    '46个老旧小区中安装充电桩的有29个，还有4个小区正在施工。',
    '全县126座公厕中，已完成改造98座，其余28座计划明年改造。',
    '计划整治河道34条，已整治27条，正在整治4条，还有3条未整治。',
    '计划整治河道34条，实际整治37条，还有9条列入明年计划。',
    '共有环卫车辆152辆，其中新能源车64辆、应急车12辆，剩余76辆为燃油车。另有租用车辆9辆。',
    '全年受理2186件，办结2140件，上年结转的还有58件未办。',
    '配备对讲机120台，一线队员86人做到人手1台，其余34台备用。',
    '抽查点位120个，合格108个，整改后还有2个未达标。',
    '全年立案1184件。案件按类型分，占道经营688件，乱倒垃圾267件，其他类型229件。',
  ],
  *check(doc) {
    for (const sentence of doc.sentences)
      for (const rest of sentence.facts) {
        const lead = restLead(doc, sentence, rest)
        const found = lead && wholeAndPart(doc, sentence, rest)
        if (found) yield* judged(doc, rest, found, lead)
      }
  },
}

type Lead = 'all' | 'some'
const all = /(?:^|[，；])(?:其余|其他|剩余|余下|剩下)的?(?:\p{Script=Han}{0,6})$/u
const some = /(?:^|[，；])(?:但|目前|现)?(?:尚|还|仍|仍然|仍旧|尚余|还剩|仍剩)有?(?:\p{Script=Han}{0,8}(?:的|的有))?$/u
const notDone = /^[^，。；、\d]{0,10}(?:没有|未|无|待|不)/
const leadNotDone = /(?:尚未|还未|仍未|未)\p{Script=Han}{1,8}的(?:有|还有|尚有)?$/u

/** 其余 is all that is left; 尚有 is so where the same thing was not done. */
function restLead({ folded: { text } }: Understanding, { start }: Sentence, rest: Fact): Lead | undefined {
  if (!isCounted(rest) || !isExact(rest) || rest.unit.dimension === 'money') return undefined
  const clause = text.slice(Math.max(start, rest.start - 18), rest.start).replace(/^.*(?=[，；])/s, '')
  if (/上年|去年|结转|整改后|新增|另/.test(clause)) return undefined
  if (all.test(clause)) return 'all'
  if (leadNotDone.test(clause)) return 'some'
  return some.test(clause) && notDone.test(text.slice(rest.end, rest.end + 16)) ? 'some' : undefined
}

/** The only two figures of that measure before it in its sentence, the greater first, joined as whole and part. */
function wholeAndPart({ folded: { text } }: Understanding, { facts }: Sentence, rest: Fact) {
  const told = facts.filter(
    ({ end, unit }) => end <= rest.start && isCounted({ unit } as Fact) && unit.dimension !== 'money',
  )
  const like = told.filter((fact) => comparable(fact, rest))
  const [whole, part] = like
  if (!whole || !part || like.length !== 2 || !isExact(whole) || !isExact(part)) return undefined
  if (isComparison(whole) || isComparison(part) || base(part) > base(whole)) return undefined
  // 按类型分，甲1108件，乙427件，其他329件: three side by side.
  if (/按[^，。；\d]{1,8}分[，,：:]?[^，。；\d]*$/.test(text.slice(Math.max(0, whole.start - 20), whole.start)))
    return undefined
  const between = text.slice(whole.end, part.start)
  const behind = text.slice(part.end, rest.start)
  // 配备210台，126人人手1台，其余84台: one each.
  if (
    /[；。]|上年|去年|比|较|新增|抽查|不合格|人手|[每各均]\p{Script=Han}{0,4}$/u.test(between) ||
    /[；。]|整改|上年|另/.test(behind)
  )
    return undefined
  // 整治27条、长度38公里，还有: of the same measure and no other between.
  return told.some((fact) => fact.start > part.start && comparable(fact, rest)) ? undefined : { whole, part }
}

function* judged(
  { folded: { text } }: Understanding,
  rest: Fact,
  { whole, part }: { whole: Fact; part: Fact },
  lead: Lead,
): Generator<Outcome> {
  const should = base(whole) - base(part)
  const formula = `${printed(text, whole)} - ${printed(text, part)} = ${inUnitOf(rest, should)}`
  const places = [rest, whole, part]
  if (near(should, base(rest), 0)) {
    yield { verdict: 'consistent', formula, places }
    return
  }
  const isMore = base(rest) > should
  const isSame = sameDone(text, part, rest)
  if (!isMore && lead === 'some' && !isSame) return
  const sure = base(rest) < base(whole) && (isMore || lead === 'all' || isSame)
  yield {
    verdict: 'wrong',
    severity: sure ? 'error' : 'question',
    certainty: sure ? 0.86 : 0.6,
    message: `${lead === 'all' ? '其余' : '尚余'}写为 ${printed(text, rest)}，按 ${formula}${isMore ? '，多于所余之数' : ''}；请核对。`,
    formula: `${formula} ≠ ${printed(text, rest)}`,
    claimed: printed(text, rest),
    computed: inUnitOf(rest, should),
    places,
  }
}

/** 已整治27条，还有9条未整治: one word for what was done and what was not. */
function sameDone(text: string, part: Fact, rest: Fact): boolean {
  const undone = /(?:没有|尚未|还未|未|待)(\p{Script=Han}{2})/u.exec(text.slice(rest.start - 12, rest.end + 16))?.[1]
  const done = text.slice(Math.max(0, part.start - 12), part.start).replace(/(?:的|了|有|共|计)+$/, '')
  return undone !== undefined && (done.includes(undone) || done.endsWith(undone.slice(0, 1)))
}
