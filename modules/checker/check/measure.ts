import type { Fact } from '../understand/index.ts'
import { base, isExact, type Quantity } from '../understand/quantities.ts'
import { written } from './numbers.ts'

/** Whether two quantities can be added or compared: money with money, 件 with 件. */
export function comparable(one: Quantity, other: Quantity): boolean {
  if (one.unit.dimension !== other.unit.dimension) return false
  return one.unit.dimension !== 'count' || one.unit.word === other.unit.word
}

export const isCounted = ({ unit }: Quantity): boolean =>
  !['percent', 'points', 'none', 'time', 'score'].includes(unit.dimension)

/** A comparison with another time is no part of anything: 比上年增加5万元. */
const compares = /(?:上年|去年|往年|同期|上一年|增加|减少|增长|下降|提高|上升|降低|新增|较|相比|结余|剩余|结转)/
export const isComparison = (fact: Fact): boolean => compares.test(fact.label)

export const exact = (facts: readonly Quantity[]): boolean => facts.every(isExact)

/** As printed, without blanks. */
export const printed = (text: string, { start, end }: { start: number; end: number }): string => text.slice(start, end)

/** What a value of the base unit is in the unit of a quantity, written with its unit. */
export const inUnitOf = (quantity: Quantity, value: number): string =>
  `${written(value / quantity.unit.factor)}${quantity.unit.word}`

export const sumOf = (facts: readonly Quantity[]): number => facts.reduce((total, fact) => total + base(fact), 0)

/** How many figures are printed of it, zeros in front and behind left out: a measure of how telling an equality is. */
export const figures = ({ value, step }: Quantity): number =>
  Math.round(Math.abs(value) / step)
    .toString()
    .replace(/0+$/, '').length
