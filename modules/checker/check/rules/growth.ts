import type { Fact, Understanding } from '../../understand/index.ts'
import { base, isExact } from '../../understand/quantities.ts'
import { comparable, figures, inUnitOf, isCounted, printed } from '../measure.ts'
import { clean, type Fit, near, places, rateFit, written } from '../numbers.ts'
import { openness } from '../ratio.ts'
import type { Outcome, Rule } from '../rule.ts'
import { percentInstead, slipOf, slipSentence } from '../slip.ts'
import { sameBefore } from '../told.ts'

const up = /净增|增长|增加|上升|提高|增幅|多/
const down = /净减|下降|减少|降低|降幅|少|压减|节约|压缩|节省/
/** 目标为下降5%, 未达到年初设定的下降20% */
const wanted = /(?:目标|计划|要求|任务|设定|预期|力争|确定)(?:值|为|是|的)*(?:同比|较上年|比上年)?\p{Script=Han}{2}$/u
/** 达到下降10%的目标 */
const aimed = /^的?(?:年度|年初|预期|绩效|考核|既定)*(?:目标|任务|指标)/
const last = /上年|去年|上一年|同期|往年|从|由/

/** 增加X，增长p%：the base is this year's less X. 比上年的B增长p%：the base is B. */
export const growth: Rule = {
  id: 'growth.sentence',
  kind: 'growth',
  title: '增减幅度等于增减额除以基数',
  source: '部门决算公开说明格式：与上年相比增减额及幅度（B-10）',
  fails: [
    '2024年收入总计9859.38万元，与上年相比增加1062.85万元，增长21.08%。',
    '临江区城市管理局2024年度部门预算\n2023年当年预算执行数为1586.40万元，2024年预算安排1342.75万元，比2023年预算执行数减少1.20%。',
    '投诉由上年的214件降至167件，同比增长21.96%。',
    '居民参保38.62万人，较上年的38.95万人减少0.33万人，下降0.85%；职工参保人数较上年的2.74万人增加0.13万人，增长4.53%。',
    '全年支出合计1842.60万元，上年为1687.30万元。支出比上年增加153.30万元，增长9.20%。',
  ],
  holds: [
    '“三公”经费支出比预算数节约3.24万元，比上年决算数减少12.46万元，下降38.26%。',
    '2024年收入总计9859.38万元，与上年相比增加1062.85万元，增长12.08%。处置案件1200件，比上年的1000件增长20%。',
    '与外包前自行保洁的年费用6420.00万元比，年节约614.14万元，下降9.57%。',
    '上年支出0.50万元，2024年预算安排0.62万元，比上年支出增加22.22%。',
    '投诉68件，比上年的81件减少13件，下降16.0%，达到下降10%的目标。',
    '居民参保38.62万人，较上年的38.95万人减少0.33万人，下降0.85%；职工参保人数较上年的2.74万人增加0.13万人，增长4.74%。',
    '年初预算500万元，年中追加100万元，调减30万元，预算调整率14%。',
    '自然灾害9次，较上年的12次减少25.00%；受灾人口1.86万人次，较上年的2.43万人次下降23.46%。城市标准由760元提高到790元，提高3.95%；农村标准由5500元提高到5700元，提高3.64%。',
    '支出29.40万元，比年初预算36.00万元节约6.60万元，比上年31.05万元下降5.31%。',
    '农村标准由4800元提高到5088元，月人均增加24元；城市标准为每月663元，同比增长3.6%，上年为640元。',
    '活立木蓄积量1386万立方米，比上年净增41万立方米，增长3.05%。',
    '2024年按130.00万元安排，比调整后预算减少35.00万元，下降21.21%，比年初预算下降42.22%。奶产量3.15万吨，同比下降2.78%（上年分别为4.71万吨、3.24万吨）。',
    '年初预算1286.40万元。追加预算215.36万元，压减38.20万元，净增加177.16万元，预算调整率13.77%。投诉由上年的64件减少到56件，下降12.50%。',
  ],
  *check(doc) {
    const { text } = doc.folded
    for (const { facts } of doc.sentences) {
      for (const [at, fact] of facts.entries()) {
        if (fact.unit.dimension !== 'percent' || !isExact(fact) || aimed.test(text.slice(fact.end, fact.end + 12)))
          continue
        const words = text.slice(Math.max(facts[at - 1]?.end ?? 0, fact.start - 14), fact.start)
        if (changeRate.test(fact.label)) {
          yield* changeRateOutcome(doc, fact, [...startedFrom(doc, fact), ...facts.slice(0, at).filter(isCounted)])
          continue
        }
        const sign = up.test(words) ? 1 : down.test(words) ? -1 : 0
        const next = facts[at + 1]
        const behind =
          next &&
          isCounted(next) &&
          /^(?:[（(][^）)]{0,6}(?:上年|去年|20\d\d年)|，(?:上年|去年)(?:同期)?(?:数)?(?:为|是)$)/.test(
            text.slice(fact.end, next.start),
          ) &&
          !/分别/.test(text.slice(fact.end, next.start))
        const counts = [...(behind ? [next] : []), ...facts.slice(0, at).filter(isMeasured)]
        if (
          sign &&
          !/至|到$/.test(words) &&
          !isOfUnknown(facts, at) &&
          !wanted.test(text.slice(Math.max(0, fact.start - 16), fact.start))
        )
          yield* growthOutcome(doc, fact, counts, sign)
      }
    }
  },
}

