import type { Understanding, UnderstoodTable } from '../../understand/index.ts'
import { base } from '../../understand/quantities.ts'
import { printed } from '../measure.ts'
import { pointsFit, rateFit } from '../numbers.ts'
import type { Outcome, Rule } from '../rule.ts'
import { percentInstead, slipSentence } from '../slip.ts'
import { amountColumns, cellQuantity, rowsOf, type TableRow } from '../table-rows.ts'

const word = (table: UnderstoodTable, column: number) => table.columns[column] ?? ''

/** A column of rates and the two columns it is made of. */
export const tableRate: Rule = {
  id: 'rate.table',
  kind: 'rate',
  title: '表中比率列等于两列相除',
  source: '项目支出绩效自评表填报说明：执行率＝全年执行数÷全年预算数（财预〔2020〕10号附件；B-08）',
  fails: '项目|全年预算（万元）|全年执行（万元）|执行率\n环卫保洁|120.00|118.20|98.50%\n路灯维护|80.00|76.40|59.50%\n',
  holds: [
    '项目|全年预算（万元）|全年执行（万元）|执行率\n环卫保洁|120.00|118.20|98.50%\n路灯维护|80.00|76.40|95.50%\n',
    '指标名称|得分系数（%）|权重|得分\n案件处置率|98.00|10|9.80\n机扫率|95.00|20|19.00\n按时发放率|98.20|8|7.86\n',
  ],
  *check(doc) {
    for (const table of doc.tables) {
      const rows = rowsOf(table)
      const columns = amountColumns(table, rows)
      const rates = table.columns.flatMap((words, column) =>
        /率|比例|占比|进度|%/.test(words) && columns.includes(column) ? [column] : [],
      )
      const amounts = columns.filter((column) => !rates.includes(column))
      for (const rate of rates) {
        const pair = pairOf(table, rows, amounts, rate)
        if (pair) for (const row of rows) yield* rateOutcome(doc, table, row, rate, pair)
      }
    }
  },
}

interface Pair {
  top: number
  bottom: number
}

/** The columns whose quotient the rate is in most rows; failing that, those its heading means. */
function pairOf(table: UnderstoodTable, rows: TableRow[], amounts: number[], rate: number): Pair | undefined {
  const meant = ({ top, bottom }: Pair) =>
    Number(/全年|调整后/.test(word(table, bottom))) + Number(/执行|支出|支付/.test(word(table, top)))
  const scored = amounts.flatMap((top) =>
    amounts.flatMap((bottom) => (top === bottom ? [] : [{ top, bottom, ...fitsOf(rows, rate, { top, bottom }) }])),
  )
  const learned = scored
    .filter(({ held, broken }) => held >= 2 && held > broken)
    .sort((one, other) => meant(other) - meant(one) || other.held - one.held)[0]
  if (learned) return learned
  if (!/执行率|支付率|完成率|支出率|进度/.test(word(table, rate))) return undefined
  const top = amounts.find((column) => /执行|支出数|支付|完成数|实际/.test(word(table, column)))
  const bottom =
    amounts.find((column) => /全年预算|调整后/.test(word(table, column))) ??
    amounts.find((column) => /预算|计划|下达/.test(word(table, column)))
  return top === undefined || bottom === undefined || top === bottom ? undefined : { top, bottom }
}

function fitsOf(rows: TableRow[], rate: number, { top, bottom }: Pair) {
  let held = 0
  let broken = 0
  for (const row of rows) {
    const [shown, a, b] = [rate, top, bottom].map((column) => cellQuantity(row, column))
    if (!shown || !a || !b || base(b) === 0) continue
    if (rateFit(shown, (base(a) / base(b)) * 100) === 'different') broken++
    else held++
  }
  return { held, broken }
}

function* rateOutcome(
  doc: Understanding,
  table: UnderstoodTable,
  row: TableRow,
  rate: number,
  { top, bottom }: Pair,
): Generator<Outcome> {
  const { text } = doc.folded
  const [shown, a, b] = [rate, top, bottom].map((column) => cellQuantity(row, column))
  if (!shown || !a || !b || base(b) === 0) return
  const value = (base(a) / base(b)) * 100
  const fit = /得分/.test(word(table, top)) ? pointsFit(shown, a, b) : rateFit(shown, value)
  const formula = `${printed(text, a)} ÷ ${printed(text, b)}`
  const spots = [shown, a, b]
  if (fit === 'equal') {
    yield { verdict: 'consistent', formula: `${formula} = ${printed(text, shown)}`, places: spots }
    return
  }
  const { computed, slip } = percentInstead(shown, value)
  yield {
    verdict: 'wrong',
    severity: fit === 'rounding' ? 'rounding' : 'error',
    certainty: fit === 'rounding' ? 0.9 : slip ? 0.95 : 0.88,
    message: `表${table.index + 1}“${row.label || `第 ${row.at + 1} 行`}”：${word(table, rate)} 写为 ${printed(text, shown)}，${formula} 为 ${computed}${fit === 'rounding' ? '，末位相差一，属四舍五入误差' : slip ? `，${slipSentence(slip)}` : ''}。`,
    formula: `${formula} = ${computed} ≠ ${printed(text, shown)}`,
    claimed: printed(text, shown),
    computed,
    places: spots,
  }
}
