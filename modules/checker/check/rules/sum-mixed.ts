import type { Fact, Understanding } from '../../understand/index.ts'
import { isExact } from '../../understand/quantities.ts'
import { isComparison, printed } from '../measure.ts'
import { written } from '../numbers.ts'
import type { Outcome, Rule } from '../rule.ts'
import { slipOf, slipSentence } from '../slip.ts'

const total = /(?:共|共计|合计|总计|总共|合共)(?:为|是|达|采购|办理|配备|发放|购置)?$/
/** 件（套）, 台（件）, 件（对）: things of several kinds are counted together. */
const together = /^[（(](?:套|台|件|对|个|处|张|只|具|批|条|把|辆|份|块|支|项|次)(?:[、，/](?:\p{Script=Han}))*[）)]/u
const least = 2

/** 帐篷600顶、棉被3000床，合计3600件（套）: of several kinds, and one sum. */
export const sumMixed: Rule = {
  id: 'part-sum.mixed',
  kind: 'part-sum',
  title: '不同单位的各项相加等于以“件（套）”等计的合计',
  source: '部门决算报表分项合计审核关系',
  fails: [
    '采购垃圾桶450只、果皮箱320个、清扫车12辆，合计872件（套）。',
    '办理登记2418对、补证1205件，共计3632件（对）。',
  ],
  holds: [
    '采购垃圾桶450只、果皮箱320个、清扫车12辆，合计782件（套）。办理登记2418对、补证1205件，共计3623件（对）。',
    '采购帐篷600顶、棉被3000床等，合计7120件（套）。为20支队伍、45个社区配备装备，合计1136件（套）。',
  ],
  *check(doc) {
    const { text } = doc.folded
    for (const { facts } of doc.sentences)
      for (const [at, whole] of facts.entries()) {
        if (whole.unit.dimension !== 'count' || !isExact(whole) || !together.test(text.slice(whole.end, whole.end + 8)))
          continue
        if (!total.test(text.slice(whole.start - 6, whole.start))) continue
        const terms = listedBefore(text, facts.slice(0, at), whole)
        if (terms.length >= least) yield* judged(doc, whole, terms)
      }
  },
}

/** What stands before the total, one with the next by 、 alone. */
function listedBefore(text: string, facts: readonly Fact[], whole: Fact): Fact[] {
  const terms: Fact[] = []
  let next = whole
  for (const fact of [...facts].reverse()) {
    const gap = text.slice(fact.end, next.start)
    const joins =
      next === whole
        ? /^\p{Script=Han}{0,3}[，,、]\p{Script=Han}{1,5}$/u
        : /^\p{Script=Han}{0,3}[、和及]\p{Script=Han}{2,14}$/u
    const counts = ['count', 'none'].includes(fact.unit.dimension) && isExact(fact) && !isComparison(fact)
    if (!joins.test(gap) || /等/.test(gap) || !counts) break
    terms.unshift(fact)
    next = fact
  }
  return terms.every(({ label }) => label) ? terms : []
}

function* judged(doc: Understanding, whole: Fact, terms: readonly Fact[]): Generator<Outcome> {
  const { text } = doc.folded
  const sum = terms.reduce((all, { value }) => all + value, 0)
  const left = `${terms.map((term) => printed(text, term.digits)).join(' + ')} = ${written(sum)}`
  const places = [whole, ...terms]
  if (sum === whole.value) {
    yield { verdict: 'consistent', formula: left, places }
    return
  }
  const slip = slipOf(whole, sum) ?? terms.map((term) => slipOf(term, term.value + whole.value - sum)).find(Boolean)
  // Where no slip of the hand explains it, something may have been left out.
  if (!slip && sum < whole.value) return
  yield {
    verdict: 'wrong',
    severity: slip ? 'error' : 'question',
    certainty: slip ? 0.88 : 0.76,
    message: `合计写为 ${printed(text, whole)}，前列 ${terms.length} 项相加为 ${written(sum)}${slip ? `，${slipSentence(slip)}` : ''}。`,
    formula: `${left} ≠ ${printed(text, whole.digits)}`,
    claimed: printed(text, whole),
    computed: `${written(sum)}${whole.unit.word}`,
    places,
  }
}
