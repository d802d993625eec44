import { base, type Quantity } from '../understand/quantities.ts'

/** Floating sums are off by far less; no printed figure is finer. */
const NOISE = 1e-7

/** What floating point leaves behind the digits is cut off; no printed figure has as many. */
export const clean = (value: number): number => Number(value.toPrecision(12))

export const near = (one: number, other: number, tolerance: number): boolean =>
  Math.abs(one - other) <= tolerance + NOISE * Math.max(1, Math.abs(one))

/** A figure as a person writes it: at most so many places, no zeros behind. */
export function written(value: number, places = 4): string {
  const rounded = Number(value.toFixed(places))
  return String(Object.is(rounded, -0) ? 0 : rounded)
}

export const places = ({ step }: Pick<Quantity, 'step'>): number => Math.max(0, Math.round(-Math.log10(step)))

/** How a sum of printed figures may differ: half a unit of each last digit; at least one of the coarsest, as `rounding`. */
export function sumTolerance(terms: readonly Quantity[], whole: Quantity): { exact: number; rounding: number } {
  const steps = [...terms, whole].map(({ step, unit }) => step * unit.factor)
  const coarsest = Math.max(...steps)
  return { exact: 0, rounding: Math.max(coarsest * 1.0001, (terms.length * coarsest) / 2) }
}

export type Fit = 'equal' | 'rounding' | 'different'

/** Whether terms add up to the whole, in the base unit. */
export function adds(terms: readonly Quantity[], whole: Quantity): { fit: Fit; sum: number } {
  const sum = terms.reduce((total, term) => total + base(term), 0)
  const { exact, rounding } = sumTolerance(terms, whole)
  if (near(sum, base(whole), exact)) return { fit: 'equal', sum }
  // A coarser whole (39.2亿元 of 39.1974) is a rounding of the sum, not a mistake.
  const wholeStep = whole.step * whole.unit.factor
  const finest = Math.min(...terms.map(({ step, unit }) => step * unit.factor))
  if (wholeStep > finest * 1.5 && near(sum, base(whole), wholeStep / 2)) return { fit: 'equal', sum }
  return { fit: near(sum, base(whole), Math.min(rounding, coarse(terms, whole))) ? 'rounding' : 'different', sum }
}

/** A difference of one whole thing is no rounding: figures without decimals do not round. */
function coarse(terms: readonly Quantity[], whole: Quantity): number {
  const whole1 = [...terms, whole].every(({ step, unit }) => step >= 1 && unit.dimension === 'count')
  return whole1 ? 0 : Number.POSITIVE_INFINITY
}

/** A printed share of points: points are printed to two places, and the share may have been there before they were. */
export function pointsFit(share: Quantity, got: Quantity, weight: Quantity): Fit {
  const points = near((share.value * weight.value) / 100, got.value, got.step <= 0.1 ? got.step / 2 : 0)
  return points ? 'equal' : rateFit(share, (got.value / weight.value) * 100)
}

/** A printed rate against the true one: equal within half a unit of its last digit; one unit off is rounding. */
export function rateFit(printed: Quantity, true_: number): Fit {
  if (near(printed.value, true_, printed.step / 2)) return 'equal'
  const small = printed.step <= 0.011
  // 93.51 for 93.521: as it would be printed, one unit of the last digit.
  const asPrinted = Math.round(true_ / printed.step) * printed.step
  return near(printed.value, asPrinted, small ? printed.step * 1.001 : 0) ? 'rounding' : 'different'
}
