import type { Fact, Understanding, UnderstoodTable } from '../../understand/index.ts'
import { base, isExact, type Quantity } from '../../understand/quantities.ts'
import { unitOf } from '../../understand/units.ts'
import { accountsOf } from '../accounts.ts'
import { comparable, figures, printed } from '../measure.ts'
import { near } from '../numbers.ts'
import type { Outcome, Rule } from '../rule.ts'
import { timeOf } from '../series.ts'
import { slipOf, slipSentence } from '../slip.ts'
import { rowsOf } from '../table-rows.ts'

const quarters =
  '表1 办件情况\n季度 | 受理数（件） | 办结数（件）\n第一季度 | 5,612 | 5,508\n第二季度 | 6,940 | 6,830\n第三季度 | 7,305 | 7,102\n合计 | 19,857 | 19,440\n\n'
const districts =
  '片区 | 清扫面积（万平方米） | 保洁人员（人）\n东城片区 | 128.46 | 216\n西城片区 | 96.35 | 154\n合计 | 224.81 | 370\n\n'

/** 第二季度办结6,380件, where the row 第二季度 has 6,830 in the column 办结数. */
export const textTableCount: Rule = {
  id: 'cross-reference.text-cell',
  kind: 'cross-reference',
  title: '正文点名某行某列的数，应与表中该格一致',
  source: '前后一致（B-17）',
  fails: [
    `${quarters}第二季度办结6,380件，主要集中在占道经营。`,
    `${quarters}其中二季度办结数为6,380件。`,
    `${quarters}第三季度共受理7,350件，为全年最多。`,
    `${quarters}二季度，办结6,380件，办结率98.4%。`,
    `${districts}东城片区清扫面积达到128.64万平方米。西城片区的保洁人员145人。`,
  ],
  holds: [
    `${quarters}第二季度办结6,830件，受理6,940件，办结率98.4%。第三季度占道经营办结638件。`,
    `${quarters}上年第二季度办结6,380件。二季度重复办结6,380件，二季度办结量较一季度增加1,322件。`,
    `${quarters}第二季度办结约6,800件，目标为第二季度办结6,500件。`,
    `${districts}东城片区清扫面积128.46万平方米，西城片区清扫面积96.4万平方米，新增保洁人员12人。`,
    '季度 | 办结数（件）\n第一季度 | 5,508\n第二季度 | 6,830\n\n季度 | 投诉办结数（件）\n第一季度 | 508\n第二季度 | 638\n\n第二季度投诉办结638件，第二季度办结6,830件。',
  ],
  *check(doc) {
    const cells = cellsOf(doc)
    if (!cells.size) return
    for (const { facts, start, text } of doc.sentences)
      for (const fact of facts) {
        if (!isExact(fact) || !measured.test(fact.unit.dimension) || figures(fact) < LEAST) continue
        if (others.test(text.slice(0, fact.start - start))) continue
        const found = namesOf(doc, fact).flatMap((name) => cells.get(name) ?? [])
        const alike = found.filter(({ quantity }) => comparable(quantity, fact))
        if (alike.length) yield* judged(doc, fact, alike)
      }
  },
}

const measured = /^(?:count|money|area|length|mass|volume|score)$/
const LEAST = 3
const others = /(?:上年|去年|上一年|同期|往年|比|较|目标|计划|预计|拟|应|力争|考核要求)[^；;]*$/

interface Named {
  row: string
  column: string
  table: number
  quantity: Quantity
}

const core = (heading: string): string =>
  heading
    .replace(/[（(].*$/, '')
    .replace(/^.*·/, '')
    .replace(/(?:总数|数量|总量|总额|数额|金额|数|量)$/, '')
const bracket = /[（(](?:单位[：:])?([^（()）]{1,5})[）)]/

/** What a cell is called: the name of its row and that of its column, 二季度办结. */
function cellsOf(doc: Understanding): Map<string, Named[]> {
  const cells = new Map<string, Named[]>()
  const accounts = new Set(accountsOf(doc).map(({ table }) => table))
  for (const table of doc.tables.filter((one) => !accounts.has(one)))
    for (const one of namedIn(table)) {
      const key = timeOf(one.row) + core(one.column)
      cells.set(key, [...(cells.get(key) ?? []), one])
    }
  return cells
}

function* namedIn(table: UnderstoodTable): Generator<Named> {
  const rows = rowsOf(table).filter(({ kind, label }) => kind === 'item' && label.length > 1)
  for (const { label, labelCell, cells } of rows) {
    if (labelCell !== cells[0]) continue
    for (const [at, words] of table.columns.entries()) {
      const quantity = cells[at]?.quantity
      if (!quantity || core(words).length < 2 || /率|比|均|序号|年度$|分值|权重/.test(words)) continue
      const unit = unitOf(bracket.exec(words)?.[1] ?? '') ?? quantity.unit
      if (unit.dimension !== 'none')
        yield { row: label, column: words, table: table.index, quantity: { ...quantity, unit } }
    }
  }
}

const lead = /^(?:其中|从表\d*看)/
const between = /(?:的|共|累计|合计|总计|实际|完成|全部|均)/g
/** The clause before a figure, bare; and with the clause before it, 二季度，办结. */
function namesOf({ folded: { text, lines } }: Understanding, fact: Fact): string[] {
  const words = text
    .slice(lines[fact.line]?.start ?? 0, fact.start)
    .replace(/(?:分别|均|共|约|近)?(?:为|是|达到?|有|计)?$/, '')
  const clauses = words.split(/[。；;：:、（()）]/).at(-1) ?? ''
  const [one = '', two = ''] = clauses.split(/[，,]/).reverse()
  return [...new Set([one, two + one].map((clause) => timeOf(core(clause.replace(lead, '').replace(between, '')))))]
}

function* judged(doc: Understanding, fact: Fact, cells: readonly Named[]): Generator<Outcome> {
  const { text } = doc.folded
  const [first] = cells
  if (!first) return
  const step = ({ step, unit }: Quantity) => step * unit.factor
  const agrees = cells.find(({ quantity }) => {
    const [one, other] = [step(fact), step(quantity)]
    return near(base(fact), base(quantity), one === other ? 0 : Math.max(one, other) / 2)
  })
  const { row, column, quantity } = agrees ?? first
  const shown = printed(text, quantity)
  if (agrees) {
    yield {
      verdict: 'consistent',
      formula: `正文 ${printed(text, fact)}，表“${row}”行“${column}”列 ${shown}`,
      places: [fact, quantity],
    }
    return
  }
  const slip = slipOf(fact, base(quantity) / fact.unit.factor)
  // Another figure altogether is likely of something else.
  if (cells.length > 1 || !slip) return
  const isSure = slip === 'swapped' || slip === 'digit'
  yield {
    verdict: 'wrong',
    severity: isSure && figures(fact) > LEAST ? 'error' : 'question',
    certainty: isSure ? 0.9 : 0.76,
    message: `正文写“${row}”的“${column}”为 ${printed(text, fact)}，表中该格为 ${shown}，两处不一致，${slipSentence(slip)}。`,
    formula: `${printed(text, fact)} ≠ ${shown}`,
    claimed: printed(text, fact),
    computed: shown,
    places: [fact, quantity],
  }
}
