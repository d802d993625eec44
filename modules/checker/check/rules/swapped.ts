import type { Fact, Understanding } from '../../understand/index.ts'
import { isExact } from '../../understand/quantities.ts'
import { figures, printed } from '../measure.ts'
import type { Rule } from '../rule.ts'
import { slipOf } from '../slip.ts'

/** 收回有效问卷1426份, and later 1462份问卷: the same things, two digits turned round. */
export const swapped: Rule = {
  id: 'cross-reference.swapped',
  kind: 'cross-reference',
  title: '同一事项前后两数的数字颠倒',
  source: '部门决算公开说明同一指标前后一致（B-17）',
  fails: '发放问卷1500份，收回有效问卷1426份。群众意见较多，1462份问卷中共提出意见397条。',
  holds: '发放问卷1500份，收回有效问卷1426份。群众意见较多，1426份问卷中共提出意见397条。清运垃圾46吨。清运积雪64吨。',
  *check(doc) {
    const { text, lines } = doc.folded
    const groups = new Map<string, Fact[]>()
    for (const fact of doc.facts) {
      if (
        lines[fact.line]?.cell ||
        (fact.unit.dimension !== 'count' && fact.unit.dimension !== 'money') ||
        !isExact(fact) ||
        fact.value < 12
      )
        continue
      const noun = nounOf(doc, fact)
      if (!noun || (fact.unit.dimension === 'money' && figures(fact) < 3)) continue
      const key = `${fact.unit.word}|${noun}`
      groups.set(key, [...(groups.get(key) ?? []), fact])
    }
    for (const facts of groups.values()) {
      const pair = pairOf(text, facts)
      if (!pair) continue
      const [first, other] = pair
      yield {
        verdict: 'wrong',
        severity: 'question',
        certainty: 0.7,
        message: `前文写 ${printed(text, first)}，此处写 ${printed(text, other)}，疑似两位数字颠倒；如不是同一事项，请写明。`,
        formula: `${printed(text, other)} ≠ ${printed(text, first)}`,
        claimed: printed(text, other),
        computed: printed(text, first),
        places: [other, first],
      }
    }
  },
}

/** The two that are one another with two digits turned round, told in two sentences. */
function pairOf(text: string, facts: readonly Fact[]): [Fact, Fact] | undefined {
  for (const [at, first] of facts.entries())
    for (const other of facts.slice(at + 1))
      if (
        /[。\n]/.test(text.slice(first.end, other.start)) &&
        sameMatter(first, other) &&
        slipOf(other, first.value) === 'swapped'
      )
        return [first, other]
  return undefined
}

/** Money is told of many matters: there the names must be alike. */
const sameMatter = (one: Fact, other: Fact): boolean =>
  one.unit.dimension !== 'money' ||
  (Math.min(one.label.length, other.label.length) >= 4 &&
    (one.label.includes(other.label.slice(0, 6)) || other.label.includes(one.label.slice(0, 6))))

/** What is counted: the two signs behind the unit, or before the number. */
function nounOf({ folded: { text } }: Understanding, { label, object, end, unit }: Fact): string {
  if (unit.dimension === 'money') return /[\p{Script=Han}]{2}/u.exec(label)?.[0] ?? ''
  const behind = /^[\p{Script=Han}]{2}/u.exec(object)?.[0]
  if (behind && !/^[，。；、]/.test(text.slice(end, end + 1))) return behind
  return /[\p{Script=Han}]{2}$/u.exec(label)?.[0] ?? ''
}
