import type { Understanding } from '../../understand/index.ts'
import { gotOf, type ScoreNode, type Sheet, scoresOf } from '../../understand/scores.ts'
import { equalPoints, points, printed, roundingPoints, stretch, sumOfPoints } from '../points.ts'
import type { Outcome, Rule } from '../rule.ts'
import { slipOf, slipSentence } from '../slip.ts'
import { before } from '../words.ts'

const form = (first: string, total: string) =>
  [
    '一级指标|三级指标|年度指标值|实际完成值|分值|得分',
    `产出指标|清扫面积|≥100万平方米|100万平方米|50|${first}`,
    '效益指标|市容秩序|明显改善|达成预期指标|40|38',
    '满意度指标|居民满意度|≥90%|92%|10|10',
    `总分||||100|${total}`,
  ].join('\n')

/** Sums of several rows in between, which are no rows beside the others. */
const groups = (weight: string, got: string) =>
  `小计||||40|38\n产出效益合计||||90|88\n满意度指标|居民满意度|≥90%|92%|${weight}|${got}\n小计||||${weight}|${got}`
const part =
  '管理效率评分表\n指标|分值|得分|扣分原因\n预算编制|10|9.5|追加较多\n预算执行|20|19|进度偏慢\n资产管理|20|20|—\n合计|50|48.5|'

/** In a score table the points add up to 100, and what was got to the total row. */
export const sheetTotal: Rule = {
  id: 'score-total.sheet',
  kind: 'score-total',
  title: '自评表分值合计应为100分，得分合计应等于总分',
  source: '财预〔2020〕10号附件：项目支出绩效自评表',
  fails: [form('50', '97'), form('50', '98').replace('满意度指标|居民满意度|≥90%|92%|10|10', groups('10', '9'))],
  holds: [form('50', '98'), form('50', '98').replace('满意度指标|居民满意度|≥90%|92%|10|10', groups('10', '10')), part],
  *check(doc) {
    for (const sheet of scoresOf(doc).sheets) {
      yield* gotTotal(doc, sheet)
      yield* weightTotal(doc, sheet)
      yield* lostTotal(doc, sheet)
    }
  },
}

function* gotTotal(doc: Understanding, { root }: Sheet): Generator<Outcome> {
  const total = root.got
  const terms = root.parts.map((part) => gotOf(part))
  if (!total || terms.length < 2) return
  const blank = root.parts.filter((part, at) => terms[at] === undefined && part.weight)
  const sum = sumOfPoints(terms)
  const formula = `各项得分相加 = ${points(sum)}`
  const places = [total, ...stretch(root.parts)]
  if (equalPoints(sum, total.value)) return yield { verdict: 'consistent', formula, places }
  const slip = slipOf(total, sum)
  const rounding = roundingPoints(sum, total.value, terms.length)
  yield {
    verdict: 'wrong',
    severity: rounding ? 'rounding' : blank.length ? 'question' : 'error',
    certainty: blank.length ? 0.6 : 0.95,
    message: `自评表总分写${printed(doc, total)}分，表中各项得分相加为${points(sum)}分${slip ? `（${slipSentence(slip)}）` : ''}${blank.length ? `；另有${blank.length}项未填得分` : ''}。`,
    formula: `${formula} ≠ ${points(total.value)}`,
    claimed: printed(doc, total),
    computed: points(sum),
    places,
  }
}

/** Without a total row, and without a row for execution, 90 or 80 are all there is. */
function* weightTotal(doc: Understanding, sheet: Sheet): Generator<Outcome> {
  const { root, hasTotal } = sheet
  const terms = root.parts.map(weightBelow)
  if (terms.filter((term) => term !== undefined).length < 3) return
  const sum = sumOfPoints(terms)
  const whole = root.weight?.value ?? 100
  const formula = `各项分值相加 = ${points(sum)}`
  const places = [...(root.weight ? [root.weight] : []), ...stretch(root.parts)]
  const allowed = hasTotal || sheet.funds.some(({ weight }) => weight) ? [whole] : [100, 90, 80]
  if (allowed.some((one) => equalPoints(one, sum)) && equalPoints(whole, 100))
    return yield { verdict: 'consistent', kind: 'weight-sum', formula, places }
  // 管理效率50分: the table of a part of the whole.
  if (root.weight && equalPoints(whole, sum) && sum <= 80)
    return yield { verdict: 'consistent', kind: 'weight-sum', formula, places }
  // 三项指标得分（不含预算执行）合计90分: what is left out is said.
  if (root.weight && equalPoints(whole, sum) && /不含|除预算/.test(before(doc, root.weight, 60))) return
  const known = terms.every((term) => term !== undefined) && (hasTotal || sheet.funds.length > 0 || sum > 100)
  yield {
    verdict: 'wrong',
    kind: 'weight-sum',
    severity: known ? 'error' : 'question',
    certainty: known ? 0.93 : 0.6,
    message: `自评表各项分值相加为${points(sum)}分，${root.weight && !equalPoints(whole, sum) ? `合计写${printed(doc, root.weight)}分` : '应为100分'}。`,
    formula: `${formula} ≠ ${points(equalPoints(whole, sum) ? 100 : whole)}`,
    claimed: root.weight ? printed(doc, root.weight) : points(sum),
    computed: root.weight ? points(sum) : '100',
    places,
  }
}

/** What was taken off, where a column says so. */
function* lostTotal(doc: Understanding, { root }: Sheet): Generator<Outcome> {
  const total = root.deducted
  const terms = root.parts.flatMap(({ deducted }) => deducted ?? [])
  if (!total || terms.length < 2) return
  const sum = sumOfPoints(terms.map(({ value }) => Math.abs(value)))
  const formula = `各项扣分相加 = ${points(sum)}`
  const places = [total, ...terms]
  if (equalPoints(sum, Math.abs(total.value)))
    return yield { verdict: 'consistent', kind: 'score-sum', formula, places }
  yield {
    verdict: 'wrong',
    kind: 'score-sum',
    severity: roundingPoints(sum, Math.abs(total.value), terms.length) ? 'rounding' : 'error',
    certainty: 0.92,
    message: `自评表扣分合计写${printed(doc, total)}分，表中各项扣分相加为${points(sum)}分。`,
    formula: `${formula} ≠ ${points(Math.abs(total.value))}`,
    claimed: printed(doc, total),
    computed: points(sum),
    places,
  }
}

function weightBelow(node: ScoreNode): number | undefined {
  const terms = node.parts.map(weightBelow)
  if (terms.length && !terms.includes(undefined)) return sumOfPoints(terms)
  return node.weight?.value
}
