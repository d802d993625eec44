import chineseDays from 'chinese-days'
import type { CalendarDay } from './calendar.ts'
import { yearUnknown } from './working-time.ts'

/**
 * Holidays and make-up days of whole years, to begin an editable table with; never the table itself.
 * Source: package chinese-days, which follows the yearly notices of 国务院办公厅. Beyond its last year the package gives
 * plain weekdays without a word, so a year in which it names no holiday is refused: `org.calendar-year-unknown`.
 */
export function seedDays(fromYear: number, toYear: number): CalendarDay[] {
  const days: CalendarDay[] = []
  for (let year = fromYear; year <= toYear; year++) {
    const named = datesOf(year).flatMap(namedDay)
    if (named.length === 0) throw yearUnknown(year)
    days.push(...named)
  }
  return days
}

function namedDay(day: string): CalendarDay[] {
  const { work, name } = chineseDays.getDayDetail(day)
  const chinese = name.split(',')[1] // 'Spring Festival,春节,3' when a notice names the day, 'Saturday' when none does
  return chinese ? [{ day, working: work, name: work ? `${chinese}调休上班` : chinese }] : []
}

function datesOf(year: number): string[] {
  const first = Date.UTC(year, 0, 1)
  const count = (Date.UTC(year + 1, 0, 1) - first) / 86_400_000
  return Array.from({ length: count }, (_, i) => new Date(first + i * 86_400_000).toISOString().slice(0, 10))
}