/** 由95分钟压缩到58分钟: hours and minutes grow and shrink too; days and years are spans. */
const isMeasured = (fact: Fact): boolean =>
  isCounted(fact) || (fact.unit.dimension === 'time' && /时|分|秒/.test(fact.unit.word))

/** 货物3216.5万吨；集装箱18.62万标箱，较上年16.40万标箱增长13.54%: of things whose unit is not known. */
const isOfUnknown = (facts: readonly Fact[], at: number): boolean => {
  const near = facts[at - 1]
  return near?.unit.dimension === 'none' && near.value > 1
}

const changeRate = /(?:差异|变动|增减|偏离|偏差|调整)[率度]$/
/** 预算15620.35万元，决算18936.71万元，差异率21.23%: the change over either; wrong only where a slip explains it. */
function* changeRateOutcome(doc: Understanding, percent: Fact, counts: readonly Fact[]): Generator<Outcome> {
  const { text } = doc.folded
  const exact = counts.filter(isExact)
  const bases = exact.flatMap((before) =>
    exact.flatMap((now) =>
      now === before ? [] : [...nowOverBefore(text, now, before, 1), ...nowOverBefore(text, now, before, -1)],
    ),
  )
  bases.push(...netOf(text, exact))
  const value = (one: Base) => Math.abs(one.change / one.before) * 100
  const holding = bases.find((one) => rateFit(percent, value(one)) === 'equal')
  const slipped = bases
    .filter(({ places }) => !places.slice(0, 2).some(isMade))
    .find((one) => slipOf(percent, Number(value(one).toFixed(places(percent)))))
  if (holding)
    yield {
      verdict: 'consistent',
      formula: `${holding.formula} = ${printed(text, percent)}`,
      places: [percent, ...holding.places],
    }
  else if (slipped) yield wrongGrowth(doc, percent, slipped, false)
}

const more = /(?:追加|调增|增加)[^，。；]{0,4}$/
const less = /(?:调减|压减|核减|减少)[^，。；]{0,4}$/
const isMade = ({ label }: Fact) => more.test(label) || less.test(label)

/** 年初预算500万元，追加100万元，调减30万元: what was changed in all. */
function netOf(text: string, counts: readonly Fact[]): Base[] {
  const start = counts.find(({ label }) => /年初[^较比]*$/.test(label))
  const changes = counts.filter((fact) => start && fact.start > start.start && comparable(fact, start) && isMade(fact))
  if (!start || changes.length < 2 || base(start) <= 0) return []
  const terms = changes.map(
    (fact, at) => `${less.test(fact.label) ? '- ' : at ? '+ ' : ''}${printed(text, fact.digits)}`,
  )
  const change = changes.reduce((sum, fact) => sum + (less.test(fact.label) ? -1 : 1) * base(fact), 0)
  const formula = `(${terms.join(' ')}) ÷ ${printed(text, start.digits)}`
  return [{ now: start, before: base(start), change, formula, places: [start, ...changes] }]
}

/** 年初预算1286万元。……净增加177万元，预算调整率13.77%: what was adjusted may stand in a sentence before. */
const startedFrom = ({ sentences }: Understanding, percent: Fact): Fact[] =>
  sentences
    .filter(({ line, end }) => line === percent.line && end < percent.start)
    .flatMap(({ facts }) => facts.filter((fact) => fact.unit.dimension === 'money' && /年初[^较比]*$/.test(fact.label)))

interface Base {
  now: Fact
  /** What the growth is of, in the base unit. */
  before: number
  change: number
  formula: string
  places: Fact[]
  /** Of two figures, and not of a change that is told. */
  isDifference?: boolean
}

