import type { Fact, Understanding } from '../../understand/index.ts'
import { base, isExact, type Quantity } from '../../understand/quantities.ts'
import { everyNode, scoresOf } from '../../understand/scores.ts'
import { listings } from '../listing.ts'
import { sumOf } from '../measure.ts'
import { nameKey, sameName } from '../names.ts'
import { points, printed } from '../points.ts'
import type { Outcome, Rule } from '../rule.ts'

interface Ceiling {
  /** The words before the target, in which the project is named. */
  subject: string
  target: Quantity
}
interface Budget {
  name: string
  amount: Quantity
}

/** A ceiling of cost above the budget of the same project limits nothing. */
export const targetBudget: Rule = {
  id: 'target-vs-budget.ceiling',
  kind: 'target-vs-budget',
  title: '成本、投入类目标值不应高于该项目预算',
  source: '财预〔2021〕101号：成本指标不得高于项目预算安排',
  fails: [
    '1、垃圾分类：预算20万元，用于宣传。\n垃圾分类项目投入10万元（年度指标≤60万元）。',
    '调整后全年预算6744万元，其中校舍维修改造4560万元、学生营养改善2184万元。\n绩效目标为：校舍维修改造总成本≤4650万元，满意度不低于90%。',
    '项目全年预算700.00万元，其中省级资金300.00万元、县级资金400.00万元。按子项目分：河道保洁服务450.00万元、泵站运行维护250.00万元。\n年度目标：泵站运行维护成本控制在270万元以内。',
    '绩效指标|年初目标值|实际完成值|完成情况\n河道保洁服务成本（万元）|≤480|441.20|完成\n水质达标率|≥95%|96%|完成\n\n支出类别|年初预算（万元）|决算数（万元）\n河道保洁|450.00|441.20\n泵站维护|250.00|240.00',
  ],
  holds: [
    '绩效指标|年初目标值|实际完成值|完成情况\n河道保洁服务成本（万元）|≤450|441.20|完成\n水质达标率|≥95%|96%|完成\n\n支出类别|年初预算（万元）|决算数（万元）\n河道保洁|450.00|441.20\n泵站维护|250.00|240.00',
    '1、垃圾分类：预算20万元，用于宣传。\n垃圾分类项目投入10万元（年度指标≤20万元）。',
    '年初预算6480万元，其中校舍维修改造4200万元、学生营养改善2280万元。调整后全年预算6744万元，其中校舍维修改造4560万元、学生营养改善2184万元。\n校舍维修改造总成本≤4560万元，学生营养改善总成本≤2184万元。',
  ],
  *check(doc) {
    const budgets = budgetsOf(doc)
    for (const ceiling of [...ceilings(doc), ...ceilingsInRows(doc)]) {
      const outcome = judged(doc, ceiling, budgets)
      if (outcome) yield outcome
    }
    yield* inSheets(doc)
  },
}

const targetWords = /(?:目标值?|指标值?|计划|预期值?)(?:为|是|：|:)?[≤<＜]?(?:不超过|不高于|控制在)?$/
const costWords = /投入|成本|费用|支出|经费|金额|资金|控制/

/** Money targets with an upper bound, in sentences. */
export function ceilings(doc: Understanding): Ceiling[] {
  return doc.sentences.flatMap(({ facts, start }) =>
    facts.flatMap((fact) => {
      if (fact.unit.dimension !== 'money' || fact.bound !== 'most') return []
      const before = doc.folded.text.slice(start, fact.digits.start)
      const subject = before.slice(Math.max(...[...'；;。'].map((stop) => before.lastIndexOf(stop))) + 1)
      if (!targetWords.test(before.slice(-14)) && !costWords.test(subject)) return []
      return [{ subject, target: fact }]
    }),
  )
}

/** 管护服务成本（万元） | ≤9,800: rows of indicators that are scored nowhere. */
export const ceilingsInRows = ({ tables }: Understanding): Ceiling[] =>
  tables.flatMap(({ columns, rows, headingRows }) => {
    const at = columns.findIndex((words) => /目标值?|指标值/.test(words))
    const nameAt = columns.findIndex((words) => /指标/.test(words) && !/值/.test(words))
    if (at < 0 || nameAt < 0 || columns.some((words) => /得分|分值|权重/.test(words))) return []
    return rows.slice(headingRows).flatMap((row) => {
      const [quantity, subject] = [row[at]?.quantities[0], row[nameAt]?.text ?? '']
      const isCost = /成本|费用|支出|投入|经费/.test(subject) && /[（(]万元[）)]/.test(subject)
      const unit = quantity?.unit.dimension === 'none' && isCost ? wan : quantity?.unit
      if (quantity?.bound !== 'most' || unit?.dimension !== 'money') return []
      return [{ subject, target: { ...quantity, unit } }]
    })
  })

