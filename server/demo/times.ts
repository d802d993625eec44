import { type Day, type Instant, startOfDay } from '../../platform/clock.ts'

export const SECOND = 1000
export const MINUTE = 60 * SECOND
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR

/** Milliseconds of a day's time in China: `msOf('2022-12-31', '19:30')`. */
export function msOf(day: Day, time = '00:00'): number {
  const [hours, minutes] = time.split(':').map(Number)
  return Date.parse(startOfDay(day)) + hours! * HOUR + minutes! * MINUTE
}
export const instant = (ms: number): Instant => new Date(ms).toISOString()
export const dayAt = (ms: number): Day => new Date(ms + 8 * HOUR).toISOString().slice(0, 10)
/** Minutes since midnight in China. */
export const minuteOf = (ms: number): number => Math.floor(((ms + 8 * HOUR) % DAY) / MINUTE)

/** Every day of a year, in order. */
export function daysOf(year: number): Day[] {
  const first = Date.UTC(year, 0, 1)
  const count = (Date.UTC(year + 1, 0, 1) - first) / DAY
  return Array.from({ length: count }, (_, i) => new Date(first + i * DAY).toISOString().slice(0, 10))
}
