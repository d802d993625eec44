import type { Span } from '../../read/reading.ts'
import type { Understanding } from '../../understand/index.ts'
import { base, isExact, type Quantity } from '../../understand/quantities.ts'
import { everyNode, scoresOf } from '../../understand/scores.ts'
import { printed } from '../measure.ts'
import type { Outcome, Rule } from '../rule.ts'
import { rowsOf } from '../table-rows.ts'
import { before, matches } from '../words.ts'
import { ceilings, ceilingsInRows } from './target-budget.ts'
import { largestBudget, limitsOf } from './target-ceiling.ts'

const table = (limit: string, name = '项目类支出总成本') =>
  `二级指标|三级指标|年度指标值|实际完成值|分值|得分\n数量|清运量|≥3万吨|3.1万吨|50|50\n成本|${name}|≤${limit}万元|352.10万元|50|50\n\n`

/** 项目类支出总成本≤390万元, of 项目类预算（含追加）360万元: the classes a budget is divided into have limits of their own. */
export const targetClass: Rule = {
  id: 'target-vs-budget.class',
  kind: 'target-vs-budget',
  title: '各类支出的成本目标不应高于该类预算',
  source: '财预〔2021〕101号：成本指标不得高于项目预算安排',
  fails: [
    `2022年收入预算1200万元。\n${table('390.00')}注：项目类预算（含追加）360.00万元。`,
    `全年预算1200万元，其中：人员类支出预算700万元、项目支出全年预算360万元。\n${table('390', '项目支出成本')}`,
    '全年预算1200万元。公用经费预算安排80万元。\n绩效目标：公用经费支出控制在90万元以内，项目按期完成。',
    `${table('390', '项目支出总额')}支出类别|年初预算（万元）|全年预算（万元）|决算数（万元）\n基本支出|800|840|840\n项目支出|300|360|352.10\n合计|1100|1200|1192.10`,
  ],
  holds: [
    `2022年收入预算1200万元。\n${table('360.00')}注：项目类预算（含追加）360.00万元。`,
    `全年预算1200万元。垃圾分类项目预算60万元，河道专项预算40万元。\n${table('390', '项目支出成本')}`,
    `全年预算1200万元。项目支出年初预算330万元，追加70万元。\n${table('390', '项目支出成本')}`,
    `全年预算1200万元，年中追加100万元。项目支出年初预算330万元。\n${table('390', '项目支出成本')}`,
    `全年预算1200万元，项目支出预算360万元。上年项目支出预算300万元。\n${table('390', '节能改造项目总成本')}`,
    `${table('390', '项目支出总额')}支出类别|年初预算（万元）|全年预算（万元）|决算数（万元）\n基本支出|800|840|840\n项目支出|300|400|352.10\n合计|1100|1240|1192.10`,
  ],
  *check(doc) {
    const targets = targetsOf(doc)
    if (!targets.length) return
    const budgets = [...said(doc), ...inTables(doc)]
    for (const { group, target } of targets) {
      const [most, ...more] = budgets.filter((one) => one.group === group).sort((one, other) => other.sum - one.sum)
      // What is above all that is budgeted has a rule of its own.
      if (most && !isAboveAll(doc, target)) yield outcomeOf(doc, target, most, more)
    }
  },
}

const groups = '(项目|专项|运转|公用|人员|基本)'
const kinds = '类?(?:支出|经费|费用|资金)?'
const groupOf = (word = '') => (word === '专项' ? '项目' : word)

interface Target {
  group: string
  target: Quantity
}

const limited = new RegExp(
  `(?:^|[，,：:、；;]|全年|年度|部门|目标)${groups}${kinds}(?:总|的)?(?:成本|支出|费用|投入|经费|规模|金额)?(?:总额|控制数|控制额|控制)?$`,
)
const tail = /(?:[（(]万元[）)]|(?:年度)?(?:目标|指标)值?|为|应|预计|，|：|:|[≤<＜]|不超过|不高于|控制在|控制)+$/

