import { Decimal } from 'decimal.js'
import {
  type Coverage,
  capOf,
  clamp,
  type Deduction,
  type Direction,
  executionPoints,
  faultsOf,
  gradeOf,
  type IndicatorLine,
  type Money,
  overBy,
  proposedFor,
  quantityPoints,
  round2,
  type Scheme,
  type Score,
  type Scored,
  text2,
  type Value,
  ZERO,
} from './domain.ts'

const signs: Record<Direction, string> = {
  'at-least': '≥',
  equal: '=',
  'at-most': '≤',
  more: '>',
  less: '<',
  within: '',
  qualitative: '',
  execution: '≤',
}
export const overCauses = { 'target-low': '目标偏低', policy: '政策变化', effort: '超常努力', other: '其他' } as const

/** `≥540盏`, or the words of a qualitative target. */
export function targetText(line: IndicatorLine): string {
  if (line.direction === 'qualitative') return line.targetText ?? ''
  const upTo = line.direction === 'within' ? `–${line.upTo}` : ''
  return `${signs[line.direction]}${line.target}${upTo}${line.measure}`
}

interface Verdict {
  points: Decimal
  because: string
  question?: string
}
const rateText = ({ full, paid }: Money) => `${text2(new Decimal(paid).times(100).div(full))}%`
const wan = (fen: number) => text2(new Decimal(fen).div(1_000_000))

function byExecution(weight: Decimal, money: Money): Verdict {
  if (money.full <= 0)
    return { points: ZERO, because: '没有全年预算数，无法计算执行率，得0分。', question: '请补登年初预算或预算调整。' }
  const points = executionPoints(weight, money)
  const sum = `${wan(money.paid)}÷${wan(money.full)}万元，执行率${rateText(money)}`
  const capped = money.paid > money.full ? '，超过100%的部分不加分' : ''
  return { points, because: `${sum}${capped}，${weight}分得${text2(points)}分。` }
}

function byTier(scheme: Scheme, weight: Decimal, value: Value): Verdict | undefined {
  if (!value.tier) return undefined
  const tier = scheme.tiers[value.tier]
  const least = round2(weight.times(tier.from))
  const most = round2(weight.times(tier.to))
  const range =
    value.tier === 'met' ? `${text2(least)}至${text2(most)}分` : `${text2(least)}分以上、不到${text2(most)}分`
  if (value.points === undefined)
    return { points: ZERO, because: `“${tier.label}”还没有给分（${range}），得0分。`, question: '请在档次区间内给分。' }
  const points = round2(new Decimal(value.points))
  const within = points.gte(least) && (value.tier === 'met' ? points.lte(most) : points.lt(most))
  if (!within)
    return {
      points: ZERO,
      because: `“${tier.label}”应得${range}，填了${text2(points)}分，不能采用，得0分。`,
      question: '请改为档次区间内的分值，或改选档次。',
    }
  return { points, because: `${tier.label}（${range}），得${text2(points)}分。` }
}

function reverseNote(scheme: Scheme, direction: Direction): string {
  if (scheme.coefficient !== undefined) return '按得分系数'
  if (direction !== 'at-most' && direction !== 'less') return '按完成比例'
  return scheme.reverseRule === 'ratio' ? '按目标值与完成值之比' : '按超出比例扣减'
}

function overAchieved(
  scheme: Scheme,
  line: IndicatorLine,
  weight: Decimal,
  value: Value,
  said: string,
): Verdict | undefined {
  const ratio = overBy(line.direction, new Decimal(value.actual!), new Decimal(line.target!), scheme.overAchieved)
  if (!ratio) return undefined
  const times = `为目标值的${text2(ratio)}倍`
  if (!value.overCause)
    return {
      points: weight,
      because: `${said}，${times}，得满分${text2(weight)}分。`,
      question: `完成值${times}，请说明原因（目标偏低、政策变化、超常努力或其他）。`,
    }
  const cause = overCauses[value.overCause]
  if (value.overCause !== 'target-low')
    return { points: weight, because: `${said}，${times}，原因是${cause}，得满分${text2(weight)}分。` }
  if (value.points !== undefined) {
    const points = round2(clamp(new Decimal(value.points), weight))
    return { points, because: `${said}，${times}，原因是${cause}，人工核减为${text2(points)}分。` }
  }
  const proposed = proposedFor(weight, ratio, scheme.overAchieved)
  return {
    points: weight,
    because: `${said}，${times}，原因是${cause}，得满分${text2(weight)}分，尚未核减。`,
    question: `目标偏低，建议核减为${text2(proposed)}分，请人工确认。`,
  }
}

