import type { Rule } from '../rule.ts'
import { wrong } from '../words.ts'

const parts: readonly [string, RegExp][] = [
  ['因公出国（境）费', /因公出国|出国[（(]境[）)]|出国境|因公出境/],
  ['公务用车购置及运行维护费', /公务用?车|公车/],
  ['公务接待费', /公务接待|接待费/],
]

/** Of the three public expenses two are stated and the third is not mentioned. */
export const missingReceptions: Rule = {
  id: 'missing-element.three-expenses',
  kind: 'missing-element',
  title: '“三公”经费三项都应说明',
  source: '“三公”经费＝因公出国（境）费＋公务用车购置及运行维护费＋公务接待费（B-13）',
  fails: '本年度公务接待费支出3.7万元，公务用车运行维护费支出2.86万元。',
  holds: [
    '本年度公务接待费支出3.7万元，公务用车运行维护费支出2.86万元，无因公出国（境）费支出。',
    '“三公”经费支出6.56万元，其中公务接待费支出3.7万元，公务用车运行维护费支出2.86万元，因公出国（境）费0万元。',
    '“三公”经费支出6.56万元，其中公务接待费支出3.7万元，公务用车运行维护费支出2.86万元。',
    '保障公务用车正常运转。公务接待费3.7万元。',
  ],
  *check(doc) {
    const stated = parts.map(([name, pattern]) => ({
      name,
      mentioned: pattern.test(doc.folded.text),
      fact: doc.facts.find((fact) => fact.unit.dimension === 'money' && pattern.test(fact.label)),
    }))
    const lost = stated.filter(({ mentioned }) => !mentioned)
    const there = stated.flatMap(({ fact }) => fact ?? [])
    // Where their total is stated, the third is what is left of it.
    const total = /三公”?经费[^。；\n]{0,24}\d[\d,.]*万?元/.test(doc.folded.text)
    if (there.length !== 2 || lost.length !== 1 || total) return
    yield wrong(
      'question',
      0.6,
      `“三公”经费只写了两项，没有写${lost[0]?.name}；没有发生也应写明为0。`,
      there.map(({ labelSpan, end }) => ({ start: labelSpan.start, end })),
      { claimed: '2项', computed: '3项' },
    )
  },
}
