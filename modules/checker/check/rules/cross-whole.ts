import type { Fact, Understanding } from '../../understand/index.ts'
import { base, isExact } from '../../understand/quantities.ts'
import { comparable, isComparison, printed } from '../measure.ts'
import type { Rule } from '../rule.ts'
import { isAim, isOfOtherTime } from '../subject.ts'

const all = /(?:全[县市区省镇州旗街]|辖区|所有|全部)(?:的)?$/
/** What is done with some of them. */
const some =
  /新|改|建成|完成|培训|抽|检查|其中|每|达标|命名|创建|增|减|整治|整改|修|养护|巡|涉及|覆盖|余|其他|占|分别|未|选取|走访|[该此各这]$/
const LEAST_NAME = 4

/** 全县20支应急救援队伍, and elsewhere 21支应急救援队伍: all there are. */
export const crossWhole: Rule = {
  id: 'cross-reference.whole',
  kind: 'cross-reference',
  title: '“全县”“全市”的总数前后一致',
  source: '部门决算公开说明同一指标前后一致（B-17）',
  fails: [
    '为全县18支森林消防队伍配备装备。\n统筹19支森林消防队伍联训联演。',
    '通村公路2864.5公里，均已硬化。\n生命防护工程服务全市318公里通村公路中的急弯路段。',
  ],
  holds: [
    '为全县18支森林消防队伍配备装备。\n统筹18支森林消防队伍联训联演，培训9支森林消防队伍，走访6支森林消防队伍。',
    '通村公路2864.5公里，均已硬化。\n改造通村公路318公里，服务全市2864.5公里通村公路。上年全市2764.5公里通村公路。',
  ],
  *check(doc) {
    const { text } = doc.folded
    for (const whole of doc.facts) {
      const noun = nounOf(whole)
      if (
        noun.length < LEAST_NAME ||
        !isPlain(doc, whole) ||
        !all.test(text.slice(Math.max(0, whole.start - 4), whole.start))
      )
        continue
      const others = doc.facts.filter((other) => isOfSame(doc, whole, noun, other))
      const [other] = others
      // A smaller one may be some of them.
      if (!other || others.some((one) => base(one) <= base(whole))) continue
      yield {
        verdict: 'wrong',
        severity: 'question',
        certainty: 0.77,
        message: `这里说${text.slice(Math.max(0, whole.start - 2), whole.end)}${noun}，另一处为 ${printed(text, other)}；如口径不同（时间、范围），请写明，否则请核对。`,
        formula: `${printed(text, whole)} ≠ ${printed(text, other)}`,
        claimed: printed(text, whole),
        computed: printed(text, other),
        places: [whole, other],
      }
    }
  },
}

const measured = new Set(['count', 'length', 'area'])
const isPlain = (doc: Understanding, fact: Fact): boolean =>
  measured.has(fact.unit.dimension) &&
  isExact(fact) &&
  !doc.folded.lines[fact.line]?.cell &&
  !isComparison(fact) &&
  !isOfOtherTime(doc, fact) &&
  !isAim(doc, fact)

/** The noun behind the unit, to the word that goes on about it. */
const nounOf = ({ object }: Fact): string =>
  object.replace(/(?:均|中|的|已|全部|共|为|进行|配备|开展|实现|完成|统一|联).*$/u, '')

function isOfSame(doc: Understanding, whole: Fact, noun: string, other: Fact): boolean {
  if (other === whole || !comparable(other, whole) || !isPlain(doc, other)) return false
  const named = nounOf(other) === noun || (!nounOf(other) && other.label === noun)
  return (
    named && !some.test(doc.folded.text.slice(Math.max(0, other.start - 6), other.start).replace(/^.*[，。；、]/s, ''))
  )
}
