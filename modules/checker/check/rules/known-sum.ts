import type { Fact, Understanding } from '../../understand/index.ts'
import { isExact } from '../../understand/quantities.ts'
import { blameOfSum } from '../blame.ts'
import { comparable, inUnitOf, isComparison, isCounted, printed, sumOf } from '../measure.ts'
import { adds } from '../numbers.ts'
import type { Rule } from '../rule.ts'
import { slipSentence } from '../slip.ts'
import { equation } from './part-sum.ts'

/** Wholes whose parts the field knows, whatever words join them. */
interface Known {
  whole: RegExp
  parts: readonly RegExp[]
}
const known: readonly Known[] = [
  { whole: /指标|目标|任务/, parts: [/(?<!未)(?:完成|达标|实现)/, /未(?:完成|达标|实现)/] },
  { whole: /受理|接收|收到|接到|上报/, parts: [/立案/, /作废|不予立案|不予受理|未立案|不立案/] },
  { whole: /立案|受理|派遣|交办/, parts: [/结案|办结/, /未结|在办|正在办理|待办结|未办结/] },
  { whole: /检查|抽检|抽查|检测/, parts: [/(?<!不)合格/, /不合格/] },
  { whole: /资产总[额计]|总资产|资产合计/, parts: [/(?<!非)流动资产/, /非流动资产/] },
  { whole: /职工|人员|总人数|在编|在职/, parts: [/男/, /女/] },
  { whole: /支出(?:合计|总额|总计)?$|执行(?:数|总额)$/, parts: [/基本支出/, /项目支出/] },
  { whole: /基本支出/, parts: [/人员经费/, /公用经/] },
]

/** 受理A件，立案B件，作废C件: the field's own sums, without a word that says so. */
export const knownSum: Rule = {
  id: 'part-sum.known',
  kind: 'part-sum',
  title: '受理＝立案＋作废，支出＝基本＋项目等固定构成',
  source: 'GB/T 30428.1—2013 案件受理、立案与不予立案；预算法实施条例（2020）第五条（B-02、B-03、B-23）',
  fails: '共受理案件7012件，立案6997件，已作废51件，结案6962件。',
  holds: '共受理案件7012件，立案6997件，已作废15件，结案6962件。',
  *check(doc) {
    const { text } = doc.folded
    for (const { whole, parts, together } of [...known.flatMap((sum) => [...foundOf(doc, sum)]), ...seriesOf(doc)]) {
      const { fit, sum } = adds(parts, whole)
      const places = [whole, ...parts]
      if (fit === 'equal') {
        yield { verdict: 'consistent', formula: equation(doc, parts, whole), places }
        continue
      }
      const blame = blameOfSum(doc, whole, parts)
      if (!blame && (!together || sumOf(parts) <= whole.value * whole.unit.factor)) continue
      const computed = inUnitOf(whole, sum)
      yield {
        verdict: 'wrong',
        severity: fit === 'rounding' ? 'rounding' : 'error',
        certainty: blame ? 0.88 : 0.75,
        message: `“${whole.label}”写为 ${printed(text, whole)}，${parts.map((part) => `${part.label || part.object} ${printed(text, part)}`).join('、')}，相加为 ${computed}${blame ? `；“${printed(text, blame.fact)}”${slipSentence(blame.slip)}，如为 ${inUnitOf(blame.fact, blame.should * blame.fact.unit.factor)} 则相符` : ''}。`,
        formula: `${parts.map((part) => printed(text, part.digits)).join(' + ')} = ${computed} ≠ ${printed(text, whole)}`,
        claimed: printed(text, whole),
        computed,
        places,
      }
    }
  },
}

const LOOK_BACK = 4
/** Parts of one sentence; their whole before them in it, or in one of the sentences before. A list with 其中 is another rule's. */
function* foundOf({ sentences, folded: { text } }: Understanding, { whole: word, parts: words }: Known) {
  for (const [index, { facts, start }] of sentences.entries()) {
    const parts = partsOf(facts, words)
    const [first] = parts ?? []
    if (!parts || !first) continue
    const before = [
      ...sentences.slice(Math.max(0, index - LOOK_BACK), index).flatMap((sentence) => sentence.facts),
      ...facts.filter((fact) => fact.start < first.start),
    ]
    const wholes = before
      .filter(
        (fact) =>
          word.test(wordsOf(fact)) &&
          isCounted(fact) &&
          isExact(fact) &&
          comparable(fact, first) &&
          !isComparison(fact),
      )
      .reverse()
    const whole = wholes.find((fact) => adds(parts, fact).fit === 'equal') ?? wholes[0]
    // 指标32个，其中产出18个、效益10个、满意度4个；完成29个，基本完成1个，未完成2个: a third makes up the whole.
    const others = facts.filter((fact) => isExact(fact) && comparable(fact, first) && !parts.includes(fact))
    if (others.some((third) => wholes.some((fact) => fact !== third && adds([...parts, third], fact).fit === 'equal')))
      continue
    if (
      !whole ||
      parts.some((part) => wordsOf(part) === wordsOf(whole)) ||
      (whole.start >= start && text.slice(whole.end, first.start).includes('其中'))
    )
      continue
    yield { whole, parts, together: whole.start >= start }
  }
}

/** Words in front of figures that stand side by side and are all there is: answers of a survey, grades of projects. */
const series: readonly { each: RegExp; whole: RegExp }[] = [
  { each: /满意|一般|说不清|不了解/, whole: /回收|收回|有效|发放|调查|样本/ },
  { each: /[“"]?[优良中差][”"]?(?:等?级)?的?(?:有|为|项目)?$/, whole: /项目|评价|自评|./ },
]

/** 满意1528份，比较满意318份，一般84份，不满意16份. */
function* seriesOf({ sentences, folded: { text } }: Understanding) {
  for (const { facts } of sentences)
    for (const { each, whole: word } of series) {
      const isOne = (fact: Fact) =>
        isCounted(fact) && isExact(fact) && each.test(text.slice(fact.start - 8, fact.start))
      const from = facts.findIndex((fact) => isOne(fact) && fact.unit.dimension === 'count')
      const first = facts[from]
      if (!first) continue
      const rest = facts.slice(from)
      const stop = rest.findIndex((fact) => !isOne(fact) || !comparable(fact, first))
      const parts = stop < 0 ? rest : rest.slice(0, stop)
      const whole = facts
        .slice(0, from)
        .findLast((fact) => comparable(fact, first) && isExact(fact) && word.test(wordsOf(fact)))
      if (whole && parts.length >= 3) yield { whole, parts, together: false }
    }
}

/** 1个未完成: what is counted may stand behind its number. */
const wordsOf = ({ label, object }: Fact) => `${label}|${object.slice(0, 6)}`

function partsOf(facts: readonly Fact[], words: readonly RegExp[]): Fact[] | undefined {
  if (facts.length < words.length) return undefined
  const found: Fact[] = []
  for (const word of words) {
    const part = facts.find(
      // 未完成50公里的年度目标 counts no part.
      (fact) => word.test(wordsOf(fact)) && isCounted(fact) && isExact(fact) && !/目标|任务/.test(fact.object),
    )
    const [first = part] = found
    if (!part || !first || !comparable(part, first) || found.includes(part)) return undefined
    found.push(part)
  }
  return found
}
