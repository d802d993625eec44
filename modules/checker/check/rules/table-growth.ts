import type { Understanding, UnderstoodTable } from '../../understand/index.ts'
import { base, type Quantity } from '../../understand/quantities.ts'
import { printed } from '../measure.ts'
import { clean, near, rateFit, written } from '../numbers.ts'
import type { Outcome, Rule } from '../rule.ts'
import { percentInstead, slipOf, slipSentence } from '../slip.ts'
import { amountColumns, cellQuantity, rowsOf, type TableRow } from '../table-rows.ts'

const years = (row: string) =>
  `项目|2022年（万元）|2023年（万元）|增减额|增减率\n绿地养护|426.00|462.80|36.80|8.64%\n苗木补植|183.60|171.20|-12.40|-6.75%\n${row}\n水电费|64.20|68.50|4.30|6.70%\n`

/** 上年、本年、增减额、增长率: each row's change and rate are those of its two figures. */
export const tableGrowth: Rule = {
  id: 'growth.table',
  kind: 'growth',
  title: '表中增减额、增减率列等于两列之差及其与基数之比',
  source: '部门决算公开说明格式：与上年相比增减额及幅度（B-10）',
  fails: [
    years('病虫害防治|112.50|121.30|8.80|7.28%'),
    years('病虫害防治|112.50|121.30|8.08|7.82%'),
    '项目|本年支出|上年支出|同比增长\n环卫保洁|486.20|452.60|7.42%\n路灯维护|96.40|108.20|-10.91%\n绿化养护|231.80|214.50|9.07%\n合计|814.40|775.30|5.04%\n',
    '科目|上年决算数|本年决算数|变动率（%）\n人员经费|812.40|856.30|5.40\n公用经费|126.50|118.20|6.56\n项目支出|2046.80|2312.60|12.99\n合计|2985.70|3287.10|10.90\n',
  ],
  holds: [
    years('病虫害防治|112.50|121.30|8.80|7.82%'),
    '科目|上年决算数|本年决算数|变动率（%）\n人员经费|812.40|856.30|5.40\n公用经费|126.50|118.20|-6.56\n项目支出|2046.80|2312.60|12.99\n合计|2985.70|3287.10|10.09\n',
    '项目|年初预算|决算数|增减额\n环卫保洁|486.20|452.60|33.60\n路灯维护|96.40|108.20|-11.80\n绿化养护|231.80|214.50|17.30\n',
    '项目|本年支出|占比|同比增长\n环卫保洁|486.20|59.70%|7.42%\n路灯维护|96.40|11.84%|-10.91%\n绿化养护|231.80|28.46%|9.07%\n',
    '指标|2022年|2023年|同比增长\n投诉（件）|486|452|-7.00%\n满意度|91.20%|93.40%|2.20%\n机扫率|82.00%|85.50%|3.50%\n',
  ],
  *check(doc) {
    for (const table of doc.tables) {
      const rows = rowsOf(table)
      const columns = amountColumns(table, rows)
      const heading = (column: number) => table.columns[column] ?? ''
      const rates = columns.filter((column) => isRate(table, column))
      const changes = columns.filter((column) => !rates.includes(column) && changeNamed.test(heading(column)))
      const amounts = columns.filter((column) => !rates.includes(column) && !changes.includes(column))
      for (const column of [...changes, ...rates]) {
        const isOfRate = rates.includes(column)
        const learned = learnedOf(rows, amounts, column, isOfRate)
        if (!learned) continue
        for (const row of rows) {
          const change = isOfRate ? changes.map((one) => cellQuantity(row, one)).find(Boolean) : undefined
          const outcome = outcomeOf(doc, table, { row, column, ...learned, isOfRate }, change)
          if (outcome) yield outcome
        }
      }
    }
  },
}

const rateNamed = /(?:增长|增减|变动|变化|增|减|升|降|差异|偏差|偏离)(?:率|幅度?|比例|比率|度)|幅度|同比|[增升降减]幅/
const changeNamed = /增减|增长|变动|变化|差额|差异|增加|减少|净增/
const isRate = ({ columns, units }: UnderstoodTable, column: number): boolean => {
  const words = columns[column] ?? ''
  return (
    (rateNamed.test(words) || (changeNamed.test(words) && /[%％]/.test(words))) &&
    (units[column]?.dimension === 'percent' || !/额|数（|金额/.test(words))
  )
}

interface Learned {
  now: number
  before: number
  /** 1: what is more is positive; -1: what is saved is; 0: no sign is printed. */
  sign: 1 | -1 | 0
}

interface Row extends Learned {
  row: TableRow
  column: number
  isOfRate: boolean
}

