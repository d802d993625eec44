import { queryOptions } from '@tanstack/react-query'
import { http, query } from '../../../kit/http.ts'

export interface CalendarDay {
  day: string
  working: boolean
  name?: string | null
}
export interface CalendarYear {
  /** The years the calendar knows. */
  years: number[]
  days: CalendarDay[]
}

export const calendarQuery = (year: number) =>
  queryOptions({
    queryKey: ['calendar', year],
    queryFn: ({ signal }) => http.get<CalendarYear>(`/org/calendar${query({ year })}`, signal),
  })

export const setDay = (day: string, change: { working: boolean; name: string; reason: string }) =>
  http.put<void>(`/org/calendar/${day}`, change)

export interface Cell {
  day: string
  date: number
  weekday: number
  working: boolean
  name: string
  /** Another than the weekday would say: a holiday on a weekday, a make-up day at the weekend. */
  special: boolean
}

const isWeekend = (weekday: number) => weekday === 0 || weekday === 6

/** The days of one month, with what the calendar says of them. Days it does not name are plain weekdays. */
export function monthOf(year: number, month: number, days: ReadonlyMap<string, CalendarDay>): Cell[] {
  const count = new Date(Date.UTC(year, month, 0)).getUTCDate()
  return Array.from({ length: count }, (_, i) => {
    const at = new Date(Date.UTC(year, month - 1, i + 1))
    const day = at.toISOString().slice(0, 10)
    const weekday = at.getUTCDay()
    const found = days.get(day)
    const working = found?.working ?? !isWeekend(weekday)
    return { day, date: i + 1, weekday, working, name: found?.name ?? '', special: working === isWeekend(weekday) }
  })
}
