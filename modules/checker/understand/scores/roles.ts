import type { Fact } from '../index.ts'

/** What a figure in 分 says: how much a thing may get, gets, or loses. `bare` is said only by what stands beside it. */
export type ScoreRole = 'weight' | 'got' | 'deducted' | 'bare'

export interface ScoreMention {
  role: ScoreRole
  fact: Fact
  /** 得满分5分: what it gets is also all it may get. */
  full?: boolean
}

const links = '(?:值|数)?(?:为|是|达到?|：|:|共|计|合计|有|即|=)*'
const weight = new RegExp(`(?:满分|分值|权重|标准分|基准分|应得分?|赋分|指标分|总分值|分数为|占)${links}$`)
const got = new RegExp(
  `(?:得满分|得分|自评总?分?|评分|评为|实得|得|计|(?:^|[，,、；;。（(])(?:实际)?完成|(?:折算|换算|折合)(?:后|为|成)?|打分|打|记|获|评定|评价|总分|分数|得分数|评估)${links}$`,
)
const deducted = new RegExp(`(?<!共|合计|总计|累计)(?:扣减?|扣除|扣掉|扣去|失|丢|减)(?:分|了|去|除|掉)*${links}$`)
const average = /(?:平均|均分|人均)[^，。；]*$/
/** How points are given, not how many were: 每低1%扣0.5分, 未完成不得分, 扣完为止. */
const criterion =
  /每(?!个?指标|项指标)|按比例(?!计(?:算|分)?得|得|折[算合])|扣完|酌情|为止|最多|最高(?!分)|上限|视情|否则|不足的|的[，,]?(?:得|不得|扣|计)\d|则[得扣计]/
