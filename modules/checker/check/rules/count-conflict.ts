import type { Fact, Understanding } from '../../understand/index.ts'
import { isExact } from '../../understand/quantities.ts'
import { comparable, isComparison } from '../measure.ts'
import type { Rule } from '../rule.ts'
import { slipOf } from '../slip.ts'
import { isAim, isOfOtherTime, subjectOf } from '../subject.ts'
import { toldOtherwise } from '../told.ts'

/** 所属二级机构8个, and in another chapter 局属9个二级机构均…. */
export const countConflict: Rule = {
  id: 'cross-reference.count',
  kind: 'cross-reference',
  title: '同一事物的个数前后一致',
  source: '部门决算公开说明同一指标前后一致（B-17）',
  fails: [
    '内设科室11个，所属二级机构8个。\n局属9个二级机构均完成自评，覆盖率100%。',
    '全年改造老旧小区36个，惠及居民8316户。\n①产出指标：改造老旧小区数量39个（目标值≥36个），得4分。',
    '辖区居民小区58个（其中商品房小区37个、拆迁安置小区14个、老旧散小区7个）。\n老旧散小区8个，督导员年龄偏大。',
    '截至年末，全局在职人员344人。\n全局354名在职职工中，专职从事绩效管理的2人。',
  ],
  holds: [
    '内设科室11个，所属二级机构8个。\n局属8个二级机构均完成自评。上年二级机构9个。',
    '年度绩效目标为：完成改造老旧小区36个，拆除违建8处。\n全年改造老旧小区39个。该类项目15个，平均得分92分。该类项目16个。',
    '年度目标：改造老旧小区36个。\n全年改造老旧小区39个。核定政法专项编制74名，实际政法专项编制71名。',
    '所属学校46所（小学27所、九年一贯制学校7所）。\n改造学校24所（小学14所、九年一贯制学校4所）。',
    '上半年改造老旧小区16个。\n全年改造老旧小区36个，其中改造老旧小区中心城区26个。下半年开展专项检查21次，全年开展专项检查41次。',
    '东城街道：改造背街小巷12条。\n西城街道：改造背街小巷15条。',
  ],
  *check(doc) {
    const told = new Set<string>()
    for (const [subject, facts] of bySubject(doc))
      for (const [at, first] of facts.entries()) {
        const other = facts.slice(at + 1).find((one) => differs(doc, first, one))
        if (!other || told.has(subject)) continue
        told.add(subject)
        yield toldOtherwise(doc, `“${subject}”`, [first, other], 0.76)
      }
  },
}

const LEAST_SIGNS = 4
const LEAST = 3
function bySubject(doc: Understanding): Map<string, Fact[]> {
  const groups = new Map<string, Fact[]>()
  for (const fact of doc.facts) {
    if (fact.unit.dimension !== 'count' || !isExact(fact) || fact.value < LEAST || isComparison(fact)) continue
    const subject = subjectOf(doc, fact)
    if (subject.length < LEAST_SIGNS || events.test(subject) || isOfOtherTime(doc, fact) || isAim(doc, fact)) continue
    groups.set(subject, [...(groups.get(subject) ?? []), fact])
  }
  return groups
}

/** So often a thing is done again and again, here more and there less. */
const events = /检查|巡查|会议|活动|培训|走访|行动|宣传|抽查|问卷|占|超|其中|^共|编制|^[该此各]|^上述/

/** One figure of another by one slip of the hand, in two sentences, and not both parts of wholes of their own. */
const differs = (doc: Understanding, one: Fact, other: Fact): boolean =>
  comparable(one, other) &&
  slipOf(other, one.value) === 'digit' &&
  /[。\n]/.test(doc.folded.text.slice(one.end, other.start)) &&
  scopeOf(doc, one) === scopeOf(doc, other) &&
  !(isPart(doc, one) && isPart(doc, other))

/** The body or the place at the head of its paragraph: 东城街道：. */
const scopeOf = ({ folded: { lines } }: Understanding, { head, line }: Fact): string =>
  !lines[line]?.cell && /(?:街道|社区|镇|乡|村|大队|中队|标段|片区|科|股|所)$/.test(head) ? head : ''

const isPart = ({ folded: { text, lines } }: Understanding, { start, line }: Fact): boolean => {
  const sentence = text.slice(lines[line]?.start ?? 0, start).replace(/^.*[。；]/s, '')
  return /其中|[（(][^）)]*$/.test(sentence)
}
