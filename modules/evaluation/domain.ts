import { Decimal } from 'decimal.js'

/** ≥ = ≤ > <, between two bounds (区间), in words (定性), or scored at the rate at which the project's budget was executed. */
export type Direction = 'at-least' | 'equal' | 'at-most' | 'more' | 'less' | 'within' | 'qualitative' | 'execution'
export type Tier = 'met' | 'partly' | 'unmet'
/** Counted from a ledger, summed from payments, asked of people, computed from several of these, or typed by a person. */
export type Evidence = 'ledger' | 'payment' | 'survey' | 'computed' | 'typed'
/** Why an indicator was reached by far; only a target set too low costs points. */
export type OverCause = 'target-low' | 'policy' | 'effort' | 'other'

/** A grade begins at `from` and reaches to the one above it. */
export interface Band {
  label: string
  from: number
}
/** What is scored: one project, or the department as a whole. */
export type Subject = 'project' | 'whole'
/** How a finance bureau has projects or the whole scored in a year. Every number in it is of the paper it names. */
export interface Scheme {
  id: string
  version: string
  title: string
  issuer: string
  /** Regions whose code begins so, from that year on, and not after `until`; an empty region is the whole country. */
  appliesTo: { region: string; from: number; until?: number }
  /** The one thing its paper scores; left out, projects and the whole alike. */
  scores?: Subject
  /** The paper, and how sure we are of it: read, seen in use, or general knowledge. */
  source: { document: string; certainty: 'read' | 'seen' | 'general'; note: string }
  /** Points for the execution of the budget. */
  execution: number
  /** What the first levels weigh when nobody weighs otherwise; with `execution` they add to 100. */
  levels: Readonly<Record<string, number>>
  /** ≤ not kept: points fall in a line until twice the target, or as target ÷ actual. */
  reverseRule: 'linear' | 'ratio'
  /** An indicator of money spent: scored at the rate of execution, or against its own target as any other. */
  moneySpent: 'rate' | 'target'
  /** 得分 = 得分系数 × 权重: the coefficient is rounded to so many decimals before it is multiplied. */
  coefficient?: number
  /** Executed below this rate (percent), the project has to say why. */
  explainBelow?: number
  /** Executed below a rate (percent), the total is no more than so many points. */
  caps?: { rateBelow: number; most: number }[]
  /** Below the target: points in proportion, or as a person deducts them, never more than the proportion. */
  unmet: 'proportion' | 'judged'
  /** From this ratio of actual to target on, over-achievement must be explained. */
  overAchieved: number
  /** Lower bound of each tier of a qualitative indicator, as a part of its weight. */
  tiers: Readonly<Record<Tier, { label: string; from: number; to: number }>>
  bands: Band[]
}

/** Values are decimals in the unit of the indicator; weights are points. */
export interface IndicatorLine {
  id: string
  /** Its place among the indicators of the project: `1-02`. */
  code?: string
  level1: string
  level2: string
  name: string
  direction: Direction
  /** Missing only when qualitative. Of an interval its lower bound, and `upTo` its upper. */
  target?: string
  upTo?: string
  targetText?: string
  measure: string
  weight: string
  evidence: Evidence
  /** `payment.amount`, for the way back from the score to what was counted. */
  metric?: string
  where?: Readonly<Record<string, string>>
  /** `case.closed / case.filed * 100`, of a computed one. */
  formula?: string
  /** The indicator of the year before that it cites, and the use of its result that asks for another target. */
  lastLine?: string
  use?: string
}
/** Points taken off the total for something no indicator says: a plan handed in late. */
export interface Deduction {
  label: string
  points: string
}
/** What the survey behind a satisfaction is that has not simply ended: nobody's result, or not the last word. */
export interface Surveyed {
  code: string
  state: 'open' | 'withdrawn'
  answers: number
}
export interface Value {
  survey?: Surveyed
  /** In the unit of the indicator. */
  actual?: string
  tier?: Tier
  /** Given by a person: to a qualitative indicator within its tier, to a figure as its scheme allows. */
  points?: string
  overCause?: OverCause
  /** Where it comes from, in words. */
  said?: string
}
/** Amounts in 分 behind the execution row. */
export interface Money {
  initial: number
  full: number
  paid: number
}