function* growthOutcome(doc: Understanding, percent: Fact, counts: readonly Fact[], sign: number): Generator<Outcome> {
  const { text } = doc.folded
  const bases = basesOf(doc, counts, sign, percent)
  const fits = (one: Base) => changeFit(percent, one)
  const holding = bases.find((one) => fits(one) === 'equal')
  if (holding) {
    yield {
      verdict: 'consistent',
      formula: `${holding.formula} = ${printed(text, percent)}`,
      places: [percent, ...holding.places],
    }
    return
  }
  const rounding = bases.find((one) => fits(one) === 'rounding')
  const own = ownOf(text, percent, counts)
  const [likely] = basesOf(doc, own, sign, percent)
  const meant = rounding ?? likely ?? (isComparedAnew(text, percent) || hasOwnBase(text, own) ? undefined : bases[0])
  const turned = basesOf(doc, own, -sign, percent).find((one) => one.isDifference && fits(one) === 'equal')
  const blamed = !rounding && wrongChange(doc, percent, own, sign)
  if (blamed) yield blamed
  else if (turned && !rounding) yield wrongWay(doc, percent, turned, sign)
  else if (meant && (isNear(percent, meant) || isNamed(text, percent, meant)))
    yield wrongGrowth(doc, percent, meant, Boolean(rounding))
}

const isChanged = (text: string, { start }: Fact): boolean =>
  /(?:增加|减少|增长|下降|提高|降低|上升|压减|净增|净减|多|少)了?$/.test(text.slice(Math.max(0, start - 4), start))

/** 收入3285.60万元。与上年收入2986.91万元相比，增加289.69万元，增长10.00%: the percentage agrees with both; the change does not. */
function wrongChange(doc: Understanding, percent: Fact, own: readonly Fact[], sign: number): Outcome | undefined {
  const { facts, folded, profile } = doc
  const { text } = folded
  const change = own.findLast((fact) => isExact(fact) && fact.start < percent.start && isChanged(text, fact))
  if (!change || percent.step > TWO_PLACES || figures(change) < TELLING) return undefined
  const told = facts
    .filter(
      (fact) =>
        fact.line === percent.line &&
        fact.end < percent.start &&
        fact !== change &&
        comparable(fact, change) &&
        isExact(fact) &&
        base(fact) > 0 &&
        !isChanged(text, fact),
    )
    .slice(-MOST_TOLD)
  const isOld = (fact: Fact) => {
    const words = text.slice(Math.max(0, fact.labelSpan.start - 8), fact.start).replace(/^.*[%；;。]/, '')
    const [, year] = /(20\d\d)年[^，]*$/.exec(words) ?? []
    return (
      last.test(words) || /年初|预算/.test(fact.label) || Number(year ?? Number.POSITIVE_INFINITY) < (profile.year ?? 0)
    )
  }
  for (const before of told.filter(isOld).reverse())
    for (const now of told.filter((fact) => fact !== before).reverse()) {
      const gap = base(now) - base(before)
      if (Math.sign(gap) !== sign || rateFit(percent, Math.abs(gap / base(before)) * 100) !== 'equal') continue
      const should = clean(Math.abs(gap) / change.unit.factor)
      const slip = slipOf(change, should)
      if (!slip) continue
      const [more, less] = sign > 0 ? [now, before] : [before, now]
      const formula = `${printed(text, more.digits)} - ${printed(text, less.digits)} = ${inUnitOf(change, Math.abs(gap))}`
      return {
        verdict: 'wrong',
        kind: 'difference',
        severity: 'error',
        certainty: 0.92,
        message: `增减额写为 ${printed(text, change)}，按 ${formula}，与所写幅度 ${printed(text, percent)} 一致；${slipSentence(slip)}。`,
        formula: `${formula} ≠ ${printed(text, change)}`,
        claimed: printed(text, change),
        computed: inUnitOf(change, Math.abs(gap)),
        places: [change, now, before],
      }
    }
  return undefined
}
const TELLING = 3
const TWO_PLACES = 0.011
const MOST_TOLD = 12

/** Ten times as much, and no slip of the hand that explains it: these are not the figures it is made of. */
function isNear(percent: Fact, { change, before }: Base): boolean {
  const value = Math.abs(change / before) * 100
  const [less, more] = [Math.min(value, percent.value), Math.max(value, percent.value)]
  return more <= 10 * less || percentInstead(percent, value).slip !== undefined
}

/** A change of 0.12 over 0.50 may be one of 22% as well: what is printed is known to half its last digit. */
function changeFit(percent: Fact, { change, before, places, isDifference }: Base): Fit {
  const value = Math.abs(change / before) * 100
  const fit = rateFit(percent, value)
  if (fit === 'equal') return fit
  const open = places.reduce((sum, place) => sum + openness(place), 0) * (isDifference ? value + 100 : value)
  return open > percent.step / 20 && near(percent.value, value, percent.step / 2 + open) ? 'equal' : fit
}

