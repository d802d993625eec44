/** A moment: `2022-03-01T06:05:00.000Z`. Names end in `At`. */
export type Instant = string
/** A calendar day in China: `2022-12-31`. Names end in `On`. */
export type Day = string

export interface Clock {
  now(): Instant
}

export const systemClock: Clock = { now: () => new Date().toISOString() }

/** A clock that stands still until it is told otherwise: for tests and for imports of a past year. */
export interface FixedClock extends Clock {
  set(at: Instant): void
  advance(by: { days?: number; hours?: number; minutes?: number; seconds?: number }): void
}

export function fixedClock(at: Instant): FixedClock {
  let ms = Date.parse(at)
  return {
    now: () => new Date(ms).toISOString(),
    set(next) {
      ms = Date.parse(next)
    },
    advance({ days = 0, hours = 0, minutes = 0, seconds = 0 }) {
      ms += days * DAY + hours * HOUR + minutes * 60_000 + seconds * 1000
    },
  }
}

const HOUR = 3_600_000
const DAY = 24 * HOUR
// China has one time zone and has kept no summer time since 1991; every record here is younger.
const SHANGHAI = 8 * HOUR

/** The calendar day in China on which a moment falls. */
export function dayOf(at: Instant): Day {
  const day = at.slice(0, 10)
  return Number(at.slice(11, 13)) < 16 ? day : nextDay(day) // midnight in China is 16:00 UTC
}

/** The moment a day begins in China: `2022-12-31` → `2022-12-30T16:00:00.000Z`. */
export const startOfDay = (day: Day): Instant => new Date(Date.parse(`${day}T00:00:00Z`) - SHANGHAI).toISOString()

/** The last moment of a day in China: `2022-12-31` → `2022-12-31T15:59:59.999Z`. */
export const endOfDay = (day: Day): Instant => new Date(Date.parse(startOfDay(nextDay(day))) - 1).toISOString()

/** `days` later (or earlier, when negative). */
export const addDays = (day: Day, days: number): Day =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10)

export const nextDay = (day: Day): Day => addDays(day, 1)

/** Whether a text is a day that exists: `2023-02-29` is none. */
export const isDay = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(`${text}T00:00:00Z`)) && addDays(text, 0) === text

/** The year, in China, in which a moment falls. */
export const yearOf = (at: Instant): number => Number(dayOf(at).slice(0, 4))