/** Limits of a class, in rows and in sentences. */
function targetsOf(doc: Understanding): Target[] {
  const scored = [...everyNode(scoresOf(doc))].flatMap(({ name, target }) =>
    target?.sign === '≤' && target.quantity.unit.dimension === 'money'
      ? [{ subject: name, target: target.quantity }]
      : [],
  )
  const found = [...scored, ...ceilings(doc), ...ceilingsInRows(doc)].flatMap(({ subject, target }) => {
    const group = groupOf(limited.exec(subject.replace(tail, ''))?.[1])
    return group ? [{ group, target }] : []
  })
  return [...new Map(found.map((one) => [one.target.start, one])).values()]
}

function isAboveAll(doc: Understanding, target: Quantity): boolean {
  const largest = largestBudget(doc)
  return Boolean(largest && base(target) > base(largest) && limitsOf(doc).some(({ start }) => start === target.start))
}

interface Budget {
  group: string
  amount: Quantity
  /** With all that is said to have come on top. */
  sum: number
}

const budget = new RegExp(
  `${groups}${kinds}(?:年初|全年|年度|当年|本年|调整后|调整|批复)*预算(?:数|总额|安排|合计|资金|金额|总数)?(?:调整后)?(?:[（(][^（）()\\n]{1,14}[）)])?(?:合计|共计|共)?(?:为|是|达|：)?(?=\\d)`,
  'g',
)
const opens = /(?:^|[，,。；;：:（(、\n|]|年|年度|全年|其中|部门|单位|我局|我所|本级|安排|注)$/
const raised = /追加|调增|调整后|预算调整/
const earlier = /上年|去年|上一年|下年|次年/

/** 项目支出预算360万元 of the whole, and not 河道项目预算40万元. */
function said(doc: Understanding): Budget[] {
  return matches(doc, budget).flatMap(({ start, end, words, groups: [word] }) => {
    const amount = doc.facts.find((fact) => fact.start === end)
    const lead = before(doc, { start, end }, 12)
    if (amount?.unit.dimension !== 'money' || !isExact(amount) || !opens.test(lead) || earlier.test(lead)) return []
    if (/年初/.test(words) && raised.test(doc.folded.text)) return []
    return [{ group: groupOf(word), amount, sum: withAdded(doc, amount) }]
  })
}

/** 预算300万元，追加60万元: whatever money the sentence goes on to name may be on top. */
function withAdded({ sentences, folded: { text } }: Understanding, amount: Quantity): number {
  const own = sentences.find(({ start, end }) => start <= amount.start && amount.end <= end)
  if (!own || !/追加|调增|增加|结转|调整/.test(text.slice(amount.end, own.end))) return base(amount)
  return own.facts
    .filter(({ start, unit }) => start >= amount.start && unit.dimension === 'money')
    .reduce((sum, fact) => sum + base(fact), 0)
}

const row = new RegExp(`^(?:其中：|[\\d一二三四]{1,2}[、.])?${groups}类?(?:支出|经费)$`)
function inTables(doc: Understanding): Budget[] {
  return doc.tables.flatMap((table) => {
    const columns = table.columns.flatMap((words, at) => (/预算/.test(words) && !/率|比|差/.test(words) ? [at] : []))
    return rowsOf(table).flatMap(({ label, cells }) => {
      const group = groupOf(row.exec(label)?.[1])
      return columns.flatMap((at) => {
        const amount = cells[at]?.quantity
        return group && amount?.unit.dimension === 'money' ? [{ group, amount, sum: base(amount) }] : []
      })
    })
  })
}

function outcomeOf(doc: Understanding, target: Quantity, { amount, sum }: Budget, more: readonly Budget[]): Outcome {
  const { text } = doc.folded
  const places: Span[] = [target, amount, ...more.map((one) => one.amount)]
  const [one, other] = [printed(text, target), printed(text, amount)]
  if (base(target) <= sum + 0.5) return { verdict: 'consistent', formula: `${one} ≤ 预算${other}`, places }
  return {
    verdict: 'wrong',
    severity: 'question',
    certainty: 0.8,
    message: `支出控制目标写为 ${one}，高于该类支出的预算 ${other}，起不到控制作用，请核实目标值。`,
    formula: `${one} > 预算${other}`,
    claimed: one,
    computed: `不高于 ${other}`,
    places,
  }
}
