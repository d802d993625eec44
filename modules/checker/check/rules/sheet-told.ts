import type { Understanding } from '../../understand/index.ts'
import { gotOf, type Sheet, type StatedTotal, scoresOf, weightOf } from '../../understand/scores.ts'
import { besideSheet } from '../beside-sheet.ts'
import { equalPoints, points, printed, roundingPoints, stretch, sumOfPoints } from '../points.ts'
import type { Outcome, Rule } from '../rule.ts'
import { slipOf, slipSentence } from '../slip.ts'

const table = (last: string) =>
  `得分情况见表1。\n一级指标|权重分|自评得分\n决策|20|20\n过程|20|18.5\n产出|40|38.2\n效益|20|${last}\n\n`

/** 决策20分、过程18.5分 … in a table without a total row, and right behind it 自评得分为98.1分. */
export const sheetTold: Rule = {
  id: 'score-sum.told',
  kind: 'score-sum',
  title: '评分表各项得分之和应等于表前、表后所写的总得分',
  source: '财预〔2020〕10号：总分由各项指标得分汇总形成',
  fails: [
    `${table('19')}综合以上各项，2023年度部门整体支出自评得分为98.1分。`,
    `${table('19')}经汇总，本部门自评总得分95.2分，等级为“优”。`,
    `2023年度部门整体支出自评总分96.7分。${table('19')}`,
    `${table('19')}从打分情况看，各项工作有序推进。\n综上，部门整体支出绩效自评综合得分为97.5分，评价等级为优。`,
  ],
  holds: [
    `${table('19')}综合以上各项，2023年度部门整体支出自评得分为95.7分。上年部门整体支出自评得分为93.1分。`,
    `${table('19')}区财政局复核得分为94.2分。上年度自评得分93.1分。`,
    `${table('19')}产出指标自评得分为38.2分，其中数量指标自评得分20分。`,
    `${table('19').replace('效益|', '加分项|')}综合以上各项，2023年度部门整体支出自评得分为98.1分。`,
    `${table('19').replace('40|38.2', '30|28.2')}综合以上各项，加上预算执行得分，2023年度部门整体支出自评得分为95.7分。`,
  ],
  *check(doc) {
    const { sheets, totals } = scoresOf(doc)
    const [sheet, more] = sheets
    if (!sheet || more || sheet.hasTotal) return
    const sum = sumOf(sheet)
    if (sum === undefined) return
    const whole = totals.filter(({ whole, label }) => whole && !other.test(label))
    const same = whole.find(({ quantity }) => equalPoints(quantity.value, sum))
    if (same) return yield outcomeOf(doc, sheet, same, sum)
    for (const { line, away, text } of besideSheet(doc, sheet)) {
      const [total, second] = whole.filter(({ quantity }) => quantity.line === line)
      // The paragraph that touches the table, or one that says it sums up.
      if (!total || second || (away > 0 && !sums.test(text))) continue
      if (!made.test(text) && total.quantity.value >= FEWEST) yield outcomeOf(doc, sheet, total, sum)
      return
    }
  },
}

/** Fewer points are those of a part. */
const FEWEST = 60
/** What others gave, of another time or before it was corrected. */
const other = /上年|去年|往年|财政|复[核评]|专家|考核|考评|第三方|初评|预评|主管|目标|不低于/
const sums = /^(?:综[上合]|经|汇总|合计|因此|据此|最终|以上|上述|根据|按照|对照)|总得分|总分|综合得分/
/** Points on top, and scores that are weighed against others. */
const made = /加权|平均|折算|换算|附加|加分|加上|另加|扣除|调整/

/** All points that can be had are in the table, each row with what it got. */
function sumOf({ root }: Sheet): number | undefined {
  const { parts } = root
  if (parts.length < 3 || parts.some(({ name }) => /加分|附加|扣分|合计|总/.test(name))) return undefined
  const got = parts.map(gotOf)
  const weights = parts.map(weightOf)
  if (got.includes(undefined) || weights.includes(undefined) || !equalPoints(sumOfPoints(weights), 100))
    return undefined
  return sumOfPoints(got)
}

function outcomeOf(doc: Understanding, { root: { parts } }: Sheet, { quantity }: StatedTotal, sum: number): Outcome {
  const formula = `${parts.map((part) => points(gotOf(part) ?? 0)).join(' + ')} = ${points(sum)}`
  const places = [quantity, ...stretch(parts)]
  if (equalPoints(sum, quantity.value)) return { verdict: 'consistent', formula, places }
  const slip = slipOf(quantity, sum)
  const isRounded =
    roundingPoints(sum, quantity.value, parts.length) || Math.abs(sum - quantity.value) <= quantity.step / 2 + 1e-9
  return {
    verdict: 'wrong',
    severity: isRounded ? 'rounding' : 'error',
    certainty: slip ? 0.93 : 0.9,
    message: `文中写自评得分${printed(doc, quantity)}分，评分表各项得分相加为${points(sum)}分${slip ? `（${slipSentence(slip)}）` : ''}。`,
    formula: `${formula} ≠ ${points(quantity.value)}`,
    claimed: printed(doc, quantity),
    computed: points(sum),
    places,
  }
}
