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

/** As many answers of yes or no as would leave as much to chance: p(1−p) ÷ s² of each; where all have said the same, so many
 *  as there are. Of a sample that is a good part of all the people there are, less is left to chance. */
function worth(n: number, share: Decimal, squared: Decimal, people: number | undefined): Decimal {
  const each = squared.isZero() ? new Decimal(1) : share.times(new Decimal(1).minus(share)).div(squared)
  const corrected = people === undefined || people <= n ? 1 : new Decimal(people - 1).div(people - n)
  return each.times(n).times(corrected)
}

/** The interval of Wilson (JASA 22, 1927): it never ends outside 0 and 1, and of fifty who all say the best it is not a point. */
function wilson(share: Decimal, n: Decimal): { low: Decimal; high: Decimal } {
  const z2 = Z95.pow(2)
  const shrink = z2.div(n).plus(1)
  const middle = share.plus(z2.div(n.times(2))).div(shrink)
  const spread = share
    .times(new Decimal(1).minus(share))
    .div(n)
    .plus(z2.div(n.pow(2).times(4)))
  const margin = Z95.times(spread.sqrt()).div(shrink)
  return { low: middle.minus(margin), high: middle.plus(margin) }
}

/**
 * The points of all answers over the most they could have, with its Wilson interval: s² is the variance of the answers' shares
 * around the whole. Who left out a question weighs less (a ratio of two sums); where all have answered everything it is the
 * mean of the shares with their common variance. Whoever has asked all the people there are leaves nothing to chance.
 */
export function satisfaction(answers: readonly Answered[], people?: number): Satisfaction | undefined {
  const n = answers.length
  const most = sum(answers.map((one) => new Decimal(one.most)))
  if (most.isZero()) return undefined
  const share = sum(answers.map((one) => new Decimal(one.score))).div(most)
  if (n < 2) return { value: percent(share) }
  const meanMost = most.div(n)
  const squares = answers.map((one) => share.times(one.most).minus(one.score).div(meanMost).pow(2))
  if (people !== undefined && n >= people) return { value: percent(share), low: percent(share), high: percent(share) }
  const { low, high } = wilson(share, worth(n, share, sum(squares).div(n - 1), people))
  return { value: percent(share), low: percent(between(low)), high: percent(between(high)) }
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
