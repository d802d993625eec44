import type { Fact, Understanding } from '../../understand/index.ts'
import { base } from '../../understand/quantities.ts'
import { blameOfSum } from '../blame.ts'
import { changeOf } from '../changes.ts'
import { type Listing, listings, readings } from '../listing.ts'
import { comparable, exact, figures, inUnitOf, printed, sumOf } from '../measure.ts'
import { adds } from '../numbers.ts'
import type { Outcome, Rule } from '../rule.ts'
import { slipSentence } from '../slip.ts'

/** Parts that leave nothing out when they stand together. */
const complements: readonly RegExp[] = [
  /基本支出.*项目支出|项目支出.*基本支出/,
  /人员经费.*公用经|公用经.*人员经费/,
  /一般程序.*简易程序|简易程序.*一般程序|普通程序.*简易程序|简易程序.*普通程序/,
  /货物.*工程.*服务|货物.*服务.*工程|工程.*货物.*服务/,
  /出国.*公务用车.*接待|出国.*接待.*公务用车|公务用车.*接待.*出国|接待.*公务用车.*出国/,
  /流动资产.*(?:非流动|固定)资产/,
  /一般公共预算.*政府性基金/,
  /其余|其他|其它|剩余/,
]

/** Classes and grades from the first on: each thing is of one. */
const ordered = /一([类级等])\p{Script=Han}{0,6}\d+[^，。；、\d]{1,4}[，、；]二\1\p{Script=Han}{0,6}\d/u

/** A，其中B、C：the parts add up to the whole, or to less where the list is open. */
export const partSum: Rule = {
  id: 'part-sum.sentence',
  kind: 'part-sum',
  title: '分项之和等于总数',
  source: '预算法实施条例（2020）第五条（基本支出、项目支出及其构成）；部门决算报表分项勾稽关系 B-02 至 B-06、B-14',
  fails: [
    '全年行政处罚案件立案816件，其中，一般程序案件15件，简易程序案件701件。',
    '年末管护水库64座，其中一类12座、二类38座、三类24座。',
    '计划对24所学校（小学14所、初中7所、九年一贯制学校4所）实施改造。',
  ],
  holds: [
    '2022年基本支出为290.79万元，其中人员经费269.67万元、公用经费21.12万元。全年支出500万元，其中主要用于环卫保洁120万元。',
    '检查机构286家，其中医疗机构149家、零售药店137家；处理违法机构97家，其中约谈41家、责令整改82家、解除协议8家。',
    '收入合计增加99.87万元。其中：财政拨款收入增加42.62万元；事业收入减少2.75万元；其他收入增加60.00万元。',
    '基本支出1324.84万元，比上年增加54.94万元。其中财政拨款基本支出1309.64万元，包括人员经费1220.90万元；公用经费88.74万元。',
    '检查企业120家（食品60家、药品40家、器械30家），部分企业同时经营多类。部门预算支出5000万元，其中项目支出391.35万元，分为3类：工程类96.40万元、货物类136.25万元、服务类158.70万元。',
    '随机电话访问1200人，有效样本1085个，“非常满意”“比较满意”“一般”“不满意”的分别为462人、536人、71人、16人。',
    '公用经费284.25万元。项目支出中，补贴类12870.44万元、建设类9350.00万元、发展类3218.67万元、其他类2177.42万元。编制数为612名，实有人数574人，其中在职574人中行政人员36人、参公人员148人、事业人员390人；遗属补助人员21人未计入。',
    '支出268.47万元，其中公务用车购置费36.00万元（购置执法车辆2台）、公务用车运行维护费226.85万元、公务接待费5.62万元。现有车辆52辆，较上年末减少3辆（报废5辆、新增2辆）。',
    '部门预算包括城管局本部以及下属5家预算单位。其中行政单位1家，参公单位1家，事业单位4家。',
    '对6个片区（核查图斑1143个、认定图斑152个、剩余图斑991个）开展整治。',
  ],
  *check(doc) {
    for (const listing of listings(doc)) {
      if (listing.parts.length >= 2) yield* sumOutcome(doc, listing)
    }
  },
}

