import type { Fact, Understanding, UnderstoodTable } from '../../understand/index.ts'
import { base, isExact, type Quantity } from '../../understand/quantities.ts'
import { accountsOf } from '../accounts.ts'
import { comparable, printed } from '../measure.ts'
import { near, rateFit } from '../numbers.ts'
import type { Outcome, Rule } from '../rule.ts'
import { sameName } from '../similar.ts'
import { slipOf, slipSentence } from '../slip.ts'
import { cellQuantity, rowsOf, type TableRow } from '../table-rows.ts'

const projects =
  '项目|预算数（万元）|支出数（万元）\n环卫作业服务费|980.00|956.30\n文明城市迎检专项|160.00|148.26\n“门前三包”整治专项|68.23|61.77\n路灯节能改造|438.50|436.50\n合计|1,646.73|1,602.83\n'

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
  fails: [
    '2024年部门预算总额为245.00万元，全年执行额为236.60万元。具体如下：\n项目|预算（万元）|执行（万元）\n环卫保洁|120.00|118.20\n路灯维护|80.00|76.40\n绿化养护|45.00|45.00\n合计|245.00|239.60\n',
    `${projects}五、主要成效\n（一）创建成果巩固。投入文明城市迎检专项支出1,482.60万元，改造农贸市场3个。\n`,
    `${projects}五、主要成效\n全年安排“门前三包”整治专项资金86.23万元，签订责任书。\n`,
    `${projects}五、主要成效\n共投入路灯节能改造资金436.05万元，更换灯具900盏。\n`,
    `${projects}五、主要成效\n对于文明城市迎检专项，实际支出184.26万元，迎检顺利。\n`,
  ],
  holds: [
    '2024年部门预算总额为245.00万元，全年执行额为239.60万元。具体如下：\n项目|预算（万元）|执行（万元）\n环卫保洁|120.00|118.20\n路灯维护|80.00|76.40\n绿化养护|45.00|45.00\n合计|245.00|239.60\n1、环卫保洁：预算120万元，执行118.20万元。\n',
    '2023年部门预算总额为345.00万元，支出情况见下表：\n项目|预算（万元）|执行（万元）\n人员经费|120.00|118.20\n公用经费|80.00|76.40\n基本支出小计|200.00|194.60\n路灯维护|145.00|145.00\n支出合计|345.00|339.60\n',
    `${projects}五、主要成效\n投入文明城市迎检专项支出148.26万元，安排“门前三包”整治专项资金68.23万元。\n`,
    `${projects}五、主要成效\n投入文明城市迎检专项资金42.8万元购置岗亭，投入路灯节能改造资金35万元更换灯具；对于文明城市迎检专项，实际支出20.5万元用于宣传。\n`,
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
        const row = concept && (rowFor(rows, fact) ?? (isOfWhole(doc, fact, first) ? rows.find(isWhole) : undefined))
        if (row) yield* compare(doc, table, row, fact, concept)
        else yield* compareLed(doc, table, rows, fact)
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

const led =
  /^(?:对于?|其中|全年|当年|本年度?|年内|\d{4}年度?|财政|我[局处队县区市镇]|累计|合计|共计?|实际)*(?:(投入|支付|支出|拨付|列支|使用|用于)|(安排|批复|下达|落实))?(?:了|财政|预算)*/
const ends =
  /(?:(?:全年|当年|本年度?|累计|合计|共计?|实际|总)*(?:(投入|支付|支出|拨付|列支|使用)|(预算|安排))?(?:资金|金额|经费|费用?|数|额|总额|完成)*(?:为|是|约|达到?|共)*)$/

/** 投入某专项支出，安排某专项资金，某专项，支出: its name in the clause, or alone in the one before it. */
function named(
  doc: Understanding,
  fact: Fact,
  rows: readonly TableRow[],
): { row: TableRow; spent: boolean } | undefined {
  const { text, lines } = doc.folded
  const words = text.slice(Math.max(lines[fact.line]?.start ?? 0, fact.start - 60), fact.start)
  const [, before = '', clause = ''] =
    /(?:([^，,。；;：:、（）()]*)[，,：:])?([^，,。；;：:、（）()]*)$/.exec(words) ?? []
  const [lead = '', spends, plans] = led.exec(clause) ?? []
  const [tail = '', spent, planned] = ends.exec(clause) ?? []
  const own = clause.slice(lead.length, clause.length - tail.length)
  const name = own || before.replace(led, '')
  const is = { spent: Boolean(spent ?? (planned ? undefined : spends)), planned: Boolean(planned ?? plans) }
  if (is.spent === is.planned || name.length < SHORTEST) return undefined
  const row = rows.find(({ kind, label }) => kind === 'item' && isName(label, name))
  return row && { row, spent: is.spent }
}

const SHORTEST = 4
const plain = (name: string) => name.replace(/[“”"‘’《》\s]|(?:专项|项目|资金|经费|费用?|支出)*$/g, '')
const isName = (one: string, other: string) => plain(one).length >= SHORTEST && plain(one) === plain(other)
/** Figures of so many signs are not by chance alike but for one. */
const LONG = 4
const isLong = ({ value }: Quantity) => String(value).replace('.', '').replace(/0+$/, '').length >= LONG

/** What is told of a project far from its row is of the whole project only if it is its figure, or that but for a slip of the hand. */
function* compareLed(
  doc: Understanding,
  table: UnderstoodTable,
  rows: readonly TableRow[],
  fact: Fact,
): Generator<Outcome> {
  if (fact.unit.dimension !== 'money' || !isLong(fact)) return
  const found = named(doc, fact, rows)
  const concept = found && concepts.find(({ name }) => name === (found.spent ? '执行数' : '预算数'))
  if (!found || !concept) return
  for (const outcome of compare(doc, table, found.row, fact, concept)) {
    const cell = outcome.places[1] as Quantity
    const should = cell.unit.dimension === 'none' ? cell.value : base(cell) / fact.unit.factor
    if (outcome.verdict === 'consistent' || (isLong(cell) && slipOf(fact, should))) yield outcome
  }
}

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
  // 基本支出|项目支出|合计: what is said of all is in the column of all.
  const ofAll = table.columns.findIndex((words) =>
    /^(?:.*·)?(?:合计|总计|小计|支出合计|合计支出)(?:[（(]|$)/.test(words),
  )
  const sum = row.kind === 'total' && cells.length > 1 && ofAll >= 0 ? cellQuantity(row, ofAll) : undefined
  const first = sum ? { cell: sum, words: table.columns[ofAll] ?? '' } : cells[0]
  if (!first) return
  const agrees = [first, ...cells].find(({ cell }) => equal(cell, fact))
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
