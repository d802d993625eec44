import type { Fact, Understanding } from '../../understand/index.ts'
import { base, isExact } from '../../understand/quantities.ts'
import { type Account, type AccountName, accountLabels, accountsOf, figureIn } from '../accounts.ts'
import { comparable, printed } from '../measure.ts'
import { near } from '../numbers.ts'
import type { Outcome, Rule } from '../rule.ts'
import { slipOf, slipSentence } from '../slip.ts'

const total = /^(?:本年(?:收入|支出))?合计$/
type Said = readonly [pattern: RegExp, name: AccountName, row: RegExp, column?: RegExp]

/** What the words right before a figure say, and where the figure stands in the tables. The first that fits. */
const said: readonly Said[] = [
  [/(?<!预算)财政拨款(?:收入|支出|收入?[、和]?支出?)(?:决算)?总计均?(?:为|是)?$/, 'granted', /^总计$/],
  [
    /(?<!财政拨款|(?:基金|国有资本经营)预算)(?<![、和]|收入?)(?:收入|支出|收入?[、和]?支出?)(?:决算)?总计均?(?:为|是)?$/,
    'total',
    /^总计$/,
  ],
  [/本年收入合计(?:为|是)?$/, 'total', /^本年收入合计/],
  [/本年支出合计(?:为|是)?$/, 'total', /^本年支出合计/],
  [/一般公共预算财政拨款基本支出(?:决算)?(?:为|是)?$/, 'general', total, /基本支出/],
  [/(?<!年)一般公共预算财政拨款支出(?:决算)?(?:为|是)?$/, 'general', total],
]
/** Within a sentence that began with another figure of the same table. */
const within: readonly (readonly [opening: RegExp, ...Said])[] = [
  [/本年支出合计/, /(?:其中[：:]|[；;，,])基本支出(?:为|是)?$/, 'spending', total, /基本支出/],
  [/本年支出合计/, /[；;，,]项目支出(?:为|是)?$/, 'spending', total, /项目支出/],
  [/一般公共预算财政拨款基本支出/, /人员经费(?:为|是)?$/, 'basic', /^人员经费合计/],
  [/一般公共预算财政拨款基本支出/, /公用经费(?:为|是)?$/, 'basic', /^公用经费合计/],
]

/** What the explanation says is what the tables say. */
export const accountText: Rule = {
  id: 'cross-reference.account-text',
  kind: 'cross-reference',
  title: '决算说明中的数字与报表一致',
  source: '部门决算公开：情况说明与报表数据一致（B-17）',
  fails: example('本年支出合计850.00万元，其中：基本支出630.00万元，占74.12%；项目支出202.00万元，占25.88%。'),
  holds: [
    example('本年支出合计850.00万元，其中：基本支出630.00万元，占74.12%；项目支出220.00万元，占25.88%。'),
    example('本年支出合计比上年增加50.00万元。'),
  ],
  *check(doc) {
    const accounts = accountsOf(doc)
    if (!accounts.length) return
    for (const sentence of doc.sentences)
      for (const fact of sentence.facts) {
        if (fact.unit.dimension !== 'money' || !isExact(fact)) continue
        const words = doc.folded.text.slice(Math.max(sentence.start, fact.start - 40), fact.start)
        if (isOfOther(doc, words)) continue
        const before = doc.folded.text.slice(doc.folded.lines[fact.line]?.start, fact.start)
        const found = figureFor(accounts, before, words) ?? itemFor(accounts, before, words)
        if (found && comparable(found.fact, fact)) yield compared(doc, fact, found)
      }
  },
}

/** 上年收、支总计为, 2022年度一般公共预算财政拨款支出: of a year before. */
function isOfOther({ profile }: Understanding, words: string): boolean {
  const clause = /[^，,。；;：:（(]*$/.exec(words)?.[0] ?? ''
  const year = /((?:19|20)\d{2})年/.exec(clause)?.[1]
  return /上年|去年|上一年|往年|同期/.test(clause) || Boolean(year && profile.year && Number(year) !== profile.year)
}

function example(words: string): string {
  return `支出决算表\n单位：万元\n科目编码|科目名称|本年支出合计|基本支出|项目支出\n212|城乡社区支出|820.00|600.00|220.00\n221|住房保障支出|30.00|30.00|0.00\n合计|合计|850.00|630.00|220.00\n三、支出决算情况说明\n${words}\n`
}

/** `title`: as the text calls it. */
type Found = { fact: Fact; account: Account; title: string }

function figureFor(accounts: readonly Account[], before: string, words: string): Found | undefined {
  const [, ...inner] = within.find(([opening, pattern]) => opening.test(before) && pattern.test(words)) ?? []
  const one = said.find(([pattern]) => pattern.test(words)) ?? (inner.length ? (inner as unknown as Said) : undefined)
  if (!one) return undefined
  const [pattern, name, row, column] = one
  const title = (pattern.exec(words)?.[0] ?? '').replace(/^其中|[：:；;，,]|[为是]$/g, '')
  const found = figureIn(accounts, name, row, column)
  return found && { ...found, title }
}

/** …（款）行政运行（项）。年初预算为…，支出决算为…: the row of that name, where there is only one. */
function itemFor(accounts: readonly Account[], before: string, words: string): Found | undefined {
  if (!/支出决算(?:为|是)$/.test(words)) return undefined
  const [, item] = /[）)]([^（）()]+)[（(]项[）)]/.exec(before) ?? []
  const general = accounts.find(({ name }) => name === 'general')
  if (!item || general?.rows.filter(({ code, label }) => code?.length === 7 && label === item).length !== 1)
    return undefined
  const exact = new RegExp(`^${item.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`)
  const rows = general.rows.filter(({ code }) => code?.length === 7)
  const found = figureIn([{ ...general, rows }], 'general', exact)
  return found && { ...found, title: `${item}支出决算` }
}

function compared(doc: Understanding, fact: Fact, { fact: cell, account, title }: Found): Outcome {
  const { text } = doc.folded
  const name = accountLabels[account.name]
  const [one, other] = [printed(text, fact), printed(text, cell)]
  const [step, finest] = [fact.step * fact.unit.factor, cell.step * cell.unit.factor]
  if (near(base(fact), base(cell), step > finest ? step / 2 : 0))
    return { verdict: 'consistent', formula: `正文 ${one} = ${name} ${other}`, places: [fact, cell] }
  const rounding = near(base(fact), base(cell), Math.max(step, finest) * 1.001)
  const slip = slipOf(fact, (cell.value * cell.unit.factor) / fact.unit.factor)
  return {
    verdict: 'wrong',
    severity: rounding ? 'rounding' : 'error',
    certainty: slip ? 0.93 : 0.85,
    message: `说明中“${title}”为 ${one}，${name}中“${cell.label}”为 ${other}${rounding ? '，相差在末位，属四舍五入误差' : `，两处不一致${slip ? `，${slipSentence(slip)}` : ''}`}。`,
    formula: `${one} ≠ ${other}`,
    claimed: one,
    computed: other,
    places: [fact, cell],
  }
}
