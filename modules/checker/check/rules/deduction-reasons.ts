import type { Fact, Understanding } from '../../understand/index.ts'
import { isExact, type Quantity } from '../../understand/quantities.ts'
import { scoresOf } from '../../understand/scores.ts'
import { equalPoints, points, printed, sumOfPoints } from '../points.ts'
import type { Outcome, Rule } from '../rule.ts'

const lead = /扣分(?:的)?(?:主要)?(?:原因|情况|项|理由|说明|点|因素|如下)/

/** What the reasons of the points lost say was taken off is what is missing of 100. */
export const deductionReasons: Rule = {
  id: 'deduction.reasons',
  kind: 'deduction',
  title: '所列扣分原因的扣分之和应等于100分减总分',
  source: '总分＝100－各项扣分',
  fails:
    '2023年度部门整体支出绩效自评得分96.8分。\n扣分原因：一是预算执行率98%，扣0.2分；二是采集准确率未达标，扣5分。',
  holds:
    '2023年度部门整体支出绩效自评得分96.8分。\n扣分原因：一是预算执行率98%，扣0.2分；二是采集准确率未达标，扣3分。',
  *check(doc) {
    const [total] = scoresOf(doc).totals.filter(({ whole }) => whole)
    if (!total) return
    for (const [at, sentence] of doc.sentences.entries()) {
      const outcome = lead.test(sentence.text) ? judged(doc, total.quantity, lostFrom(doc, at)) : undefined
      if (outcome) return yield outcome
    }
  },
}

/** What is taken off in the paragraph; when it only leads in, in those behind it, until one takes nothing off. */
function lostFrom(doc: Understanding, at: number): readonly Fact[] {
  const line = doc.sentences[at]?.line ?? 0
  const lost = new Map<number, Fact[]>()
  for (const sentence of doc.sentences.slice(at, at + 30)) {
    if (sentence.line - line > 12) break
    const facts = criteria.test(sentence.text) ? [] : sentence.facts.filter((fact) => isLost(doc, fact))
    lost.set(sentence.line, [...(lost.get(sentence.line) ?? []), ...facts])
  }
  const [own = [], ...behind] = lost.values()
  if (own.length) return outer(own)
  const end = behind.findIndex((facts) => !facts.length)
  return behind.slice(0, end < 0 ? undefined : end).flatMap(outer)
}

/** 履职完成扣1.8分：一是…扣0.6分；二是…扣1.2分: what is taken off in all stands in front of what makes it up, or at the end. */
function outer(facts: readonly Fact[]): readonly Fact[] {
  const [first, ...rest] = facts
  const sum = rest.reduce((all, { value }) => all + value, 0)
  if (first && rest.length && equalPoints(first.value, sum)) return [first]
  const last = facts.at(-1)
  const before = facts.slice(0, -1)
  const all = before.reduce((all, { value }) => all + value, 0)
  return last && before.length > 1 && equalPoints(last.value, all) ? before : facts
}

const criteria = /每|标准|细则|扣完|最多|(?:考核|考评)(?!排名|名次|得分|结果)/

function isLost({ folded: { text } }: Understanding, fact: Fact): boolean {
  const before = text.slice(Math.max(0, fact.start - 6), fact.start)
  return (
    fact.unit.dimension === 'score' &&
    isExact(fact) &&
    // What is taken off in all is held against its parts elsewhere.
    !/(?:合计|共计|总计|累计|[，,]共)扣?(?:减|除|了|分)?$/.test(before) &&
    /扣(?:减|除|了|分)?(?:共|计)?$/.test(before) &&
    !/每/.test(before)
  )
}

function judged(doc: Understanding, total: Quantity, lost: readonly Fact[]): Outcome | undefined {
  if (lost.length < 2) return undefined
  const sum = sumOfPoints(lost.map(({ value }) => value))
  const missing = Number((100 - total.value).toFixed(6))
  const formula = `${lost.map(({ value }) => points(value)).join(' + ')} = ${points(sum)}`
  const places = [...lost.slice(0, 8), total]
  if (equalPoints(sum, missing))
    return { verdict: 'consistent', formula: `${formula} = 100 − ${points(total.value)}`, places }
  const more = sum > missing
  return {
    verdict: 'wrong',
    severity: more ? 'error' : 'question',
    certainty: more ? 0.88 : 0.6,
    message: `所列扣分原因共扣${points(sum)}分，而总分${printed(doc, total)}分比满分少${points(missing)}分${more ? '' : '，请补全扣分原因或核对总分'}。`,
    formula: `${formula} ≠ 100 − ${points(total.value)}`,
    claimed: points(sum),
    computed: points(missing),
    places,
  }
}