/** Below the target as a person judged it; the proportion is the most there is. */
function judgedBelow(weight: Decimal, most: Decimal, given: string, said: string): Verdict {
  const points = Decimal.min(most, round2(clamp(new Decimal(given), weight)))
  return {
    points,
    because: `${said}，未达到目标，按比例最多得${text2(most)}分，评分人扣${text2(weight.minus(points))}分，得${text2(points)}分。`,
  }
}

/** Where a person deducts, less missing must not cost more: what to ask, by indicator. */
function unevenIn(lines: readonly Scored[]): Map<string, string> {
  const below = lines.flatMap(({ id, name, target, actual, points, weight, lost, direction }) => {
    if (target === undefined || actual === undefined || Number(target) <= 0 || Number(lost) === 0) return []
    if (direction !== 'at-least' && direction !== 'equal' && direction !== 'more') return []
    return [{ id, name, reach: new Decimal(actual).div(target), earned: new Decimal(points).div(weight) }]
  })
  return new Map(
    below.flatMap(({ id, reach, earned }) => {
      const spared = below.find((other) => other.reach.lte(reach) && other.earned.gt(earned))
      if (!spared) return []
      const than = spared.reach.eq(reach) ? `与“${spared.name}”差得一样多` : `差得比“${spared.name}”少`
      return [[id, `${than}，扣得却更多；请核对扣分。`] as const]
    }),
  )
}

function byQuantity(scheme: Scheme, line: IndicatorLine, weight: Decimal, value: Value): Verdict | undefined {
  if (value.actual === undefined || line.target === undefined) return undefined
  const actual = new Decimal(value.actual)
  const target = new Decimal(line.target)
  const said = `目标${targetText(line)}，完成${actual}${line.measure}`
  const over = overAchieved(scheme, line, weight, value, said)
  if (over) return over
  const aim = { target, upTo: line.upTo === undefined ? undefined : new Decimal(line.upTo) }
  const points = quantityPoints(line.direction, weight, actual, aim, scheme)
  if (points.eq(weight)) {
    const strict = actual.eq(target) && (line.direction === 'more' || line.direction === 'less')
    const question = strict ? { question: '完成值恰好等于目标值，没有超过；按比例仍为满分，请核对。' } : {}
    return { points, because: `${said}，${strict ? '按比例' : '达到目标，'}得满分${text2(weight)}分。`, ...question }
  }
  const unexplained = value.said ? {} : { question: '未完成的指标应写明偏差原因和改进措施。' }
  if (scheme.unmet === 'judged' && value.points !== undefined)
    return { ...judgedBelow(weight, points, value.points, said), ...unexplained }
  return {
    points,
    because: `${said}，未达到目标，${reverseNote(scheme, line.direction)}得${text2(points)}分，扣${text2(weight.minus(points))}分。`,
    ...unexplained,
  }
}

/** 满意度 is asked of people: what somebody typed, judged in words or derived from money without asking anyone is no value. */
export const isUnasked = ({ level1, evidence, direction }: IndicatorLine) =>
  level1 === 'satisfaction' && (evidence !== 'survey' || direction === 'qualitative' || direction === 'execution')

/** An indicator scored at the rate of execution, by a scheme that scores it against its target. */
function byTarget(scheme: Scheme, line: IndicatorLine, weight: Decimal, value: Value): Verdict | undefined {
  const verdict = byQuantity(scheme, { ...line, direction: 'at-most' }, weight, value)
  return verdict && { ...verdict, because: `${verdict.because}本办法按目标值计分，执行率只计一次。` }
}

function verdictOn(scheme: Scheme, line: IndicatorLine, weight: Decimal, value: Value | undefined, money: Money) {
  if (isUnasked(line)) return undefined
  if (line.direction === 'execution')
    return scheme.moneySpent === 'rate' || line.target === undefined
      ? byExecution(weight, money)
      : byTarget(scheme, line, weight, { ...value, actual: spentIn(line, money) })
  if (!value) return undefined
  return line.direction === 'qualitative' ? byTier(scheme, weight, value) : byQuantity(scheme, line, weight, value)
}

const spentIn = ({ measure }: IndicatorLine, { paid }: Money) =>
  new Decimal(paid).div(measure === '元' ? 100 : 1_000_000).toString()
/** A withdrawn survey is nobody's result; one that goes on is counted as it stands, and says so. */
function ofSurvey(verdict: Verdict | undefined, { survey }: Value = {}): Verdict | undefined {
  if (!verdict || survey?.state !== 'open') return verdict
  const { code, answers } = survey
  const asked = `调查${code}还没有结束，完成值会变；公布前请等它结束。`
  return {
    ...verdict,
    because: `${verdict.because}调查${code}还没有结束，暂按已收到的${answers}份答卷计分，结束后以全部答卷为准。`,
    question: verdict.question ? `${verdict.question}${asked}` : asked,
  }
}
const whyMissing = (line: IndicatorLine, { survey }: Value = {}) => {
  if (survey?.state === 'withdrawn')
    return `“${line.name}”所取的满意度调查${survey.code}已作废，它的答卷不计分，记为缺失，得0分。`
  return isUnasked(line)
    ? `“${line.name}”没有满意度调查，不能评分，记为缺失，得0分。`
    : `没有“${line.name}”的完成值，得0分。`
}

