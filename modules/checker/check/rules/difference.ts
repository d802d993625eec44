import type { Fact } from '../../understand/index.ts'
import { base, isExact } from '../../understand/quantities.ts'
import { comparable, figures, inUnitOf, isCounted, printed } from '../measure.ts'
import { clean, near } from '../numbers.ts'
import type { Rule } from '../rule.ts'
import { slipOf } from '../slip.ts'
import { sameBefore } from '../told.ts'

const left =
  /(?:净资产|相差|净值|空编|缺编|超编|缺额|结余|剩余|节约|结转|未支付|未执行|差额|尚未支付|结余资金|减少|增加|下降|增长|提高|上升|降低)(?:资金|金额|了)?$/

/** 连同2021年结转的3起: from the year before. */
const broughtOver = /(?:上年|去年|年初|20\d\d年)结[转余]/

/** 预算A，支出B，结余C：C is what is left of A. 由A增加到B，增加C. */
export const difference: Rule = {
  id: 'difference.sentence',
  kind: 'difference',
  title: '结余等于预算减支出，增减额等于两数之差',
  source: '部门决算公开说明格式：决算数与预算数的差额；与上年相比增减额（B-10、B-16）',
  fails: [
    '项目预算120.50万元，实际支出98.30万元，结余32.20万元。',
    '上年结转136.20万元，本年到位8620万元，可用资金8756.20万元；全年支付7684.35万元，年末结转1171.85万元。',
  ],
  holds: [
    '项目预算120.50万元，实际支出98.30万元，结余22.20万元。满意度94.6%，较上年的92.1%提高2.5个百分点。',
    '公务用车费10.36万元，比上年减少0.84万元；公务接待费4.46万元，比上年减少0.06万元。',
  ],
  *check(doc) {
    const { text } = doc.folded
    for (const { facts } of doc.sentences)
      for (const [at, fact] of facts.entries()) {
        const isPoints = fact.unit.dimension === 'points'
        const isGap = /相差$/.test(fact.label) && fact.unit.dimension === 'score'
        if (
          (!isCounted(fact) && !isPoints && !isGap) ||
          !isExact(fact) ||
          !left.test(fact.label) ||
          broughtOver.test(fact.label)
        )
          continue
        const before = facts
          .slice(0, at)
          .filter((other) => (isPoints ? other.unit.word === '%' : comparable(other, fact)) && isExact(other))
        before.push(...baseBehind(text, facts, at, before[0]))
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
        const isFigure = (one: Fact) => !isChange.test(text.slice(Math.max(0, one.start - 4), one.start))
        const plain = pairs.filter(({ one, other }) => isFigure(one) && isFigure(other))
        const meant = meantPair(before.filter(isFigure), plain, fact)
        const last = meant ?? rareSlip(plain, fact)
        const slip = last && slipOfGap(fact, last)
        if (!last || !slip) continue
        const computed = inUnitOf(fact, last.gap)
        yield {
          verdict: 'wrong',
          severity: 'error',
          certainty: 0.88,
          message: `“${fact.label}”写为 ${printed(text, fact)}，按 ${spell(last)} 计算为 ${computed}；疑似其中一数录错，请核对。`,
          formula: `${spell(last)} = ${computed} ≠ ${printed(text, fact)}`,
          claimed: printed(text, fact),
          computed,
          places: [fact, last.one, last.other],
        }
      }
  },
}

/** 公务用车10.36万元，比上年减少0.84万元: a change is nothing another figure changed from. */
const isChange = /(?:减少|增加|下降|增长|提高|上升|降低|节约|超出|超过|超|多|少)了?$/

/** 较上年提高0.6个百分点（上年42.2%）: what it is compared with stands behind it. */
function baseBehind(text: string, facts: readonly Fact[], at: number, like: Fact | undefined): Fact[] {
  const [fact, next] = [facts[at] as Fact, facts[at + 1]]
  const opens = next && /^[（(](?:上年|去年|上一年|同期)/.test(text.slice(fact.end, next.start))
  return next && opens && like && isExact(next) && comparable(next, like) ? [next] : []
}

/** The only two before it; of several the last, where one of them is the year before's or where it begins. */
function meantPair<P extends { one: Fact; other: Fact }>(before: readonly Fact[], pairs: readonly P[], fact: Fact) {
  const last = pairs.at(-1)
  if (before.length === 2 && !/[较比](?:上年|去年|同期|上一年|年初|20\d\d年)/.test(fact.label)) return last
  const isOld = ({ label }: Fact) => /上年|去年|同期|上一年|^由|^从|原/.test(label)
  return last && (isOld(last.one) || isOld(last.other) || /相差$/.test(fact.label)) ? last : undefined
}

const RARE = 5
/** 结转158.40万元，到位10672万元，可用10830.40万元；支付9736.85万元，结转1193.55万元: of many figures one slip of it is no chance. */
function rareSlip<P extends { one: Fact; other: Fact; gap: number }>(pairs: readonly P[], fact: Fact): P | undefined {
  if (figures(fact) < RARE) return undefined
  const slipped = pairs.filter(({ gap }) => slipOf(fact, clean(gap / fact.unit.factor)))
  return slipped.length === 1 ? slipped[0] : undefined
}

/** Whether one of the three is one slip of the hand away from what the others say. */
function slipOfGap(fact: Fact, { one, other, gap }: { one: Fact; other: Fact; gap: number }): boolean {
  const [more, less] = base(one) >= base(other) ? [one, other] : [other, one]
  const telling = figures(fact) + figures(one) + figures(other) >= 6
  return Boolean(
    slipOf(fact, clean(gap / fact.unit.factor)) ||
      (telling &&
        (slipOf(more, clean((base(less) + base(fact)) / more.unit.factor)) ||
          slipOf(less, clean((base(more) - base(fact)) / less.unit.factor)) ||
          slipOf(less, clean((base(more) + base(fact)) / less.unit.factor)))),
  )
}