/** 预算执行数为1690万元，……比2025年预算执行数减少1.10%: its base is called by its name, however far it is off. */
function isNamed(text: string, percent: Fact, { places, isDifference }: Base): boolean {
  const before = places[1]
  const name = /[比较](?:20\d\d年度?)?(\p{Script=Han}{4,14}?)(?:同比|净)?(?:增加|减少|增长|下降|提高|降低)了?$/u.exec(
    text.slice(Math.max(0, percent.start - 30), percent.start),
  )?.[1]
  return Boolean(isDifference && before && name && before.label.endsWith(name))
}

/** 由214件降至167件，同比增长21.96%: the figure is right and the word is not. */
function wrongWay(doc: Understanding, percent: Fact, { formula, places }: Base, sign: number): Outcome {
  const [said, is] = sign > 0 ? ['增长', '下降'] : ['下降', '增长']
  return {
    verdict: 'wrong',
    kind: 'direction',
    severity: 'error',
    certainty: 0.88,
    message: `写“${said}${printed(doc.folded.text, percent)}”，按所列数字是${is}（${formula}）；请核对用词或数字。`,
    formula,
    claimed: said,
    computed: is,
    places: [percent, ...places],
  }
}

/** 居民38.62万人，较上年的38.95万人下降0.85%；职工……: behind a semicolon another subject is told of. */
const ownOf = (text: string, percent: Fact, counts: readonly Fact[]): Fact[] => {
  const own = counts.filter((fact) => !/[；;]/.test(text.slice(fact.end, percent.start)))
  return isComparedAnew(text, percent) ? own.filter(({ start }) => start > percent.start) : own
}

/** ；而基本支出较2022年的7156.26万元增长3.91%: its base is told, the figure of this year is not. */
const hasOwnBase = (text: string, own: readonly Fact[]): boolean => {
  const [only] = own
  return (
    own.length === 1 &&
    /[较比](?:上年|去年|上一年|20\d\d年)度?(?:同期)?的?$/.test(text.slice(0, only?.start).slice(-12))
  )
}

/** 减少35万元，下降21.21%，比年初预算下降42.22%: compared with another thing, whose figure is not told here. */
const isComparedAnew = (text: string, percent: Fact): boolean =>
  /[%元个件人次吨]，[比较][^，。；%\d]{2,12}$/.test(text.slice(Math.max(0, percent.start - 22), percent.start))

function wrongGrowth(doc: Understanding, percent: Fact, meant: Base, rounding: boolean): Outcome {
  const { text } = doc.folded
  const value = Math.abs(meant.change / meant.before) * 100
  const { computed, slip } = percentInstead(percent, value)
  return {
    verdict: 'wrong',
    severity: rounding ? 'rounding' : 'error',
    certainty: rounding ? 0.9 : slip ? 0.95 : 0.8,
    message: rounding
      ? `增减幅度写为 ${printed(text, percent)}，计算为 ${computed}，末位相差一，属四舍五入误差。`
      : `增减幅度写为 ${printed(text, percent)}，按所列数字计算为 ${computed}（${meant.formula}）${slip ? `，${slipSentence(slip)}` : ''}。`,
    formula: `${meant.formula} = ${computed} ≠ ${printed(text, percent)}`,
    claimed: printed(text, percent),
    computed,
    places: [percent, ...meant.places],
  }
}

/** 2018年同口径7个项目支出9685.30万元: the clause begins with the year before. */
function opensWithYear(text: string, { start }: Fact, own: number | undefined): boolean {
  const clause = text.slice(Math.max(0, start - 30), start).replace(/^.*[，。；;：\n%]/s, '')
  return own !== undefined && Number(/^(20\d\d)年/.exec(clause)?.[1]) < own
}

/** 较2021年同期的812.7毫米偏少52.5%，较多年均值421.5毫米偏少8.3%: compared with the figure right before it, whatever it is of. */
function adjacentBase(text: string, exact: readonly Fact[], percent: Fact): Fact | undefined {
  const near = exact.findLast(({ end }) => end <= percent.start)
  const isNear =
    near &&
    /^\p{Script=Han}{2,4}$/u.test(text.slice(near.end, percent.start)) &&
    /[，；][较比][^，。；\d]{2,10}$/.test(text.slice(Math.max(0, near.start - 14), near.start))
  return isNear && /[%‰]/.test(text.slice(Math.max(0, near.start - 22), near.start)) ? near : undefined
}