function* sumOutcome(doc: Understanding, listing: Listing): Generator<Outcome> {
  const ways = readings(listing).filter((way) => way.length >= 2 && exact(way))
  const wholes = listing.wholes.filter((whole) => exact([whole]))
  if (!ways.length || !wholes.length) return
  for (const whole of wholes) {
    const holding = ways.find((way) => adds(way, whole).fit === 'equal') ?? someThatAdd(listing.parts, whole)
    if (!holding) continue
    yield { verdict: 'consistent', formula: equation(doc, holding, whole), places: [whole, ...holding] }
    const [nearest] = wholes
    if (nearest && nearest !== whole) yield* slippedInside(doc, nearest, ways)
    return
  }
  if (
    listing.rest ||
    isNested(listing) ||
    mixesChanges(listing) ||
    overlaps(doc, listing) ||
    isBeside(listing) ||
    isNet(listing) ||
    isOfOtherThings(listing)
  )
    return
  const rounded = withWhole(wholes, ways, (way, whole) => adds(way, whole).fit === 'rounding')
  if (rounded) {
    yield wrongSum(doc, rounded.whole, rounded.way, 'rounding')
    return
  }
  const explained = withWhole(wholes.slice(0, 1), ways, (way, whole) => Boolean(blameOfSum(doc, whole, way)))
  const whole = explained?.whole ?? wholes[0]
  const way = explained?.way ?? ways[0]
  if (!whole || !way) return
  if (ways.some((one) => isOfAnother(doc, whole, one)) || haveOwnTotal(doc, whole, way)) return
  const ratio = sumOf(way) / base(whole)
  // Twice as much, or half: these are no parts of it.
  if (!explained && (ratio > FAR || ratio < 1 / FAR)) return
  const severity = severityOf(doc, listing, whole, way, Boolean(explained))
  if (severity) yield wrongSum(doc, whole, way, severity)
}

const FAR = 2
/** 访问1200人，有效样本1085个，分别为462人、536人……: they make another figure, counted otherwise. */
const isOfAnother = ({ facts }: Understanding, whole: Fact, way: readonly Fact[]): boolean =>
  facts.some(
    (fact) =>
      fact.line === whole.line &&
      fact.start > whole.end &&
      fact.end < (way[0]?.start ?? 0) &&
      fact.unit.dimension === 'count' &&
      whole.unit.dimension === 'count' &&
      base(fact) === sumOf(way),
  )

/** 编制83名，年末实有15人和78人，合计93人: what is listed has a total of its own right behind it. */
const haveOwnTotal = ({ facts, folded: { text } }: Understanding, whole: Fact, way: readonly Fact[]): boolean => {
  const last = way.at(-1) as Fact
  const next = facts.find(({ start }) => start >= last.end)
  return (
    next !== undefined &&
    next !== whole &&
    next.line === last.line &&
    comparable(next, last) &&
    base(next) === sumOf(way) &&
    /^[^。；\d]{0,8}(?:合计|共计|总计|共)/.test(text.slice(last.end, next.start))
  )
}

/** 基本支出100万元，包括人员80万元、公用20万元: all that follows is within the first. */
function isNested({ parts: [first, ...rest], wholes }: Listing): boolean {
  if (!first || rest.length < 2 || !(first.opens || figures(first.fact) >= 3)) return false
  const inner = rest.map(({ fact }) => fact)
  if (adds(inner, first.fact).fit === 'equal') return true
  // 实有574人，其中在职574人中行政36人……；遗属21人未计入: it is the whole again.
  return (
    wholes.some((whole) => base(whole) === base(first.fact)) &&
    inner.some((_, at) => at > 0 && adds(inner.slice(0, at + 1), first.fact).fit === 'equal')
  )
}

/** 包括局本部以及下属5家单位……其中行政单位1家、事业单位5家: the whole stands beside one more that is counted too. */
const isBeside = ({ wholes: [whole] }: Listing): boolean =>
  /本[部级][以及和与、]+(?:所属|下属)/.test(whole?.label ?? '')

/** （同一机构可并处）, 部分企业同时经营多类: what is listed is counted more than once. */
const overlaps = ({ folded: { text } }: Understanding, { parts, wholes: [whole] }: Listing): boolean => {
  const end = parts.at(-1)?.fact.end ?? 0
  if (/重复|重叠|交叉/.test(text.slice(whole?.end, end))) return true
  const behind = text.slice(end, end + 30).split('\n')[0] ?? ''
  return /并处|同时|重复|重叠|交叉|兼有|多[类项种]/.test(behind)
}

