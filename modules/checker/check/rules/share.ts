import type { Fact, Sentence, Understanding } from '../../understand/index.ts'
import { base, isExact } from '../../understand/quantities.ts'
import { comparable, figures, isComparison, isCounted, printed } from '../measure.ts'
import { near, places } from '../numbers.ts'
import { type Pair, quotient, quotientFit } from '../ratio.ts'
import type { Outcome, Rule } from '../rule.ts'
import { percentInstead, slipNear, slipOf, slipSentence } from '../slip.ts'

/** X万元，占（总支出的）p%：the part over its whole. */
export const share: Rule = {
  id: 'share.sentence',
  kind: 'share',
  title: '占比等于部分除以整体',
  source: '部门决算公开说明格式：某项支出占支出合计的比重（B-07）',
  fails: [
    '本年支出合计9759.38万元，其中：基本支出5377.64万元，占55.10%；项目支出4381.74万元，占54.90%。',
    '收入合计2737.64万元。其中：财政拨款收入2659.04万元，占总收入的97.13%；事业收入18.60万元，占总收入的6.80%；其他收入60.00万元，占总收入的2.19%。',
    '本年支出合计2750.52万元。一般公共预算支出2486.92万元，占本年支出合计的95.40%。',
  ],
  holds: [
    '本年支出合计9759.38万元，其中：基本支出5377.64万元，占55.10%；项目支出4381.74万元，占44.90%。',
    '预算2680万元，其中省级补助680万元、市级补助200万元、县级安排1800万元，分别占25.37%、7.46%、67.16%。',
    '全年清运垃圾22.63万吨，其中厨余垃圾6.11万吨，占27%；可回收物、有害垃圾、其他垃圾合计占73%。',
    '供热面积3268万平方米，其中居民2412万平方米、非居民856万平方米，居民占73.81%。接待费35.84万元，比上年38.12万元下降5.98%，占预算40万元的89.6%。',
    '五年计划改造112所。累计完成51所，其中2021年27所、2022年24所，占五年计划的45.54%。',
    '全年支出10656.00万元，其中基本支出5218.46万元（人员经费4836.92万元、公用经费381.54万元），项目支出5437.54万元，二者占比分别为48.97%和51.03%。',
    '车辆由83辆增加到85辆，其中新能源车辆27辆，占比由上年末的25.30%提高到31.76%。',
    '全年处理污水1268万吨，日均约3.47万吨，占设计日处理能力4万吨的86.85%。签约居民15.83万人；重点人群签约7.24万人，占重点人群总数9.05万人的80.00%。',
    '收入合计200万元，包括财政拨款收入190万元（其中：一般公共预算150万元，政府性基金预算40万元），占收入合计95.00%。',
    '本年支出合计1572.66万元。\n\n\n\n\n\n\n财政拨款支出总计1575.88万元。\n一般公共预算支出1470.06万元，占本年支出合计的93.48%。',
  ],
  *check(doc) {
    const { text } = doc.folded
    for (const sentence of doc.sentences) {
      const told = new Set<Fact>()
      for (const [at, fact] of sentence.facts.entries()) {
        if (told.has(fact) || !isShare(text, sentence.facts, at)) continue
        const run = respective(text, sentence.facts, at)
        if (run.length > 1) {
          for (const one of run) told.add(one)
          yield* runOutcome(doc, sentence, at, run)
        } else yield* oneOutcome(doc, sentence, at)
      }
    }
  },
}

export function isShare(text: string, facts: readonly Fact[], at: number): boolean {
  const fact = facts[at] as Fact
  if (fact.unit.dimension !== 'percent' || !isExact(fact)) return false
  const before = facts[at - 1]?.unit.dimension === 'percent' ? facts[at - 1] : facts[at - 2]
  const words = text.slice(Math.max(before?.end ?? 0, fact.start - 32), fact.start)
  return /占/.test(words) && !/(?:由|从|上年|去年)[^，。；]{0,6}$/.test(words)
}

/** 分别占25.37%、7.46%、67.16%: the shares of figures told before, in their order. */
export function respective(text: string, facts: readonly Fact[], at: number): Fact[] {
  const first = facts[at] as Fact
  const lead = text.slice(facts[at - 1]?.end ?? 0, first.start)
  if (!/分别|依次/.test(lead)) return [first]
  const rest = facts.slice(at)
  const stop = rest.findIndex(
    (fact, index) =>
      fact.unit.dimension !== 'percent' ||
      (index > 0 && !/^[、，和及与以]*$/.test(text.slice(rest[index - 1]?.end, fact.start))),
  )
  return stop < 0 ? rest : rest.slice(0, stop)
}

