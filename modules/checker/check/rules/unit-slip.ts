import { isExact } from '../../understand/quantities.ts'
import { figures, printed } from '../measure.ts'
import type { Rule } from '../rule.ts'

/** 12.41元 beside 12.41万元: one of the two has the wrong unit. */
export const unitSlip: Rule = {
  id: 'unit.yuan',
  kind: 'unit',
  title: '同一数字在一处为“元”、另一处为“万元”',
  source: '部门决算公开说明金额单位一致（B-18）',
  fails: '垃圾分类：预算20万元，执行12.41万元。垃圾分类项目投入金额12.41元。',
  holds: '垃圾分类：预算20万元，执行12.41万元。收缴罚款300534.3元。',
  *check(doc) {
    const { text } = doc.folded
    const money = doc.facts.filter(
      (fact) => fact.unit.dimension === 'money' && isExact(fact) && figures(fact) >= 3 && fact.step < 1,
    )
    const byValue = new Map<number, typeof money>()
    for (const fact of money) byValue.set(fact.value, [...(byValue.get(fact.value) ?? []), fact])
    for (const same of byValue.values()) {
      const inUnit = (word: string) => same.filter(({ unit }) => unit.word === word)
      const [yuan, wan] = [inUnit('元'), inUnit('万元')]
      const [odd, right] = yuan.length <= wan.length ? [yuan, wan] : [wan, yuan]
      const [other] = right
      if (!other) continue
      for (const fact of odd)
        yield {
          verdict: 'wrong',
          severity: 'error',
          certainty: 0.93,
          message: `“${fact.label || '金额'}”写为 ${printed(text, fact)}，同一数字在文中别处为 ${printed(text, other.digits)}${other.unit.word}，相差一万倍，应为“${other.unit.word}”。`,
          formula: `${printed(text, fact)} ≠ ${printed(text, other.digits)}${other.unit.word}`,
          claimed: `${printed(text, fact.digits)}${fact.unit.word}`,
          computed: `${printed(text, fact.digits)}${other.unit.word}`,
          places: [fact, other],
        }
    }
  },
}
