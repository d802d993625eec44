import type { Span } from '../../read/reading.ts'
import type { Rule } from '../rule.ts'
import { named, wrong } from '../words.ts'

/** 余 after a figure that is not round: 619余条. */
export const approxWords: Rule = {
  id: 'approx-word.not-round',
  kind: 'approx-word',
  title: '“余”“多”之前应为整十以上的整数',
  source: 'GB/T 15835—2011《出版物上数字用法》关于概数的规定',
  fails: '全年乱挂横幅619余条。',
  holds: '全年清理横幅600余条，劝导摊贩1.4万余起。',
  *check({ facts, folded }) {
    const exact = facts.filter(({ digits, end, value }) => {
      const words = folded.text.slice(digits.end, end)
      return /^(?:[千百]?[余多])/.test(words) && value % 10 !== 0
    })
    const [first] = exact
    if (!first) return
    const written = ({ start, end }: Span) => folded.text.slice(start, end)
    yield wrong(
      'question',
      0.5,
      `${named(exact.map(written))}：数字精确到个位，又用“余”表示约数；应写准确数，或写成整数加“余”。`,
      exact,
      { claimed: written(first) },
    )
  },
}