/** The whole most of the shares hold of is the whole: told before, or the sum of the parts. */
function* runOutcome(doc: Understanding, sentence: Sentence, at: number, run: readonly Fact[]): Generator<Outcome> {
  const counted = sentence.facts.slice(0, at).filter((fact) => isCounted(fact) && isExact(fact))
  const last = counted.at(-1)
  if (!last) return
  const like = counted.filter((fact) => comparable(fact, last))
  // 基本支出5218万元（人员4836万元、公用382万元）、项目支出5437万元: what stands in brackets is within another.
  const open = like.filter((fact) => !isInBrackets(doc.folded.text, sentence, fact))
  const parts = (open.length >= run.length ? open : like).slice(-run.length)
  if (parts.length < run.length) return
  const [first] = parts
  const sum = parts.reduce((total, part) => total + base(part), 0)
  const together: Fact = { ...last, value: sum / last.unit.factor, label: '合计' }
  const wholes = [...wholesBefore(doc, sentence, first as Fact), together]
  const pairs = (whole: Fact) => parts.map((top) => ({ top, bottom: whole, value: (base(top) / base(whole)) * 100 }))
  const held = (whole: Fact) =>
    pairs(whole).filter((pair, index) => quotientFit(run[index] as Fact, pair) !== 'different').length
  const best = wholes.sort((one, other) => held(other) - held(one))[0]
  if (!best || held(best) * 2 < run.length) return
  for (const [index, pair] of pairs(best).entries())
    yield shareOutcome(doc, run[index] as Fact, pair, best === together)
}

const isInBrackets = (text: string, { start }: Sentence, fact: Fact): boolean => {
  const words = text.slice(start, fact.start)
  return (words.match(/[（(]/g)?.length ?? 0) > (words.match(/[）)]/g)?.length ?? 0)
}

function* oneOutcome(doc: Understanding, sentence: Sentence, at: number): Generator<Outcome> {
  const { text } = doc.folded
  const { facts } = sentence
  const fact = facts[at] as Fact
  const of = facts[at - 1]
  if (of && isCounted(of) && isExact(of) && text.slice(of.end, fact.start) === '的') {
    const tops = facts.slice(0, at - 1).filter((top) => isCounted(top) && comparable(top, of))
    const nearest = tops.at(-1)
    const pairs = tops
      .filter(isExact)
      .reverse()
      .map((top) => ({ top, bottom: of, value: (base(top) / base(of)) * 100 }))
    // 全年1268万吨，日均约3.47万吨，占设计日处理能力4万吨的86.85%: the nearest is meant, and it is not exact.
    const isOpen = nearest && !isExact(nearest)
    const sure = isOpen ? undefined : pairs.filter(({ top, value }) => !isComparison(top) && value <= MOST_SHARE)[0]
    const pair = pairs.find((one) => quotientFit(fact, one) === 'equal') ?? sure
    if (pair) yield shareOutcome(doc, fact, pair)
    return
  }
  if (isRest(text, facts, at)) return
  const inner = partOf(text, facts, at)
  const part = inner && (beforeBracket(text, facts, inner, fact) ?? inner)
  if (!part || !isExact(part)) return
  const list = listEndingWith(text, facts, part)
  const ofList =
    list &&
    [...wholesBefore(doc, sentence, list), ...namedWholes(doc, list, fact)].map((bottom) => ({
      top: list,
      bottom,
      value: (base(list) / base(bottom)) * 100,
    }))
  const wholes = wholesBefore(doc, sentence, part)
  const pairOf = (whole: Fact): Pair => ({ top: part, bottom: whole, value: (base(part) / base(whole)) * 100 })
  const fitting = (fit: string) => wholes.findLast((whole) => quotientFit(fact, pairOf(whole)) === fit)
  const name = wholeName(text, fact)
  const own = facts.find(
    (other) =>
      wholes.includes(other) &&
      base(other) >= base(part) &&
      !hasShare(text, facts, other) &&
      (!name || akin(name, bare(other.label)) || Boolean(percentInstead(fact, pairOf(other).value).slip)),
  )
  const named = namedWholes(doc, part, fact)
  const larger = named.filter((one) => base(one) >= base(part))
  const pairNamed = [...named, ...endingAlike(doc, part, name)].find(
    (one) => quotientFit(fact, pairOf(one)) === 'equal',
  )
  const holding = fitting('equal') ?? pairNamed
  const listHolds =
    holding || figures(fact) < 3 ? undefined : ofList?.find((pair) => quotientFit(fact, pair) === 'equal')
  if (listHolds) {
    yield shareOutcome(doc, fact, listHolds)
    return
  }
  const whole =
    holding ??
    fitting('rounding') ??
    siblingsWhole(doc, sentence, at, wholes) ??
    (new Set(larger.map(base)).size === 1 ? larger[0] : undefined) ??
    own ??
    slippedWhole(fact, part, wholes) ??
    named.find((one) => slipOf(fact, pairOf(one).value) === 'unit') ??
    (new Set(named.map(base)).size === 1 ? slippedWhole(fact, part, named) : undefined)
  // 上年一般程序案件1150件、占10.25%: of last year's whole, which need not be told.
  if (whole && !holding && isOld(part) && !isOld(whole)) return
  if (whole && pairOf(whole).value <= MOST_SHARE) yield shareOutcome(doc, fact, pairOf(whole))
}

