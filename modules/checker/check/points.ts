import type { Span } from '../read/reading.ts'
import type { Understanding } from '../understand/index.ts'
import type { Quantity } from '../understand/quantities.ts'
import type { ScoreNode } from '../understand/scores.ts'
import { written } from './numbers.ts'

/** A figure as it is printed, without the bound beside it. */
export const printed = ({ folded }: Understanding, { digits }: Quantity): string =>
  folded.text.slice(digits.start, digits.end)

export const points = (value: number): string => written(value, 4)

/** What is not printed counts as none; what floating sums leave behind the digits is cut off. */
export const sumOfPoints = (values: readonly (number | undefined)[]): number =>
  Number(values.reduce((sum: number, one) => sum + (one ?? 0), 0).toFixed(6))

/** Points are printed to two places; a difference below half a unit of the finest is none. */
export const equalPoints = (one: number, other: number): boolean => Math.abs(one - other) < 1e-6

/** One or two hundredths come of rounding each item. */
export const roundingPoints = (one: number, other: number, terms: number): boolean =>
  Math.abs(one - other) <= Math.max(0.0101, terms * 0.00501)

/** The stretch of text in which all nodes stand, when they stand together. */
export function stretch(nodes: readonly ScoreNode[]): Span[] {
  const starts = nodes.map(({ place }) => place.start)
  const ends = nodes.map(({ place, got, weight }) => Math.max(place.end, got?.end ?? 0, weight?.end ?? 0))
  return nodes.length ? [{ start: Math.min(...starts), end: Math.max(...ends) }] : []
}

export const nameOf = ({ name }: ScoreNode): string => (name.length > 24 ? `${name.slice(0, 23)}…` : name) || '该项'

/** From the name of a thing to its last figure. */
export const wholePlace = ({ place, got, deducted, actual, from }: ScoreNode): Span =>
  from === 'prose'
    ? place
    : { start: place.start, end: Math.max(place.end, got?.end ?? 0, deducted?.end ?? 0, actual?.end ?? 0) }
