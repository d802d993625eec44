import type { Understanding } from '../../understand/index.ts'
import type { Outcome, Rule } from '../rule.ts'
import { before, behind, type Match, matches, wrong } from '../words.ts'

const companies = /(?:公司|事务所|合作社)/g
const bodies = /(?:局|委员会|办公室|管理处|管理所|服务站|中心|大队|支队|街道办事处|人民政府)(?![长级])/g
const works = /(?:工程|项目)(?!部|款|资金|支出|量|师)/g
/** 城东 and 东城, 三一 and 一三 are two. */
const places = /[一二三四五六七八九十两东南西北中上下前后左右内外新老甲乙丙丁省市县区镇乡街村州旗]/
const LONGEST = 16

interface Sort {
  suffix: RegExp
  /** The signs that must be the same behind the two exchanged, and before them. */
  tail: number
  lead: number
  /** So often the one that is right stands. */
  known: number
}
/** 云南恒泽水利建设有限公司: the place before, the trade behind; two such are hardly two companies. */
const sorts: readonly Sort[] = [
  { suffix: companies, tail: 6, lead: 2, known: 1 },
  { suffix: bodies, tail: 4, lead: 0, known: 2 },
  { suffix: works, tail: 4, lead: 0, known: 2 },
]

/** 泽恒 where it is 恒泽 elsewhere. */
export const nameExchanged: Rule = {
  id: 'name.exchanged',
  kind: 'name',
  title: '单位、企业、工程名称前后一致，没有两字颠倒',
  source: 'GB/T 9704—2012《党政机关公文格式》：机关全称或规范化简称',
  fails: [
    '施工单位为云南瑞禾市政工程有限公司，合同价320万元。\n施工单位云南禾瑞市政工程有限公司在汛期停工。',
    '委托平川信诚会计师事务所审计。\n平川诚信会计师事务所出具报告。\n平川信诚会计师事务所收费2万元。',
    '主管部门为临溪市城市管理局。\n临溪市城市管理局考核。\n由临溪市城市理管局通报。',
    '柳坝河治理工程批复投资900万元。\n柳坝河治理工程已开工。\n坝柳河治理工程支付率偏低。',
    '平溪县综合执法局2023年度自评报告\n平溪县综合执法局现有12人。溪平县综合执法局负责考核。',
  ],
  holds: [
    '施工单位为云南瑞禾市政工程有限公司。\n监理单位为云南禾瑞工程咨询有限公司。',
    '由云南瑞禾市政工程有限公司、云南禾瑞市政工程有限公司联合承建。',
    '由云南瑞禾市政工程有限公司承建，云南瑞禾市政工程有限公司已进场。云南禾瑞市政工程有限公司中标二标段，云南禾瑞市政工程有限公司开工。',
    '东城街道办事处、城东街道办事处分别实施。东城街道办事处负责。东城街道办事处考核。',
    '赴吉安县城市管理局学习。安吉县城市管理局自评。安吉县城市管理局负责。',
    '柳坝河治理工程批复投资900万元。柳坝河治理工程已开工。坝柳河疏浚项目已完工。',
  ],
  *check(doc) {
    for (const sort of sorts) yield* exchanged(doc, sort)
  },
}

function* exchanged(doc: Understanding, { suffix, tail, lead, known }: Sort): Generator<Outcome> {
  const names = namesOf(doc, suffix)
  const told = new Set<string>()
  for (const [at, first] of names.entries())
    for (const second of names.slice(at + 1)) {
      const pair = pairOf(first.words, second.words)
      if (!pair || pair.lead < lead || told.has(pair.tail)) continue
      if (pair.tail.length < tail && pair.lead < LONG_LEAD) continue
      if (suffix !== companies && places.test(pair.one)) continue
      const outcome = rarer(doc, first, second, pair, known)
      if (!outcome) continue
      told.add(pair.tail)
      yield outcome
    }
}

/** 临溪市城市理管局: what is exchanged near the end, behind so many that are the same. */
const LONG_LEAD = 5
const MOST = 200
/** The different names, each with the Chinese signs before it. */
function namesOf(doc: Understanding, suffix: RegExp): Match[] {
  const { text } = doc.folded
  const different = new Map<string, Match>()
  for (const found of matches(doc, suffix)) {
    const run = /\p{Script=Han}*$/u.exec(text.slice(Math.max(0, found.start - LONGEST), found.start))?.[0] ?? ''
    const words = run + found.words
    if (!different.has(words)) different.set(words, { ...found, start: found.start - run.length, words })
  }
  return [...different.values()].slice(0, MOST)
}

interface Pair {
  one: string
  lead: number
  tail: string
}

/** Of two names read from their ends: two signs exchanged, and all behind them the same. */
function pairOf(one: string, other: string): Pair | undefined {
  let same = 0
  while (same < one.length && same < other.length && one.at(-1 - same) === other.at(-1 - same)) same++
  const [a, b, c, d] = [one.at(-2 - same), one.at(-1 - same), other.at(-2 - same), other.at(-1 - same)]
  if (!a || !b || a === b || a !== d || b !== c) return undefined
  let lead = 0
  while (lead < one.length - same - 2 && one.at(-3 - same - lead) === other.at(-3 - same - lead) && lead < LONGEST)
    lead++
  return { one: a + b, lead, tail: one.slice(one.length - same) }
}

const countOf = (text: string, words: string): number => text.split(words).length - 1

function rarer(doc: Understanding, first: Match, second: Match, pair: Pair, least: number): Outcome | undefined {
  const { text } = doc.folded
  const turned = [...pair.one].reverse().join('')
  const [one, other] = [countOf(text, pair.one + pair.tail), countOf(text, turned + pair.tail)]
  if (Math.min(one, other) !== 1 || Math.max(one, other) < least) return undefined
  // Named side by side, or visited, they are two.
  if (
    [first, second].some(
      (place) => /[、和与及]$/.test(before(doc, place, 1)) || /^[、和与及]/.test(behind(doc, place, 1)),
    )
  )
    return undefined
  const [rare, known] = one < other ? [first, second] : [second, first]
  if (/考察|学习|赴|借鉴/.test(before(doc, { start: rare.end, end: rare.end }, LONGEST + 8))) return undefined
  const length = pair.tail.length + 2 + Math.min(pair.lead, 2)
  const [written, right] = [rare, known].map(({ words }) => words.slice(-length))
  return wrong(
    'question',
    0.8,
    `名称前后不一：一处是“${written}”，另一处是“${right}”，两字颠倒；请核实。`,
    [
      { start: rare.end - length, end: rare.end },
      { start: known.end - length, end: known.end },
    ],
    { claimed: written ?? '', computed: right ?? '' },
  )
}
