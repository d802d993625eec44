import type { Fact, Understanding } from '../../understand/index.ts'
import { isExact } from '../../understand/quantities.ts'
import { equalPoints, points, printed, sumOfPoints } from '../points.ts'
import type { Outcome, Rule } from '../rule.ts'

/** What is taken off in all, 合计扣2.93分, against what is taken off one by one in the same paragraph. */
export const deductionSum: Rule = {
  id: 'deduction.sum',
  kind: 'deduction',
  title: '所写扣分合计应等于各项扣分之和',
  source: '逐项相加',
  fails: [
    '主要扣分情况：预算执行率扣0.23分；质量指标扣0.80分；社会效益扣0.90分，合计扣2.93分。',
    '共扣4.5分，其中：预算编制扣1分，预算管理扣0.5分，履职效果扣2分。',
  ],
  holds: [
    '主要扣分情况：预算执行率扣0.23分；质量指标扣0.80分；社会效益扣1.90分，合计扣2.93分。',
    '共扣4.5分，其中：预算编制扣1分，预算管理扣0.5分，履职效果扣3分。',
    '抽查发现2笔支出附件不齐，扣0.8分；监理记录缺失、变更未备案，共扣2.2分。',
    '每少一项扣1分，每晚一天扣0.5分，合计最多扣5分。',
  ],
  *check(doc) {
    for (const sentence of doc.sentences) {
      if (!/扣/.test(sentence.text) || criteria.test(sentence.text)) continue
      const lost = sentence.facts.filter((fact) => takesOff(before(doc, fact)) && isPoints(fact))
      const outcome = lost.length > 2 ? judged(doc, lost) : undefined
      if (outcome) yield outcome
    }
  },
}

const criteria = /每|最多|扣完|为止|标准|细则|办法|考核(?!排名|名次|得分|结果)/
const isPoints = (fact: Fact): boolean => fact.unit.dimension === 'score' && isExact(fact)
const before = ({ folded }: Understanding, { start }: Fact): string => folded.text.slice(Math.max(0, start - 8), start)
const takesOff = (words: string): boolean => /(?:扣|失|丢)(?:减|除|了|分)*(?:合计|共计|总计|共)?$/.test(words)

/** All of it stands at the end, 合计扣, or in front, 共扣…，其中. What 共扣 says at the end may be of the last alone. */
function judged(doc: Understanding, lost: readonly Fact[]): Outcome | undefined {
  const [first, last] = [lost[0] as Fact, lost.at(-1) as Fact]
  const atEnd = /(?:合计|总计|累计|共计)(?:扣|失|丢)?(?:减|除|了|分)*$/.test(before(doc, last))
  const behind = doc.folded.text.slice(first.end, first.end + 8)
  const inFront =
    /(?:合计|总计|累计|共计?)(?:扣|失|丢)(?:减|除|了|分)*$/.test(before(doc, first)) &&
    /^[，,：:（(](?:其中|具体|分别)/.test(behind)
  if (atEnd === inFront) return undefined
  const whole = atEnd ? last : first
  const terms = lost.filter((fact) => fact !== whole)
  // 等: more may have been taken off.
  if (/等/.test(doc.folded.text.slice(first.end, last.start).replace(/等级|等次|平等/g, ''))) return undefined
  const sum = sumOfPoints(terms.map(({ value }) => Math.abs(value)))
  const formula = `${terms.map(({ value }) => points(Math.abs(value))).join(' + ')} = ${points(sum)}`
  const places = [whole, ...terms]
  if (equalPoints(sum, Math.abs(whole.value))) return { verdict: 'consistent', formula, places }
  return {
    verdict: 'wrong',
    severity: 'error',
    certainty: 0.9,
    message: `所列${terms.length}项扣分相加为${points(sum)}分，文中写合计扣${printed(doc, whole)}分。`,
    formula: `${formula} ≠ ${points(Math.abs(whole.value))}`,
    claimed: printed(doc, whole),
    computed: points(sum),
    places,
  }
}