const criteria = /(?:评分|计分|评价|打分|考核)(?:标准|细则|办法|规则|方法|依据)(?:为|是|：|:|（|\()/
/** Scores somebody else gave for something else. */
const foreign = /数字城管|数字化城市?管理|考核|考评|排名|第三方|测评|通报|评比|督查|竞赛|考试|测试|名次|位居|位列/

/** Which of a line's facts are points, and what they say. `words` is the line, `at` where it begins. */
export function scoreMentions(words: string, at: number, facts: readonly Fact[]): ScoreMention[] {
  const found: ScoreMention[] = []
  for (const [index, fact] of facts.entries()) {
    const previous = facts[index - 1]
    if (slashed(words, at, previous, fact)) {
      pushSlashed(found, previous as Fact, fact)
      continue
    }
    const role = roleOf(words, at, fact, previous)
    if (role) found.push({ fact, ...role })
  }
  return beforeBracket(words, at, found)
}

/** 投入9.5分（分值10分）: what stands before the bracket was got. */
function beforeBracket(words: string, at: number, found: readonly ScoreMention[]): ScoreMention[] {
  return found.map((mention, index) => {
    const next = found[index + 1]
    if (behindBracket(words, at, found[index - 1], mention)) return { ...mention, role: 'got' }
    if (mention.role !== 'bare' || next?.role !== 'weight') return mention
    const between = words.slice(mention.fact.end - at, next.fact.start - at)
    return /^[（(](?:满分|分值|权重|标准分|基准分|总分)(?:值)?(?:为|：)?$/.test(between)
      ? { ...mention, role: 'got' }
      : mention
  })
}

/** 决策（20分）17.5分: what stands behind the bracket of what may be got was got. */
function behindBracket(words: string, at: number, before: ScoreMention | undefined, { role, fact }: ScoreMention) {
  if (role !== 'bare' || before?.role !== 'weight') return false
  return (
    /^[）)](?:为|：|:)?$/.test(words.slice(before.fact.end - at, fact.start - at)) && fact.value <= before.fact.value
  )
}

const isPoints = (fact: Fact | undefined) => fact?.unit.dimension === 'score'

/** 4.5分/5分, 48/50分: the larger is what may be got. */
function slashed(words: string, at: number, previous: Fact | undefined, fact: Fact): boolean {
  if (!previous || !isPoints(fact) || fact.start !== previous.end + 1 || words[previous.end - at] !== '/') return false
  return isPoints(previous) || previous.unit.dimension === 'none'
}

function pushSlashed(found: ScoreMention[], one: Fact, other: Fact) {
  if (found.at(-1)?.fact === one) found.pop()
  const [small, large] = one.value <= other.value ? [one, other] : [other, one]
  found.push({ role: 'weight', fact: large }, { role: 'got', fact: { ...small, unit: other.unit } })
}

/** …100分，实得95.6分: what stands before is what may be got. */
const gotFollows =
  /^[，,（(]?(?:我[局队单]位?|本?单位)?(?:自评|评价)?(?:实际|共|合计)?(?:(?:实得|得|扣)(?:分)?|(?<=自评))(?:为|：)?\d/

/** 折算为部门年度考核单项分（满分20分）为19.44分: it counts for something else. */
const elsewhere = /(?:折算|换算|折合)(?:为|成|到|入|计入)[^，,。；;\d]{4,}(?:\d+分[）)])?[^，,。；;\d]*$/

const inAll = '(?:合计|共计?|总计|累计|小计|总共|一共)'
const items = '(?:指标|类|方面)(?:[二三四五六七八九两\\d]+项)?'
const groupLost = new RegExp(
  `(?:^|[，,、；;：:）)])[^，,；;：:\\d]{2,10}${items}(?:${inAll}扣(?:分|减|除)?(?:为)?(?:[\\d.]+分[，,](?:${inAll}|实际)?得分?(?:为)?)?|${inAll}得分?(?:为)?[\\d.]+分[，,]${inAll}?扣(?:分|减|除)?(?:为)?)$`,
)

/** 年度测评得92.76分，按百分制折算得9.28分: on another scale, and what it comes to follows. */
const raw = /^[^。；;]{0,14}(?:折算|换算|折合)/

function roleOf(
  words: string,
  at: number,
  fact: Fact,
  previous: Fact | undefined,
): Omit<ScoreMention, 'fact'> | undefined {
  const start = fact.start - at
  const end = fact.end - at
  const floor = Math.max(0, start - 16, previous ? previous.end - at : 0)
  const before = words.slice(floor, start)
  if (fact.unit.dimension === 'percent') return /权重(?:为|：|:)?$/.test(before) ? { role: 'weight' } : undefined
  if (!isPoints(fact) || fact.range || fact.approximate || /^(?:制|之|档|段|类|的|\s?[×xX*÷])/.test(words.slice(end)))
    return undefined
  const said = words.slice(0, start).replace(/^.*[。；;]/, '')
  if (/分别(?:为|是|得|扣)?(?:[\d.]+分[、，,和及]*)*$/.test(said)) return undefined
  if (/(?:分值|权重|满分)[^得]*(?:合计|共计|总计|共)(?:为)?$/.test(said)) return { role: 'weight' }
  // 过程指标共扣4.5分，得25.5分; 过程指标小计25.5分，共扣4.5分: what a group lost and got in all.
  if (groupLost.test(said.slice(-50))) return /扣/.test(before) ? { role: 'deducted' } : { role: 'got' }
  // 扣1.0分、扣2.5分，共扣3.5分，得分96.5分: all that was lost, and what is left of all.
  if (/(?:共|合计|总计|累计)扣(?:分|减)?(?:为)?(?:[\d.]+分[，,](?:最终|实际|自评)?得分?(?:为)?)?$/.test(said))
    return undefined
  if (elsewhere.test(words.slice(0, start)) || /扣分?(?:合计|总计|共计)(?:为)?$/.test(before)) return undefined
  if (fact.bound || isCriterion(words, start, end) || average.test(before)) return undefined
  // 二季度低于90分，扣0.7分: a border, and nothing that may be got.
  if (/(?:低于|高于|不足|不满|未达到?|超过|优于|少于)$/.test(before)) return undefined
  // 分值合计90分，…，总分100分; 评价总分100分，实得96分: all there is.
  if (fact.value === 100 && /(?:^|[，,、；;。：:])总分(?:为|：)?$/.test(before)) return { role: 'weight' }
  if (/(?:总分|合计|共计|总计|小计|共)(?:为|：)?$/.test(before) && gotFollows.test(words.slice(end)))
    return { role: 'weight' }
  if (fact.value < 0) return { role: 'deducted' }
  if (deducted.test(before)) return { role: 'deducted' }
  if (/得满分$/.test(before)) return { role: 'got', full: true }
  if (weight.test(before)) return { role: 'weight' }
  if (got.test(before) && raw.test(words.slice(end, end + 24)) && !/整体|综合|总分|自评|折算|换算|折合/.test(before))
    return undefined
  if (got.test(before)) return isForeign(words, start) ? undefined : { role: 'got' }
  const opened = /[（(]$/.test(before)
  if (opened) return /(?:得分|得|评分|自评分)[（(]$/.test(before) ? { role: 'got' } : { role: 'weight' }
  return isForeign(words, start) ? undefined : { role: 'bare' }
}

function isCriterion(words: string, start: number, end: number): boolean {
  const from = Math.max(...[...'。；;'].map((stop) => words.lastIndexOf(stop, start - 1))) + 1
  const clauseFrom = Math.max(from, ...[...'，,'].map((stop) => words.lastIndexOf(stop, start - 1) + 1))
  const rest = words.slice(end).search(/[，,。；;]/)
  const clause = words.slice(clauseFrom, rest < 0 ? words.length : end + rest)
  if (criterion.test(clause) || criterion.test(words.slice(Math.max(from, clauseFrom - 12), end))) return true
  return criteria.test(words.slice(from, start))
}

function isForeign(words: string, start: number): boolean {
  const from = words.lastIndexOf('。', start - 1) + 1
  const stop = words.indexOf('。', start)
  const sentence = words.slice(from, stop < 0 ? words.length : stop)
  return foreign.test(sentence) && !/自评|满分|分值|扣\d/.test(sentence)
}
