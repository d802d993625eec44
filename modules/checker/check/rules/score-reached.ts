import type { Understanding } from '../../understand/index.ts'
import { base, isExact, type Quantity } from '../../understand/quantities.ts'
import { everyNode, type ScoreNode, scoresOf, within } from '../../understand/scores.ts'
import { comparable } from '../measure.ts'
import { near } from '../numbers.ts'
import { nameOf, printed } from '../points.ts'
import type { Outcome, Rule } from '../rule.ts'
import { slipOf, slipSentence } from '../slip.ts'

const report = (actual: string) =>
  `产出指标分值20分，得20分。具体情况是：改造老旧小区${actual}个（目标值≥36个，分值10分），得10分；整治背街小巷12条（目标值≥12条，分值10分），得10分。\n一级指标|三级指标|年初目标值|实际完成值|分值|得分\n产出指标|改造老旧小区|≥36个|36个|10|10\n产出指标|整治背街小巷|≥12条|12条|10|10\n`

/** What an indicator reached in the text is what it reached in the score sheet. */
export const scoreReached: Rule = {
  id: 'cross-reference.reached',
  kind: 'cross-reference',
  title: '正文所写指标完成值应与自评表一致',
  source: '前后一致：正文与绩效自评表',
  fails: report('39'),
  holds: [report('36'), report('36').replace('≥36个，', '≥30个，').replace('36个（', '39个（')],
  *check(doc) {
    const scores = scoresOf(doc)
    const [sheet, more] = scores.sheets
    if (!sheet || more) return
    const rows = [...within(sheet.root)].filter(isMeasured)
    const told = [...everyNode({ ...scores, sheets: [] })].filter(isMeasured)
    for (const node of told) {
      const same = rows.filter(({ name }) => name === node.name)
      const [row] = same
      if (row && same.length === 1 && isSameTarget(node, row)) yield judged(doc, node, row)
    }
  },
}

type Measured = ScoreNode & { actual: Quantity; target: NonNullable<ScoreNode['target']> }
const isMeasured = (node: ScoreNode): node is Measured =>
  Boolean(node.name && node.actual && isExact(node.actual) && node.target && !node.parts.length)

const isSame = (one: Quantity, other: Quantity) =>
  comparable(one, other) &&
  near(base(one), base(other), Math.max(one.step * one.unit.factor, other.step * other.unit.factor) / 2)
const isSameTarget = (node: Measured, row: Measured) =>
  comparable(node.actual, row.actual) && isSame(node.target.quantity, row.target.quantity)

function judged(doc: Understanding, node: Measured, row: Measured): Outcome {
  const [said, shown] = [printed(doc, node.actual), printed(doc, row.actual)]
  const places = [node.actual, row.actual]
  if (isSame(node.actual, row.actual))
    return { verdict: 'consistent', formula: `正文 ${said} = 自评表 ${shown}`, places }
  const slip = slipOf(node.actual, (row.actual.value * row.actual.unit.factor) / node.actual.unit.factor)
  return {
    verdict: 'wrong',
    severity: 'error',
    certainty: slip ? 0.92 : 0.86,
    message: `“${nameOf(node)}”完成值正文写${said}${node.actual.unit.word}，自评表为${shown}${row.actual.unit.word}，两处不一致${slip ? `（${slipSentence(slip)}）` : ''}。`,
    formula: `${said} ≠ ${shown}`,
    claimed: said,
    computed: shown,
    places,
  }
}
