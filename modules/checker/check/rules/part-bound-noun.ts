import type { Fact, Sentence, Understanding } from '../../understand/index.ts'
import { base, isExact } from '../../understand/quantities.ts'
import { comparable, isComparison, isCounted, printed } from '../measure.ts'
import type { Rule } from '../rule.ts'

const notThese = /目标|计划|任务|上年|去年|同期|新增|减少|每|均/
const nounOf = ({ label }: Fact): string => /\p{Script=Han}{2}$/u.exec(label)?.[0] ?? ''

/** 床位862张，入住416人，其中护理型床位986张: the whole stands farther off, under the same noun. */
export const partBoundNoun: Rule = {
  id: 'part-bound.noun',
  kind: 'part-bound',
  title: '其中数不大于前文同名的总数',
  source: '部门决算报表“其中”项审核关系：其中数不大于合计数',
  fails: [
    '建有公厕管理房42座，设置厕位620个，日均使用1.2万人次，其中无障碍厕位710个。',
    '全县在校学生23600人，专任教师1800人，其中寄宿制学生32600人。',
  ],
  holds: [
    '全县在校学生23600人，专任教师1800人，其中高级教师600人。接诊患者8000人，出院患者8600人，治愈率96%，其中门诊患者9200人。',
    '建有公厕管理房42座，设置厕位620个，日均使用1.2万人次，其中无障碍厕位110个。',
    '新增车位120个，全市共有车位8600个，入库率96%，其中公共车位3100个。车位比上年增加50个，周转率3.2，其中夜间车位80个。',
    '城区车位300个、乡镇车位500个，利用率80%，其中收费车位620个。',
  ],
  *check(doc) {
    const { text } = doc.folded
    for (const sentence of doc.sentences)
      for (const part of sentence.facts) {
        const lead = text.slice(Math.max(0, part.labelSpan.start - 3), part.labelSpan.start)
        if (!/其中[，,：:]?$/.test(lead) || !nounOf(part) || !isExact(part)) continue
        const wholes = wholesOf(doc, sentence, part)
        const [whole] = wholes
        // 三个标段分别为218万、196万、171万平方米，合计586万平方米，其中机械化492万平方米: of the total between.
        if (!whole || sentence.facts.some((fact) => isBetween(fact, whole, part) && base(fact) >= base(part))) continue
        const places = [part, whole]
        const [one, other] = [printed(text, part), printed(text, whole)]
        if (base(part) <= wholes.reduce((sum, fact) => sum + base(fact), 0)) {
          if (base(part) <= base(whole)) yield { verdict: 'consistent', formula: `${one} ≤ ${other}`, places }
          continue
        }
        yield {
          verdict: 'wrong',
          severity: 'error',
          certainty: 0.88,
          message: `其中“${part.label}”为 ${one}，大于前文“${whole.label}”${other}；部分不能大于整体。`,
          formula: `${one} > ${other}`,
          claimed: one,
          computed: `不大于 ${other}`,
          places,
        }
      }
  },
}

const isBetween = (fact: Fact, whole: Fact, part: Fact): boolean =>
  fact.start > whole.end && fact.end < part.start && comparable(fact, part)

/** Earlier in the sentence, of the same noun, with a figure of another thing between: nearer ones are told of elsewhere. */
function wholesOf({ folded: { text } }: Understanding, { facts }: Sentence, part: Fact): Fact[] {
  const before = facts.filter(({ end }) => end < part.start)
  const last = before.at(-1)
  const wholes = before.filter(
    (fact) =>
      isCounted(fact) &&
      isExact(fact) &&
      comparable(fact, part) &&
      !isComparison(fact) &&
      nounOf(fact) === nounOf(part) &&
      !notThese.test(fact.label),
  )
  const inOne = wholes.every((whole) => !/[；;]/.test(text.slice(whole.end, part.start)))
  return inOne && last && nounOf(last) !== nounOf(part) ? wholes.reverse() : []
}
