import type { Fact, Understanding } from '../../understand/index.ts'
import { base, isExact } from '../../understand/quantities.ts'
import { figures, inUnitOf, printed } from '../measure.ts'
import { near } from '../numbers.ts'
import type { Rule } from '../rule.ts'
import { slipOf } from '../slip.ts'
import { wrong } from '../words.ts'

const left = '(?:财政拨款|一般公共预算|资金)?结(?:转|余)(?:(?:和|及|与)?结(?:转|余))?(?:资金)?$'
const opening = new RegExp(`(?:本年|年)初${left}|上年${left}`)
const closing = new RegExp(`(?:上年|上年度|上一年)年?末${left}`)
/** Carry-over that was taken back or corrected opens the year with another amount. */
const adjusted = /调整|追溯|收回|上缴|调[出减增入]|审计|更正|差错|盘活|统筹/
const scopes = ['财政拨款', '一般公共预算', '基金', '非财政'] as const

/** What is left at the end of a year is what the next begins with, unless an adjustment is explained. */
export const balanceOpening: Rule = {
  id: 'balance.opening',
  kind: 'balance',
  title: '年初结转＝上年末结转',
  source: '部门决算报表：年初结转和结余与上年年末结转和结余衔接，不同的应说明调整（B-12）',
  fails: [
    '2022年末结转和结余320.15万元。2023年度收入合计5449.51万元，年初结转和结余302.15万元。（2023年度部门决算）',
    '上年末结转和结余320.15万元，本年收入5449.51万元。年初结转和结余308.40万元。',
  ],
  holds: [
    '上年末结转和结余320.15万元，本年收入5449.51万元。年初结转和结余320.15万元。',
    '上年末结转和结余320.15万元，财政收回存量资金18万元后，年初结转和结余302.15万元。',
    '上年末结转和结余320.15万元，年初财政拨款结转和结余208.40万元。',
    '年末结转和结余320.15万元，年初结转和结余208.40万元。',
  ],
  *check(doc) {
    const amounts = doc.facts.filter((fact) => fact.unit.dimension === 'money' && isExact(fact) && figures(fact) >= 3)
    const ends = amounts.filter((fact) => closing.test(named(doc, fact)) || isLastYears(doc, fact))
    const begins = amounts.filter((fact) => opening.test(fact.label) && !ends.includes(fact))
    for (const end of ends) {
      const same = begins.filter((begin) => scopeOf(begin) === scopeOf(end))
      const holding = same.find((begin) => near(base(begin), base(end), begin.step * begin.unit.factor))
      const { text } = doc.folded
      if (holding) {
        yield {
          verdict: 'consistent',
          formula: `${printed(text, end)} = ${printed(text, holding)}`,
          places: [end, holding],
        }
        continue
      }
      const [begin] = same
      if (!begin || same.length > 1 || explained(doc, [begin, end])) continue
      const slip = slipOf(begin, base(end) / begin.unit.factor)
      yield wrong(
        slip ? 'error' : 'question',
        slip ? 0.85 : 0.7,
        `年初结转写为 ${printed(text, begin)}，上年末结转写为 ${printed(text, end)}，两数应当衔接；有调整的请写明。`,
        [begin, end],
        { claimed: printed(text, begin), computed: inUnitOf(begin, base(end)) },
      )
    }
  },
}

const named = ({ folded: { text } }: Understanding, { start, label }: Fact) =>
  label.startsWith('年末')
    ? `${text.slice(Math.max(0, start - label.length - 4), start - label.length)}${label}`
    : label

/** 2022年末 in the account of 2023. */
const isLastYears = ({ profile: { year }, folded: { text } }: Understanding, { start, label }: Fact): boolean =>
  year !== undefined &&
  new RegExp(`年?末${left}`).test(label) &&
  new RegExp(`${year - 1}年度?年?末?[^，。；\\d]{0,16}$`).test(text.slice(Math.max(0, start - 26), start))

const scopeOf = ({ label }: Fact) => scopes.find((scope) => label.includes(scope))
const explained = ({ folded: { text, lines } }: Understanding, facts: readonly Fact[]) =>
  facts.some(({ line }) => adjusted.test(text.slice(lines[line]?.start, lines[line]?.end)))