/** 五个子项……划分为三个标段，其余四个子项: what is counted differs. */
const isOfOtherThings = ({ wholes: [whole], parts }: Listing): boolean => {
  const noun = ({ object }: Fact) => /^的?(\p{Script=Han}{2})/u.exec(object)?.[1]
  const of = whole?.unit.word === '个' ? noun(whole) : undefined
  const nouns = parts.map(({ fact }) => noun(fact) ?? of)
  return of !== undefined && nouns.includes(of) && nouns.some((one) => one !== of)
}

/** 净增12家（新增17家、退库5家）: what came less what went. */
const isNet = ({ wholes: [whole] }: Listing): boolean => /净[增减]/.test(whole?.label ?? '')

/** 收入增加，其中甲增加、乙减少: not to be added as they are. */
const mixesChanges = ({ parts, wholes: [whole] }: Listing): boolean =>
  [...parts.map(({ fact }) => fact), ...(whole ? [whole] : [])].some(({ label }) => changeOf(label) > 0) &&
  parts.some(({ fact }) => changeOf(fact.label) < 0)

/** Of two figures one in ten is another by a wrong digit; that they are swapped, or one was lost, is no accident. */
const isRare = (doc: Understanding, whole: Fact, way: readonly Fact[]) => blameOfSum(doc, whole, way)?.slip !== 'digit'

/** A whole within a whole: the outer one adds up; the inner one would, but for one slip of a telling figure. */
function* slippedInside(doc: Understanding, nearest: Fact, ways: readonly Fact[][]): Generator<Outcome> {
  const way = figures(nearest) >= 4 ? ways.find((one) => blameOfSum(doc, nearest, one)?.fact === nearest) : undefined
  if (way) yield wrongSum(doc, nearest, way, 'error')
}

function withWhole(
  wholes: readonly Fact[],
  ways: readonly Fact[][],
  fits: (way: Fact[], whole: Fact) => boolean,
): { whole: Fact; way: Fact[] } | undefined {
  for (const whole of wholes) {
    const way = ways.find((one) => fits(one, whole))
    if (way) return { whole, way }
  }
  return undefined
}

/** Whether a sum that does not hold is a mistake, doubtful, or a list that names only some of the parts. */
function severityOf(
  doc: Understanding,
  { parts, open, opener }: Listing,
  whole: Fact,
  way: readonly Fact[],
  explained: boolean,
): 'error' | 'question' | undefined {
  const labels = way.map(({ label }) => label).join('|')
  const complete = complements.some((pattern) => pattern.test(labels))
  const over = sumOf(way) > base(whole)
  // 一类12座、二类58座、三类26座: no thing is of two classes.
  if (over && ordered.test(doc.folded.text.slice(whole.end, way.at(-1)?.end))) return 'error'
  const telling = figures(whole) >= 3
  if (open) {
    // Few figures are one slip away from a sum by chance.
    const sure = figures(whole) >= 5 || over || (figures(whole) >= 4 && isColon(doc, whole, parts))
    return explained && telling && sure ? 'error' : undefined
  }
  if (way.some((part) => base(part) > base(whole) * (1 + 1e-9))) return explained || complete ? 'error' : undefined
  if (way.length === parts.length && (complete || /分别|组成|构成/.test(opener))) return 'error'
  if (explained && way.length === parts.length && isBracketed(doc, whole, parts)) return 'error'
  const words = doc.folded.text.slice(whole.end, parts.at(-1)?.fact.end)
  if (/主要/.test(words)) return undefined
  // One wrong digit explains one sum of three figures in ten; a swapped or lost one none, nor a digit of many figures.
  if (explained && (figures(whole) >= 5 || isRare(doc, whole, way))) return 'error'
  if (explained && telling && Math.abs(sumOf(way) / base(whole) - 1) < 0.06) return 'error'
  // Categories may overlap, and a list may leave out the rest: somebody has to say.
  const close = sumOf(way) / base(whole)
  const few = base(whole) <= 30 && Math.abs(sumOf(way) - base(whole)) <= 2
  return (explained && close > 0.9 && close < 1.1) || (over && (close < 1.1 || few)) ? 'question' : undefined
}

