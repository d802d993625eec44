import type { Fact, Understanding } from '../../understand/index.ts'
import { base } from '../../understand/quantities.ts'
import { blameOfSum } from '../blame.ts'
import { type Listing, listings, readings } from '../listing.ts'
import { exact, figures, inUnitOf, printed, sumOf } from '../measure.ts'
import { adds, written } from '../numbers.ts'
import type { Outcome, Rule } from '../rule.ts'
import { slipSentence } from '../slip.ts'

/** Parts that leave nothing out when they stand together. */
const complements: readonly RegExp[] = [
  /基本支出.*项目支出|项目支出.*基本支出/,
  /人员经费.*公用经|公用经.*人员经费/,
  /一般程序.*简易程序|简易程序.*一般程序|普通程序.*简易程序|简易程序.*普通程序/,
  /货物.*工程.*服务|货物.*服务.*工程|工程.*货物.*服务/,
  /出国.*公务用车.*接待|出国.*接待.*公务用车|公务用车.*接待.*出国|接待.*公务用车.*出国/,
  /流动资产.*(?:非流动|固定)资产/,
  /一般公共预算.*政府性基金/,
  /其余|其他|其它|剩余/,
]

/** A，其中B、C：the parts add up to the whole, or to less where the list is open. */
export const partSum: Rule = {
  id: 'part-sum.sentence',
  kind: 'part-sum',
  title: '分项之和等于总数',
  source: '预算法实施条例（2020）第五条（基本支出、项目支出及其构成）；部门决算报表分项勾稽关系 B-02 至 B-06、B-14',
  fails: '全年行政处罚案件立案816件，其中，一般程序案件15件，简易程序案件701件。',
  holds:
    '2022年基本支出为290.79万元，其中人员经费269.67万元、公用经费21.12万元。全年支出500万元，其中主要用于环卫保洁120万元。',
  *check(doc) {
    for (const listing of listings(doc)) {
      if (listing.parts.length >= 2) yield* sumOutcome(doc, listing)
    }
  },
}

function* sumOutcome(doc: Understanding, listing: Listing): Generator<Outcome> {
  const { whole } = listing
  const ways = readings(listing).filter((way) => way.length >= 2)
  const facts = listing.parts.map(({ fact }) => fact)
  if (!exact([whole, ...facts])) return
  const holding = ways.find((way) => adds(way, whole).fit === 'equal') ?? prefixThatAdds(facts, whole)
  if (holding) {
    yield { verdict: 'consistent', formula: equation(doc, holding, whole), places: [whole, ...holding] }
    return
  }
  const rounding = ways.find((way) => adds(way, whole).fit === 'rounding')
  if (rounding) {
    yield wrongSum(doc, listing, rounding, 'rounding')
    return
  }
  const explained = ways.find((way) => blameOfSum(doc, whole, way))
  const way = explained ?? ways[0]
  if (!way) return
  if (isWrong(doc, listing, way, Boolean(explained))) yield wrongSum(doc, listing, way, 'error')
}

/** Whether a sum that does not hold is a mistake, or a list that names only some of the parts. */
function isWrong(
  doc: Understanding,
  { whole, parts, open, opener }: Listing,
  way: readonly Fact[],
  explained: boolean,
): boolean {
  if (way.some((part) => base(part) > base(whole) * (1 + 1e-9))) return true
  const over = sumOf(way) > base(whole)
  if (open) return explained && (over || (figures(whole) >= 4 && isColon(doc, whole, parts)))
  const words = doc.folded.text.slice(whole.end, parts.at(-1)?.fact.end)
  const labels = way.map(({ label }) => label).join('|')
  const closed = complements.some((pattern) => pattern.test(labels)) || /分别|如下|组成|构成/.test(opener)
  if (closed && way.length === parts.length) return true
  return explained && figures(whole) >= 3 && !/主要/.test(words)
}

/** 主要项目是：甲108万元、乙859.08万元。 To the end of its sentence, without 等. */
function isColon({ folded: { text } }: Understanding, whole: Fact, parts: Listing['parts']): boolean {
  const last = parts.at(-1)?.fact.end ?? whole.end
  return (
    /[：:]/.test(text.slice(whole.end, parts[0]?.fact.start)) &&
    /^[^，。；、等]{0,6}[。；;\n]/.test(text.slice(last, last + 8))
  )
}

function prefixThatAdds(facts: readonly Fact[], whole: Fact): Fact[] | undefined {
  for (let length = facts.length - 1; length >= 2; length--) {
    const prefix = facts.slice(0, length)
    if (adds(prefix, whole).fit === 'equal') return prefix
  }
  return undefined
}

export const equation = ({ folded }: Understanding, parts: readonly Fact[], whole: Fact): string =>
  `${parts.map((part) => printed(folded.text, part.digits)).join(' + ')} = ${printed(folded.text, whole)}`

function wrongSum(
  doc: Understanding,
  { whole }: Listing,
  way: readonly Fact[],
  severity: 'error' | 'rounding',
): Outcome {
  const { text } = doc.folded
  const sum = sumOf(way)
  const blame = blameOfSum(doc, whole, way)
  const computed = inUnitOf(whole, sum)
  const off = inUnitOf(whole, Math.abs(base(whole) - sum))
  const terms = way.map((part) => printed(text, part.digits)).join(' + ')
  const name = whole.label || '总数'
  const hint = blame
    ? `“${printed(text, blame.fact)}”${slipSentence(blame.slip)}，如为 ${written(blame.should)}${blame.fact.unit.word} 则相符。`
    : '请核对各分项与总数。'
  const isPart = blame !== undefined && blame.fact !== whole
  return {
    verdict: 'wrong',
    severity,
    certainty: severity === 'rounding' ? 0.9 : blame ? 0.95 : 0.8,
    message:
      severity === 'rounding'
        ? `“${name}”写为 ${printed(text, whole)}，所列各项相加为 ${computed}，相差 ${off}，属四舍五入误差，可调整末位。`
        : `“${name}”写为 ${printed(text, whole)}，所列 ${way.length} 项相加为 ${computed}，相差 ${off}。${hint}`,
    formula: `${terms} = ${computed} ≠ ${printed(text, whole)}`,
    claimed: printed(text, isPart ? blame.fact : whole),
    computed: isPart ? `${written(blame.should)}${blame.fact.unit.word}` : computed,
    places: isPart ? [blame.fact, whole, ...way.filter((part) => part !== blame.fact)] : [whole, ...way],
  }
}