const isOld = ({ label }: Fact): boolean => /上年|去年|上一年/.test(label)

/** 3个合计8472.77万元，占支出总额的83.59%；其余4个1663.93万元，占16.41%: what is left of a hundred. */
function isRest(text: string, facts: readonly Fact[], at: number): boolean {
  const fact = facts[at] as Fact
  const other = facts.slice(0, at).findLast(({ unit }) => unit.dimension === 'percent')
  return (
    other !== undefined &&
    near(other.value + fact.value, 100, 0) &&
    /其余|其他|剩余/.test(text.slice(other.end, fact.start))
  )
}

/** A part of more than all is no part: the words were misread. */
const MOST_SHARE = 110
const LOOK_BACK = 4
const MOST_WHOLES = 14
export const wholesBefore = (doc: Understanding, { line }: Sentence, part: Fact): Fact[] =>
  doc.facts
    .filter(
      (other) =>
        other.line >= line - LOOK_BACK &&
        other.start < part.start &&
        comparable(other, part) &&
        isExact(other) &&
        !isComparison(other) &&
        base(other) > 0,
    )
    .slice(-MOST_WHOLES)

/** 占项目支出的48.16%: the whole is named, and told somewhere in the document. */
export function namedWholes(doc: Understanding, part: Fact, share: Fact): Fact[] {
  const { text } = doc.folded
  const written = writtenName(text, share)
  const name = bare(written)
  if (!name) return []
  const isIt = (words: string) => (name.length > 2 ? words.endsWith(name) : words === name)
  const isOld = (words: string) =>
    Number(/(20\d\d)年/.exec(words)?.[1] ?? Number.POSITIVE_INFINITY) < (doc.profile.year ?? 0)
  const found = doc.facts.filter(
    (fact) =>
      fact !== part &&
      isIt(bare(fact.label)) &&
      !isOld(fact.label) &&
      comparable(fact, part) &&
      isExact(fact) &&
      !isComparison(fact) &&
      base(fact) > 0,
  )
  // 占支出合计的: what is called 合计 there too, where something is.
  const [sum = ''] = /(?:总额|总数|总计|合计|总量)$/.exec(written) ?? []
  const totals = found.filter(({ labelSpan, start }) => sum && text.slice(labelSpan.end, start).includes(sum))
  return totals.length ? totals : found
}

/** 占全年支出的, where the figure is called 全年决算支出: enough for a share that holds, too little to accuse one. */
const endingAlike = ({ facts }: Understanding, part: Fact, name: string): Fact[] =>
  name.length < 2
    ? []
    : facts.filter(
        (fact) =>
          fact !== part && bare(fact.label).endsWith(name) && comparable(fact, part) && isExact(fact) && base(fact) > 0,
      )

/** 占本年支出合计的: 支出. */
export const wholeName = (text: string, share: Fact): string => bare(writtenName(text, share))

