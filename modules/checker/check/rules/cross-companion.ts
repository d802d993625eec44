import type { Fact, Understanding } from '../../understand/index.ts'
import { base, isExact } from '../../understand/quantities.ts'
import { comparable, isCounted, printed } from '../measure.ts'
import type { Rule } from '../rule.ts'
import { slipOf, slipSentence } from '../slip.ts'
import { isOfOtherTime } from '../subject.ts'

/** 拆除违法建设438处、12.86万平方米: one thing in two measures. */
interface Twin {
  first: Fact
  second: Fact
}

/** 438处、12.86万平方米, and again 438处、12.68万平方米. */
export const crossCompanion: Rule = {
  id: 'cross-reference.companion',
  kind: 'cross-reference',
  title: '同一事项的两个计量在两处一致',
  source: '部门决算公开说明同一指标前后一致（B-17）',
  fails: [
    '全年整治占道经营625处、3.47万平方米。效益明显：整治占道经营625处、3.74万平方米，通行改善。',
    '保障低保对象486户712人。\n全年保障低保对象486户、721人，发放及时。',
  ],
  holds: [
    '全年整治占道经营625处、3.47万平方米。效益明显：整治占道经营625处、3.47万平方米，通行改善。',
    '保障低保对象486户712人。累计保障低保对象486户731人。上年保障低保对象486户721人。保障特困对象486户731人。',
  ],
  *check(doc) {
    const { text } = doc.folded
    const twins = twinsOf(doc)
    for (const [at, one] of twins.entries()) {
      const other = twins.slice(at + 1).find((twin) => areOfOne(one, twin))
      if (!other) continue
      const [a, b] = [one.second, other.second]
      const places = [b, a]
      if (base(a) === base(b)) {
        yield { verdict: 'consistent', formula: `${printed(text, a)} = ${printed(text, b)}`, places }
        continue
      }
      const slip = slipOf(b, a.value * (a.unit.factor / b.unit.factor))
      if (!slip && (a.step !== b.step || a.approximate || b.approximate)) continue
      yield {
        verdict: 'wrong',
        severity: slip ? 'error' : 'question',
        certainty: slip ? 0.88 : 0.76,
        message: `“${one.first.label}${printed(text, one.first)}”前文为 ${printed(text, a)}，此处为 ${printed(text, b)}，两处不一致${slip ? `，${slipSentence(slip)}` : ''}。`,
        formula: `${printed(text, b)} ≠ ${printed(text, a)}`,
        claimed: printed(text, b),
        computed: printed(text, a),
        places,
      }
    }
  },
}

const LEAST_NAME = 4
const LEAST_VALUE = 12
function twinsOf(doc: Understanding): Twin[] {
  const { text } = doc.folded
  return doc.sentences.flatMap(({ facts }) =>
    facts.flatMap((second, at) => {
      const first = facts[at - 1]
      if (!first || !isCounted(first) || !isCounted(second) || comparable(first, second)) return []
      const joined = /^[、/]?$/.test(text.slice(first.end, second.start)) && isExact(first) && isExact(second)
      const telling = first.label.length >= LEAST_NAME && first.value >= LEAST_VALUE
      return joined && telling && !isOfOtherTime(doc, first) && !soFar.test(clauseOf(doc, first))
        ? [{ first, second }]
        : []
    }),
  )
}

/** Of all the years. */
const soFar = /累计|以来|历年|截至/
const clauseOf = ({ folded: { text } }: Understanding, { start }: Fact) =>
  text.slice(Math.max(0, start - 24), start).replace(/^.*[，。；、\n]/s, '')

const areOfOne = (one: Twin, other: Twin): boolean =>
  one.first.label === other.first.label &&
  base(one.first) === base(other.first) &&
  comparable(one.first, other.first) &&
  comparable(one.second, other.second)
