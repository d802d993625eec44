import type { Fact, Understanding, UnderstoodTable } from '../../understand/index.ts'
import { base } from '../../understand/quantities.ts'
import { accountsOf } from '../accounts.ts'
import { blameOfSum } from '../blame.ts'
import { comparable, figures, inUnitOf, printed, sumOf } from '../measure.ts'
import { adds, near, written } from '../numbers.ts'
import type { Outcome, Rule } from '../rule.ts'
import { slipSentence } from '../slip.ts'
import { amountColumns, asFact, cellQuantity, isBlank, rowsOf, type TableRow } from '../table-rows.ts'

/** The rows of a table add up to its total row. */
export const tableSum: Rule = {
  id: 'part-sum.table-column',
  kind: 'part-sum',
  title: '表中各行之和等于合计行',
  source: '部门决算报表表内审核关系：合计＝各项之和（B-04、B-06）',
  fails: [
    '项目|预算（万元）|执行（万元）\n环卫保洁|120.00|118.20\n路灯维护|80.00|76.40\n绿化养护|45.00|45.00\n合计|255.00|239.60\n',
    threeExpenses('18.62'),
    '项目|预算（万元）|执行（万元）|差额（万元）\n环卫保洁|120.00|118.20|1.80\n路灯维护|80.00|76.40|4.60\n绿化养护|45.00|41.00|4.00\n合计|245.00|235.60|9.40\n',
  ],
  holds: [
    '项目|预算（万元）|执行（万元）\n环卫保洁|120.00|118.20\n路灯维护|80.00|76.40\n绿化养护|45.00|45.00\n合计|245.00|239.60\n',
    threeExpenses('17.62'),
  ],
  *check(doc) {
    const accounts = accountsOf(doc)
    for (const table of doc.tables) {
      const rows = rowsOf(table)
      // What makes the 总计 of an account is asked by a rule that knows its rows.
      const isSummary = accounts.some((account) => account.table === table && /^(?:total|granted)$/.test(account.name))
      const columns = amountColumns(table, rows).filter(
        // Points of score tables have a rule of their own, which knows what else counts.
        (column) =>
          !/率|比例|占比|比重|%|平均|均[分值价]|[人户次日月]均|时长|分值|权重|得分|扣分|评分|标准分|满分/.test(
            table.columns[column] ?? '',
          ),
      )
      for (const total of rows.filter(({ kind, label }) => kind === 'total' && !(isSummary && label === '总计'))) {
        const run = runBeside(rows, total, columns)
        for (const column of columns) yield* columnOutcome(doc, table, { rows, total, run }, column)
      }
    }
  },
}

function threeExpenses(spent: string): string {
  return `项目|预算数（万元）|决算数（万元）|上年决算数（万元）\n“三公”经费合计|24.10|${spent}|20.35\n公务用车运行维护费|20.00|15.90|18.10\n公务接待费|4.10|1.72|2.25\n会议费|5.00|3.20|3.05\n培训费|12.00|8.46|7.92\n`
}

interface Sum {
  parts: Fact[]
  /** Flat rows, nothing below anything: then the sum must hold. */
  plain: boolean
}

interface Asked {
  rows: TableRow[]
  total: TableRow
  run: TableRow[] | undefined
}

function* columnOutcome(
  doc: Understanding,
  table: UnderstoodTable,
  { rows, total, run }: Asked,
  column: number,
): Generator<Outcome> {
  const quantity = cellQuantity(total, column)
  if (!quantity || quantity.unit.dimension === 'percent') return
  const whole = asFact(quantity, total.label)
  const all = run ? [{ parts: factsOf(run, column), plain: filled(run, column) }] : sumsFor(rows, total, column)
  const sums = all.filter(({ parts }) => parts.length >= 2)
  const fits = (wanted: string) => sums.find(({ parts }) => adds(parts, whole).fit === wanted)
  const { text } = doc.folded
  const holding = fits('equal')
  if (holding) {
    const terms = holding.parts.map((part) => printed(text, part)).join(' + ')
    yield { verdict: 'consistent', formula: `${terms} = ${printed(text, whole)}`, places: [whole, ...holding.parts] }
    return
  }
  const rounding = fits('rounding')
  const explained = sums.find(({ parts }) => blameOfSum(doc, whole, parts))
  const sum = rounding ?? explained ?? sums.find(({ plain }) => plain)
  if (sum) yield wrong(doc, table, column, whole, sum.parts, Boolean(rounding))
}