export interface Scored extends IndicatorLine {
  actual?: string
  actualText: string
  points: string
  lost: string
  missing: boolean
  /** A person has to look: unexplained over-achievement, points outside a tier. */
  question?: string
  because: string
}
export interface Coverage {
  entries: string
  judged: string
  typed: string
  missing: string
}
export interface Score {
  scheme: string
  version: string
  /** The seal the inputs were counted as of; null is now. */
  asOf: number | null
  execution: {
    weight: string
    rate: string | null
    points: string
    lost: string
    because: string
    question?: string
  } & Money
  lines: Scored[]
  deductions: readonly Deduction[]
  /** What of the hundred points rests on entries (台账、支付、调查 and what is computed from them), what a person judged in
   *  words, what was typed, and what has no value. */
  coverage: Coverage
  total: string
  /** Why the total is less than the sum of its lines. */
  capped?: string
  grade: string
  /** What must be put right before the score can be published. */
  faults: string[]
}

const ZERO = new Decimal(0)
const ONE = new Decimal(1)
const DIGITS = 15
export const round2 = (value: Decimal): Decimal => value.toDecimalPlaces(2, Decimal.ROUND_HALF_UP)
const text2 = (value: Decimal): string => value.toFixed(2, Decimal.ROUND_HALF_UP)
const clamp = (value: Decimal, most: Decimal): Decimal => Decimal.max(ZERO, Decimal.min(most, value))

/** 预算执行率: min(weight, rate × weight), rounded half up. Without a budget there is no rate and nothing is earned. */
export function executionPoints(weight: Decimal, { full, paid }: Money): Decimal {
  return full <= 0 ? ZERO : round2(clamp(weight.times(paid).div(full), weight))
}

/** What a figure is held against: one bound, or two of an interval. */
export interface Aim {
  target: Decimal
  upTo?: Decimal | undefined
}
const reached = (direction: Direction, actual: Decimal, { target, upTo = target }: Aim): boolean => {
  if (direction === 'within') return actual.gte(target) && actual.lte(upTo)
  if (direction === 'more') return actual.gt(target)
  if (direction === 'at-most') return actual.lte(target)
  if (direction === 'less') return actual.lt(target)
  return actual.gte(target)
}

/** Below the target: in proportion; nothing when the target is zero, since there is no proportion of it. */
const partOfPositive = (actual: Decimal, target: Decimal): Decimal =>
  target.lte(0) ? ZERO : clamp(actual.div(target), ONE)
/** Above the most: in a line until twice of it, or as it is to the actual. */
function partOfReverse(actual: Decimal, most: Decimal, rule: Scheme['reverseRule']): Decimal {
  if (most.lte(0)) return ZERO
  return rule === 'ratio' ? clamp(most.div(actual), ONE) : clamp(most.times(2).minus(actual).div(most), ONE)
}
function partOf(direction: Direction, actual: Decimal, { target, upTo }: Aim, rule: Scheme['reverseRule']): Decimal {
  if (direction === 'within')
    return actual.lt(target) ? partOfPositive(actual, target) : partOfReverse(actual, upTo ?? target, rule)
  return direction === 'at-most' || direction === 'less'
    ? partOfReverse(actual, target, rule)
    : partOfPositive(actual, target)
}

/**
 * Points of a figure against its target (rules 1.3). `=` of zero is kept by zero or less, and by nothing else: it is used
 * for what must not happen. A strict comparison that is met only as an equality earns its proportion, which is all of it.
 * Of an interval what is below its lower bound earns its proportion, what is above its upper bound falls as ≤ does.
 */
