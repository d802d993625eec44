import type { Fact, Understanding, UnderstoodTable } from '../../understand/index.ts'
import { base, isExact, type Quantity } from '../../understand/quantities.ts'
import { accountsOf } from '../accounts.ts'
import { comparable, printed } from '../measure.ts'
import { near, rateFit } from '../numbers.ts'
import type { Outcome, Rule } from '../rule.ts'
import { sameName } from '../similar.ts'
import { slipOf, slipSentence } from '../slip.ts'
import { cellQuantity, rowsOf, type TableRow } from '../table-rows.ts'

/** What a column and a figure in the text are both about. The first that fits. */
const concepts: readonly { name: string; text: RegExp; column: RegExp }[] = [
  { name: '执行率', text: /(?:执行|支付|支出|完成)率$/, column: /率/ },
  { name: '得分', text: /得分$|自评分$|评分为?$/, column: /得分|总分|自评分/ },
  {
    name: '执行数',
    text: /(?:执行|支付|支出|拨付|使用)(?:数|额|金额|总额|资金)?$|实际支出$|完成支出$|投入(?:金额|资金)?$/,
    column: /执行|支出|支付|拨付/,
  },
  { name: '预算数', text: /预算(?:数|额|金额|总额|资金|安排)?$|安排资金$/, column: /预算/ },
]

/** What the text says of a row of a table, or of the whole, is what the table says. */
export const textTable: Rule = {
  id: 'cross-reference.text-table',
  kind: 'cross-reference',
  title: '正文数字与表中数字一致',
  source: '部门决算公开说明与报表数据一致（B-17）',
  fails:
    '2024年部门预算总额为245.00万元，全年执行额为236.60万元。具体如下：\n项目|预算（万元）|执行（万元）\n环卫保洁|120.00|118.20\n路灯维护|80.00|76.40\n绿化养护|45.00|45.00\n合计|245.00|239.60\n',
  holds: [
    '2024年部门预算总额为245.00万元，全年执行额为239.60万元。具体如下：\n项目|预算（万元）|执行（万元）\n环卫保洁|120.00|118.20\n路灯维护|80.00|76.40\n绿化养护|45.00|45.00\n合计|245.00|239.60\n1、环卫保洁：预算120万元，执行118.20万元。\n',
    '2023年部门预算总额为345.00万元，支出情况见下表：\n项目|预算（万元）|执行（万元）\n人员经费|120.00|118.20\n公用经费|80.00|76.40\n基本支出小计|200.00|194.60\n路灯维护|145.00|145.00\n支出合计|345.00|339.60\n',
  ],
  *check(doc) {
    const { lines } = doc.folded
    const accounts = new Set(accountsOf(doc).map(({ table }) => table))
    for (const table of doc.tables) {
      // Their rows have names that are alike; what the text says of them is compared by a rule of its own.
      if (accounts.has(table)) continue
      const rows = rowsOf(table)
      const first = table.rows[0]?.[0]?.start ?? 0
      for (const fact of doc.facts) {
        if (lines[fact.line]?.cell || !isExact(fact)) continue
        const concept = concepts.find(({ text }) => text.test(fact.label))
        if (!concept) continue
        const row = rowFor(rows, fact) ?? (isOfWhole(doc, fact, first) ? rows.find(isWhole) : undefined)
        if (row) yield* compare(doc, table, row, fact, concept)
      }
    }
  },
}

/** 基本支出小计 is the total of some rows. */
const isWhole = ({ kind, label }: TableRow) => kind === 'total' && !/小计/.test(label)

const rowFor = (rows: readonly TableRow[], { head, label }: Fact) =>
  rows.find(
    (row) =>
      row.kind === 'item' &&
      row.label &&
      (sameName(row.label, head) ||
        sameName(row.label, label.replace(/(?:(?<!公共|基金|经营)预算|执行|投入|支出|自评|得分|金额).*$/, ''))),
  )

/** The sentence that leads to the table, or one that speaks of the whole department. */
function isOfWhole(doc: Understanding, fact: Fact, tableStart: number): boolean {
  const line = doc.folded.lines[fact.line]
  if (!line || line.end > tableStart) return false
  const between = doc.folded.text.slice(line.end, tableStart)
  const leads = between.trim().length < 40
  const words = doc.folded.text.slice(Math.max(0, fact.labelSpan.start - 8), fact.start)
  return leads && /如下|见下表|下表|构成|明细/.test(doc.line(fact.line)) && /总|全年|整体|合计|部门/.test(words)
}

type Concept = (typeof concepts)[number]

function* compare(
  doc: Understanding,
  table: UnderstoodTable,
  row: TableRow,
  fact: Fact,
  concept: Concept,
): Generator<Outcome> {
  const { text } = doc.folded
  const cells = table.columns.flatMap((words, column) => {
    const cell =
      concept.column.test(words) && (concept.name === '执行率') === /率/.test(words)
        ? cellQuantity(row, column)
        : undefined
    return cell && (comparable(cell, fact) || cell.unit.dimension === 'none') ? [{ cell, words }] : []
  })
  const [first] = cells
  if (!first) return
  const agrees = cells.find(({ cell }) => equal(cell, fact))
  const formula = `正文 ${printed(text, fact)}，表${table.index + 1}“${row.label}”${(agrees ?? first).words} ${printed(text, (agrees ?? first).cell)}`
  if (agrees) {
    yield { verdict: 'consistent', formula, places: [fact, agrees.cell] }
    return
  }
  const slip = slipOf(fact, first.cell.value)
  // 12.41元 for 12.41万元 is told by unit.yuan
  if (base(first.cell) === base(fact) * 1e4 || base(fact) === base(first.cell) * 1e4) return
  yield {
    verdict: 'wrong',
    severity: 'error',
    certainty: slip ? 0.93 : 0.85,
    message: `正文中“${fact.head ? `${fact.head}：` : ''}${fact.label}”为 ${printed(text, fact)}，表${table.index + 1}“${row.label}”的“${first.words}”为 ${printed(text, first.cell)}，两处不一致${slip ? `，${slipSentence(slip)}` : ''}。`,
    formula: `${printed(text, fact)} ≠ ${printed(text, first.cell)}`,
    claimed: printed(text, fact),
    computed: printed(text, first.cell),
    places: [fact, first.cell],
  }
}

function equal(cell: Quantity, fact: Fact): boolean {
  if (fact.unit.dimension === 'percent')
    return rateFit(fact.step > cell.step ? fact : cell, fact.step > cell.step ? cell.value : fact.value) !== 'different'
  const [one, other] = [cell.unit.dimension === 'none' ? cell.value * fact.unit.factor : base(cell), base(fact)]
  const steps = [fact.step * fact.unit.factor, cell.step * (cell.unit.dimension === 'none' ? fact : cell).unit.factor]
  return near(one, other, steps[0] === steps[1] ? 0 : Math.max(...steps) / 2)
}
