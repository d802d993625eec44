import { addDays, type Day } from '../../platform/clock.ts'

/** An amount in 分 and the day it is paid. */
export interface DatedAmount {
  on: Day
  amount: number
}

/** 万元 in 分, and pieces in thousandths. */
export const wan = (amount: number) => Math.round(amount * 1_000_000)
export const milli = (amount: number) => Math.round(amount * 1000)

/** So many lives are saved in one go; what is handed over in a batch goes in one. */
export const BATCH = 500

/** Splits a whole number into `parts` whole numbers that add up to it again; none is less than one if the total allows
 *  it. Uneven, the same at every call. `step` is the smallest piece: 1000 for things counted in thousandths but whole. */
export function split(total: number, parts: number, step = 1): number[] {
  const pieces = Math.floor(total / step)
  const count = Math.max(1, Math.min(parts, pieces))
  const weights = Array.from({ length: count }, (_, i) => 7 + ((i * 5 + 3) % 7))
  const sum = weights.reduce((a, b) => a + b, 0)
  // Everybody gets one piece; the rest is dealt by weight, what rounding leaves over goes to the first ones.
  const shares = weights.map((weight) => 1 + Math.floor(((pieces - count) * weight) / sum))
  const left = pieces - shares.reduce((a, b) => a + b, 0)
  const dealt = shares.map((share, i) => (share + (i < left ? 1 : 0)) * step)
  dealt[0]! += total - pieces * step
  return dealt
}

const weekday = (day: Day) => new Date(`${day}T00:00:00Z`).getUTCDay()
/** The day itself, or the Friday before when it is at a weekend. */
const beforeWeekend = (day: Day): Day => addDays(day, { 0: -2, 6: -1 }[weekday(day)] ?? 0)

/** One payment in each of the months, near its twentieth (in January before the Spring Festival), adding up to `total`. */
export function paidMonthly(year: number, months: readonly number[], total: number): DatedAmount[] {
  return split(total, months.length, 100).map((amount, i) => ({
    on: beforeWeekend(`${year}-${String(months[i]).padStart(2, '0')}-20`),
    amount,
  }))
}

/** A year's total of one kind of work as crew days, evenly over the working days between `from` and `to`. */
export function crewDays(
  { total, records, from = '0000-01-01', to = '9999-12-31' }: { total: number; records: number; from?: Day; to?: Day },
  workingDays: readonly Day[],
): { on: Day; quantity: number }[] {
  const days = workingDays.filter((day) => day >= from && day <= to)
  const shares = split(total, records, 1000)
  return shares.map((quantity, i) => ({ on: days[Math.floor((i * days.length) / shares.length)]!, quantity }))
}
