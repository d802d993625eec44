import type { Rule, Wrong } from '../rule.ts'

/** 余 after a figure that is not round: 619余条. */
export const approxWords: Rule = {
  id: 'approx-word.not-round',
  kind: 'approx-word',
  title: '“余”“多”之前应为整十以上的整数',
  source: 'GB/T 15835—2011《出版物上数字用法》关于概数的规定',
  fails: '全年乱挂横幅619余条。',
  holds: '全年清理横幅600余条，劝导摊贩1.4万余起。',
  *check({ facts, folded }) {
    for (const fact of facts) {
      const words = folded.text.slice(fact.digits.end, fact.end)
      if (!/^(?:[万千百]?[余多])/.test(words) || fact.value % 10 === 0 || /^万/.test(words)) continue
      const outcome: Wrong = {
        verdict: 'wrong',
        severity: 'question',
        certainty: 0.5,
        message: `“${folded.text.slice(fact.start, fact.end)}”：数字精确到个位，又用“余”表示约数；应写准确数，或写成整数加“余”。`,
        claimed: folded.text.slice(fact.start, fact.end),
        places: [fact],
      }
      yield outcome
    }
  },
}
