import type { Understanding, UnderstoodTable } from '../../understand/index.ts'
import { base, type Quantity } from '../../understand/quantities.ts'
import { printed } from '../measure.ts'
import { clean, near, written } from '../numbers.ts'
import type { Outcome, Rule } from '../rule.ts'
import { slipOf, slipSentence } from '../slip.ts'
import { amountColumns, cellQuantity, rowsOf, type TableRow } from '../table-rows.ts'

/** How columns of one table hang together: by their headings, or because nearly all rows say so. */
interface Relation {
  result: number
  terms: { column: number; sign: 1 | -1 }[]
  named: boolean
}

/** 合计＝基本＋项目, 全年＝年初＋调整, 结余＝预算－执行 in each row. */
export const tableRowSum: Rule = {
  id: 'part-sum.table-row',
  kind: 'part-sum',
  title: '表中每行各列之间的加减关系',
  source: '部门决算报表表间审核关系：合计＝基本支出＋项目支出；全年预算数＝年初预算数＋调整数（B-02、B-05）',
  fails:
    '单位|合计|基本支出|项目支出\n本级|300.00|180.00|120.00\n环卫中心|250.00|150.00|100.00\n路灯所|96.00|50.00|40.00\n',
  holds:
    '单位|合计|基本支出|项目支出\n本级|300.00|180.00|120.00\n环卫中心|250.00|150.00|100.00\n路灯所|90.00|50.00|40.00\n',
  *check(doc) {
    for (const table of doc.tables) {
      const rows = rowsOf(table)
      const columns = amountColumns(table, rows).filter(
        (column) => table.units[column]?.dimension !== 'percent' && !/率|占比/.test(table.columns[column] ?? ''),
      )
      const seen = new Set<number>()
      for (const relation of relationsOf(table, rows, columns)) {
        if (seen.has(relation.result)) continue
        seen.add(relation.result)
        for (const row of rows) if (!/率|系数|平均/.test(row.label)) yield* rowOutcome(doc, table, row, relation)
      }
    }
  },
}

function* rowOutcome(
  doc: Understanding,
  table: UnderstoodTable,
  row: TableRow,
  relation: Relation,
): Generator<Outcome> {
  const { text } = doc.folded
  const whole = cellQuantity(row, relation.result)
  const terms = relation.terms.flatMap(({ column, sign }) => {
    const quantity = cellQuantity(row, column)
    return quantity ? [{ quantity, sign }] : []
  })
  if (!whole || !terms.length) return
  const sum = terms.reduce((total, { quantity, sign }) => total + sign * base(quantity), 0)
  const shown = terms
    .map(({ quantity, sign }, at) => `${sign < 0 ? '- ' : at ? '+ ' : ''}${printed(text, quantity)}`)
    .join(' ')
  const places = [whole, ...terms.map(({ quantity }) => quantity)]
  if (near(sum, base(whole), 0)) {
    if (terms.length > 1) yield { verdict: 'consistent', formula: `${shown} = ${printed(text, whole)}`, places }
    return
  }
  const rounding =
    near(sum, base(whole), Math.max(...places.map(({ step, unit }) => step * unit.factor)) * 1.001) &&
    places.some(({ step }) => step < 1)
  const should = sum / whole.unit.factor
  const slip = slipOf(whole, clean(should))
  yield {
    verdict: 'wrong',
    severity: rounding ? 'rounding' : 'error',
    certainty: rounding ? 0.9 : slip ? 0.95 : 0.85,
    message: `表${table.index + 1}“${row.label || `第 ${row.at + 1} 行`}”：${table.columns[relation.result]} 写为 ${printed(text, whole)}，按同行其他列计算为 ${written(should)}${rounding ? '，属四舍五入误差' : slip ? `，${slipSentence(slip)}` : ''}。`,
    formula: `${shown} = ${written(should)} ≠ ${printed(text, whole)}`,
    claimed: printed(text, whole),
    computed: written(should),
    places,
  }
}

function relationsOf(table: UnderstoodTable, rows: TableRow[], columns: number[]): Relation[] {
  const candidates = [...namedRelations(table, columns), ...neighbours(columns), ...rest(table, columns)]
  return candidates.filter((relation) => ofOneMeasure(table, relation) && holdsMostly(rows, relation))
}

