import { Decimal } from 'decimal.js'

/** A questionnaire as those see it who answer it and who read what came of it. */
export interface Survey {
  id: string
  state: string
  code: string
  title: string
  population?: string
  people?: number
  sample?: number
  opensOn: string
  closesOn: string
  questions: string[]
}
export type Standing = 'ahead' | 'open' | 'over'
/** Whether the public may answer it on a day: also on the day between the last and the minute in which it is closed. */
export function standing({ state, opensOn, closesOn }: Survey, day: string): Standing {
  if (state === 'draft' || (state === 'open' && day < opensOn)) return 'ahead'
  return state === 'open' && day <= closesOn ? 'open' : 'over'
}

/** An answered questionnaire: the points of the questions that were answered, and the most these could have had. */
export interface Answered {
  score: number
  most: number
}
export interface Satisfaction {
  /** In per cent, with two decimals. */
  value: string
  /** The ends of the interval that holds the true value in 95 of 100 such surveys; not of a single answer. */
  low?: string
  high?: string
}

/** Fewer answers than this say little: the usual threshold of sampling, common practice. */
export const FEW = 30
const Z95 = new Decimal('1.96')
const HUNDRED = new Decimal(100)

const sum = (numbers: readonly Decimal[]) => numbers.reduce((all, one) => all.plus(one), new Decimal(0))
const percent = (share: Decimal) => share.times(HUNDRED).toDecimalPlaces(2, Decimal.ROUND_HALF_UP).toFixed(2)
const between = (value: Decimal) => Decimal.max(0, Decimal.min(1, value))

/** Of a sample that is a good part of all the people there are, less is left to chance. */
function correction(n: number, people: number | undefined): Decimal {
  if (people === undefined || people <= 1 || n >= people)
    return new Decimal(people !== undefined && n >= people ? 0 : 1)
  return new Decimal(people - n).div(people - 1).sqrt()
}

/**
 * The points of all answers over the most they could have, with its interval: ± 1.96 · s ÷ √n · √((N−n)÷(N−1)), where s is
 * the standard deviation of the answers' shares from the whole. Who left out a question weighs less (a ratio of two sums);
 * where all have answered everything it is the mean of the shares with their common standard deviation.
 */
export function satisfaction(answers: readonly Answered[], people?: number): Satisfaction | undefined {
  const n = answers.length
  const most = sum(answers.map((one) => new Decimal(one.most)))
  if (most.isZero()) return undefined
  const share = sum(answers.map((one) => new Decimal(one.score))).div(most)
  if (n < 2) return { value: percent(share) }
  const meanMost = most.div(n)
  const squares = answers.map((one) => share.times(one.most).minus(one.score).div(meanMost).pow(2))
  const deviation = sum(squares)
    .div(n - 1)
    .sqrt()
  const margin = Z95.times(deviation).div(new Decimal(n).sqrt()).times(correction(n, people))
  return {
    value: percent(share),
    low: percent(between(share.minus(margin))),
    high: percent(between(share.plus(margin))),
  }
}

export interface Portion {
  label: string
  n: number
  /** Of all who answered, in per cent with one decimal. */
  percent: string
}
/** How many gave each of the answers, in the order of the scale. */
export function portions(
  scale: readonly { value: string; label: string }[],
  given: readonly (string | undefined)[],
): Portion[] {
  const all = given.filter((one) => one !== undefined).length
  return scale.map(({ value, label }) => {
    const n = given.filter((one) => one === value).length
    return { label, n, percent: percentOf(n, all) }
  })
}
/** A part of a whole in per cent with one decimal, as people read it. */
export const percentOf = (n: number, of: number): string =>
  of === 0 ? '0.0' : new Decimal(n).times(HUNDRED).div(of).toDecimalPlaces(1, Decimal.ROUND_HALF_UP).toFixed(1)
