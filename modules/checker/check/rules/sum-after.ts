import type { Fact, Understanding } from '../../understand/index.ts'
import { base } from '../../understand/quantities.ts'
import { blameOfSum } from '../blame.ts'
import { comparable, exact, figures, inUnitOf, isComparison, isCounted, printed, sumOf } from '../measure.ts'
import { adds } from '../numbers.ts'
import type { Outcome, Rule } from '../rule.ts'
import { slipSentence } from '../slip.ts'
import { equation, wrongSum } from './part-sum.ts'

const total = /(?<!调整后|合并后|变更后)(?:共|共计|合计|总计|总共|合共|累计)(?:为|是|达)?$/

/** A、B、C，共D：what stands before a total adds up to it. */
export const sumAfter: Rule = {
  id: 'part-sum.total-after',
  kind: 'part-sum',
  title: '前列各数之和等于其后的合计',
  source: '部门决算报表分项合计审核关系',
  fails: '拨付环卫保洁120.50万元、路灯维护86.30万元、绿化养护45.20万元，合计262.00万元。',
  holds: '拨付环卫保洁120.50万元、路灯维护86.30万元、绿化养护45.20万元，合计252.00万元。',
  *check(doc) {
    const { text } = doc.folded
    for (const { facts } of doc.sentences) {
      for (const [at, whole] of facts.entries()) {
        if (!isCounted(whole) || !exact([whole]) || !total.test(text.slice(Math.max(0, whole.start - 6), whole.start)))
          continue
        const all = facts.slice(0, at).filter((fact) => comparable(fact, whole) && !isComparison(fact))
        const named = all.filter(({ label }) => label.length >= 2 && whole.label.includes(label))
        // 很满意和较满意合计314份: of those that are named again.
        const before = named.length >= 2 ? named : all
        if (before.length >= 2) yield* totalOutcome(doc, whole, before)
      }
    }
  },
}

function* totalOutcome(doc: Understanding, whole: Fact, before: readonly Fact[]): Generator<Outcome> {
  const runs = before.map((_, at) => before.slice(at)).filter((run) => run.length >= 2 && exact(run))
  const holding = runs.find((run) => adds(run, whole).fit === 'equal')
  if (holding) {
    yield { verdict: 'consistent', formula: equation(doc, holding, whole), places: [whole, ...holding] }
    return
  }
  const rounded = runs.find(
    (run) => run.every(({ unit }) => unit === whole.unit) && adds(run, whole).fit === 'rounding',
  )
  if (rounded) {
    yield wrongSum(doc, whole, rounded, 'rounding')
    return
  }
  const run = runs.find((run) => blameOfSum(doc, whole, run))
  const blame = run && blameOfSum(doc, whole, run)
  if (!run || !blame) return
  // One wrong digit explains much where there are two; swapped or lost ones do not come by chance.
  const close = Math.abs(sumOf(run) / base(whole) - 1) < 0.06
  const sure = figures(whole) >= 5 || blame.slip !== 'digit' || (figures(whole) >= 3 && close)
  if (!sure && !close) return
  if (!sure && run.length < 3) return
  const { text } = doc.folded
  const computed = inUnitOf(whole, sumOf(run))
  yield {
    verdict: 'wrong',
    severity: sure ? 'error' : 'question',
    certainty: sure ? 0.85 : 0.6,
    message: `合计写为 ${printed(text, whole)}，前列 ${run.length} 项相加为 ${computed}。“${printed(text, blame.fact)}”${slipSentence(blame.slip)}，如为 ${inUnitOf(blame.fact, blame.should * blame.fact.unit.factor)} 则相符。`,
    formula: `${run.map((part) => printed(text, part.digits)).join(' + ')} = ${computed} ≠ ${printed(text, whole)}`,
    claimed: printed(text, whole),
    computed,
    places: [whole, ...run],
  }
}