function wrong(
  doc: Understanding,
  table: UnderstoodTable,
  column: number,
  whole: Fact,
  parts: Fact[],
  rounding: boolean,
): Outcome {
  const { text } = doc.folded
  const computed = inUnitOf(whole, sumOf(parts))
  const crossed = rounding ? undefined : brokenInRow(table, whole, parts)
  if (crossed) return wrongCell(doc, table, column, whole, parts, crossed)
  const blame = blameOfSum(doc, whole, parts)
  const off = inUnitOf(whole, Math.abs(base(whole) - sumOf(parts)))
  const isPart = blame !== undefined && blame.fact !== whole
  const hint = blame
    ? `“${blame.fact.label}”的 ${printed(text, blame.fact)} ${slipSentence(blame.slip)}，如为 ${written(blame.should)} 则相符。`
    : '请核对各行与合计。'
  return {
    verdict: 'wrong',
    severity: rounding ? 'rounding' : 'error',
    certainty: rounding ? 0.9 : 0.93,
    message: `表${table.index + 1}“${table.columns[column]}”列：${whole.label} 写为 ${printed(text, whole)}，${parts.length} 行相加为 ${computed}，相差 ${off}${rounding ? '，属四舍五入误差。' : `。${hint}`}`,
    formula: `${parts.map((part) => printed(text, part)).join(' + ')} = ${computed} ≠ ${printed(text, whole)}`,
    claimed: printed(text, whole),
    computed,
    places: [whole, ...(isPart ? [blame.fact] : []), ...toldAgain(doc, whole), ...parts],
  }
}

/** The one cell that breaks its row as well: with what the column asks of it, its row holds too. */
function brokenInRow({ rows }: UnderstoodTable, whole: Fact, parts: readonly Fact[]): Fact | undefined {
  const off = base(whole) - sumOf(parts)
  const broken = parts.filter((part) => {
    const row = rows.find((cells) => cells.some(({ quantity }) => quantity?.start === part.start)) ?? []
    const others = row.flatMap(({ quantity }) =>
      quantity && quantity.start !== part.start && comparable(quantity, part) && base(quantity) !== 0
        ? [base(quantity)]
        : [],
    )
    const [is, should] = [base(part), base(part) + off]
    return makes(others, should) && !makes(others, is)
  })
  return broken.length === 1 ? broken[0] : undefined
}

/** A figure is the sum or the difference of two others of its row, or one of them (where the rest is nothing). */
const makes = (others: readonly number[], value: number): boolean =>
  others.some((one) => near(one, value, 0)) ||
  others.some((one, at) =>
    others.slice(at + 1).some((other) => near(one + other, value, 0) || near(Math.abs(one - other), value, 0)),
  )

function wrongCell(
  doc: Understanding,
  table: UnderstoodTable,
  column: number,
  whole: Fact,
  parts: readonly Fact[],
  cell: Fact,
): Outcome {
  const { text } = doc.folded
  const computed = inUnitOf(cell, base(cell) + base(whole) - sumOf(parts))
  return {
    verdict: 'wrong',
    severity: 'error',
    certainty: 0.95,
    message: `表${table.index + 1}“${cell.label}”的${table.columns[column]}写为 ${printed(text, cell)}，与同行各数不符，也使该列相加不等于${whole.label} ${printed(text, whole)}；如为 ${computed}，行、列都相符。`,
    formula: `${parts.map((part) => printed(text, part)).join(' + ')} = ${inUnitOf(whole, sumOf(parts))} ≠ ${printed(text, whole)}`,
    claimed: printed(text, cell),
    computed,
    places: [cell, whole, ...parts.filter((part) => part !== cell)],
  }
}