/** What the document gives as the budget of a named thing: 智慧城管：预算170.35万元, and rows of tables. */
function budgetsOf(doc: Understanding): Budget[] {
  const inText = doc.facts.filter(
    (fact) =>
      fact.unit.dimension === 'money' &&
      isExact(fact) &&
      /预算(?:安排|资金|金额|数)?$/.test(fact.label) &&
      !/控制|节约|追加|调整(?!后)|超/.test(fact.label),
  )
  const named = inText.flatMap(({ head, label, ...amount }) => {
    const name = head || label.replace(/(?:年初)?预算(?:安排|资金|金额|数)?$/, '')
    return nameKey(name).length >= 2 ? [{ name, amount }] : []
  })
  return [...named, ...partsOf(doc, inText), ...dividedOf(doc, inText), ...doc.tables.flatMap((table) => rowsOf(table))]
}

/** 全年预算6744万元，其中校舍维修4560万元、营养改善2184万元: what is listed behind a budget is budgeted. */
const partsOf = (doc: Understanding, budgets: readonly Fact[]): Budget[] =>
  listings(doc).flatMap(({ wholes: [whole], parts, opener }) =>
    whole && /其中|包括|分别/.test(opener) && budgets.some(({ start }) => start === whole.start)
      ? parts.flatMap(({ fact: { label, ...amount } }) =>
          nameKey(label).length >= LONG_NAME ? [{ name: label, amount }] : [],
        )
      : [],
  )

const divided = /^按[^，。；：]{1,10}(?:分|划分)[：:，,]/
/** 全年预算700万元……。按子项目分：河道保洁450万元、泵站维护250万元: a sentence of its own that adds up to the budget. */
const dividedOf = ({ sentences }: Understanding, budgets: readonly Fact[]): Budget[] =>
  sentences.flatMap(({ text, facts, line }) => {
    const parts = divided.test(text) ? facts.filter((fact) => fact.unit.dimension === 'money' && isExact(fact)) : []
    const isWhole = budgets.some((whole) => whole.line === line && Math.abs(base(whole) - sumOf(parts)) < 1)
    return isWhole
      ? parts.flatMap(({ label, ...amount }) => (nameKey(label).length >= LONG_NAME ? [{ name: label, amount }] : []))
      : []
  })

/** 人员经费 stands in many budgets. */
const LONG_NAME = 4

function rowsOf({ columns, rows, headingRows, units }: Understanding['tables'][number]): Budget[] {
  const found = columns.findLastIndex((words) => /全年预算|调整后?预算/.test(words))
  const at = found >= 0 ? found : columns.findIndex((words) => /预算/.test(words) && !/率|执行|比/.test(words))
  const nameAt = columns.findIndex((words) => /项目|名称|任务|类别|内容/.test(words) && !/预算|资金/.test(words))
  if (at < 0 || nameAt < 0) return []
  return rows.slice(headingRows).flatMap((row) => {
    const quantity = row[at]?.quantity
    const name = row[nameAt]?.text ?? ''
    const unit = quantity?.unit.dimension === 'none' ? units[at] : quantity?.unit
    if (!quantity || !unit || unit.dimension !== 'money' || nameKey(name).length < 2 || /合计|总计/.test(name))
      return []
    return [{ name, amount: { ...quantity, unit } }]
  })
}

function judged(doc: Understanding, { subject, target }: Ceiling, budgets: readonly Budget[]): Outcome | undefined {
  const own = budgets.filter(({ name }) => subject.includes(nameKey(name)) || sameName(name, subject))
  const most = own.reduce<Budget | undefined>(
    (found, one) => (!found || base(one.amount) > base(found.amount) ? one : found),
    undefined,
  )
  return most && compared(doc, target, most)
}

function compared(doc: Understanding, target: Quantity, { name, amount }: Budget): Outcome {
  const places = [target, amount]
  const [limit, budget] = [base(target), base(amount)]
  const unit = amount.unit.word
  const formula = `${printed(doc, target)}${target.unit.word} ${limit > budget + 0.5 ? '>' : '≤'} 预算${printed(doc, amount)}${unit}`
  if (limit <= budget + 0.5) return { verdict: 'consistent', formula, places }
  return {
    verdict: 'wrong',
    severity: 'question',
    certainty: 0.75,
    message: `“${name}”预算${printed(doc, amount)}${unit}，目标值却为不超过${printed(doc, target)}${target.unit.word}，是预算的${points(Math.round((limit / budget) * 100) / 100)}倍，起不到控制作用；请核实目标值，或说明为什么高于预算。`,
    formula,
    claimed: `≤${printed(doc, target)}${target.unit.word}`,
    computed: `预算${printed(doc, amount)}${unit}`,
    places,
  }
}

/** In a score sheet of one project: a cost indicator above all money of the year. */
function* inSheets(doc: Understanding): Generator<Outcome> {
  for (const sheet of scoresOf(doc).sheets) {
    const row = sheet.funds.find(({ part, budget, name }) => !part && budget && /总额|合计|资金/.test(name))
    const total = row?.budget
    if (!row || !total || total.value <= 0) continue
    const amount = { ...total, unit: total.unit.dimension === 'none' ? wan : total.unit }
    for (const node of everyNode({ tops: [], sheets: [sheet], totals: [], lists: [] })) {
      const target = node.target
      if (target?.sign !== '≤' || target.quantity.unit.dimension !== 'money') continue
      const outcome = compared(doc, target.quantity, { name: '年度资金总额', amount })
      yield outcome
    }
  }
}

const wan = { word: '万元', dimension: 'money', factor: 1e4 } as const
