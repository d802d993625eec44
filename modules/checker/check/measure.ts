import type { Fact } from '../understand/index.ts'
import { base, isExact, type Quantity } from '../understand/quantities.ts'
import { written } from './numbers.ts'

/** Whether two quantities can be added or compared: money with money, 件 with 件. */
export function comparable(one: Quantity, other: Quantity): boolean {
  if (one.unit.dimension !== other.unit.dimension) return false
  return one.unit.dimension !== 'count' || counter(one) === counter(other)
}

/** 人, 名 and 位 count people, 件, 起 and 宗 cases. */
const alike: Record<string, string> = { 名: '人', 位: '人', 起: '件', 宗: '件' }
const counter = ({ unit: { word } }: Quantity): string => alike[word] ?? word

/** Of one dimension, and things in the very same word: a mean is told in the unit of its total. */
export const sameMeasure = (one: Quantity, other: Quantity): boolean =>
  one.unit.dimension === other.unit.dimension && (one.unit.dimension !== 'count' || one.unit.word === other.unit.word)

export const isCounted = ({ unit }: Quantity): boolean =>
  !['percent', 'points', 'none', 'time', 'score'].includes(unit.dimension)

/** A comparison with another time is neither a part nor a whole: 比上年增加5万元, 较去年的3件. */
const compares =
  /(?:比|较|与).{0,14}(?:上年|去年|往年|同期|上一年|20\d\d年|年初|增|减|下降|提高|上升|多|少|节约)|同比|环比|^(?:增加|减少|增长|下降|提高|上升|降低|压减|节约)$|^(?:上年|去年|往年|同期|上一年)(?:同期)?(?:决算|支出|收入|预算)?数?的?$/
export const isComparison = ({ label }: Fact): boolean => compares.test(label)

/** What is left over or new is sometimes a part and sometimes not: both are tried. */
const mayBePart = /结余|剩余|结转|新增|增加|减少|增长|下降|提高|上升|降低/
export const isDoubtfulPart = ({ label }: Fact): boolean => mayBePart.test(label)

export const exact = (facts: readonly Quantity[]): boolean => facts.every(isExact)

/** As printed, without blanks. */
export const printed = (text: string, { start, end }: { start: number; end: number }): string => text.slice(start, end)

/** What a value of the base unit is in the unit of a quantity, written with its unit. */
export const inUnitOf = ({ unit, step }: Quantity, value: number): string =>
  unit.dimension === 'count' && step >= 10 && value >= 1e4
    ? `${written(value / 1e4)}万${unit.word}`
    : `${written(value / unit.factor)}${unit.word}`

export const sumOf = (facts: readonly Quantity[]): number => facts.reduce((total, fact) => total + base(fact), 0)

/** How many figures are printed of it, zeros in front and behind left out: a measure of how telling an equality is. */
export const figures = ({ value, step }: Quantity): number =>
  Math.round(Math.abs(value) / step)
    .toString()
    .replace(/0+$/, '').length