/** The same total in the text falls with it. */
function toldAgain({ facts, folded: { lines } }: Understanding, whole: Fact): Fact[] {
  return facts
    .filter((fact) => !lines[fact.line]?.cell && comparable(fact, whole) && base(fact) === base(whole))
    .slice(0, 2)
}

/** The sets of rows a total may stand for. */
function sumsFor(rows: TableRow[], total: TableRow, column: number): Sum[] {
  const at = rows.indexOf(total)
  const above = rows.slice(lastTotal(rows, at) + 1, at)
  const before = rows.slice(0, at)
  const below = rows.slice(at + 1, nextTotal(rows, at))
  const after = rows.slice(at + 1)
  const groups = at > 0 ? [above, before, below, after] : [below, after]
  return groups.flatMap((group) =>
    waysOf(group).map(({ chosen, plain }) => ({
      parts: factsOf(chosen, column),
      plain: plain && (group === above || (at === 0 && group === after)) && filled(chosen, column),
    })),
  )
}

/** “三公”经费合计 above its three and two other expenses: in most columns the total is the rows next to it, and no more. */
function runBeside(rows: TableRow[], total: TableRow, columns: readonly number[]): TableRow[] | undefined {
  const at = rows.indexOf(total)
  const below = rows.slice(at + 1)
  const above = rows.slice(0, at)
  const runs = [
    ...below.map((_, index) => below.slice(0, index + 1)),
    ...above.map((_, index) => above.slice(above.length - index - 1)),
  ].filter((run) => run.length >= 2 && run.length < rows.length - 1 && run.every(({ kind }) => kind === 'item'))
  const held = (run: TableRow[]) =>
    columns.filter((column) => {
      const quantity = cellQuantity(total, column)
      return quantity && figures(quantity) >= 3 && adds(factsOf(run, column), quantity).fit === 'equal'
    }).length
  const [best] = runs.toSorted((one, other) => held(other) - held(one))
  return best && held(best) >= 2 && held(best) * 2 > columns.length ? best : undefined
}

const lastTotal = (rows: TableRow[], at: number) => rows.slice(0, at).findLastIndex(({ kind }) => kind === 'total')
function nextTotal(rows: TableRow[], at: number): number {
  const next = rows.findIndex(({ kind }, index) => index > at && kind === 'total')
  return next < 0 ? rows.length : next
}
const filled = (rows: TableRow[], column: number) =>
  rows.every((row) => row.cells[column]?.quantity || isBlank(row, column))

const factsOf = (rows: TableRow[], column: number): Fact[] =>
  rows.flatMap((row) => {
    const quantity = cellQuantity(row, column)
    return quantity ? [asFact(quantity, row.label)] : []
  })

function waysOf(rows: TableRow[]): { chosen: TableRow[]; plain: boolean }[] {
  const items = rows.filter(({ kind }) => kind === 'item')
  const totals = rows.filter(({ kind }) => kind === 'total')
  const flat =
    !totals.length &&
    items.length === rows.length &&
    items.every(({ level, code }) => level === items[0]?.level && code?.length === items[0]?.code?.length)
  const lengths = new Set(items.flatMap(({ code }) => code?.length ?? []))
  // 类 with their 款 and 项: all of them together are no sum of anything.
  const ways = lengths.size > 1 ? [] : [{ chosen: items, plain: flat }]
  const highest = Math.min(...items.flatMap(({ level }) => level ?? []))
  if (Number.isFinite(highest)) ways.push({ chosen: items.filter(({ level }) => level === highest), plain: false })
  const shortest = Math.min(...items.flatMap(({ code }) => code?.length ?? []))
  if (Number.isFinite(shortest))
    ways.push({ chosen: items.filter(({ code }) => code?.length === shortest), plain: false })
  if (totals.length) ways.push({ chosen: totals, plain: false })
  return ways
}
