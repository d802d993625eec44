import type { Fact, Understanding } from '../../understand/index.ts'
import { base } from '../../understand/quantities.ts'
import { blameOfSum } from '../blame.ts'
import { comparable, exact, inUnitOf, isComparison, isCounted, printed, sumOf } from '../measure.ts'
import { adds, written } from '../numbers.ts'
import type { Rule } from '../rule.ts'
import { slipSentence } from '../slip.ts'
import { equation } from './part-sum.ts'

const opens = /(?:按|从)[^，。：:；]{2,16}(?:分类?|看|划分|构成|来源)[^，。：:；]{0,6}[：:，,]/
const totals = /支出|收入|决算|预算|合计|总/
const LOOK_BACK = 4

/** 按支出功能分类：甲、乙、丙: a whole list of classes; its total was told before. */
export const classSum: Rule = {
  id: 'part-sum.classes',
  kind: 'part-sum',
  title: '按类别列出的各项之和等于前文的总数',
  source: '部门决算报表支出按功能分类、经济分类、性质分别合计相等（B-04 至 B-06）',
  fails:
    '部门整体支出决算数980.15万元。按支出功能分类：社会保障支出86.20万元，卫生健康支出35.40万元，城乡社区支出885.55万元。',
  holds:
    '部门整体支出决算数980.15万元。按支出功能分类：社会保障支出86.20万元，卫生健康支出35.40万元，城乡社区支出858.55万元。',
  *check(doc) {
    for (const [index, sentence] of doc.sentences.entries()) {
      const opening = opens.exec(sentence.text)
      if (!opening) continue
      const from = sentence.start + opening.index + opening[0].length
      const parts = sentence.facts.filter((fact) => fact.start >= from && isCounted(fact) && !isComparison(fact))
      const own = parts.filter((fact) => parts[0] && comparable(fact, parts[0]))
      if (own.length < 3 || !exact(own)) continue
      const wholes = totalsBefore(doc, index, own, from)
      yield* outcome(doc, own, wholes)
    }
  },
}

function totalsBefore({ sentences }: Understanding, index: number, parts: readonly Fact[], from: number): Fact[] {
  const most = Math.max(...parts.map(base))
  return sentences
    .slice(Math.max(0, index - LOOK_BACK), index + 1)
    .flatMap(({ facts }) => facts)
    .filter(
      (fact) =>
        fact.start < from &&
        totals.test(fact.label) &&
        parts[0] !== undefined &&
        comparable(fact, parts[0]) &&
        exact([fact]) &&
        !isComparison(fact) &&
        base(fact) >= most / 20,
    )
    .reverse()
}

function* outcome(doc: Understanding, parts: readonly Fact[], wholes: readonly Fact[]): ReturnType<Rule['check']> {
  const { text } = doc.folded
  const holding = wholes.find((whole) => adds(parts, whole).fit === 'equal')
  if (holding) {
    yield { verdict: 'consistent', formula: equation(doc, parts, holding), places: [holding, ...parts] }
    return
  }
  const whole = wholes.find((one) => blameOfSum(doc, one, parts))
  const blame = whole && blameOfSum(doc, whole, parts)
  if (!whole || !blame) return
  const computed = inUnitOf(whole, sumOf(parts))
  yield {
    verdict: 'wrong',
    severity: 'error',
    certainty: 0.85,
    message: `各类相加为 ${computed}，与“${whole.label}”${printed(text, whole)} 不符。“${printed(text, blame.fact)}”${slipSentence(blame.slip)}，如为 ${written(blame.should)}${blame.fact.unit.word} 则相符。`,
    formula: `${parts.map((part) => printed(text, part.digits)).join(' + ')} = ${computed} ≠ ${printed(text, whole)}`,
    claimed: printed(text, whole),
    computed,
    places: [blame.fact, whole, ...parts.filter((part) => part !== blame.fact)],
  }
}