function writtenName(text: string, share: Fact): string {
  const [, name = ''] =
    /占(?!比)([\p{Script=Han}“”"]{2,14}?)(?:的(?:比例|比重)?为?)?$/u.exec(
      text.slice(Math.max(0, share.start - 20), share.start),
    ) ?? []
  return name
}

const bare = (words: string): string =>
  words
    .replace(/^.*20\d\d年度?/, '')
    .replace(/^(?:全部|全年|当年|本年度?|年度|全局|总)+/, '')
    .replace(/(?:总额|总数|总计|合计|总量)+$/, '')

/** Whether two names end in the same word: 项目支出 is no 项目资金. */
const akin = (one: string, other: string): boolean => other.endsWith(one.slice(-2))

/** 财政拨款收入100万元（其中：…），占收入合计的98%: the share is of what stands before the bracket. */
function beforeBracket(text: string, facts: readonly Fact[], part: Fact, share: Fact): Fact | undefined {
  if (!/^[^（(]{0,6}[）)]/.test(text.slice(part.end, share.start))) return undefined
  const opens = Math.max(text.lastIndexOf('（', part.start), text.lastIndexOf('(', part.start))
  const outer = facts.findLast((fact) => fact.end <= opens)
  return outer && isCounted(outer) && opens - outer.end <= 6 ? outer : undefined
}

/** 累计完成34座，其中甲12座、乙22座，占任务的75%: the share may be of all that is listed. */
function listEndingWith(text: string, facts: readonly Fact[], part: Fact): Fact | undefined {
  const at = facts.indexOf(part)
  return facts
    .slice(0, Math.max(0, at))
    .findLast(
      (fact, index) =>
        comparable(fact, part) &&
        isExact(fact) &&
        /其中|包括|[（(：:]/.test(text.slice(fact.end, facts[index + 1]?.start)) &&
        !/[；;。]/.test(text.slice(fact.end, part.start)),
    )
}

/** 甲占总收入的97.13%、乙占2.19%: the whole two other shares of the sentence hold of is the whole of this one too. */
function siblingsWhole(doc: Understanding, { facts }: Sentence, at: number, wholes: readonly Fact[]): Fact | undefined {
  const { text } = doc.folded
  const name = wholeName(text, facts[at] as Fact)
  const siblings = facts.flatMap((share, index) => {
    const part = index !== at && isShare(text, facts, index) ? partOf(text, facts, index) : undefined
    const own = wholeName(text, share)
    return part && (!own || !name || own === name) ? [{ share, part }] : []
  })
  return wholes.findLast(
    (bottom) =>
      siblings.filter(
        ({ share, part: top }) =>
          comparable(top, bottom) &&
          quotientFit(share, { top, bottom, value: (base(top) / base(bottom)) * 100 }) === 'equal',
      ).length >= 2,
  )
}

/** 焚烧44.05万吨、生化处理14.68万吨，焚烧占比75.01%: the part that is named again; without a name the one right before. */
export function partOf(text: string, facts: readonly Fact[], at: number): Fact | undefined {
  const fact = facts[at] as Fact
  const before = facts.slice(0, at)
  const name = fact.label.replace(/占比?.*$/, '')
  if (name.length < 2) {
    const last = before.at(-1)
    return last && isCounted(last) && /^[^。；;]{0,40}$/.test(text.slice(last.end, fact.start)) ? last : undefined
  }
  return (
    before.findLast((one) => isCounted(one) && one.label === name) ??
    before.findLast(
      (one) => isCounted(one) && one.label.endsWith(name) && !/[非不未]$/.test(one.label.slice(0, -name.length)),
    )
  )
}

/** A figure with a share of its own is a part like the others. */
function hasShare(text: string, facts: readonly Fact[], fact: Fact): boolean {
  const next = facts[facts.indexOf(fact) + 1]
  return next?.unit.dimension === 'percent' && /占/.test(text.slice(fact.end, next.start))
}

/** No whole stands in the sentence: a total before it that would make the share but for one slip of the hand. */
function slippedWhole(share: Fact, part: Fact, wholes: readonly Fact[]): Fact | undefined {
  if (figures(share) < 3) return undefined
  return wholes.findLast((whole) => {
    if (!/支出|收入|决算|预算|合计|总/.test(whole.label)) return false
    const value = (base(part) / base(whole)) * 100
    const should = (share.value / 100) * (base(whole) / part.unit.factor)
    const isPart = wholes.filter((other) => near(base(other), base(whole), 0)).length > 1 || figures(part) >= 5
    return Boolean(
      slipOf(share, Number(value.toFixed(places(share)))) ||
        (isPart && slipNear(part, should, (share.step / share.value) * 0.6)),
    )
  })
}

export function shareOutcome(doc: Understanding, share: Fact, pair: Pair, ofSum = false): Outcome {
  const { text } = doc.folded
  const { top: part, bottom: whole, value } = pair
  const fit = quotientFit(share, pair)
  const places4 = ofSum ? [share, part] : [share, part, whole]
  const shownWhole = ofSum ? `${whole.value}${whole.unit.word}` : printed(text, whole)
  const formula = (result: string) =>
    ofSum ? `${printed(text, part.digits)} ÷ ${shownWhole} = ${result}` : quotient(text, pair, result)
  if (fit === 'equal') return { verdict: 'consistent', formula: formula(printed(text, share)), places: places4 }
  const rounding = fit === 'rounding'
  const { computed, slip } = percentInstead(share, value)
  return {
    verdict: 'wrong',
    severity: rounding ? 'rounding' : 'error',
    certainty: rounding ? 0.9 : slip ? 0.95 : 0.8,
    message: rounding
      ? `“${part.label}”占比写为 ${printed(text, share)}，计算为 ${computed}，末位相差一，属四舍五入误差。`
      : `“${part.label}”${printed(text, part)} 占“${whole.label || '合计'}”${shownWhole} 的 ${computed}，文中写为 ${printed(text, share)}${slip ? `，${slipSentence(slip)}` : ''}。`,
    formula: `${formula(computed)} ≠ ${printed(text, share)}`,
    claimed: printed(text, share),
    computed,
    places: places4,
  }
}
