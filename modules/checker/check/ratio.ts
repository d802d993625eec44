import type { Fact, Understanding } from '../understand/index.ts'
import { base, isExact } from '../understand/quantities.ts'
import { comparable, figures, isCounted, printed } from './measure.ts'
import { type Fit, near, rateFit } from './numbers.ts'

/** Two figures whose quotient a rate may be. */
export interface Pair {
  top: Fact
  bottom: Fact
  /** In percent. */
  value: number
}

/** Every pair of figures of one measure. */
export const pairsOf = (tops: readonly Fact[], bottoms: readonly Fact[] = tops): Pair[] =>
  tops.flatMap((top) =>
    bottoms.flatMap((bottom) =>
      top !== bottom && comparable(top, bottom) && base(bottom) > 0 && isExact(top) && isExact(bottom)
        ? [{ top, bottom, value: (base(top) / base(bottom)) * 100 }]
        : [],
    ),
  )

/** What a figure that is itself rounded (4.6万户, 12.8亿元) leaves open, as a share of it; whole things are counted. */
export const openness = ({ value, step }: Fact): number => (step === 1 || value === 0 ? 0 : step / 2 / Math.abs(value))

/** A printed rate against the quotient of two printed figures, each known to half its last digit. */
export function quotientFit(rate: Fact, { top, bottom, value }: Pair): Fit {
  const fit = rateFit(rate, value)
  if (fit === 'equal') return fit
  const open = value * (openness(top) + openness(bottom))
  return open > rate.step / 20 && near(rate.value, value, rate.step / 2 + open) ? 'equal' : fit
}

export const quotient = (text: string, { top, bottom }: Pair, result: string): string =>
  `${printed(text, top.digits)} ÷ ${printed(text, bottom.digits)} = ${result}`

const [BEFORE, BEHIND] = [8, 2]
/**
 * Whether two other figures near a percentage make it: their quotient, what is left of it, or how much one is above the
 * other. Then it is theirs, whatever its words seem to say; of few digits that would be chance.
 */
export function readsOtherwise({ facts, folded: { lines } }: Understanding, percent: Fact): boolean {
  if (figures(percent) < 3 || lines[percent.line]?.cell) return false
  const own = facts.filter((fact) => fact.line === percent.line && isCounted(fact))
  return pairsOf(nearest(own, percent, BEFORE, BEHIND)).some((pair) => isReading(percent, pair))
}

/** A share, what is left of it, or how much the one is above the other. */
export const isReading = (percent: Fact, { value }: Pair): boolean =>
  [value, 100 - value, value - 100].some((one) => one > 0 && rateFit(percent, one) === 'equal')

/** Of figures in their order those that stand right before and behind another. */
export function nearest(facts: readonly Fact[], middle: Fact, before: number, behind: number): Fact[] {
  const next = facts.findIndex(({ start }) => start > middle.start)
  const at = next < 0 ? facts.length : next
  return facts.slice(Math.max(0, at - before), at + behind)
}