/** People and money are not added. */
const ofOneMeasure = ({ units }: UnderstoodTable, { result, terms }: Relation): boolean =>
  terms.every(({ column }) => units[column]?.dimension === units[result]?.dimension)

/** 差额, 剩余, 未完成: the column in front less the one behind it. */
const rest = (table: UnderstoodTable, columns: number[]): Relation[] =>
  columns.flatMap((column, at) => {
    const [one, other] = [columns[at - 2], columns[at - 1]]
    return /差|余|未|减/.test(word(table, column)) && one !== undefined && other !== undefined
      ? [
          {
            result: column,
            terms: [
              { column: one, sign: 1 as const },
              { column: other, sign: -1 as const },
            ],
            named: true,
          },
        ]
      : []
  })

const word = (table: UnderstoodTable, column: number) => table.columns[column] ?? ''
function namedRelations(table: UnderstoodTable, columns: number[]): Relation[] {
  const find = (pattern: RegExp) => columns.find((column) => pattern.test(word(table, column)))
  const relations: Relation[] = []
  for (const [at, column] of columns.entries()) {
    if (!/合计|小计|总计|总额$/.test(word(table, column))) continue
    const following = columns.slice(at + 1)
    const stop = following.findIndex((other) => /合计|小计|总计/.test(word(table, other)))
    const terms = stop < 0 ? following : following.slice(0, stop)
    for (let length = terms.length; length >= 2; length--)
      relations.push({
        result: column,
        terms: terms.slice(0, length).map((other) => ({ column: other, sign: 1 })),
        named: true,
      })
    const before = columns.slice(0, at)
    if (before.length >= 2)
      relations.push({ result: column, terms: before.map((other) => ({ column: other, sign: 1 })), named: true })
  }
  const initial = find(/年初/)
  const adjusted = find(/调整(?:数|金额|额)|追加|调剂/)
  const full = find(/全年预算|调整后|调整预算/)
  if (initial !== undefined && adjusted !== undefined && full !== undefined && adjusted !== full)
    relations.push({
      result: full,
      terms: [
        { column: initial, sign: 1 },
        { column: adjusted, sign: 1 },
      ],
      named: true,
    })
  const spent = find(/执行数|支出数|实际支出|全年执行|已支付/)
  const left = find(/结余|结转|余额|未执行/)
  const budget = full ?? find(/预算/)
  if (spent !== undefined && left !== undefined && budget !== undefined && left !== spent)
    relations.push({
      result: left,
      terms: [
        { column: budget, sign: 1 },
        { column: spent, sign: -1 },
      ],
      named: true,
    })
  return relations
}

/** A column that is the sum of the two beside it, whatever it is called. */
const neighbours = (columns: number[]): Relation[] =>
  columns.flatMap((column, at) =>
    [
      [columns[at + 1], columns[at + 2]],
      [columns[at - 2], columns[at - 1]],
    ].flatMap(([one, other]) =>
      one === undefined || other === undefined
        ? []
        : [
            {
              result: column,
              terms: [
                { column: one, sign: 1 as const },
                { column: other, sign: 1 as const },
              ],
              named: false,
            },
          ],
    ),
  )

/** A relation is one when it holds in most of the rows that could break it. */
function holdsMostly(rows: TableRow[], { result, terms, named }: Relation): boolean {
  let held = 0
  let broken = 0
  for (const row of rows) {
    const whole = cellQuantity(row, result)
    const parts = terms.flatMap(({ column, sign }) => {
      const quantity = cellQuantity(row, column)
      return quantity ? [{ quantity, sign }] : []
    })
    if (!whole || parts.length < 2 || !telling(whole, parts)) continue
    const sum = parts.reduce((total, { quantity, sign }) => total + sign * base(quantity), 0)
    if (near(sum, base(whole), whole.step * whole.unit.factor)) held++
    else broken++
  }
  return held > 0 && (named ? held > broken : held >= 3 && held >= broken * 4)
}
const telling = (whole: Quantity, parts: readonly { quantity: Quantity }[]) =>
  base(whole) !== 0 && parts.filter(({ quantity }) => base(quantity) !== 0).length >= 2
