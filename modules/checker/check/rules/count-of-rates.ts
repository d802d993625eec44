import type { Fact, Understanding, UnderstoodTable } from '../../understand/index.ts'
import { isExact, type Quantity } from '../../understand/quantities.ts'
import { printed } from '../measure.ts'
import { near } from '../numbers.ts'
import type { Outcome, Rule } from '../rule.ts'
import { cellQuantity, rowsOf } from '../table-rows.ts'

const table =
  '项目名称|预算（万元）|执行（万元）|执行率\n环卫保洁|120.00|120.00|100%\n路灯维护|80.00|76.40|95.5%\n绿化养护|45.00|45.00|100%\n桥涵检测|50.00|45.00|90%\n合计|295.00|286.40|97.08%\n'

/** 3个项目执行率100%, 执行率高于95%的项目共3个: as many rows of the table say so. */
export const countOfRates: Rule = {
  id: 'count.rates',
  kind: 'count',
  title: '“N个项目执行率为某值”与表中行数一致',
  source: '部门决算公开说明与报表数据一致（B-17）',
  fails: [
    '环卫、路灯等3个项目执行率100%。\n项目|预算（万元）|执行（万元）|执行率\n环卫保洁|120.00|120.00|100%\n路灯维护|80.00|76.40|95.5%\n绿化养护|45.00|45.00|100%\n',
    `${table}其中，执行率高于95%的项目共4个，总体良好。\n`,
    `从执行情况看，执行率达到100%的项目3个。各项目情况如下：\n${table}`,
    `${table}有2个项目的预算执行率在95%以上，1个项目执行率低于95%。\n`,
    `${table}执行率不低于90%的有3项。\n`,
    `各项目情况如下：\n${table}4个项目中，执行率低于95%的仅有2个，为桥涵检测等。\n`,
  ],
  holds: [
    '环卫、绿化等2个项目执行率100%。\n项目|预算（万元）|执行（万元）|执行率\n环卫保洁|120.00|120.00|100%\n路灯维护|80.00|76.40|95.5%\n绿化养护|45.00|45.00|100%\n',
    `执行率达到100%的项目2个，执行率超过95%的有3个，执行率低于95%的仅1个。\n${table}3个项目的执行率在95%（含）以上，有4个项目支出率不低于90%，支出率在90%以上的共4项，执行率在90%（不含）以上的3个。\n`,
    `执行率为100%的项目13个，执行率90%至100%的项目1个。主要项目执行情况如下：\n${table}`,
    `全年18个项目中，执行率高于95%的项目共7个；主要项目如下：\n${table}执行率高于95%的单位共2个。执行率高于95%的指标3个。\n`,
    `各处室15个项目中，执行率低于95%的有2个。其中重点项目如下：\n${table}`,
  ],
  *check(doc) {
    const { lines } = doc.folded
    const sheets = doc.tables.flatMap((table) => [...ratesOf(table)])
    if (!sheets.length) return
    for (const [at, fact] of doc.facts.entries()) {
      if (lines[fact.line]?.cell || !counts.has(fact.unit.word) || !isExact(fact)) continue
      const said = saidBehind(doc, fact, doc.facts[at + 1]) ?? saidBefore(doc, fact, doc.facts[at - 1])
      const outcome = said && judged(doc, fact, said, sheets)
      if (outcome) yield outcome
    }
  },
}

const counts = new Set(['个', '项'])
const noun = '(?:项目|专项|子项|单位|部门|科室|乡镇|镇街|街道|中队|大队)'
const rate = '(?:预算|资金|经费)*((?:执行|支付|支出|使用|拨付|完成|得分)率)'
const link =
  '(?:均|都|在|处于|为|是|等于|达到|达|高于|超过|超|大于|不低于|不少于|大于等于|低于|不足|不到|小于|未达到|未达|不高于|不超过|小于等于|[≥≤＞＜><])*'
const behind = new RegExp(`^(?:个|项)${noun}?的?${rate}(${link})$`)
const before = new RegExp(`${rate}(${link})$`)
const after = /^(?:[（(](不?含)[^）)]{0,5}[）)])?(?:及|或)?(以上|以下)?(?:[（(](不?含)[^）)]{0,5}[）)])?/
const counted = new RegExp(`^的?(${noun}?)(?:数量|个数)?(?:共计|共有|合计|共|有|仅有|仅|只有|达到?|为|：)*$`)

interface Said {
  percent: Fact
  rate: string
  noun: string
  sign: Sign
}

type Sign = '>' | '≥' | '以上' | '<' | '≤' | '以下' | '='
const signWords: Record<Sign, string> = {
  '>': '高于',
  '≥': '不低于',
  以上: '不低于',
  '<': '低于',
  '≤': '不高于',
  以下: '低于',
  '=': '为',
}

function signOf(link: string, words: string): Sign {
  const [, one, bound, other] = after.exec(words) ?? []
  const within = one ?? other
  if (bound === '以上') return within === '含' ? '≥' : within ? '>' : '以上'
  if (bound === '以下') return within === '含' ? '≤' : within ? '<' : '以下'
  if (/不低于|不少于|大于等于|≥/.test(link)) return '≥'
  if (/不高于|不超过|小于等于|≤/.test(link)) return '≤'
  if (/未达|低于|不足|不到|小于|[<＜]/.test(link)) return '<'
  if (/高于|超|大于|[>＞]/.test(link)) return '>'
  return /达/.test(link) ? '≥' : '='
}

