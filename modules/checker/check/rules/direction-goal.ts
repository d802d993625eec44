import type { Fact, Understanding } from '../../understand/index.ts'
import { base, isExact } from '../../understand/quantities.ts'
import { printed } from '../points.ts'
import type { Outcome, Rule } from '../rule.ts'

/** 转运10.22万吨，…因未完成9.5万吨的年度目标; 消除积水点14处，超额完成15处的年度目标: the goal stands beside the verdict. */
export const directionGoal: Rule = {
  id: 'direction.goal',
  kind: 'direction',
  title: '“超额完成”“未完成”某数的目标，应与所写完成数相符',
  source: '财预〔2020〕10号：以实际完成值与指标值比较认定完成情况',
  fails: [
    '全年转运生活垃圾10.22万吨，日均约280吨，较2023年的9.86万吨增加0.36万吨，因未完成9.5万吨的年度目标，扣1分。',
    '消除积水点14处，超额完成15处的年度目标。',
  ],
  holds: [
    '全年转运生活垃圾9.22万吨，日均约253吨，因未完成9.5万吨的年度目标，扣1分。',
    '消除积水点16处，超额完成15处的年度目标；投诉7件，未完成5件以内的目标。',
    '新建公厕3座、改造公厕12座，未完成5座的新建目标。',
  ],
  *check(doc) {
    for (const { text, start, facts } of doc.sentences) {
      if (!/目标|任务|计划/.test(text)) continue
      for (const [at, goal] of facts.entries()) {
        const claim = claimOf(text, goal, start)
        const actual = claim && actualOf(text, start, facts.slice(0, at), goal)
        if (claim && actual) yield judged(doc, actual, goal, claim)
      }
    }
  },
}

type Claim = 'missed' | 'exceeded' | 'reached'

/** The verdict in front of the goal, and the word for a goal behind it. */
function claimOf(text: string, goal: Fact, start: number): Claim | undefined {
  if (!isExact(goal) || /score|percent/.test(goal.unit.dimension)) return undefined
  if (!/^(?:的)?(?:年度|年初|全年|预期|计划|既定|绩效|工作)*(?:目标|任务|计划)/.test(text.slice(goal.end - start)))
    return undefined
  const before = text.slice(Math.max(0, goal.start - start - 10), goal.start - start)
  if (
    /(?:未|没有|未能)(?:能)?(?:如期|按期|全部|全面)?(?:完成|达到|实现)(?:年初|全年|年度)?(?:设定|确定)?的?$/.test(
      before,
    )
  )
    return 'missed'
  if (/(?:超额完成|超过)(?:了)?(?:年初|全年|年度)?(?:设定|确定)?的?$/.test(before)) return 'exceeded'
  return undefined
}

/** Where less is better, or which of several is meant is not said. */
const unclear = /投诉|事故|成本|控制|下降|降低|减少|压减|逾期|误|漏|时限|以内|不超|新建|改造/
/** What stands before is of another time or another measure. */
const beside =
  /(?:较|比|上年|去年|同期|日均|平均|每[年月日天座人]|增加|增长|提高|新增|其中|目标|计划|任务)[^，。；]{0,12}$/

/** The first figure in the same unit of what the clause tells, when all others in that unit are of something else. */
function actualOf(text: string, start: number, facts: readonly Fact[], goal: Fact): Fact | undefined {
  const from = Math.max(text.lastIndexOf('；', goal.start - start), text.lastIndexOf(';', goal.start - start)) + 1
  if (unclear.test(text.slice(from, goal.start - start))) return undefined
  const same = facts.filter(
    (fact) =>
      fact.start - start >= from &&
      fact.unit.word === goal.unit.word &&
      fact.unit.dimension === goal.unit.dimension &&
      !beside.test(text.slice(from, fact.start - start)),
  )
  const [actual, other] = same
  return actual && !other && isExact(actual) ? actual : undefined
}

function judged(doc: Understanding, actual: Fact, goal: Fact, claim: Claim): Outcome {
  const [a, g] = [base(actual), base(goal)]
  const holds = claim === 'missed' ? a < g : a > g
  const sign = a < g ? '<' : a > g ? '>' : '='
  const formula = `${printed(doc, actual)} ${sign} ${printed(doc, goal)}`
  const places = [goal, actual, { start: actual.start, end: goal.end }]
  if (holds) return { verdict: 'consistent', formula, places }
  const said = claim === 'missed' ? '未完成' : '超额完成'
  const reached = a < g ? '没有达到' : a > g ? '已超过' : '正好达到'
  return {
    verdict: 'wrong',
    severity: a === g ? 'question' : 'error',
    certainty: a === g ? 0.65 : 0.9,
    message: `文中写${said}${printed(doc, goal)}${goal.unit.word}的目标，但所写完成数${printed(doc, actual)}${actual.unit.word}${reached}目标。`,
    formula,
    claimed: said,
    computed: formula,
    places,
  }
}