function scoreLine(scheme: Scheme, line: IndicatorLine, value: Value | undefined, money: Money): Scored {
  const weight = new Decimal(line.weight)
  const verdict = ofSurvey(verdictOn(scheme, line, weight, value, money), value)
  const points = verdict ? clamp(verdict.points, weight) : ZERO
  const actual = line.direction === 'execution' ? spentIn(line, money) : value?.actual
  const tier = value?.tier ? scheme.tiers[value.tier].label : ''
  return {
    ...line,
    ...(actual === undefined ? {} : { actual }),
    actualText: actual === undefined ? tier : `${actual}${line.measure}`,
    points: text2(points),
    lost: text2(weight.minus(points)),
    missing: !verdict,
    because: verdict?.because ?? whyMissing(line, value),
    ...(verdict?.question ? { question: verdict.question } : {}),
  }
}

/** What a line's points rest on. Words rest on the person who judged them, whatever ledger the judgement leans on. */
function restsOn({ missing, direction, evidence }: Scored): keyof Coverage {
  if (missing) return 'missing'
  if (direction === 'qualitative') return 'judged'
  return evidence === 'typed' ? 'typed' : 'entries'
}

/** How much of the hundred points rests on entries. The execution row is a sum of payments. */
function coverageOf(execution: Decimal, lines: readonly Scored[]): Coverage {
  const weighing = (part: keyof Coverage) =>
    lines.filter((line) => restsOn(line) === part).reduce((sum, { weight }) => sum.plus(weight), ZERO)
  return {
    entries: text2(weighing('entries').plus(execution)),
    judged: text2(weighing('judged')),
    typed: text2(weighing('typed')),
    missing: text2(weighing('missing')),
  }
}

const lowRate = ({ explainBelow }: Scheme, { full, paid }: Money): string | undefined =>
  explainBelow !== undefined && full > 0 && new Decimal(paid).times(100).div(full).lt(explainBelow)
    ? `执行率低于${explainBelow}%，按评分办法应说明原因。`
    : undefined

/** What a score is made of. Values by the id of their indicator. */
export interface Inputs {
  lines: readonly IndicatorLine[]
  values: Readonly<Record<string, Value>>
  money: Money
  deductions?: readonly Deduction[]
}
/**
 * Scores a project: the execution row and each indicator rounded half up, the total is the sum of the rounded (rules 1.3),
 * less what is deducted, and no more than the scheme's cap. Keeps the inputs, the scheme's version and the seal, so that
 * anybody can compute it again. A missing value earns nothing and says so; nothing is weighed anew.
 */
export function score(
  scheme: Scheme,
  { lines, values, money, deductions = [] }: Inputs,
  asOf: number | null = null,
): Score {
  const weight = new Decimal(scheme.execution)
  const row = byExecution(weight, money)
  const alone = lines.map((line) => scoreLine(scheme, line, values[line.id], money))
  const uneven = scheme.unmet === 'judged' ? unevenIn(alone) : new Map<string, string>()
  const scored = alone.map((line) => {
    const question = line.question ?? uneven.get(line.id)
    return question ? { ...line, question } : line
  })
  const earned = scored.reduce((sum, line) => sum.plus(line.points), row.points)
  const deducted = deductions.reduce((sum, { points }) => sum.minus(points), earned)
  const left = round2(Decimal.max(ZERO, deducted))
  const cap = capOf(scheme, money)
  const total = cap === undefined ? left : round2(Decimal.min(left, cap))
  const rate = money.full > 0 ? text2(new Decimal(money.paid).times(100).div(money.full)) : null
  const question = row.question ?? lowRate(scheme, money)
  return {
    scheme: scheme.id,
    version: scheme.version,
    asOf,
    execution: {
      ...money,
      weight: text2(weight),
      rate,
      points: text2(row.points),
      lost: text2(weight.minus(row.points)),
      because: row.because,
      ...(question ? { question } : {}),
    },
    lines: scored,
    deductions,
    coverage: coverageOf(weight, scored),
    total: text2(total),
    ...(total.lt(left)
      ? { capped: `执行率${rate}%，按评分办法总分不超过${cap}分，由${text2(left)}分减为${text2(total)}分。` }
      : {}),
    grade: gradeOf(scheme.bands, total),
    faults: faultsOf(scheme, lines),
  }
}
