import type { Fact, Understanding } from '../../understand/index.ts'
import { base, isExact } from '../../understand/quantities.ts'
import { comparable, figures, inUnitOf, isComparison, printed } from '../measure.ts'
import { near } from '../numbers.ts'
import type { Rule } from '../rule.ts'
import { slipOf, slipSentence } from '../slip.ts'
import { wrong } from '../words.ts'

const LOOK_BACK = 3

/** 收入构成：财政拨款收入1464万元，占100%: the only part is the whole that was told before. */
export const shareSole: Rule = {
  id: 'share.sole',
  kind: 'share',
  title: '占100%的一项应等于总数',
  source: '部门决算公开说明格式：收入、支出构成（B-07）',
  fails: [
    '2023年初预算收入153万元，调整预算收入数为1464.48万元。\n收入具体构成：一般公共预算财政拨款收入4164.48万元，占100%。',
    '2023年初预算收入153万元，调整预算收入数为1464.48万元。\n收入具体构成：一般公共预算财政拨款收入1464.48万元，占10%。',
  ],
  holds: [
    '2023年初预算收入153万元，调整预算收入数为1464.48万元。\n收入具体构成：一般公共预算财政拨款收入1464.48万元，占100%。',
    '调整预算收入数为1464.48万元。\n收入具体构成：一般公共预算财政拨款收入1318.03万元，占90%。',
    '上年收入1446.48万元。收入具体构成：一般公共预算财政拨款收入1464.48万元，占100%。',
  ],
  *check(doc) {
    const { text } = doc.folded
    for (const { facts } of doc.sentences)
      for (const [at, share] of facts.entries()) {
        const part = facts[at - 1]
        if (!part || !isSole(text, part, share)) continue
        const whole = wholeBefore(doc, part)
        if (!whole) continue
        const isWhole = near(base(whole), base(part), 0)
        if (isWhole && share.value === 100)
          yield {
            verdict: 'consistent',
            formula: `${printed(text, part)} = ${printed(text, whole)}`,
            places: [share, part, whole],
          }
        else if (isWhole)
          yield wrong(
            'error',
            0.9,
            `“${part.label}”${printed(text, part)}就是全部的“${whole.label}”，占比应为100%，文中写为${printed(text, share)}。`,
            [share, part, whole],
            { claimed: printed(text, share), computed: '100%' },
          )
        else if (share.value === 100) {
          const slip = slipOf(part, base(whole) / part.unit.factor)
          if (slip)
            yield wrong(
              'error',
              0.88,
              `“${part.label}”写为${printed(text, part)}、占100%，前文“${whole.label}”为${printed(text, whole)}，两数应相等（${slipSentence(slip)}）。`,
              [part, whole, share],
              { claimed: printed(text, part), computed: inUnitOf(part, base(whole)) },
            )
        }
      }
  },
}

const noun = ({ label }: Fact) => /(收入|支出)(?:数|合计|总计|总额)?$/.exec(label)?.[1]

const isSole = (text: string, part: Fact, share: Fact): boolean =>
  share.unit.dimension === 'percent' &&
  isExact(share) &&
  part.unit.dimension === 'money' &&
  isExact(part) &&
  figures(part) >= 4 &&
  noun(part) !== undefined &&
  /^，占(?:比)?(?:总?(?:收入|支出)(?:合计|总额)?的?)?$/.test(text.slice(part.end, share.start)) &&
  /^[。；]/.test(text.slice(share.end)) &&
  /构成[：:]|包括[：:]/.test(text.slice(Math.max(0, part.labelSpan.start - 8), part.start))

/** The nearest figure of that noun before it, this year's. */
const wholeBefore = ({ facts }: Understanding, part: Fact): Fact | undefined =>
  facts.findLast(
    (fact) =>
      fact.start < part.start &&
      fact.line >= part.line - LOOK_BACK &&
      comparable(fact, part) &&
      isExact(fact) &&
      figures(fact) >= 4 &&
      !isComparison(fact) &&
      !/年初|上年|去年/.test(fact.label) &&
      noun(fact) === noun(part),
  )