function figuresOf({ row, column, now, before, sign, isOfRate }: Row) {
  const [shown, a, b] = [column, now, before].map((one) => cellQuantity(row, one))
  if (!shown || !a || !b || a.unit.dimension !== b.unit.dimension || /percent|points/.test(a.unit.dimension))
    return undefined
  if (isOfRate ? base(b) <= 0 || !isPercent(shown) : isPercent(shown)) return undefined
  const change = base(a) - base(b)
  const signed = sign === 0 ? Math.abs(change) : change * sign
  return { shown, a, b, value: isOfRate ? (signed / base(b)) * 100 : signed / factorOf(shown, a) }
}

/** 增减额 beside 2022年（万元） is in its unit. */
const factorOf = ({ unit }: Quantity, like: Quantity) => (unit.dimension === 'none' ? like : { unit }).unit.factor

const isPercent = ({ unit }: Quantity) => unit.dimension === 'percent'

function fitOf(row: Row): 'equal' | 'rounding' | 'different' | undefined {
  const found = figuresOf(row)
  if (!found) return undefined
  const { shown, value, a, b } = found
  if (row.isOfRate) return rateFit(shown, value)
  if (near(shown.value, value, 0)) return 'equal'
  const step = Math.max(shown.step, a.step, b.step)
  return step < 1 && near(shown.value, value, step * 1.001) ? 'rounding' : 'different'
}

const LEAST = 2
/** The two columns of which most rows hold; where the signs are printed they have to fit. */
function learnedOf(rows: readonly TableRow[], amounts: readonly number[], column: number, isOfRate: boolean) {
  const isSigned = rows.some((row) => (cellQuantity(row, column)?.value ?? 0) < 0)
  const signs: Learned['sign'][] = isSigned ? [1, -1] : [1, -1, 0]
  const ways = amounts.flatMap((now) =>
    amounts.flatMap((before) => (now === before ? [] : signs.map((sign): Learned => ({ now, before, sign })))),
  )
  const counted = ways.map((way) => {
    const fits = rows.flatMap((row) => fitOf({ ...way, row, column, isOfRate }) ?? [])
    const broken = fits.filter((fit) => fit === 'different').length
    return { way, held: fits.length - broken, broken, moved: rows.filter((row) => isMoved(row, column)).length }
  })
  return counted
    .filter(({ held, broken, moved }) => held >= LEAST && held > broken * 2 && moved >= LEAST)
    .sort((one, other) => one.broken - other.broken)[0]?.way
}

/** Rows of nothing changed hold of any two columns that are alike. */
const isMoved = (row: TableRow, column: number): boolean => (cellQuantity(row, column)?.value ?? 0) !== 0

function outcomeOf(
  doc: Understanding,
  table: UnderstoodTable,
  row: Row,
  change: Quantity | undefined,
): Outcome | undefined {
  const found = figuresOf(row)
  const fit = fitOf(row)
  if (!found || !fit) return undefined
  const { text } = doc.folded
  const { shown, a, b, value } = found
  const { isOfRate, column, row: own } = row
  const gap = `${printed(text, a)} - ${printed(text, b)}`
  const formula = isOfRate ? `(${gap}) ÷ ${printed(text, b)}` : gap
  const places = [shown, a, b]
  const kind = isOfRate ? {} : { kind: 'difference' as const }
  if (fit === 'equal')
    return { verdict: 'consistent', formula: `${formula} = ${printed(text, shown)}`, places, ...kind }
  // The rate is that of the printed change: then one of the two figures is wrong, and the change says so.
  if (
    isOfRate &&
    change &&
    rateFit(shown, ((change.value * factorOf(change, b)) / base(b)) * 100) !== 'different' &&
    fit === 'different'
  )
    return undefined
  const should = clean(value)
  const rate = isOfRate ? percentInstead(shown, value) : undefined
  const slip = isOfRate ? rate?.slip : slipOf(shown, should)
  const isTurned = fit === 'different' && near(shown.value, -value, shown.step)
  const computed = rate?.computed ?? `${written(should)}${shown.unit.word}`
  return {
    verdict: 'wrong',
    severity: fit === 'rounding' ? 'rounding' : 'error',
    certainty: fit === 'rounding' ? 0.9 : slip ? 0.95 : 0.88,
    message: `表${table.index + 1}“${own.label || `第 ${own.at + 1} 行`}”：${table.columns[column]} 写为 ${printed(text, shown)}，${formula} 为 ${computed}${fit === 'rounding' ? '，末位相差一，属四舍五入误差' : isTurned ? '，正负号相反' : slip ? `，${slipSentence(slip)}` : ''}。`,
    formula: `${formula} = ${computed} ≠ ${printed(text, shown)}`,
    claimed: printed(text, shown),
    computed,
    places,
    ...(isTurned ? { kind: 'direction' as const } : kind),
  }
}