export function quantityPoints(
  direction: Direction,
  weight: Decimal,
  actual: Decimal,
  aim: Aim,
  { reverseRule, coefficient }: Pick<Scheme, 'reverseRule' | 'coefficient'>,
): Decimal {
  if (direction === 'equal' && aim.target.isZero()) return actual.lte(0) ? weight : ZERO
  if (reached(direction, actual, aim)) return weight
  // A third ends after twenty digits: what it is a part of may be a half, and has to be one again before it is rounded.
  const places = coefficient ?? DIGITS
  const part = partOf(direction, actual, aim, reverseRule).toDecimalPlaces(places, Decimal.ROUND_HALF_UP)
  return round2(weight.times(part).toDecimalPlaces(DIGITS - 3, Decimal.ROUND_HALF_UP))
}

/** What the total may be at most, by the rate of execution; undefined where the scheme sets no cap. */
export function capOf({ caps = [] }: Pick<Scheme, 'caps'>, { full, paid }: Money): number | undefined {
  if (full <= 0) return undefined
  const rate = new Decimal(paid).times(100).div(full)
  const hit = caps.filter(({ rateBelow }) => rate.lt(rateBelow)).map(({ most }) => most)
  return hit.length ? Math.min(...hit) : undefined
}

export const doesScore = ({ scores }: Pick<Scheme, 'scores'>, subject: Subject): boolean =>
  scores === undefined || scores === subject

/** The scheme of a bureau in a year: of those that apply and score such a subject, the one for the narrowest region, then the
 *  latest. */
export function schemeFor(
  schemes: readonly Scheme[],
  tenant: string,
  year: number,
  subject: Subject,
): Scheme | undefined {
  const applies = ({ appliesTo: { region, from, until = year } }: Scheme) =>
    tenant.startsWith(region) && year >= from && year <= until
  const fits = schemes.filter((scheme) => applies(scheme) && doesScore(scheme, subject))
  const narrower = (a: Scheme, b: Scheme) =>
    b.appliesTo.region.length - a.appliesTo.region.length || b.appliesTo.from - a.appliesTo.from
  return fits.sort(narrower)[0]
}

/** The grade of a total; bands in any order, exactly on the bound is the better grade. */
export function gradeOf(bands: readonly Band[], of: Decimal.Value): string {
  const total = new Decimal(of)
  const found = [...bands].sort((a, b) => b.from - a.from).find((band) => total.gte(band.from))
  return found?.label ?? ''
}

/** How far the actual is above the target, when that has to be explained; undefined otherwise. */
export function overBy(direction: Direction, actual: Decimal, target: Decimal, threshold: number): Decimal | undefined {
  if ((direction !== 'at-least' && direction !== 'more') || target.lte(0)) return undefined
  const ratio = actual.div(target)
  return ratio.gte(threshold) ? ratio : undefined
}

/** What is proposed when the target was too low: weight × (1 − (actual ÷ target − threshold)). A person confirms it. */
export const proposedFor = (weight: Decimal, ratio: Decimal, threshold: number): Decimal =>
  round2(clamp(weight.times(new Decimal(1).minus(ratio.minus(threshold))), weight))

/** What is wrong with a scheme or a tree of indicators, as sentences; empty when it can be scored. */
export function faultsOf(scheme: Scheme, lines: readonly IndicatorLine[]): string[] {
  const faults: string[] = []
  const weights = lines.reduce((sum, line) => sum.plus(line.weight), new Decimal(scheme.execution))
  const fine = [scheme.execution, ...lines.map(({ weight }) => weight)].some((weight) => new Decimal(weight).dp() > 2)
  if (fine) faults.push('分值最多两位小数；请调整，否则各项四舍五入后合计可能不是100分。')
  if (!weights.eq(100)) faults.push(`预算执行率${scheme.execution}分与各指标分值合计${weights}分，应为100分。`)
  const bands = scheme.bands.map((band) => band.from)
  if (Math.min(...bands) !== 0) faults.push(`“${scheme.title}”的等级没有覆盖到零分。`)
  for (const line of lines) {
    if (new Decimal(line.weight).lte(0)) faults.push(`“${line.name}”没有分值。`)
    if (line.direction !== 'qualitative' && line.target === undefined) faults.push(`“${line.name}”没有目标值。`)
    if (line.direction === 'within' && line.upTo === undefined) faults.push(`“${line.name}”是区间指标，没有上限。`)
  }
  return faults
}

export { clamp, text2, ZERO }