/** The bases that may be meant, the likeliest first: a figure of the year before that is named; then this year's less the change. */
function basesOf(doc: Understanding, counts: readonly Fact[], sign: number, percent: Fact): Base[] {
  const { folded, profile } = doc
  const { text } = folded
  const exact = counts.filter(isExact)
  // 减少25%；受灾1.86万人次: what stands before the last stop or rate is about something else.
  const wordsOf = (fact: Fact) =>
    text.slice(Math.max(0, fact.labelSpan.start - 8), fact.start).replace(/^.*[%；;。]/, '')
  // 下降6.39%（上年33.50万元）: the base stands first here, though last in the text.
  const behind = exact[0] && exact.some((fact) => fact.start < (exact[0] as Fact).start) ? exact[0] : undefined
  const isReached = ({ start }: Fact) => /[到至]/.test(text[start - 1] ?? '')
  const change = exact.findLast(
    (fact) => fact !== behind && !isReached(fact) && (up.test(wordsOf(fact)) || down.test(wordsOf(fact))),
  )
  const isBefore = (words: string) =>
    last.test(words) || [...words.matchAll(/(20\d\d)年/g)].some(([, year]) => Number(year) < (profile.year ?? 0))
  // 决算数比预算数节约4.36万元，比上年减少19.69万元: what was saved of the budget is a change too.
  const isChange = (fact: Fact) =>
    /(?:增加|减少|增长|下降|提高|降低|上升|压减|压缩|节约|超支|净增|净减)了?$/.test(text.slice(0, fact.start).slice(-4))
  const [only] = exact
  if (only && exact.length === 1) {
    // 公务接待费1.36万元。……公务接待费较上年的1.60万元下降15.00%: this year's figure was told before.
    const now = sameBefore(doc, only, undefined)
    return now ? nowOverBefore(text, now, only, sign) : []
  }
  const isLastTwo = (fact: Fact) => change !== undefined && change === exact.at(-1) && fact === exact.at(-2)
  const adjacent = adjacentBase(text, exact, percent)
  if (adjacent) {
    const [subject] = exact
    const ways = exact.filter((now) => now !== adjacent).flatMap((now) => nowOverBefore(text, now, adjacent, sign))
    const fits = ways.some(({ change, before }) => rateFit(percent, Math.abs(change / before) * 100) !== 'different')
    return fits ? ways : ways.filter(({ now }) => now === subject && exact.length === 2)
  }
  const befores = exact.filter(
    (fact) =>
      fact !== change &&
      !isChange(fact) &&
      (fact === behind ||
        isBefore(wordsOf(fact)) ||
        /^相?比[，,]/.test(text.slice(fact.end, fact.end + 3)) ||
        (isLastTwo(fact) && opensWithYear(text, fact, profile.year))) &&
      base(fact) > 0,
  )
  return [
    ...(change
      ? befores
          .filter((before) => before === behind || before.start < change.start)
          .flatMap((before) => changeOver(text, change, before))
      : []),
    ...(change && change === exact.at(-1) ? exact.slice(0, -1).reverse() : []).flatMap((now) =>
      change && !befores.includes(now) && !isChange(now) ? changeOfNow(text, change, now, sign) : [],
    ),
    ...befores.flatMap((before) =>
      exact.filter((now) => now !== before && now !== change).flatMap((now) => nowOverBefore(text, now, before, sign)),
    ),
  ]
}

const changeOver = (text: string, change: Fact, before: Fact): Base[] =>
  comparable(before, change)
    ? [
        {
          now: before,
          before: base(before),
          change: base(change),
          formula: `${printed(text, change.digits)} ÷ ${printed(text, before.digits)}`,
          places: [change, before],
        },
      ]
    : []

function changeOfNow(text: string, change: Fact, now: Fact, sign: number): Base[] {
  const before = base(now) - sign * base(change)
  if (!comparable(now, change) || before <= 0) return []
  return [
    {
      now,
      before,
      change: base(change),
      formula: `${printed(text, change.digits)} ÷ (${printed(text, now.digits)} ${sign > 0 ? '-' : '+'} ${printed(text, change.digits)}) = ${printed(text, change.digits)} ÷ ${written(before / now.unit.factor)}`,
      places: [change, now],
    },
  ]
}

function nowOverBefore(text: string, now: Fact, before: Fact, sign: number): Base[] {
  const change = base(now) - base(before)
  if (!comparable(now, before) || Math.sign(change) !== sign) return []
  return [
    {
      now,
      before: base(before),
      change,
      formula: `(${printed(text, now.digits)} - ${printed(text, before.digits)}) ÷ ${printed(text, before.digits)}`,
      places: [now, before],
      isDifference: true,
    },
  ]
}
