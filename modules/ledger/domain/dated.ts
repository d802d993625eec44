import type { Day } from '../../../platform/clock.ts'

/** A row of a table that the law changes: the days on which it holds, to the last, and where that stands. */
export interface Dated {
  from: Day
  to?: Day
  law: string
}
const holdsOn = ({ from, to }: Pick<Partial<Dated>, 'from' | 'to'>, on: Day) =>
  (from === undefined || from <= on) && (to === undefined || on <= to)

/** The row that holds on a day; undefined before the first and after the last. */
export const inForce = <T extends Dated>(rows: readonly T[], on: Day): T | undefined =>
  rows.find((row) => holdsOn(row, on))

/** Why an answer is none on this day, as the end of a sentence, or undefined. */
export function notInForce({ label, from, to }: { label: string; from?: Day; to?: Day }, on: Day): string | undefined {
  if (from !== undefined && on < from) return `“${label}”自${from}起施行，${on}还不能适用`
  return to !== undefined && on > to ? `“${label}”只施行到${to}，${on}不能适用` : undefined
}
