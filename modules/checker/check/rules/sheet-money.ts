import type { Understanding } from '../../understand/index.ts'
import { base, type Quantity } from '../../understand/quantities.ts'
import { type FundRow, scoresOf } from '../../understand/scores.ts'
import { near, places as placesOf, rateFit } from '../numbers.ts'
import { points, printed, sumOfPoints } from '../points.ts'
import type { Outcome, Rule } from '../rule.ts'
import { slipOf, slipSentence } from '../slip.ts'

const form = (rate: string, own: string) =>
  [
    '项目资金（万元）|年初预算数|全年预算数|全年执行数|分值|执行率|得分',
    `年度资金总额|60.00|80.00|72.00|10|${rate}|9`,
    `其中：当年财政拨款|60.00|${own}|72.00|—||—`,
    '其他资金|0|0|0|—||—',
    '一级指标|三级指标|年度指标值|实际完成值|分值|得分',
    '产出指标|清扫面积|≥100万平方米|100万平方米|90|90',
  ].join('\n')

/** The rows of money of a score sheet: the rate is what was spent of the budget, the kinds of money make up the whole. */
export const sheetMoney: Rule = {
  id: 'rate.sheet',
  kind: 'rate',
  title: '自评表资金各行相加等于总额，执行率＝执行数÷预算数',
  source: '财预〔2020〕10号附件自评表：执行率＝全年执行数（B）÷全年预算数（A）；年度资金总额为各来源资金之和',
  fails: form('80%', '80.00'),
  holds: form('90%', '80.00'),
  *check(doc) {
    for (const { funds } of scoresOf(doc).sheets) {
      for (const row of funds) yield* rateOf(doc, row)
      for (const [total, parts] of blocks(funds)) for (const column of columns) yield* sumOf(doc, total, parts, column)
    }
  },
}

const columns = ['initial', 'budget', 'spent'] as const
const columnWords = { initial: '年初预算数', budget: '全年预算数', spent: '执行数' }

/** A row with the rows that make it up: those behind it that are called parts, or carry no points. */
function blocks(funds: readonly FundRow[]): [FundRow, FundRow[]][] {
  const found: [FundRow, FundRow[]][] = []
  for (const row of funds) {
    const open = found.at(-1)
    if (open && (row.part || (!row.weight && !row.got))) open[1].push(row)
    else found.push([row, []])
  }
  return found
}

/** 90%, 90 and 0.9 are all written. */
const asPercent = (rate: Quantity): Quantity =>
  rate.unit.dimension === 'percent' || rate.value > 1.5
    ? rate
    : { ...rate, value: rate.value * 100, step: rate.step * 100 }

function* rateOf(doc: Understanding, { name, budget, spent, rate }: FundRow): Generator<Outcome> {
  if (!budget || !spent || !rate || base(budget) <= 0) return
  const shown = asPercent(rate)
  const value = (base(spent) / base(budget)) * 100
  const fit = rateFit(shown, value)
  const formula = `${printed(doc, spent)} ÷ ${printed(doc, budget)}`
  const places = [rate, spent, budget]
  if (fit === 'equal') return yield { verdict: 'consistent', formula: `${formula} = ${printed(doc, rate)}`, places }
  const computed = `${value.toFixed(Math.max(2, placesOf(shown)))}%`
  const slip = slipOf(shown, Number(value.toFixed(placesOf(shown))))
  yield {
    verdict: 'wrong',
    severity: fit === 'rounding' ? 'rounding' : 'error',
    certainty: 0.92,
    message: `自评表“${name || '年度资金总额'}”执行率写${printed(doc, rate)}${rate.unit.word}，${formula} 为${computed}${slip ? `（${slipSentence(slip)}）` : ''}。`,
    formula: `${formula} = ${computed} ≠ ${printed(doc, rate)}`,
    claimed: printed(doc, rate),
    computed,
    places,
  }
}

function* sumOf(
  doc: Understanding,
  total: FundRow,
  parts: readonly FundRow[],
  column: (typeof columns)[number],
): Generator<Outcome> {
  const whole = total[column]
  const terms = parts.flatMap((part) => part[column] ?? [])
  if (!whole || !terms.length || terms.every(({ value }) => value === 0)) return
  const sum = sumOfPoints(terms.map(({ value }) => value))
  const formula = `${terms.map(({ value }) => points(value)).join(' + ')} = ${points(sum)}`
  const places = [whole, ...terms]
  // By source and by use of the money, both listed, it comes to twice the whole.
  if ([sum, sum / 2].some((one) => near(one, whole.value, whole.step / 2)))
    return yield { verdict: 'consistent', kind: 'part-sum', formula, places }
  const rounding = near(sum, whole.value, whole.step * 1.001)
  const slip = slipOf(whole, sum) ?? terms.map((term) => slipOf(term, term.value + whole.value - sum)).find(Boolean)
  const sure = slip !== undefined || terms.some(({ value }) => value > whole.value)
  yield {
    verdict: 'wrong',
    kind: 'part-sum',
    severity: rounding ? 'rounding' : sure ? 'error' : 'question',
    certainty: sure ? 0.9 : 0.6,
    message: `自评表“${total.name || '年度资金总额'}”${columnWords[column]}写${printed(doc, whole)}，其下各行相加为${points(sum)}${slip ? `（${slipSentence(slip)}）` : ''}。`,
    formula: `${formula} ≠ ${points(whole.value)}`,
    claimed: printed(doc, whole),
    computed: points(sum),
    places,
  }
}
