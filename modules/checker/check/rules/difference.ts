import type { Fact, Understanding } from '../../understand/index.ts'
import { base, isExact } from '../../understand/quantities.ts'
import { comparable, inUnitOf, isCounted, printed } from '../measure.ts'
import { near } from '../numbers.ts'
import type { Rule } from '../rule.ts'
import { slipOf, slipSentence } from '../slip.ts'

const left =
  /(?:净资产|净值|空编|缺编|超编|缺额|结余|剩余|节约|结转|未支付|未执行|差额|尚未支付|结余资金|减少|增加|下降|增长|提高|上升|降低)(?:资金|金额|了)?$/

/** 预算A，支出B，结余C：C is what is left of A. 由A增加到B，增加C. */
export const difference: Rule = {
  id: 'difference.sentence',
  kind: 'difference',
  title: '结余等于预算减支出，增减额等于两数之差',
  source: '部门决算公开说明格式：决算数与预算数的差额；与上年相比增减额（B-10、B-16）',
  fails: '项目预算120.50万元，实际支出98.30万元，结余32.20万元。',
  holds: '项目预算120.50万元，实际支出98.30万元，结余22.20万元。满意度94.6%，较上年的92.1%提高2.5个百分点。',
  *check(doc) {
    const { text } = doc.folded
    for (const { facts } of doc.sentences)
      for (const [at, fact] of facts.entries()) {
        const isPoints = fact.unit.dimension === 'points'
        if ((!isCounted(fact) && !isPoints) || !isExact(fact) || !left.test(fact.label)) continue
        const before = facts
          .slice(0, at)
          .filter((other) => (isPoints ? other.unit.word === '%' : comparable(other, fact)) && isExact(other))
        const told = before.length === 1 ? sameBefore(doc, before[0] as Fact, fact) : undefined
        if (told) before.push(told)
        if (before.length < 2) continue
        const pairs = before.flatMap((one, index) =>
          before.slice(index + 1).map((other) => ({ one, other, gap: Math.abs(base(one) - base(other)) })),
        )
        const holding = pairs.find(({ gap }) => near(gap, base(fact), 0))
        const spell = (pair: (typeof pairs)[number]) => {
          const [more, less] = base(pair.one) >= base(pair.other) ? [pair.one, pair.other] : [pair.other, pair.one]
          return `${printed(text, more.digits)} - ${printed(text, less.digits)}`
        }
        if (holding) {
          yield {
            verdict: 'consistent',
            formula: `${spell(holding)} = ${printed(text, fact)}`,
            places: [fact, holding.one, holding.other],
          }
          continue
        }
        const last = pairs.at(-1)
        const slip =
          last && before.length === 2 ? slipOf(fact, Number((last.gap / fact.unit.factor).toPrecision(12))) : undefined
        if (!last || !slip) continue
        const computed = inUnitOf(fact, last.gap)
        yield {
          verdict: 'wrong',
          severity: 'error',
          certainty: 0.88,
          message: `“${fact.label}”写为 ${printed(text, fact)}，按前列两数相减为 ${computed}，${slipSentence(slip)}。`,
          formula: `${spell(last)} = ${computed} ≠ ${printed(text, fact)}`,
          claimed: printed(text, fact),
          computed,
          places: [fact, last.one, last.other],
        }
      }
  },
}

/** 供热面积3268万平方米。……供热面积较上年的3160万平方米增加118万平方米: this year's figure was told before, under the same name. */
function sameBefore(doc: Understanding, last: Fact, fact: Fact): Fact | undefined {
  const [, subject = ''] = /^(.{2,}?)[较比与](?:上年|去年|上一年)/.exec(last.label) ?? []
  if (!subject || last.end > fact.start) return undefined
  return doc.facts.findLast(
    (one) =>
      one.start < last.start &&
      one.line >= fact.line - 1 &&
      one.label.endsWith(subject) &&
      comparable(one, fact) &&
      isExact(one),
  )
}
