import type { Fact, Understanding } from '../../understand/index.ts'
import { base, isExact } from '../../understand/quantities.ts'
import { comparable, figures, printed } from '../measure.ts'
import type { Rule } from '../rule.ts'
import { slipOf } from '../slip.ts'
import { isAim, isOfOtherTime, sameSubject, subjectOf } from '../subject.ts'

/** 收回有效问卷1426份, and later 1462份问卷: the same things, two digits turned round. */
export const swapped: Rule = {
  id: 'cross-reference.swapped',
  kind: 'cross-reference',
  title: '同一事项前后两数的数字颠倒',
  source: '部门决算公开说明同一指标前后一致（B-17）',
  fails: [
    '发放问卷1500份，收回有效问卷1426份。群众意见较多，1462份问卷中共提出意见397条。',
    '全年实施临时救助3.26万人次，支出1280万元。\n临时救助惠及困难家庭3.62万人次。',
    '总体完成较好，服务对象满意度为92.47%。\n回收有效问卷，满意度为92.74%，高于目标值。',
    '截至年末，森林覆盖率52.63%，绿地率38%。\n3.森林覆盖率：目标值≥52%，实际52.36%，得10分。',
    '为当事人挽回经济损失415.20万元，办理案件80件。\n三级指标|年度指标值|实际完成值|分值|得分\n为当事人挽回经济损失|≥400万元|451.20万元|10|10\n',
    '全年执行数17536万元，预算执行率94.07%。\n预算执行率指标满分20分，执行率94.70%，得18.81分。',
    '省级资金386万元、县级资金279万元。县级财政配套资金297万元于5月拨付。',
  ],
  holds: [
    '发放问卷1500份，收回有效问卷1426份。群众意见较多，1426份问卷中共提出意见397条。清运垃圾46吨。清运积雪64吨。',
    '市级资金279万元、县级资金212万元。县级财政配套资金212万元于5月拨付，市级资金279万元。省级资金297万元。',
    '林木覆盖率52.63%，绿地率38%。上年林木覆盖率52.36%。\n道路亮灯率98.67%。设施完好率98.76%。',
    '道路养护支出决算412.35万元。绿化养护支出决算421.35万元。',
  ],
  *check(doc) {
    const { text } = doc.folded
    for (const facts of byDigits(doc)) {
      const pair = pairOf(doc, facts)
      if (!pair) continue
      const [first, other] = pair
      const sure = isSure(doc, first, other)
      yield {
        verdict: 'wrong',
        severity: sure ? 'error' : 'question',
        certainty: sure ? 0.86 : 0.76,
        message: `前文写 ${printed(text, first)}，此处写 ${printed(text, other)}，疑似两位数字颠倒；如不是同一事项，请写明。`,
        formula: `${printed(text, other)} ≠ ${printed(text, first)}`,
        claimed: printed(text, other),
        computed: printed(text, first),
        places: [other, first],
      }
    }
  },
}

/** Figures of the same digits in one measure: of two with two digits turned round, both are among them. */
function byDigits(doc: Understanding): Fact[][] {
  const groups = new Map<string, Fact[]>()
  for (const fact of doc.facts) {
    if (/none|score|points|time/.test(fact.unit.dimension) || !isExact(fact) || fact.value < LEAST) continue
    const digits = [...String(Math.round(fact.value / fact.step))].sort().join('')
    const key = `${fact.unit.dimension}|${digits}|${fact.step}`
    groups.set(key, [...(groups.get(key) ?? []), fact])
  }
  return [...groups.values()].filter((facts) => new Set(facts.map(base)).size > 1)
}

const LEAST = 1
/** The two that are one another with two digits turned round, told in two sentences. */
function pairOf(doc: Understanding, facts: readonly Fact[]): [Fact, Fact] | undefined {
  for (const [at, first] of facts.entries())
    for (const other of facts.slice(at + 1))
      if (
        comparable(first, other) &&
        /[。\n]/.test(doc.folded.text.slice(first.end, other.start)) &&
        slipOf(other, first.value * (first.unit.factor / other.unit.factor)) === 'swapped' &&
        (sameNoun(doc, first, other) || sameMatter(doc, first, other))
      )
        return [first, other]
  return undefined
}

/** Few figures are alike by chance: there the same noun must stand beside them. */
const MANY = 3
function sameMatter(doc: Understanding, one: Fact, other: Fact): boolean {
  if (figures(one) < MANY || (isCell(doc, one) && isCell(doc, other))) return false
  if (isOfOtherTime(doc, one) || isOfOtherTime(doc, other)) return false
  const [a, b] = [subjectOf(doc, one), subjectOf(doc, other)]
  return (a.length >= 3 && b.length >= 3 && sameSubject(a, b)) || (!a && !b && sameRate(doc, one, other))
}

/** 预算执行率94.07%, and 执行率94.70%: neither names another matter. */
function sameRate(doc: Understanding, one: Fact, other: Fact): boolean {
  const [a, b] = [one, other].map(({ label }) => /执行率$/.exec(label)?.[0])
  return Boolean(a && b) && figures(one) >= SURE_FIGURES && !isCell(doc, one) && !isCell(doc, other)
}

const isCell = ({ folded: { lines } }: Understanding, { line }: Fact) => Boolean(lines[line]?.cell)

const SURE_FIGURES = 4
const LONG_NAME = 5
function isSure(doc: Understanding, one: Fact, other: Fact): boolean {
  const [a, b] = [subjectOf(doc, one), subjectOf(doc, other)]
  return (
    a === b &&
    a.length >= LONG_NAME &&
    figures(one) >= SURE_FIGURES &&
    sameMatter(doc, one, other) &&
    !isAim(doc, one) &&
    !isAim(doc, other)
  )
}

function sameNoun(doc: Understanding, one: Fact, other: Fact): boolean {
  if (one.unit.dimension !== 'count' || one.value < 12 || isCell(doc, one) || isCell(doc, other)) return false
  const noun = nounOf(doc, one)
  return noun !== '' && one.unit.word === other.unit.word && noun === nounOf(doc, other)
}

/** What is counted: the two signs behind the unit, or before the number. */
function nounOf({ folded: { text } }: Understanding, { label, object, end }: Fact): string {
  const behind = /^[\p{Script=Han}]{2}/u.exec(object)?.[0]
  if (behind && !/^[，。；、]/.test(text.slice(end, end + 1))) return behind
  return /[\p{Script=Han}]{2}$/u.exec(label)?.[0] ?? ''
}