/** 3个项目执行率100%, 有2个项目的执行率在95%以上. */
function saidBehind({ folded: { text } }: Understanding, fact: Fact, percent: Fact | undefined): Said | undefined {
  if (!isPercent(percent, fact)) return undefined
  const words = text.slice(fact.digits.end, percent.start)
  const [, rate = '', link = ''] = behind.exec(words) ?? []
  if (!rate) return undefined
  const sign = signOf(link, text.slice(percent.digits.end + 1, percent.digits.end + 16))
  return { percent, rate, noun: new RegExp(noun).exec(words)?.[0] ?? '', sign }
}

/** 执行率高于95%的项目共3个. */
function saidBefore({ folded: { text } }: Understanding, fact: Fact, percent: Fact | undefined): Said | undefined {
  if (!isPercent(percent, fact)) return undefined
  const words = text.slice(percent.digits.end + 1, fact.start)
  const bound = after.exec(words)?.[0] ?? ''
  const [, own] = counted.exec(words.slice(bound.length)) ?? []
  const [, rate = '', link = ''] = before.exec(text.slice(Math.max(0, percent.start - 24), percent.start)) ?? []
  if (own === undefined || !rate) return undefined
  // 执行率100%的9项指标: what is counted may be named behind.
  const named = /^(?:指标|任务|工作)/.test(fact.object)
    ? '指标'
    : own || (new RegExp(`^${noun}`).exec(fact.object)?.[0] ?? '')
  return { percent, rate, noun: named, sign: signOf(link, words) }
}

const isPercent = (percent: Fact | undefined, { line }: Fact): percent is Fact =>
  percent?.line === line && percent.unit.dimension === 'percent' && !percent.range

interface Rates {
  table: UnderstoodTable
  words: string
  rates: Quantity[]
}

const spent = /(?:执行|支付|支出|使用|拨付)率/
const notProject = /^(?:基本支出|人员经费|公用经费|项目支出)/
/** The rates of a table in which each row has one, and none stands below another. */
function* ratesOf(table: UnderstoodTable): Generator<Rates> {
  const rows = rowsOf(table).filter(({ kind, label }) => kind === 'item' && !notProject.test(label))
  if (new Set(rows.map(({ level }) => level)).size > 1) return
  for (const [column, words] of table.columns.entries()) {
    const rates = /率/.test(words) ? rows.flatMap((row) => cellQuantity(row, column) ?? []) : []
    if (rates.length > 1 && rates.length === rows.length) yield { table, words, rates }
  }
}

const isOf = (rate: string) => (words: string) => (spent.test(rate) ? spent.test(words) : words.includes(rate))

function judged(doc: Understanding, fact: Fact, said: Said, sheets: readonly Rates[]): Outcome | undefined {
  const { text } = doc.folded
  const own = sheets.filter(({ table, words }) => isOf(said.rate)(words) && isAbout(table, said.noun))
  const told = own.map((one) => ({ ...one, fits: fitting(said, one.rates) }))
  const [first] = told
  if (!first) return undefined
  const right = told.find(({ fits }) => fits.includes(fact.value))
  const [count = 0] = (right ?? first).fits
  const claimed = printed(text, fact)
  const limit = `${text.slice(said.percent.digits.start, said.percent.digits.end)}%`
  const formula = `表${(right ?? first).table.index + 1} ${said.rate}${signWords[said.sign]} ${limit} 的有 ${right ? fact.value : count} 个`
  if (right) return { verdict: 'consistent', formula: `${formula}，写明 ${claimed}`, places: [fact] }
  if (fact.value > first.rates.length || !isAll(doc, fact, first)) return undefined
  const sure = told.length === 1
  return {
    verdict: 'wrong',
    severity: sure ? 'error' : 'question',
    certainty: sure ? 0.85 : 0.6,
    message: `此处写${said.rate}${signWords[said.sign]}${limit}的为${claimed}，${formula}。`,
    formula: `${formula} ≠ ${claimed}`,
    claimed: String(fact.value),
    computed: String(count),
    places: [fact, said.percent, ...first.rates],
  }
}

/** How many rows fit; 95%以上 may hold 95% itself or not. */
function fitting({ sign, percent: { value: limit } }: Said, rates: readonly Quantity[]): number[] {
  const many = (fits: (value: number) => boolean) => rates.filter(({ value }) => fits(value)).length
  const equal = (value: number) => near(value, limit, 0)
  const above = many((value) => value > limit && !equal(value))
  const below = many((value) => value < limit && !equal(value))
  const at = many(equal)
  const ways: Record<Sign, number[]> = {
    '>': [above],
    '≥': [above + at],
    以上: [above + at, above],
    '<': [below],
    '≤': [below + at],
    以下: [below, below + at],
    '=': [at],
  }
  return ways[sign]
}

const bodies = /单位|部门|科室|乡镇|街道|中队|大队/
/** A table of projects says nothing of units, and the other way round. */
function isAbout({ columns }: UnderstoodTable, noun: string): boolean {
  const named = columns.find((words) => !/率|万元|金额|序号|编号/.test(words)) ?? ''
  if (/指标/.test(noun)) return /指标/.test(named)
  return bodies.test(noun) ? bodies.test(named) : !bodies.test(named) || /项目/.test(named)
}

/** As many projects as the sentence says there are stand in the table, and nothing says that these are only the main ones. */
function isAll(doc: Understanding, fact: Fact, { table, rates }: Rates): boolean {
  const { text, lines } = doc.folded
  const line = lines[fact.line]
  const start = table.rows[0]?.[0]?.start ?? 0
  const lead = text.slice(Math.max(0, start - 60), start)
  if (/主要|部分|重点|前[\d一二三四五六七八九十]/.test(lead)) return false
  const said = text.slice(Math.max(line?.start ?? 0, fact.start - 120), fact.start)
  const [, total] = /(\d+)个(?:项目|单位)(?:支出)?(?:中|里)[^。]*$/.exec(said) ?? []
  return total === undefined || Number(total) === rates.length
}