/** 24所学校（小学14所、初中7所、九年一贯制3所）: a bracket that holds nothing but parts. */
const isBracketed = ({ folded: { text } }: Understanding, whole: Fact, parts: Listing['parts']): boolean => {
  const facts = parts.map(({ fact }) => fact)
  return (
    facts.length >= 3 &&
    Math.abs(sumOf(facts) / base(whole) - 1) < 0.1 &&
    /^\p{Script=Han}{0,6}[（(]$/u.test(text.slice(whole.end, facts[0]?.labelSpan.start)) &&
    /^[）)]/.test(text.slice(facts.at(-1)?.end))
  )
}

/** 主要项目是：甲108万元、乙859.08万元。 To the end of its sentence, without 等. */
function isColon({ folded: { text } }: Understanding, whole: Fact, parts: Listing['parts']): boolean {
  const last = parts.at(-1)?.fact.end ?? whole.end
  return (
    /[：:]/.test(text.slice(whole.end, parts[0]?.fact.start)) &&
    /^[^，。；、等]{0,6}[。；;\n]/.test(text.slice(last, last + 8))
  )
}

/**
 * Two ways of dividing one whole may stand in one list (by kind of spending, then by purpose), and a list may run on into
 * other matters: some of the parts that add up exactly are the parts. Few figures add up by chance, so any are tried only
 * for a telling whole; otherwise those that stand together.
 */
function someThatAdd(parts: Listing['parts'], whole: Fact): Fact[] | undefined {
  const facts = parts.map(({ fact }) => fact)
  const stops = parts.map(({ ends }) => ends)
  for (let length = facts.length - 1; length >= 2; length--)
    for (let from = 0; from + length <= facts.length; from++) {
      const run = facts.slice(from, from + length)
      // 26个，其中续建12个、新建14个，储备30个: the first of them are all there are.
      const few = from > 0 || !(stops[length - 1] || figures(whole) >= FEWEST)
      if ((figures(whole) >= 4 || !few) && adds(run, whole).fit === 'equal') return run
    }
  return figures(whole) >= 5 && facts.length <= MOST_TRIED ? subsetThatAdds(facts, whole) : undefined
}

const FEWEST = 2
const MOST_TRIED = 10
function subsetThatAdds(facts: readonly Fact[], whole: Fact): Fact[] | undefined {
  for (let bits = 3; bits < 1 << facts.length; bits++) {
    const some = facts.filter((_, at) => bits & (1 << at))
    if (some.length >= 2 && adds(some, whole).fit === 'equal') return some
  }
  return undefined
}

export const equation = ({ folded }: Understanding, parts: readonly Fact[], whole: Fact): string =>
  `${parts.map((part) => printed(folded.text, part.digits)).join(' + ')} = ${printed(folded.text, whole)}`

export function wrongSum(
  doc: Understanding,
  whole: Fact,
  way: readonly Fact[],
  severity: 'error' | 'question' | 'rounding',
): Outcome {
  const { text } = doc.folded
  const sum = sumOf(way)
  const blame = blameOfSum(doc, whole, way)
  const computed = inUnitOf(whole, sum)
  const off = inUnitOf(whole, Math.abs(base(whole) - sum))
  const terms = way.map((part) => printed(text, part.digits)).join(' + ')
  const name = whole.label || '总数'
  const hint = blame
    ? `“${printed(text, blame.fact)}”${slipSentence(blame.slip)}，如为 ${inUnitOf(blame.fact, blame.should * blame.fact.unit.factor)} 则相符。`
    : severity === 'question'
      ? '如有未列出或重复计入的，请写明；否则请核对。'
      : '请核对各分项与总数。'
  const isPart = blame !== undefined && blame.fact !== whole
  return {
    verdict: 'wrong',
    severity,
    certainty: severity === 'rounding' ? 0.9 : severity === 'question' ? 0.6 : blame ? 0.95 : 0.8,
    message:
      severity === 'rounding'
        ? `“${name}”写为 ${printed(text, whole)}，所列各项相加为 ${computed}，相差 ${off}，属四舍五入误差，可调整末位。`
        : `“${name}”写为 ${printed(text, whole)}，所列 ${way.length} 项相加为 ${computed}，相差 ${off}。${hint}`,
    formula: `${terms} = ${computed} ≠ ${printed(text, whole)}`,
    claimed: printed(text, isPart ? blame.fact : whole),
    computed: isPart ? inUnitOf(blame.fact, blame.should * blame.fact.unit.factor) : computed,
    places: isPart ? [blame.fact, whole, ...way.filter((part) => part !== blame.fact)] : [whole, ...way],
  }
}
